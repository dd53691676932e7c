"""Addresses of texts, units and their review. Nouns; each name equals its view function."""

from __future__ import annotations

from django.urls import URLPattern, path

from curriculum.views import (
    claims,
    confusions,
    editions,
    handouts,
    lessons,
    library,
    previews,
    questions,
    sources,
    steps,
    units,
    wordings,
)

_TEXT = "texts/<uuid:pk>/"
_UNIT = "units/<uuid:unit_id>/"
_LESSON = "lessons/<int:lesson_id>/"
_STEP = "steps/<int:step_id>/"
_QUESTION = "questions/<uuid:question_id>/"
_CLAIM = f"{_TEXT}claims/<int:number>/"

urlpatterns: list[URLPattern] = [
    path("texts/", sources.sources, name="sources"),
    path("texts/new/", sources.new_source, name="new_source"),
    path(_TEXT, sources.close_reading, name="close_reading"),
    path(f"{_TEXT}whole-text/", sources.whole_text, name="whole_text"),
    path(f"{_TEXT}deletion/", sources.source_deletion, name="source_deletion"),
    path(f"{_TEXT}claims/", claims.claims, name="claims"),
    path(_CLAIM, claims.claim, name="claim"),
    path(f"{_CLAIM}corrections/", claims.corrections, name="corrections"),
    path(f"{_CLAIM}rejection/", claims.rejection, name="rejection"),
    path(f"{_CLAIM}restoration/", claims.restoration, name="restoration"),
    path(f"{_TEXT}corrections/<int:number>/reversal/", claims.reversal, name="reversal"),
    # The library
    path("", library.home, name="home"),
    # Mix-ups, each with a card
    path("confusions/", confusions.confusions, name="confusions"),
    path("confusions/<slug:confusion_id>/", confusions.confusion, name="confusion"),
    # Units
    path("units/", units.units, name="units"),
    path("texts/<uuid:source_id>/units/", units.drafts, name="drafts"),
    path(_UNIT, units.unit, name="unit"),
    path(f"{_UNIT}visibility/", units.visibility, name="visibility"),
    path(f"{_UNIT}deletion/", units.deletion, name="deletion"),
    path(f"{_UNIT}copies/", units.copies, name="copies"),
    path(f"{_UNIT}records/", units.records, name="records"),
    path(f"{_UNIT}preview/", previews.unit_preview, name="unit_preview"),
    path(f"{_UNIT}editions/", editions.editions, name="editions"),
    path(f"{_UNIT}handout/", handouts.handout, name="handout"),
    path(f"{_UNIT}handout/key/", handouts.answer_key, name="answer_key"),
    path(f"{_UNIT}notes/", handouts.teacher_notes, name="teacher_notes"),
    path(f"{_UNIT}comparison/", editions.comparison, name="comparison"),
    # Lessons and their steps
    path(f"{_UNIT}lessons/new/", lessons.new_lesson, name="new_lesson"),
    path(_LESSON, lessons.lesson, name="lesson"),
    path(f"{_LESSON}place/", lessons.lesson_place, name="lesson_place"),
    path(f"{_LESSON}removal/", lessons.lesson_removal, name="lesson_removal"),
    path(f"{_LESSON}restoration/", lessons.lesson_restoration, name="lesson_restoration"),
    path(f"{_LESSON}steps/new/", steps.new_step, name="new_step"),
    path(f"{_LESSON}steps/preview/", steps.new_preview, name="new_preview"),
    path(_STEP, steps.step, name="step"),
    path(f"{_STEP}preview/", steps.preview, name="preview"),
    path(f"{_STEP}place/", steps.step_place, name="step_place"),
    path(f"{_STEP}removal/", steps.step_removal, name="step_removal"),
    path(f"{_STEP}restoration/", steps.step_restoration, name="step_restoration"),
    # Review
    path(f"{_UNIT}review/", questions.review, name="review"),
    path(f"{_UNIT}approvals/", questions.approvals, name="approvals"),
    path(f"{_UNIT}review/reversal/", questions.reversal_of_review, name="reversal_of_review"),
    path(_QUESTION, questions.question, name="question"),
    path(f"{_QUESTION}verdict/<str:state>/", questions.verdict, name="verdict"),
    # The words of questions, and where they stand
    path(f"{_LESSON}questions/new/", wordings.new_question, name="new_question"),
    path(f"{_LESSON}questions/findings/", wordings.new_findings, name="new_findings"),
    path(f"{_QUESTION}wording/", wordings.wording, name="wording"),
    path(f"{_QUESTION}findings/", wordings.findings, name="findings"),
    path(f"{_QUESTION}place/", wordings.question_place, name="question_place"),
    path(f"{_QUESTION}lesson/", wordings.question_lesson, name="question_lesson"),
    path(f"{_QUESTION}lesson/<int:lesson_id>/", wordings.question_return, name="question_return"),
]
