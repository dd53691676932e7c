"""Addresses of texts, units and their review. Nouns; each name equals its view function."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
