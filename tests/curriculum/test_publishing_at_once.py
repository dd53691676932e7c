"""Publishing and bringing at the same moment, on a real database: one edition, one text."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import User

from curriculum import drafting, publishing
from curriculum.models import Edition, Question, QuestionVersion, Source, Unit
from tests.at_once import REAL, at_once, in_a_thread, threads
from tests.factories import LUNCH, create_source, create_unit

pytestmark = REAL
__all__ = ["threads"]


def test_publish_at_once_is_one_edition(tess: User, threads: Callable[[], None]) -> None:
    unit = create_unit(owner=tess)
    unit.questions.update(state=Question.State.APPROVED)
    threads()
    made = at_once(lambda: publishing.publish(unit=unit, by=tess))
    assert len({each.pk for each in made if isinstance(each, Edition)}) == 1
    assert in_a_thread(Edition.objects.count) == 1


def test_one_text_at_once_is_one_source(tess: User, threads: Callable[[], None]) -> None:
    threads()
    assert len({each.pk for each in at_once(lambda: create_source(owner=tess, text=LUNCH))}) == 1
    assert in_a_thread(Source.objects.count) == 1


def test_draft_at_once_is_one_unit(tess: User, threads: Callable[[], None]) -> None:
    source = create_source(owner=tess, text=LUNCH)
    threads()
    made = at_once(lambda: drafting.draft(source=source, by=tess))
    assert len({each.pk for each in made if isinstance(each, Unit)}) == 1
    assert in_a_thread(Unit.objects.count) == 1
    assert in_a_thread(QuestionVersion.objects.count) > 1
