"""What stands around the lessons: a summary, a content note for learners, notes for the teacher."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curriculum.reading.types import Reading
from curriculum.skills import SKILLS
from curriculum.writing import material
from curriculum.writing.examples import listed
from curriculum.writing.types import LessonDraft

# Subjects that may touch somebody in the room. The note says only what the text is about.
_SUBJECTS = (
    ("war or fighting",
     r"war|invasion|invaded|troops|airstrikes?|bomb(?:s|ed|ing)|shelling|missiles?"),
    ("somebody’s death", r"killed|deaths?|died|murder(?:ed)?|suicide|fatal(?:ly)?"),
    ("violence",
     r"attack(?:ed|s)?|shooting|shot|stabb(?:ed|ing)|assault(?:ed)?|rape[ds]?|abuse[ds]?"),
    ("illness", r"cancer|pandemic|overdose|epidemic|dementia"),
    ("politics and politicians", r"president|prime minister|senator|congress(?:man|woman)?|"
     r"republicans?|democrats?|parliament|elections?|party leader"),
)  # fmt: skip
_TIMES = 2  # mentions from which a text is about a subject
_MINUTES = 2  # for each question, with its explanation


def summary(reading: Reading, drafted: Sequence[LessonDraft]) -> str:
    """One sentence for the library. The skills are told beside it, as questions."""
    count = sum(len(lesson.questions) for lesson in drafted)
    if not count:
        return ""
    lessons = f"{len(drafted)} short lesson" + ("s" if len(drafted) > 1 else "")
    questions = f"{count} question" + ("s" if count > 1 else "")
    return f"Read one text closely, in {lessons} with {questions}."


def content_note(reading: Reading) -> str:
    """What the text is about, where that may touch a learner; empty otherwise."""
    found = [
        subject
        for subject, words in _SUBJECTS
        if len(re.findall(rf"\b(?:{words})\b", reading.text, re.IGNORECASE)) >= _TIMES
    ]
    if not found:
        return ""
    return (
        f"This text is about {listed(found)}. We study how it is written, and not who is right. "
        "You may pass on any question."
    )


def teacher_notes(reading: Reading, drafted: Sequence[LessonDraft]) -> str:
    """What to know before the lesson, in a minute: aim, time, sources, and what to say."""
    if not drafted:
        return ""
    aims = "\n".join(
        f"- **{SKILLS[each.skill].name}**: {SKILLS[each.skill].can}." for each in drafted
    )
    count = sum(len(lesson.questions) for lesson in drafted)
    return "\n\n".join(
        (
            f"**Aim.** By the end learners can:\n\n{aims}",
            f"**Time.** {count} questions, about {count * _MINUTES} minutes with their "
            "explanations. Each lesson stands alone.",
            _voices(reading),
            "**Stance.** Every key follows from how the text is built. Nothing here asks whether a "
            "view is right, and a learner who agrees with the text and one who does not can both "
            "answer every question.",
            "**If somebody objects.** “We are looking at how this text is made. We would ask the "
            "same questions of a text that says the opposite.”",
            "**Before you publish.** Read each question beside the text. Discard what you would "
            "not ask. The reading was made by a program and can be wrong about who speaks.",
        )
    )


def _voices(reading: Reading) -> str:
    speakers = list(dict.fromkeys(material.mid(one) for one in material.said(reading)))
    if not speakers:
        return "**Voices.** We found nobody who is quoted or reported."
    return f"**Voices.** In order of appearance: {listed(speakers[:12])}."
