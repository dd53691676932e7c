"""What is taught, and where it came from."""
