"""Calendars: when set work is due and when a skill comes round again, as an iCalendar feed.

RFC 5545, written by the icalendar package. The address is the only key, so the feed names the
work and the class but never the learner, and taking the address back ends it at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from icalendar import Calendar, Event

from quiz import withheld
from quiz.models import Assignment, CalendarFeed, Learner, Review

REFRESH = timedelta(hours=6)  # how often a calendar program is asked to look again
KEPT = timedelta(days=60)  # work stays in the calendar this long after it was due


@transaction.atomic
def renew(learner: Learner) -> CalendarFeed:
    """A new secret address; the one before, if any, stops working. Two taps take turns.

    ``Learner.DoesNotExist`` when the learner was erased meanwhile.
    """
    if not Learner.objects.hold(learner.pk):
        raise Learner.DoesNotExist
    CalendarFeed.objects.filter(learner=learner).delete()
    return CalendarFeed.objects.create(learner=learner)


def revoke(learner: Learner) -> None:
    """Take the address back."""
    CalendarFeed.objects.filter(learner=learner).delete()


def calendar(feed: CalendarFeed, *, home: str, at: datetime) -> bytes:
    """The feed as it is now. ``home`` is the site's address, for links back."""
    told = Calendar()
    told.add("prodid", "-//Second Source//Due dates//EN")
    told.add("version", "2.0")
    told.add("x-wr-calname", "Second Source")
    told.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    told.add("x-published-ttl", REFRESH)
    for work in due_work(feed.learner, after=at - KEPT):
        told.add_component(_work(work, home=home, at=at))
    for day, skills in _reviews(withheld.reviews(feed.learner)):
        told.add_component(_review(day, skills, feed=feed, home=home, at=at))
    return bytes(told.to_ical())


def due_work(learner: Learner, *, after: datetime) -> list[Assignment]:
    """The open classes' work that this learner has to hand in, soonest first."""
    dated = Assignment.objects.for_learner(learner).filter(due_at__gt=after)
    return list(dated.select_related("classroom", "unit").order_by("due_at", "pk"))


def _work(work: Assignment, *, home: str, at: datetime) -> Event:
    assert work.due_at
    event = Event()
    event.add("uid", f"assignment-{work.pk}@second-source")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", work.due_at.astimezone(UTC))
    event.add("summary", f"Due: {work.unit.title}")
    event.add("description", f"Set for {work.classroom.name}.")
    event.add("url", f"{home}/learn/{work.unit_id}/")
    event.add("transp", "TRANSPARENT")
    return event


def _reviews(rows: Iterable[Review]) -> list[tuple[date, int]]:
    """How many skills come round on each day, soonest first."""
    days: dict[date, int] = {}
    for row in rows:
        days[row.due_on] = days.get(row.due_on, 0) + 1
    return sorted(days.items())


def _review(day: date, skills: int, *, feed: CalendarFeed, home: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"review-{day.isoformat()}-{feed.pk}@second-source")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", day)
    event.add("summary", f"Review: {skills} skill{'' if skills == 1 else 's'}, about five minutes")
    event.add("url", f"{home}/review/")
    event.add("transp", "TRANSPARENT")
    return event
