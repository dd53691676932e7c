"""Why the distractors are wrong, checked against the texts themselves, for every family at once.

Each family states a rule in its docstring. The rules are written down again here, from the side
of the reader: what would have to stand in the text for a wrong option to be right? No rule calls
the code that made the options.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from curriculum.reading import read
from curriculum.reading.extract import extract
from curriculum.reading.types import Document, Reading
from curriculum.units import bundled
from curriculum.writing import _proposed, anchors, lint, proposals
from curriculum.writing.confusions import CONFUSIONS
from curriculum.writing.families import FAMILIES
from curriculum.writing.lint.identities import others
from curriculum.writing.lint.swapping import replaced
from curriculum.writing.types import QuestionDraft
from tests.curriculum.writing import made

NAMES = ("made", "notice", *(text.slug for text in bundled()))
REPORTING = re.compile(
    r"\b(?:sa(?:id|ys?)|told|wrote|according|add|ask|call|warn|argu|explain|claim|announc|report|"
    r"promis|insist|estimat|point|descri|believ|think|thought|found|recall|admit|complain|expect|"
    r"hope|joke|reckon|repl)",
    re.IGNORECASE,
)
Rule = Callable[[QuestionDraft, str, str], bool]  # the item, a wrong option, the text


@cache
def reading_of(name: str) -> Reading:
    """The reading of one of our own texts."""
    if name == "made":
        return made.reading()
    if name == "notice":
        return made.notice()
    text = next(text for text in bundled() if text.slug == name)
    document = extract(text.text.encode(), filename="text.md")
    assert isinstance(document, Document)
    return read(document)


@cache
def items(name: str) -> tuple[QuestionDraft, ...]:
    """Everything that the families propose on it."""
    return tuple(proposals(reading_of(name)))


def key(question: QuestionDraft) -> str:
    """The words of the right option."""
    return next(choice.text for choice in question.choices if choice.key)


def sentence_around(question: QuestionDraft, text: str) -> str:
    """The sentence in which the last of the proof stands."""
    at = question.anchors[-1]
    stops = [m.end() for m in re.finditer(r"[.!?][”)]?\s|\n", text[: at.start])]
    stop = re.search(r"[.!?]”?(?:\s|\Z)", text[at.end :])
    return text[stops[-1] if stops else 0 : at.end + (stop.end() if stop else 0)]


def paragraph_around(question: QuestionDraft, text: str) -> str:
    """The paragraph in which the last of the proof stands."""
    at = question.anchors[-1]
    end = text.find("\n", at.end)
    return text[text.rfind("\n", 0, at.start) + 1 : end if end >= 0 else len(text)]


def quoted(words: str, text: str) -> bool:
    """Whether the words stand between quotation marks somewhere in the text."""
    plain = " ".join(text.split())
    found = re.findall(r"“([^”]*)”", plain)
    return any(words.rstrip(".,").lower() in quotation.lower() for quotation in found)


def last_name(option: str) -> str:
    """The last name in an option such as "Nora Quist’s, passed on by the writer"."""
    return re.split(r"’|, ", option)[0].split()[-1]


def _who(question: QuestionDraft, option: str, text: str) -> bool:
    """Right if that name stood with a reporting word in the sentence of the words."""
    if option.startswith(("The writer", "Somebody")):
        return not REPORTING.search(paragraph_around(question, text))
    return last_name(option) in sentence_around(question, text)


def _own(question: QuestionDraft, option: str, text: str) -> bool:
    """Right if the sentence had a quotation mark, or that name beside a reporting word."""
    return "“" in sentence_around(question, text)


def _exact(question: QuestionDraft, option: str, text: str) -> bool:
    """Right if it stood the way the key does: between marks, or without."""
    if option.startswith(("The name", "A few")):
        return False
    return quoted(option, text) == quoted(key(question), text)


def _further(question: QuestionDraft, option: str, text: str) -> bool:
    """Right if the stronger or weaker words stood in the text."""
    strong = re.search(r"has proved|have proved|has shown|have shown|known for sure|no doubt any|"
                       r"established fact", option)  # fmt: skip
    return " ".join(option.split()).rstrip(".") in " ".join(text.split()) or (
        strong is not None and strong.group() in text
    )


def _role(question: QuestionDraft, option: str, text: str) -> bool:
    """Right if the text gave that role beside the name of the one who is asked about."""
    name = next((n for n in re.findall(r"[A-Z]\w+ [A-Z]\w+", question.stem)), "")
    return bool(name) and any(
        option.lower() in f"{text[: m.start()][-60:]}{text[m.end() :].split('.')[0]}".lower()
        for m in re.finditer(re.escape(name), text)
    )


def _traced(question: QuestionDraft, option: str, text: str) -> bool:
    """Right if a yes had no reporting word near it, or a no had a name with one."""
    said = re.search(
        r"\b(?:sa(?:id|ys?)|told|according to|wrote)\b", sentence_around(question, text)
    )
    return (
        bool(said) if option.startswith("No") and key(question)[:3] == "Yes" and not said else False
    )


def _against(question: QuestionDraft, option: str, text: str) -> bool:
    """Right if it followed a "but" in the paragraph of the statement."""
    return option in paragraph_around(question, text)


def _missing(question: QuestionDraft, option: str, text: str) -> bool:
    """Right if a person offered as heard had no reporting word anywhere near the name."""
    if not re.match(r"[A-Z]\w+ [A-Z]\w+$", option):
        return False
    near = [
        text[max(0, m.start() - 120) : m.end() + 120] for m in re.finditer(last_name(option), text)
    ]
    return not any(
        re.search(r"\b(?:sa(?:id|ys?)|told|asked|wrote|according|added|“)", n) for n in near
    )


RULES: dict[str, Rule] = {
    "who-says-it": _who,
    "own-voice": _own,
    "exact-words": _exact,
    "goes-further": _further,
    "standing": _role,
    "traceable": _traced,
    "set-against": _against,
    "missing-voice": _missing,
}


@pytest.mark.parametrize("name", NAMES)
def test_no_distractor_is_supported_by_the_text(name: str) -> None:
    text = reading_of(name).text
    for question in items(name):
        rule = RULES.get(question.family)
        for choice in question.choices:
            if rule and not choice.key:
                assert not rule(question, choice.text, text), (question.stem, choice.text)


@pytest.mark.parametrize("name", NAMES)
def test_every_option_has_its_reason_and_every_distractor_its_confusion(name: str) -> None:
    for question in items(name):
        assert sum(choice.key for choice in question.choices) == 1
        assert len({choice.text for choice in question.choices}) == len(question.choices)
        for choice in question.choices:
            assert len(choice.rationale.split()) >= 3, (question.stem, choice.text)
            assert choice.key or choice.confusion in CONFUSIONS, (question.stem, choice.text)
            assert not (choice.key and choice.confusion)


@pytest.mark.parametrize("name", NAMES)
def test_every_anchor_is_found_where_it_was_set(name: str) -> None:
    text = reading_of(name).text
    for question in items(name):
        assert question.anchors
        for anchor in question.anchors:
            found = anchors.resolve(anchor, text)
            assert found is not None
            assert (found.start, found.end) == (anchor.start, anchor.end)


@pytest.mark.parametrize("name", NAMES[2:])
def test_other_people_in_the_text_leave_the_keys_as_they_are(name: str) -> None:
    reading = reading_of(name)
    who = others(reading)
    again = {
        (q.family, *(" ".join(a.exact.split()).lower() for a in q.anchors)): key(q)
        for q in _proposed(read(replaced(reading, who)))
    }
    compared = 0
    for question in _proposed(reading):
        proof = tuple(" ".join(who.put(a.exact).split()).lower() for a in question.anchors)
        twin = again.get((question.family, *proof))
        if twin is not None and question.family != "standing":
            compared += 1
            assert twin.lower() == who.put(key(question)).lower(), question.stem
    assert compared >= 10


@pytest.mark.parametrize("name", NAMES)
def test_every_wording_of_a_stem_passes_or_gives_way_to_one_that_does(name: str) -> None:
    for question in items(name):
        assert not question.stem.startswith("According to the")
        assert "___" not in question.stem
        assert len({question.stem, *question.also}) == 1 + len(question.also)


def test_every_family_is_tried_by_our_own_texts() -> None:
    asked = {question.family for name in NAMES for question in items(name)}
    assert asked == set(FAMILIES)


def test_the_docstring_of_every_family_says_why_its_distractors_are_wrong() -> None:
    for family in FAMILIES.values():
        words = " ".join((family.__doc__ or "").split())
        assert re.search(r"[Ww]hy the distractors are wrong|certain answer|meaning of the word|"
                         r"are wrong\b|keyed|The key is", words), family.ID  # fmt: skip


def test_nothing_that_lint_blocks_reaches_a_quiz() -> None:
    for name in NAMES:
        passed = [q for q in items(name) if not lint.blocks(q.lint)]
        assert len(passed) >= 0.85 * len(items(name)), name
