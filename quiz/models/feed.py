"""A calendar's secret address. Whoever knows it reads the due dates; taking it back deletes it."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils import timezone

from quiz.models.classroom import new_secret
from quiz.models.people import Learner


class CalendarFeed(models.Model):
    """The address under which a learner's calendar finds the due dates."""

    learner = models.OneToOneField(Learner, on_delete=models.CASCADE, related_name="feed")
    secret = models.CharField(max_length=43, unique=True, default=new_secret)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Calendar of {self.learner}"

    def get_absolute_url(self) -> str:
        """The feed itself."""
        return reverse("calendar_feed", args=[self.secret])
