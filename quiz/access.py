"""Who may see what: lookups that give the thing, or a 404."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID, uuid4

from django.core import signing
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from config.prepared import Prepared
from curriculum.models import Edition, Unit
from quiz import leaving, places, working
from quiz.models import Assignment, Attempt, Classroom, Enrolment, Learner
from quiz.standing import Standing, standings

SESSION_KEY = "learner"
ASIDE_KEY = "set_aside"  # templates/quiz/data_notice.html reads it
TICKET_LASTS = timedelta(minutes=15)  # afterwards a stale page makes a new learner
SECOND_TAP = timedelta(minutes=1)  # later, a used ticket is somebody else who pressed Back


def learner_of(request: HttpRequest) -> Learner | None:
    """Who learns here: the account's own learner, or the one this browser knows."""
    learners = Learner.objects.select_related("erasure", "accommodation")
    if request.user.is_authenticated:
        found = learners.filter(user=request.user).first()
    else:
        known = request.session.get(SESSION_KEY)
        found = learners.filter(pk=known, user=None).first() if known else None
    return None if leaving.overdue(found) else found


def walk_in_ticket() -> str:
    """A signed id for the learner that a start may create, so that two taps create one."""
    return signing.dumps(str(uuid4()), salt="walk-in")


def learner_for_start(request: HttpRequest, *, ticket: str) -> Learner:
    """The learner of this browser, made now if there is none yet."""
    learner = learner_of(request)
    if request.user.is_authenticated:
        return learner or Learner.objects.get_or_create(user=request.user)[0]
    learner = learner or _walk_in(ticket)
    remember(request, learner)
    return learner


def remember(request: HttpRequest, learner: Learner) -> None:
    """Let this browser be ``learner``, under a fresh session id when that is somebody new."""
    if request.session.get(SESSION_KEY) != str(learner.pk):
        request.session.cycle_key()
    request.session[SESSION_KEY] = str(learner.pk)


def forget(request: HttpRequest) -> None:
    """Let this browser be nobody."""
    request.session.pop(SESSION_KEY, None)
    set_aside(request, None)
    request.session.cycle_key()


def set_aside(request: HttpRequest, walk_in: Learner | None) -> None:
    """Whose answers this browser still asks about, now that somebody else learns in it."""
    request.session.pop(ASIDE_KEY, None)
    if walk_in:
        request.session[ASIDE_KEY] = str(walk_in.pk)


def _walk_in(ticket: str) -> Learner:
    """The learner of the ticket: made now, or a moment ago by the first of two taps."""
    learner, _ = Learner.objects.get_or_create(pk=_punched(ticket))
    fresh = timezone.now() - learner.created_at < SECOND_TAP
    return learner if fresh and learner.user_id is None else Learner.objects.create()


def _punched(ticket: str) -> UUID:
    try:
        return UUID(signing.loads(ticket, salt="walk-in", max_age=TICKET_LASTS))
    except signing.BadSignature:  # an expired ticket, or none
        return uuid4()


def get_edition_for(request: HttpRequest, unit_id: UUID) -> Edition:
    """What learners see of a unit now, if this learner may walk in."""
    return get_place_for(request, unit_id)[0]


def get_place_for(
    request: HttpRequest, unit_id: UUID, *, work: int | None = None
) -> tuple[Edition, Standing | None]:
    """What this learner meets of a unit now, if they may walk in, and how they stand with it as
    set work. For set work it is the edition that was fixed, or that they are in the middle of."""
    unit = get_object_or_404(Unit.objects.published().select_related("source"), pk=unit_id)
    open_to_all = unit.visibility in (Unit.Visibility.PUBLIC, Unit.Visibility.LINK)
    own = request.user.is_authenticated and unit.owner_id == request.user.pk
    standing = work_for(learner_of(request), unit, pk=work)
    if not (open_to_all or own or standing):
        raise Http404
    begun = standing.open if standing else None
    fixed = begun.edition if begun else standing.work.edition if standing else None
    edition = fixed or unit.editions.order_by("-number")[0]
    edition.unit = unit
    return edition, standing


def work_for(learner: Learner | None, unit: Unit, *, pk: int | None = None) -> Standing | None:
    """Where the learner stands with the unit as set work, if it is. A unit may be set twice:
    then the work that was asked for, or else the one that needs doing first."""
    if learner is None:
        return None
    works = Assignment.objects.for_learner(learner).filter(unit=unit)
    found = standings(learner, works.select_related("unit", "edition", "classroom"))
    chosen = next((each for each in found if each.work.pk == pk), None)
    return chosen or max(found, key=lambda each: each.rank, default=None)


def classroom_for(learner: Learner | None, unit: Unit) -> Classroom | None:
    """The learner's class that has this unit as work, if there is one."""
    standing = work_for(learner, unit)
    return standing.work.classroom if standing else None


def get_attempt_for(request: HttpRequest, attempt_id: UUID) -> Attempt:
    """An attempt of whoever learns in this browser. One whose time is up has ended by then."""
    mine = Q(learner__user=None, learner=request.session.get(SESSION_KEY))
    if request.user.is_authenticated:
        mine |= Q(learner__user=request.user)
    attempts = Attempt.objects.select_related(
        "learner__erasure", "learner__accommodation", "edition__unit__source", "assignment"
    )
    found = get_object_or_404(attempts.filter(mine), pk=attempt_id)
    if leaving.overdue(found.learner):
        raise Http404
    return working.end_if_due(found)


def get_attempt_to_answer(request: HttpRequest, attempt_id: UUID) -> Attempt:
    """The same attempt, without its unit and text: those are fetched where somebody looks."""
    learner = _known(request)
    if request.user.is_authenticated:
        found = _attempt_of_user.first(attempt_id, request.user.pk, learner)
    else:
        found = _attempt_of.first(attempt_id, learner)
    if found is None or leaving.overdue(found.learner):
        raise Http404
    if found.edition_id is not None:
        found.edition = places.edition(found.edition_id)
    return working.end_if_due(found)


def _known(request: HttpRequest) -> UUID:
    """The learner whom this browser knows, or nobody's id."""
    known = request.session.get(SESSION_KEY)
    return UUID(known) if known else UUID(int=0)


def _own(attempt: UUID, learner: UUID) -> QuerySet[Attempt, Attempt]:
    rows = Attempt.objects.filter(pk=attempt, learner=learner, learner__user=None).order_by()
    return rows.select_related("learner__erasure", "learner__accommodation", "assignment")


def _of_user(attempt: UUID, user: int, learner: UUID) -> QuerySet[Attempt, Attempt]:
    mine = Q(learner__user=user) | Q(learner__user=None, learner=learner)
    rows = Attempt.objects.filter(mine, pk=attempt).order_by()
    return rows.select_related("learner__erasure", "learner__accommodation", "assignment")


_attempt_of = Prepared(_own, UUID, UUID)
_attempt_of_user = Prepared(_of_user, UUID, int, UUID)


@contextmanager
def still_here() -> Iterator[None]:
    """A 404, too, where the learner or the set work went after the lookup and before the deed."""
    try:
        yield
    except (Learner.DoesNotExist, Assignment.DoesNotExist) as gone:
        raise Http404 from gone


def get_classroom_for(request: HttpRequest, classroom_id: UUID) -> Classroom:
    """A class of this teacher, their own or a colleague's whom they teach it with."""
    return get_object_or_404(Classroom.objects.for_teacher(request.user), pk=classroom_id)


def get_owned_classroom_for(request: HttpRequest, classroom_id: UUID) -> Classroom:
    """A class that this teacher owns, for what a co-teacher may not do."""
    return get_object_or_404(Classroom, pk=classroom_id, owner=request.user)


def get_owned_unit_for(request: HttpRequest, unit_id: UUID) -> Unit:
    """A unit of this teacher, for its results."""
    return get_object_or_404(Unit.objects.for_teacher(request.user), pk=unit_id)


def get_unit_results_for(request: HttpRequest, unit_id: UUID) -> Unit:
    """A unit of this teacher, or one that is set in a class that they teach."""
    rooms = Classroom.objects.for_teacher(request.user)
    theirs = Unit.objects.for_teacher(request.user).values("pk")
    taught = Assignment.objects.filter(classroom__in=rooms).values("unit")
    return get_object_or_404(Unit.objects.filter(Q(pk__in=theirs) | Q(pk__in=taught)), pk=unit_id)


def settable_units(request: HttpRequest, classroom: Classroom) -> QuerySet[Unit]:
    """What this teacher may set for the class: published, and their own, public, or set there by
    somebody who teaches it with them."""
    open_to_them = Q(visibility=Unit.Visibility.PUBLIC) | Q(
        pk__in=classroom.assignments.values("unit")
    )
    if request.user.is_authenticated:
        open_to_them |= Q(owner=request.user)
    return Unit.objects.published().filter(open_to_them).order_by("title")


def get_work_for(request: HttpRequest, classroom_id: UUID, work_id: int) -> Assignment:
    """Work that was set in a class of this teacher."""
    classrooms = Classroom.objects.for_teacher(request.user)
    works = Assignment.objects.select_related("classroom", "unit", "edition")
    return get_object_or_404(works, pk=work_id, classroom=classroom_id, classroom__in=classrooms)


def get_seat_for(request: HttpRequest, classroom_id: UUID, seat_id: int) -> Enrolment:
    """A seat in a class of this teacher, taken away or not."""
    classrooms = Classroom.objects.for_teacher(request.user)
    seats = Enrolment.objects.select_related("classroom", "learner")
    mine = seats.filter(classroom__in=classrooms)
    return get_object_or_404(mine, classroom=classroom_id, pk=seat_id)
