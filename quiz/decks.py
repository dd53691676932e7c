"""Decks: the questions that a learner answered, to take along to Anki.

Only answered questions go along, and only once the learner may know what was right: no key leaves
before its answer is in. A note keeps its identity over editions and over exports, so bringing a
newer deck into Anki updates what is there and keeps the learner's own schedule.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from html import escape
from uuid import UUID

import genanki

from curriculum.models import QuestionVersion, Source
from curriculum.passages import resolve
from curriculum.skills import SKILLS
from curriculum.writing.types import Anchor
from quiz import accommodating, quotations
from quiz.models import Learner, Response

FIELDS = ("Question", "Text", "Options", "Answer", "Why", "Proof", "From")
FRONT = """<p class="from">{{From}}</p>
<blockquote>{{Text}}</blockquote>
<p class="question">{{Question}}</p>
{{Options}}"""
BACK = """<p class="from">{{From}}</p>
<p class="question">{{Question}}</p>
<p class="answer" id="answer">{{Answer}}</p>
<p>{{Why}}</p>
<blockquote>{{Proof}}</blockquote>"""
LOOK = """.card { font: 1.1em/1.5 Georgia, serif; max-width: 34em; margin: 0 auto; padding: 1em; }
.from { font-size: .8em; opacity: .75; } .question, .answer { font-weight: bold; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid; }
mark { background: #ffe28a; color: #1c1a17; }"""
# Anki knows a note type by its number for ever: it stays, however the fields grow.
MODEL = genanki.Model(
    1_846_202_611,
    "Second Source: a question about a text",
    fields=[{"name": name} for name in FIELDS],
    templates=[{"name": "Question and answer", "qfmt": FRONT, "afmt": BACK}],
    css=LOOK,
)


def deck(learner: Learner, *, at: datetime) -> bytes:
    """An ``.apkg`` file: a deck for each unit, its questions in the order of the unit."""
    units: dict[UUID, genanki.Deck] = {}
    for version in answered(learner, at=at):
        unit = version.question.unit
        if unit.pk not in units:
            name = f"Second Source::{unit.title.replace('::', ': ')}"
            units[unit.pk] = genanki.Deck(_number(unit.pk), name)
        units[unit.pk].add_note(_note(version, learner))
    file = io.BytesIO()
    genanki.Package(list(units.values())).write_to_file(file, timestamp=at.timestamp())
    return file.getvalue()


def answered(learner: Learner, *, at: datetime) -> list[QuestionVersion]:
    """What the learner answered and may know the key of: the newest version of each question."""
    responses = Response.objects.filter(attempt__learner=learner).disclosed(at)
    versions = QuestionVersion.objects.filter(pk__in=responses.values("version"))
    rows = versions.select_related("question__unit__source").prefetch_related("choices", "anchors")
    newest = {row.question_id: row for row in rows.order_by("number")}
    return sorted(newest.values(), key=lambda row: (row.question.unit.title, row.question.position))


def _note(version: QuestionVersion, learner: Learner) -> genanki.Note:
    laid = accommodating.lay_out(version, learner=learner)
    key = next(each for each in laid if each.choice.is_key)
    options = "".join(f"<li>{escape(each.choice.text)}</li>" for each in laid)
    source, question = version.question.unit.source, version.question
    proof = [anchor.as_draft() for anchor in version.anchors.all()]
    values = {
        "Question": escape(version.stem),
        "Text": _quoted(source, proof, lit=False),
        "Options": f'<ol type="A">{options}</ol>',
        "Answer": escape(f"{key.letter}. {key.choice.text}"),
        "Why": escape(version.explanation),
        "Proof": _quoted(source, proof, lit=True),
        "From": escape(f"{question.unit.title} · {SKILLS[question.skill].name}"),
    }
    return genanki.Note(
        model=MODEL,
        fields=[values[name] for name in FIELDS],
        guid=genanki.guid_for("second-source", question.pk),
        tags=[f"second-source::{question.skill}"],
    )


def _quoted(source: Source, proof: Iterable[Anchor], *, lit: bool) -> str:
    """The words of the text around what settles the question, with those words lit or plain."""
    found = quotations.quotations(source, resolve(source.text, proof))
    return "<br>".join(
        "".join(
            f"<mark>{escape(each.text)}</mark>" if lit and each.lit else escape(each.text)
            for each in quotation.stretches
        )
        for quotation in found
    )


def _number(unit: UUID) -> int:
    """Anki numbers its decks: a unit's own number, the same in every export."""
    return 1 << 30 | unit.int % (1 << 30)
