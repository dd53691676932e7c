"""The stance of a sentence: hedges, boosters, absolutes, force, kind of claim, subjectivity."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.reading import hedges, lexicon, read_text, stance
from curriculum.reading.types import (
    Attribution,
    ClaimType,
    Force,
    Mark,
    MarkKind,
    QuoteType,
    Sentence,
    Span,
    Voice,
)


def judged(text: str, *attributions: Attribution) -> Sentence:
    """The text as one sentence, judged."""
    return stance.judge(text, (Sentence(0, len(text), 0),), attributions, ())[0]


def found(text: str, kind: MarkKind) -> list[str]:
    """The words of that kind, as they stand in the text."""
    return [mark.span.of(text) for mark in judged(text).hedges if mark.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge may close at night.", ["may"]),
        ("May is the month when the ferry starts.", []),
        ("The choir sang in May and June.", []),
        ("Perhaps the baker forgot.", ["Perhaps"]),
        ("About 40 swimmers came.", ["About"]),
        ("They spoke about him for an hour.", []),
        ("They weighed the plates over ten weeks.", []),
        ("They waited for over ten weeks.", ["over"]),
        ("The tunnel could be wet.", ["could"]),
        ("The swimmer could not see the shore.", []),
        ("You can buy tickets at the door.", []),
        ("The well is thought to be Roman.", ["is thought to"]),
        ("The stones usually stay dry.", ["usually"]),
        ("Some gardeners disagree.", ["Some"]),
        ("How many came?", []),
        ("It is unlikely that the gate will open.", ["unlikely"]),
        ("The lake seems calm.", ["seems"]),
    ],
)
def test_hedges_are_found_in_their_context(text: str, expected: list[str]) -> None:
    assert found(text, MarkKind.HEDGE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The train is always late.", ["always"]),
        ("Nobody has ever seen the wall at all.", ["Nobody", "ever seen", "at all"]),
        ("After all, the shop opened.", []),
        ("The rule left no single seat free.", ["no single"]),
    ],
)
def test_absolutes_leave_no_exception(text: str, expected: list[str]) -> None:
    assert found(text, MarkKind.ABSOLUTE) == expected


def test_very_strengthens_but_the_very_does_not() -> None:
    assert found("The path is very steep.", MarkKind.BOOSTER) == ["very"]
    assert found("It was the very path they took.", MarkKind.BOOSTER) == []


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The museum opened on Tuesday.", Force.PLAIN),
        ("The museum will probably open on Tuesday.", Force.HEDGED),
        ("The museum is clearly popular.", Force.BOOSTED),
        ("The museum never closes.", Force.ABSOLUTE),
        ("Several visitors left.", Force.PLAIN),  # vague about the number, not about the leaving
        ("Perhaps the museum never closes.", Force.ABSOLUTE),
        (
            "The mill, which may have leaked for years, was sold.",
            Force.PLAIN,
        ),  # unsure of the aside
        ("The mill, which was sold, may have leaked.", Force.HEDGED),
    ],
)
def test_force_follows_the_marks(text: str, force: Force) -> None:
    assert judged(text).force is force


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The library lent 4,200 books in March.", ClaimType.FACT),
        ("Residents accused the council of hiding the report.", ClaimType.FACT),
        ("The orchard covers three hectares.", ClaimType.FACT),
        ("The ferry will stop running next winter.", ClaimType.PREDICTION),
        ("Ticket sales are likely to double.", ClaimType.PREDICTION),
        ("The council should repair the pool.", ClaimType.VALUE),
        ("It is a wonderful and generous plan.", ClaimType.VALUE),
        ("The plan is unfair.", ClaimType.VALUE),
        ("The fish died because the water warmed.", ClaimType.INTERPRETATION),
        ("The silence reflects a deeper quarrel.", ClaimType.INTERPRETATION),
        ("The club folded as a result of the feud.", ClaimType.INTERPRETATION),
        ("The town sold its bus depot, undermining the night service.", ClaimType.MIXED),
    ],
)
def test_the_kind_of_claim(text: str, kind: ClaimType) -> None:
    assert judged(text).type is kind


def test_every_kind_comes_with_its_reasons() -> None:
    assert judged("The orchard covers three hectares.").why == (
        "could be settled by a record, a measurement or a witness",
    )
    assert judged("The council should repair the pool.").why == ("“should” says what ought to be",)


def test_a_word_gives_one_reason_only() -> None:
    why = judged("The new rule is outrageous, absurd and unfair.").why
    words = [reason.partition("”")[0] for reason in why]
    assert len(words) == len(set(words))


def test_opinion_reads_as_more_subjective_than_report() -> None:
    opinion = judged("We must never again trust this shameful, reckless scheme.")
    report = judged("The committee met on Tuesday and approved the budget, officials said.")
    assert opinion.subjective > 0.5 > report.subjective
    assert stance.leaning(opinion) > stance.leaning(report)


def test_figures_are_worth_checking_and_greetings_are_not() -> None:
    figures = judged("Unemployment fell by 4 percent in 2019 and wages rose to $21 an hour.")
    greeting = judged("Thank you, and good evening to you all.")
    assert figures.checkworthy > 0.5 > greeting.checkworthy


def test_a_quoted_loaded_word_is_the_speakers() -> None:
    text = "Mara Lund called the timetable “disgraceful” on Friday."
    at = text.index("“")
    said = Attribution(
        source=(Span(0, 9),),
        cue=(Span(10, 16),),
        content=(Span(at, at + 14),),
        type=QuoteType.MIXED,
        voice=Voice.NAMED,
        speaker="Mara Lund",
    )
    (mark,) = judged(text, said).loaded
    assert mark.span.of(text) == "disgraceful"
    assert "Mara Lund" in mark.why
    assert mark.score < judged("The timetable is disgraceful.").loaded[0].score


def test_reported_words_name_the_source() -> None:
    text = "Mara Lund said that the timetable was disgraceful."
    said = Attribution(
        source=(Span(0, 9),),
        cue=(Span(10, 14),),
        content=(Span(15, 49),),
        type=QuoteType.INDIRECT,
        voice=Voice.NAMED,
        speaker="Mara Lund",
    )
    assert "in what is reported from Mara Lund" in judged(text, said).loaded[0].why


def test_scare_quotes_are_marked_when_nobody_is_quoted() -> None:
    text = "Visitors paid the “donation” at the gate."
    (mark,) = judged(text).loaded
    assert mark.span.of(text) == "donation"
    assert "quotation marks" in mark.why


def test_an_empty_sentence_is_a_plain_fact() -> None:
    empty = stance.judge("...", (Sentence(0, 3, 0),), (), ())[0]
    assert (empty.type, empty.force, empty.hedges) == (ClaimType.FACT, Force.PLAIN, ())


def test_no_sentences_no_judgement() -> None:
    assert stance.judge("", (), (), ()) == ()


def inside(marks: tuple[Mark, ...], start: int, end: int) -> bool:
    """Whether the marks are in order, apart, and inside ``[start, end)``."""
    ends = [start, *(mark.end for mark in marks)]
    return all(e <= m.start < m.end <= end for e, m in zip(ends, marks, strict=False))


_SCRAPS = (
    'may could some about 40 never “disgraceful” "scheme" slashed because will should '
    "not the , . ; – ’s May is that it 2020 € \n 中文 שלום so-called outrageous"
)
_WORDS = st.sampled_from(_SCRAPS.split(" "))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join)))
def test_marks_lie_inside_any_sentence(text: str) -> None:
    start = len(text) // 3
    sentence = stance.judge(text, (Sentence(start, len(text), 0),), (), ())[0]
    assert inside(sentence.hedges, start, len(text))
    assert inside(sentence.loaded, start, len(text))
    assert 0 <= sentence.subjective <= 1
    assert 0 <= sentence.checkworthy <= 1
    assert sentence.why


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_tokens_are_the_words_of_the_text(text: str) -> None:
    found = lexicon.tokens(text, 0, len(text))
    assert all(text[t.start : t.end].lower().replace("’", "'") == t.low for t in found)
    assert sorted(found, key=lambda t: t.start) == found


def test_possessives_are_bare_and_contractions_are_whole() -> None:
    text = "It’s the baker's shop."
    assert [t.low for t in lexicon.tokens(text, 0, len(text))] == ["it's", "the", "baker", "shop"]


def test_force_needs_a_mark() -> None:
    assert hedges.force("", Span(0, 0), ()) is Force.PLAIN


@pytest.mark.parametrize(
    "text",
    ["The will of the founder was read.", "The tap ran all night.", "Two hikers were hurt."],
)
def test_signs_that_are_none(text: str) -> None:
    sentence = judged(text)
    assert (sentence.type, sentence.force) == (ClaimType.FACT, Force.PLAIN)


def test_a_reporting_verb_inside_a_quotation_is_not_the_articles() -> None:
    text = "“They claim the pier is safe,” said Mara Lund. They claim the pier is safe."
    first, second = read_text(text).sentences
    assert [mark.span.of(text) for mark in first.loaded] == []
    assert [mark.span.of(text) for mark in second.loaded] == ["claim"]
