"""Who teaches a class: its owner, and colleagues who joined by a link that works once."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from config.http import page
from curriculum.reading.types import Problem
from quiz import access, inviting


@never_cache  # links that let somebody in are on the page
@require_http_methods(["GET", "HEAD", "POST"])
def classroom_teachers(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """Who teaches this class; the links that are open; a new one."""
    classroom = access.get_classroom_for(request, classroom_id)
    if request.method == "POST":
        made = inviting.invite(classroom=classroom, by=_me(request))
        if isinstance(made, Problem):
            messages.error(request, made.message)
        return redirect("classroom_teachers", classroom.pk)
    links = inviting.invitations().filter(classroom=classroom)
    context = {
        "classroom": classroom,
        "co_teachers": classroom.co_teachers.select_related("user"),
        "links": [(link, request.build_absolute_uri(link.get_absolute_url())) for link in links],
    }
    return page(request, "quiz/classroom_teachers.html", context)


@require_POST
def invitation_end(request: HttpRequest, classroom_id: UUID, invitation_id: int) -> HttpResponse:
    """Take a link back. Whoever has it can no longer use it."""
    classroom = access.get_classroom_for(request, classroom_id)
    get_object_or_404(classroom.invitations, pk=invitation_id).delete()
    messages.success(request, "The link is taken back. It no longer works.")
    return redirect("classroom_teachers", classroom.pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Who invites, to which class; then yes."""
    found = inviting.invitations().filter(secret=secret).first()
    if found is None:
        return _over(request)
    if inviting.teaches(_me(request), found.classroom):
        messages.info(request, f"You teach {found.classroom} already. The link is still unused.")
        return redirect(found.classroom)
    if request.method != "POST":
        return page(request, "quiz/invitation.html", {"invitation": found})
    if not inviting.accept(invitation=found, by=_me(request)):
        return _over(request)
    messages.success(request, f"You teach {found.classroom} with {found.made_by} now.")
    return redirect(found.classroom)


@require_POST
def co_teacher_departure(
    request: HttpRequest, classroom_id: UUID, co_teacher_id: int
) -> HttpResponse:
    """A co-teacher leaves; or the owner takes one off."""
    classroom = access.get_classroom_for(request, classroom_id)
    theirs = classroom.co_teachers.select_related("user", "classroom")
    if classroom.owner != request.user:
        theirs = theirs.filter(user=_me(request))
    leaver = get_object_or_404(theirs, pk=co_teacher_id)
    inviting.part(co_teacher=leaver)
    if leaver.user == request.user:
        messages.success(request, f"You no longer teach {classroom}.")
        return redirect("classrooms")
    messages.success(request, f"{leaver.user} no longer teaches {classroom}.")
    return redirect("classroom_teachers", classroom.pk)


@require_POST
def classroom_ownership(
    request: HttpRequest, classroom_id: UUID, co_teacher_id: int
) -> HttpResponse:
    """Hand the class over to a co-teacher."""
    classroom = access.get_owned_classroom_for(request, classroom_id)
    to = get_object_or_404(classroom.co_teachers.select_related("user"), pk=co_teacher_id)
    if inviting.hand_over(classroom=classroom, to=to, by=_me(request)):
        messages.success(request, f"{to.user} owns {classroom} now. You teach it with them.")
    return redirect("classroom_teachers", classroom.pk)


def _over(request: HttpRequest) -> HttpResponse:
    """For a link that was used, taken back, is too old or never was: nobody is told which."""
    return page(request, "quiz/invitation.html", {"invitation": None}, status=404)


def _me(request: HttpRequest) -> User:
    assert request.user.is_authenticated  # LoginRequiredMiddleware saw to it
    return request.user
