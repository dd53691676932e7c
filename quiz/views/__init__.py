"""Pages of the quiz wing."""
