"""Who learns, what they answered, what they now know."""
