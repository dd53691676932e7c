"""Whose voice it is, how sure the find is, and the reasons given."""

from __future__ import annotations

import pytest

from curriculum.reading.types import Attribution, Voice
from tests.curriculum.reading.attributed import read, words


def _with_cue(text: str, cue: str) -> Attribution:
    return next(a for a in read(text) if words(text, a.cue) == cue)


@pytest.mark.parametrize(
    ("text", "voice", "speaker"),
    [
        ("Ada Lind said the oven was old.", Voice.NAMED, "Ada Lind"),
        ("The report said the oven was old.", Voice.INSTITUTION, "the report"),
        ("The council said the road was shut.", Voice.INSTITUTION, "the council"),
        ("Critics said the road was narrow.", Voice.UNNAMED, ""),
        ("A spokesman for Ada Lind said the oven was old.", Voice.UNNAMED, ""),
        ("Two neighbours said the oven was loud.", Voice.UNNAMED, ""),
        ("I said the oven was old.", Voice.ARTICLE, ""),
        ("The oven is said to be old.", Voice.UNNAMED, ""),
    ],
)
def test_voice(text: str, voice: Voice, speaker: str) -> None:
    (found,) = read(text)
    assert (found.voice, found.speaker) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Ada Lind bakes bread. Lind argued that rye was best.", "argued", "Ada Lind"),
        ("Ada Lind said rye was best. She noted that it keeps.", "noted", "Ada Lind"),
        ("Ada Lind, who noted that rye keeps, was pleased.", "noted", "Ada Lind"),
        ("Mayor Ada Lind spoke. The mayor argued that rye was best.", "argued", "Ada Lind"),
        (
            "Ada Lind, the director, left. The director argued that rye was best.",
            "argued",
            "Ada Lind",
        ),
        (
            "River agencies warned that levels were low. These agencies insist that it will last.",
            "insist",
            "River agencies",
        ),
    ],
)
def test_speaker_is_resolved_from_earlier_text(text: str, cue: str, speaker: str) -> None:
    assert _with_cue(text, cue).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Lind met Mara Odell at the mill.", "Ada Lind"),
        ("On Monday Ada Lind opened the mill.", "Ada Lind"),
        ("Mara Odell said it was cold. Ada Lind opened the door for Tom Reed.", "Ada Lind"),
        ("“It grew,” said Ada Lind. It rained.", "Ada Lind"),
        ("Mr Reed met Mrs Odell at the mill.", "Odell"),
        ("Ada Lind and Mara Odell met at the mill.", ""),
        ("“It grew,” said Ada Lind. The town paid Mara Odell.", ""),
    ],
)
def test_a_pronoun_is_the_subject_before_it_or_nobody_where_two_may_be_meant(
    text: str, speaker: str
) -> None:
    found = _with_cue(f"{text} She argued that the oven was hot.", "argued")
    assert (found.voice, found.speaker) == (Voice.NAMED, speaker)


@pytest.mark.parametrize(
    ("text", "judging"),
    [
        ("Lind said that the oven was new.", False),
        ("Lind claimed that the oven was new.", True),
        ("Lind admitted that the oven was old.", True),
        ("Lind falsely said that the oven was new.", True),
    ],
)
def test_whether_the_cue_judges(text: str, judging: bool) -> None:
    (found,) = read(text)
    assert found.judging is judging


def test_a_closed_quotation_by_a_named_speaker_is_surer_than_a_wish() -> None:
    sure = _with_cue("“The oven has been broken since May,” said Ada Lind.", "said")
    wish = _with_cue("They want to open a shop.", "want")
    assert sure.confidence > 0.9 > 0.6 > wish.confidence


def test_a_saying_inside_a_saying_is_less_sure() -> None:
    outer = _with_cue("Lind said that Roe said the oven was old.", "said")
    inner = max(read("Lind said that Roe said the oven was old."), key=lambda a: a.cue)
    assert inner.confidence < outer.confidence
    assert "it stands inside what somebody else says" in inner.why


def test_reasons_are_words_for_a_teacher() -> None:
    found = _with_cue("“The oven has been broken since May,” said Ada Lind.", "said")
    assert found.why == (
        "quotation marks, with “said” beside them",
        "a plain word for saying",
        "the source is named: Ada Lind",
    )


@pytest.mark.parametrize("name", ["Mr. Venn", "Mayor Clara Venn", "Dr. Venn"])
def test_whoever_supports_somebody_with_a_title_is_somebody_else(name: str) -> None:
    text = f"Clara Venn left the hall. Supporters of {name} said that the mill would close."
    said = read(text)[-1]
    assert said.voice is Voice.UNNAMED
