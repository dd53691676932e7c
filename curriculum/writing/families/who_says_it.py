"""Who says it: the learner finds the speaker of some words among the voices of the text.

Why the distractors are wrong: the words have one source, named by a reporting word beside them.
The other options are people of the same text who do not share a name with that source, who say
nothing that overlaps with these words, and are never named beside that source; and the writer, who
reports the words and does not repeat them anywhere in the article's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import QuoteType, Reading, Voice
from curriculum.writing import cutting, material, pointing, quoting, speakers, spoken
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.remembering import once
from curriculum.writing.types import QuestionDraft

ID = "who-says-it"
NAME = "Who says it"
SKILL = "attr"

WRITER = "The writer of the article"
UNNAMED = Option(
    "Somebody whom the text leaves without a name",
    "A name does stand with these words, so you could look the speaker up.",
    "name-missed",
)
_QUOTED = (
    "Whose words are {quote} in paragraph {paragraph}?",
    "Paragraph {paragraph} contains the words {quote}. Who said them?",
    "Who is speaking in paragraph {paragraph} when we read {quote}?",
    "You come upon {quote} in paragraph {paragraph}. Whose words have you found?",
)
_REPORTED = (
    "Paragraph {paragraph} reports {quote}. Who says so?",
    "Paragraph {paragraph} passes on {quote}. Whose statement is that?",
    "Who stands behind the statement {quote} in paragraph {paragraph}?",
    "If somebody asked you who says {quote} in paragraph {paragraph}, whom would you name?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Whose statement does it pass "
    "on?",
    "The sentence in paragraph {paragraph} that begins {quote} is passed on from somebody. From "
    "whom?",
)
_POINTED_QUOTED = (
    "In paragraph {paragraph}, a quoted sentence begins {quote}. Who says it?",
    "Find the quoted sentence in paragraph {paragraph} that begins {quote}. Whose words are they?",
    "Who is speaking in the quoted sentence of paragraph {paragraph} that begins {quote}?",
)
_HANDED_ON = re.compile(r", (?:[A-Z][\w.]* ?)+(?:says|said|argues|argued),")
# A paper, a programme or a class of people: whoever stands behind it would be right too.
_NO_SPEAKER = re.compile(
    r"\b(?:letters?|laws?|memo|release|website|e-?mails?|notes?|texts?|articles?|stor(?:y|ies)|media|"
    r"reports?|videos?|tweets?|posts?|press|sources?|police|authorities|officials|prosecutors|"
    r"lawyers|experts|critics|government|company|office|team|campaign|newspapers?|channel|others)\Z",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\(([A-Z][\w ]{1,24})\)\s*(?:--?|—|–)|[Ss]ource: ?([A-Z][\w ]{1,24})")
_TOP = 400  # characters in which a page tells who made it
_REPEATS = 0.6  # the share of meaning words at which another statement says the same


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each statement of a named person or institution."""
    told = material.said(reading)
    for one in told:
        words = quoting.quote(reading.text, one.words) or _pointed(reading, one)
        if one.voice not in (Voice.NAMED, Voice.INSTITUTION) or words is None:
            continue
        if not quoting.has_verb(words.words):  # a scrap may belong to whoever spoke before
            continue
        if _HANDED_ON.search(words.words):
            continue  # the words are partly those of a third person
        if material.DOCUMENT.search(one.speaker) or _NO_SPEAKER.search(one.speaker):
            continue
        if (
            not speakers.is_name(reading, one)
            or _publishes(reading, one.speaker)
            or _acts(reading, one)
        ):
            continue
        if not material.surely_named(reading, one) or _names_itself(words, one.speaker):
            continue
        if _repeated_by_the_writer(reading, one):
            continue
        yield _item(reading, one, words, _other(reading, told, one))


def _item(reading: Reading, one: Said, words: quoting.Quote, other: Option) -> QuestionDraft:
    speaker = speakers.shown(reading, one.speaker)
    cue = quoting.on_one_line(one.attribution.cue[0].of(reading.text))
    direct = one.attribution.type is QuoteType.DIRECT
    forms = (
        pointing.stems(words, _QUOTED, _POINTED_QUOTED)
        if direct
        else pointing.stems(words, _REPORTED, _POINTED)
    )
    source = one.attribution.source[:1]
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(forms, words.words, quote=words, paragraph=one.paragraph),
        key=Option(
            speaker, f"The reporting word “{cue}” ties these words to {speakers.in_text(speaker)}."
        ),
        distractors=(
            other,
            Option(
                WRITER,
                f"The writer passes these words on. The word “{cue}” shows whose they are.",
                "quoted-is-endorsed",
            ),
        ),
        explanation=explanation(
            one.paragraph,
            f"The word “{cue}” joins the statement to {speakers.in_text(speaker)}.",
            f"look for what {speakers.in_text(speaker)} said, as a recording or a full text.",
        ),
        proof=(*source, *one.attribution.cue[:1], words.span),
        score=_score(one),
        difficulty=-0.4 if source and source[0].of(reading.text) == one.speaker else 0.3,
    )


def _publishes(reading: Reading, speaker: str) -> bool:
    """Whether the speaker is the agency that made this page, which is the writer too."""
    return speaker.removeprefix("The ").lower() in _publishers(reading)


@once
def _publishers(reading: Reading) -> frozenset[str]:
    found = _PUBLISHED.finditer(reading.text[:_TOP])
    return frozenset((one.group(1) or one.group(2)).strip().lower() for one in found)


def _acts(reading: Reading, one: Said) -> bool:
    """Whether the source is a clause that was not parsed: "the council ordered from Venn"."""
    unit = cutting.parsed(reading.text, one.attribution.source[0])
    return re.match(r"[^wt,-]*V", unit.tags) is not None


def _pointed(reading: Reading, one: Said) -> quoting.Quote | None:
    """The sentence by its first words, where only its own end or middle tells who says it."""
    if one.attribution.type is QuoteType.INDIRECT:
        return pointing.to_one(reading, one, mixed=False)
    return next(spoken.sentences(reading, one), None)


def _names_itself(shown: quoting.Quote, speaker: str) -> bool:
    """Whether what is shown already gives the speaker away."""
    return material.same_person(str(shown).strip("“”…"), speaker)


def _repeated_by_the_writer(reading: Reading, one: Said) -> bool:
    mine = material.content_words(one.of(reading.text))
    return any(_alike(mine, theirs) for theirs in _written(reading))


@once
def _written(reading: Reading) -> list[frozenset[str]]:
    """The meaning words of each sentence of the writer's own."""
    return [material.content_words(s.span.of(reading.text)) for s in material.own(reading)]


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine) and len(mine & theirs) / len(mine) >= _REPEATS


def _other(reading: Reading, told: list[Said], one: Said) -> Option:
    """Another voice of the text that does not say this; the nearest is the most tempting."""
    mine = material.content_words(one.of(reading.text))
    known = [one.speaker for one in (*material.persons(told), *material.bodies(reading))]
    rivals = [
        rival
        for rival in told
        if rival.speaker in known and not _may_be_one(rival.speaker, one.speaker)
    ]
    rivals.sort(key=lambda rival: abs(rival.words.start - one.words.start))
    topic = material.content_words(one.speaker)
    for rival in rivals:
        if topic & material.company(reading, rival.speaker):
            continue  # a report and the person who wrote it would both be right
        says = " ".join(r.of(reading.text) for r in rivals if r.speaker == rival.speaker)
        if not _alike(mine, material.content_words(says)):
            name = speakers.shown(reading, rival.speaker)
            return Option(
                name,
                f"{name} speaks in paragraph {rival.paragraph}. These "
                "words are not given to that name.",
                "wrong-speaker",
            )
    return _talked_about(reading, one) or UNNAMED


def _may_be_one(name: str, other: str) -> bool:
    """Whether two names may mean one source: they share a word, or one is the other's initials."""
    bare = {each.removeprefix("The ") for each in (name, other)}
    initials = {"".join(re.findall(r"\b[A-Z]", each)) for each in bare if " " in each}
    return material.same_person(name, other) or bool(bare & initials)


def _talked_about(reading: Reading, one: Said) -> Option | None:
    topic = material.content_words(one.speaker)
    for name in filter(material.is_full_name, material.people(reading)):
        if re.match(r"\w+-[a-z]|\w+ing\b", name):
            continue  # "Long-lasting Millness" is nobody
        tied = topic & material.company(reading, name)
        if " " in name and not tied and not material.same_person(name, one.speaker):
            return Option(
                name,
                f"The text mentions {name}, and does not give these words to {name}.",
                "talked-about-is-talking",
            )
    return None


def _score(one: Said) -> float:
    """Better when the source is sure and the speaker stands away from the words (he, she)."""
    named = 0.1 if one.voice is Voice.NAMED else 0.0
    return 0.4 * one.attribution.confidence + named + 0.3
