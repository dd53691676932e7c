"""Addresses of texts, units and their review. Nouns; each name equals its view function."""

from __future__ import annotations

from django.urls import URLPattern, path

from curriculum.views import claims, editions, lessons, library, questions, sources, units

_TEXT = "texts/<uuid:pk>/"
_CLAIM = f"{_TEXT}claims/<int:number>/"

urlpatterns: list[URLPattern] = [
    path("texts/", sources.sources, name="sources"),
    path("texts/new/", sources.new_source, name="new_source"),
    path(_TEXT, sources.close_reading, name="close_reading"),
    path(f"{_TEXT}deletion/", sources.source_deletion, name="source_deletion"),
    path(f"{_TEXT}claims/", claims.claims, name="claims"),
    path(_CLAIM, claims.claim, name="claim"),
    path(f"{_CLAIM}corrections/", claims.corrections, name="corrections"),
    path(f"{_CLAIM}rejection/", claims.rejection, name="rejection"),
    path(f"{_CLAIM}restoration/", claims.restoration, name="restoration"),
    path(f"{_TEXT}corrections/<int:number>/reversal/", claims.reversal, name="reversal"),
    # The library
    path("", library.home, name="home"),
    # Units
    path("units/", units.units, name="units"),
    path("texts/<uuid:source_id>/units/", units.drafts, name="drafts"),
    path("units/<uuid:unit_id>/", units.unit, name="unit"),
    path("units/<uuid:unit_id>/visibility/", units.visibility, name="visibility"),
    path("units/<uuid:unit_id>/deletion/", units.deletion, name="deletion"),
    path("units/<uuid:unit_id>/editions/", editions.editions, name="editions"),
    # Lessons and their steps
    path("lessons/<int:lesson_id>/", lessons.lesson, name="lesson"),
    path("lessons/<int:lesson_id>/place/", lessons.lesson_place, name="lesson_place"),
    path("steps/<int:step_id>/", lessons.step, name="step"),
    path("steps/<int:step_id>/preview/", lessons.preview, name="preview"),
    # Review
    path("units/<uuid:unit_id>/review/", questions.review, name="review"),
    path("units/<uuid:unit_id>/approvals/", questions.approvals, name="approvals"),
    path("questions/<uuid:question_id>/", questions.question, name="question"),
    path("questions/<uuid:question_id>/verdict/<str:state>/", questions.verdict, name="verdict"),
    path("questions/<uuid:question_id>/wording/", questions.wording, name="wording"),
    path("questions/<uuid:question_id>/findings/", questions.findings, name="findings"),
    path("questions/<uuid:question_id>/place/", questions.question_place, name="question_place"),
]
