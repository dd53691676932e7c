"""Addresses of learning, progress and classes. Nouns; each name equals its view function."""

from __future__ import annotations

from django.urls import URLPattern, path

from quiz.views import (
    accommodations,
    along,
    assignments,
    attempts,
    cards,
    classrooms,
    closing,
    colleagues,
    data,
    flags,
    joining,
    learning,
    passes,
    progress,
    results,
    reviews,
)

_LEARN = "learn/<uuid:unit_id>/"
_ATTEMPT = "attempts/<uuid:attempt_id>/"
_QUESTION = f"{_ATTEMPT}questions/<int:position>/"
_CLASS = "classes/<uuid:classroom_id>/"
_SEAT = f"{_CLASS}seats/<int:seat_id>/"

urlpatterns: list[URLPattern] = [
    path(_LEARN, learning.learn, name="learn"),
    path(f"{_LEARN}attempts/", learning.attempts, name="attempts"),
    path(f"{_LEARN}pass/", passes.unit_pass, name="unit_pass"),
    path(f"{_LEARN}pass/removal/", passes.unit_pass_removal, name="unit_pass_removal"),
    path(f"{_LEARN}confidence/", passes.confidence, name="confidence"),
    path(_ATTEMPT, attempts.attempt, name="attempt"),
    path(f"{_ATTEMPT}lessons/<int:number>/", attempts.attempt_lesson, name="attempt_lesson"),
    path(
        f"{_ATTEMPT}lessons/<int:number>/completion/",
        attempts.lesson_completion,
        name="lesson_completion",
    ),
    path(
        f"{_ATTEMPT}lessons/<int:number>/practice/<int:place>/", attempts.practice, name="practice"
    ),
    path(
        f"{_ATTEMPT}questions/<int:position>/", attempts.attempt_question, name="attempt_question"
    ),
    path(
        f"{_ATTEMPT}questions/<int:position>/answer/",
        attempts.attempt_answer,
        name="attempt_answer",
    ),
    path(f"{_QUESTION}similar/", attempts.attempt_similar, name="attempt_similar"),
    path(f"{_QUESTION}flag/", flags.attempt_flag, name="attempt_flag"),
    path(f"{_QUESTION}flag/removal/", flags.attempt_flag_removal, name="attempt_flag_removal"),
    path(f"{_ATTEMPT}summary/", attempts.attempt_summary, name="attempt_summary"),
    path("review/", reviews.todays_review, name="todays_review"),
    path("review/attempts/", reviews.review_attempts, name="review_attempts"),
    path("progress/", progress.progress, name="progress"),
    path("progress/departure/", progress.departure, name="departure"),
    path("progress/data/", data.data, name="data"),
    path("progress/data/answers.json", data.data_json, name="data_json"),
    path("progress/data/answers.csv", data.data_csv, name="data_csv"),
    path("progress/data/deletion/", data.data_deletion, name="data_deletion"),
    path("progress/data/return/", data.data_return, name="data_return"),
    path("progress/data/keeping/", data.data_keeping, name="data_keeping"),
    path("progress/along/", along.along, name="along"),
    path("progress/along/second-source.apkg", along.deck, name="deck"),
    path("progress/along/calendar/", along.calendar_address, name="calendar_address"),
    path(
        "progress/along/calendar/removal/",
        along.calendar_address_removal,
        name="calendar_address_removal",
    ),
    path("calendars/<slug:secret>.ics", along.calendar_feed, name="calendar_feed"),
    path("receipts/<slug:code>/", data.receipt, name="receipt"),
    path("accounts/deletion/", closing.account_deletion, name="account_deletion"),
    path("join/", joining.join, name="join"),
    path("classes/", classrooms.classrooms, name="classrooms"),
    path(_CLASS, classrooms.classroom, name="classroom"),
    path(f"{_CLASS}names/", classrooms.classroom_names, name="classroom_names"),
    path(f"{_CLASS}set-work/new/", assignments.new_assignment, name="new_assignment"),
    path(f"{_CLASS}set-work/words/", assignments.assignment_words, name="assignment_words"),
    path(f"{_CLASS}set-work/<int:work_id>/", assignments.assignment, name="assignment"),
    path(
        f"{_CLASS}set-work/<int:work_id>/removal/",
        assignments.assignment_removal,
        name="assignment_removal",
    ),
    path(f"{_CLASS}archive/", classrooms.classroom_archive, name="classroom_archive"),
    path(f"{_CLASS}reopening/", classrooms.classroom_reopening, name="classroom_reopening"),
    path(f"{_CLASS}cards/", cards.classroom_cards, name="classroom_cards"),
    path(f"{_CLASS}sign-in/", cards.classroom_sign_in, name="classroom_sign_in"),
    path(f"{_SEAT}card/", cards.seat_card, name="seat_card"),
    path(f"{_SEAT}accommodation/", accommodations.accommodation, name="accommodation"),
    path(f"{_SEAT}removal/", classrooms.seat_removal, name="seat_removal"),
    path(f"{_SEAT}return/", classrooms.seat_return, name="seat_return"),
    path(f"{_CLASS}teachers/", colleagues.classroom_teachers, name="classroom_teachers"),
    path(
        f"{_CLASS}invitations/<int:invitation_id>/end/",
        colleagues.invitation_end,
        name="invitation_end",
    ),
    path(
        f"{_CLASS}teachers/<int:co_teacher_id>/departure/",
        colleagues.co_teacher_departure,
        name="co_teacher_departure",
    ),
    path(
        f"{_CLASS}teachers/<int:co_teacher_id>/ownership/",
        colleagues.classroom_ownership,
        name="classroom_ownership",
    ),
    path("invitations/<slug:secret>/", colleagues.invitation, name="invitation"),
    path("units/<uuid:unit_id>/results/", results.results, name="results"),
    path(
        "units/<uuid:unit_id>/flags/<int:flag_id>/settlement/",
        flags.flag_settlement,
        name="flag_settlement",
    ),
]
