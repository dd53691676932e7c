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
_LESSON = "lessons/<int:lesson_id>/"
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
    path("units/<uuid:unit_id>/", units.unit, name="unit"),
    path("units/<uuid:unit_id>/visibility/", units.visibility, name="visibility"),
    path("units/<uuid:unit_id>/deletion/", units.deletion, name="deletion"),
    path("units/<uuid:unit_id>/copies/", units.copies, name="copies"),
    path("units/<uuid:unit_id>/records/", units.records, name="records"),
    path("units/<uuid:unit_id>/preview/", previews.unit_preview, name="unit_preview"),
    path("units/<uuid:unit_id>/editions/", editions.editions, name="editions"),
    path("units/<uuid:unit_id>/handout/", handouts.handout, name="handout"),
    path("units/<uuid:unit_id>/handout/key/", handouts.answer_key, name="answer_key"),
    path("units/<uuid:unit_id>/notes/", handouts.teacher_notes, name="teacher_notes"),
    path("units/<uuid:unit_id>/comparison/", editions.comparison, name="comparison"),
    # Lessons and their steps
    path("units/<uuid:unit_id>/lessons/new/", lessons.new_lesson, name="new_lesson"),
    path("lessons/<int:lesson_id>/", lessons.lesson, name="lesson"),
    path(f"{_LESSON}place/", lessons.lesson_place, name="lesson_place"),
    path(f"{_LESSON}removal/", lessons.lesson_removal, name="lesson_removal"),
    path(f"{_LESSON}restoration/", lessons.lesson_restoration, name="lesson_restoration"),
    path(f"{_LESSON}steps/new/", steps.new_step, name="new_step"),
    path(f"{_LESSON}steps/preview/", steps.new_preview, name="new_preview"),
    path("steps/<int:step_id>/", steps.step, name="step"),
    path("steps/<int:step_id>/preview/", steps.preview, name="preview"),
    path("steps/<int:step_id>/place/", steps.step_place, name="step_place"),
    path("steps/<int:step_id>/removal/", steps.step_removal, name="step_removal"),
    path("steps/<int:step_id>/restoration/", steps.step_restoration, name="step_restoration"),
    # Review
    path("units/<uuid:unit_id>/review/", questions.review, name="review"),
    path("units/<uuid:unit_id>/approvals/", questions.approvals, name="approvals"),
    path(
        "units/<uuid:unit_id>/review/reversal/",
        questions.reversal_of_review,
        name="reversal_of_review",
    ),
    path("questions/<uuid:question_id>/", questions.question, name="question"),
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
