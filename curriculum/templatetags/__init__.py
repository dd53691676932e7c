"""Filters for the templates of both wings."""
