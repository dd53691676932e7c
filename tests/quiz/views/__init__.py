"""Tests of the quiz wing’s pages."""
