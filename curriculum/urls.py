"""Addresses of texts, units and their review. Nouns; each name equals its view function."""

from __future__ import annotations

from django.urls import URLPattern, path

from curriculum.views import claims, sources

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
]
