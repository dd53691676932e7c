"""Exporting: all that is kept about one learner, for themselves, as a page, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Count
from django.utils import timezone

from curriculum.skills import SKILLS
from quiz import accommodating, small_records, withheld
from quiz.models import Attempt, Enrolment, Learner, LessonDone, Mastery, Response

BOM = "\ufeff"  # without it, a spreadsheet takes the file for something other than UTF-8
FORMULA = "=+-@＝＋－＠\t\r\n"  # what a spreadsheet may take for the beginning of a formula
COLUMNS = (
    "record", "unit", "edition", "question", "options", "chosen", "key", "right", "skill", "try",
    "when", "details",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Given:
    """One answer, with what was asked and what would have been right, once that may be told."""

    unit: str
    edition: int | None
    question: str
    options: list[str]  # in the order in which this learner sees them
    chosen: str
    key: str | None
    right: bool | None
    skill: str
    attempt_number: int  # at this question, within one way through the unit
    when: datetime
    late: bool
    how_sure: str | None  # in the words of the choice
    seconds: int | None  # from the question's appearing
    told_on: datetime | None  # when work is due that keeps its answers until then


class LearnerData:
    """What is kept about a learner: a fixed number of queries, however much there is."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner

    @cached_property
    def answers(self) -> list[Given]:
        """Every answer, newest first."""
        rows = Response.objects.filter(attempt__learner=self.learner)
        told = rows.select_related("attempt__edition", "attempt__assignment", "version", "choice")
        return [
            self._given(row)
            for row in told.prefetch_related("version__choices").order_by("-answered_at", "-pk")
        ]

    @cached_property
    def attempts(self) -> list[Attempt]:
        """Every way through a unit, with how much is kept of it."""
        counted = self.learner.attempts.annotate(answered=Count("responses"))
        return list(counted.select_related("edition", "classroom"))

    @cached_property
    def lessons(self) -> list[LessonDone]:
        """Every lesson that was read to its end."""
        rows = LessonDone.objects.filter(attempt__learner=self.learner)
        return list(rows.select_related("attempt__edition").order_by("done_at"))

    @cached_property
    def skills(self) -> list[Mastery]:
        """What the answers come to."""
        return withheld.masteries(self.learner)

    @cached_property
    def seats(self) -> list[Enrolment]:
        """The classes, those left too."""
        return list(self.learner.enrolments.select_related("classroom"))

    @property
    def first_at(self) -> datetime | None:
        """When the oldest answer was given."""
        return self.answers[-1].when if self.answers else None

    def as_json(self) -> str:
        """Everything, for a program."""
        return json.dumps(self._plain(), ensure_ascii=False, indent=2, default=_iso)

    def as_csv(self) -> str:
        """Everything, for a spreadsheet: one line a record, of a dozen kinds."""
        file = io.StringIO(newline="")
        file.write(BOM)
        table = csv.DictWriter(file, COLUMNS, restval="")
        table.writeheader()
        for row in self._lines():
            table.writerow({name: harmless(value) for name, value in row.items()})
        return file.getvalue()

    def _plain(self) -> dict[str, Any]:
        return {
            "exported_at": timezone.now(),
            "learner": {
                "name": self.learner.name,
                "account": self.learner.user.get_username() if self.learner.user else "",
                "since": self.learner.created_at,
            },
            "what_helps_you": accommodating.words(accommodating.of(self.learner)),
            "classes": [_seat(each) for each in self.seats],
            "attempts": [_attempt(each) for each in self.attempts],
            "lessons": [_lesson(each) for each in self.lessons],
            "answers": [asdict(each) for each in self.answers],
            "skills": [_skill(each) for each in self.skills],
            "beside": small_records.of(self.learner),
        }

    def _lines(self) -> list[dict[str, object]]:
        """The records as lines: what has no column of its own goes into the details."""
        plain = self._plain()
        answers = [
            {
                "record": "answer",
                **{name: each[name] for name in ("unit", "edition", "question", "chosen")},
                "key": each["key"] or "",
                "right": "" if each["right"] is None else each["right"],
                "skill": each["skill"],
                "when": each["when"],
                "options": " | ".join(each["options"]),
                "try": each["attempt_number"],
                "details": _aside(each),
            }
            for each in plain["answers"]
        ]
        return [
            *answers,
            *(_line("lesson", each, when="read_at") for each in plain["lessons"]),
            *(_line("attempt", each, when="started_at") for each in plain["attempts"]),
            *(_line("skill", each, when="last_answer_at") for each in plain["skills"]),
            *(_line("class", each, when="joined_at") for each in plain["classes"]),
            *(
                _line(kind.replace("_", " "), each, when="when")
                for kind, records in plain["beside"].items()
                for each in records
            ),
            *({"record": "what helps you", "details": each} for each in plain["what_helps_you"]),
        ]

    def _given(self, row: Response) -> Given:
        laid = accommodating.lay_out_again(row.version, learner=self.learner.pk, response=row)
        work, known = row.attempt.assignment, row.attempt.disclosed
        return Given(
            unit=row.attempt.title,
            edition=row.attempt.edition_number,
            question=row.version.stem,
            options=[f"{each.letter}. {each.choice.text}" for each in laid],
            chosen=row.choice.text,
            key=next(each.choice.text for each in laid if each.choice.is_key) if known else None,
            right=row.correct if known else None,
            skill=SKILLS[row.skill].name,
            attempt_number=row.try_number,
            when=row.answered_at,
            late=row.late,
            how_sure=row.get_confidence_display(),
            seconds=row.seconds,
            told_on=None if known or work is None else work.due_at,
        )


def harmless(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; an apostrophe in front makes it words."""
    words = _iso(value) if isinstance(value, datetime) else str(value)
    risky = words.startswith(tuple(FORMULA)) or words.lstrip().startswith(tuple(FORMULA))
    return f"'{words}" if risky else words


def _aside(answer: dict[str, Any]) -> str:
    """What else there is to say of an answer."""
    sure, took, told = answer["how_sure"], answer["seconds"], answer["told_on"]
    parts = (
        "after the work was due" if answer["late"] else "",
        sure.lower() if sure else "",
        f"after {took} seconds" if took is not None else "",
        f"what was right is told on {_iso(told)}" if told else "",
    )
    return "; ".join(part for part in parts if part)


def _iso(value: object) -> str:
    assert isinstance(value, datetime), value
    return timezone.localtime(value).isoformat(timespec="seconds")


def _line(record: str, plain: dict[str, Any], *, when: str) -> dict[str, object]:
    """One record: its columns, its time, and the rest in words."""
    own: dict[str, object] = {
        name: plain[name] for name in ("unit", "edition", "skill") if name in plain
    }
    rest = {name: value for name, value in plain.items() if name not in own and name != when}
    words = [
        f"{name.replace('_', ' ')}: {_iso(value) if isinstance(value, datetime) else value}"
        for name, value in rest.items()
        if value not in (None, "")
    ]
    return {"record": record, **own, "when": plain[when] or "", "details": "; ".join(words)}


def _seat(seat: Enrolment) -> dict[str, Any]:
    return {
        "name_of_the_class": seat.classroom.name,
        "your_name_there": seat.name,
        "joined_at": seat.joined_at,
        "taken_off_the_list_at": seat.removed_at,
        "first_came_at": seat.came_at,
        "pin_or_pictures": "kept as a hash, which shows neither",
    }


def _attempt(attempt: Attempt) -> dict[str, Any]:
    return {
        "unit": attempt.title,
        "edition": attempt.edition_number,
        "for_the_class": attempt.classroom.name if attempt.classroom else "",
        "set_as_work": attempt.assignment_id is not None,
        "closes_at": attempt.closes_at,
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at,
    }


def _lesson(lesson: LessonDone) -> dict[str, Any]:
    attempt = lesson.attempt
    titles = {each["number"]: each.get("title", "") for each in attempt.lessons}
    return {
        "unit": attempt.title,
        "edition": attempt.edition_number,
        "number": lesson.lesson_number,
        "title": titles.get(lesson.lesson_number, ""),
        "read_at": lesson.done_at,
    }


def _skill(row: Mastery) -> dict[str, Any]:
    return {
        "skill": row.about.name,
        "in_words": row.band.words,
        "answers_that_count": row.answers,
        "right": row.right,
        "rating": round(row.rating, 3),
        "uncertainty": round(row.uncertainty, 3),
        "last_answer_at": row.last_at,
    }
