"""Accounts of teachers and independent learners: django-allauth, in our words and our look."""
