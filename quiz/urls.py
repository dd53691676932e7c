"""Addresses of the library, attempts, progress and classes. Nouns; each name equals its view function."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
