"""What the pages of an attempt show: a lesson, or a question before or after its answer."""

from __future__ import annotations

from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404

from curriculum import passages
from curriculum.models import Choice, Source
from quiz import accommodating, evidence, flagging, lessons, practising, timing
from quiz import similar as likeness
from quiz.forms import AnswerForm
from quiz.itinerary import Asked, Itinerary
from quiz.models import Attempt, Response
from quiz.shuffling import Laid
from quiz.similar import Similar
from quiz.standing import standings


def frame(itinerary: Itinerary, asked: Asked | None = None) -> dict[str, Any]:
    """What every page of an attempt shows; in a review, with the text of the question."""
    attempt: Attempt = itinerary.attempt
    edition = attempt.edition_of(asked.version) if asked else attempt.studied
    return {
        "attempt": attempt,
        "edition": edition,
        "learner": attempt.learner,
        "itinerary": itinerary,
        "source": evidence.text_of(edition),
    }


def lesson(itinerary: Itinerary, number: int) -> dict[str, Any]:
    """A lesson with the questions to practise on, none of them tried."""
    plain = itinerary.lessons.get(number)
    if not plain:
        raise Http404
    attempt = itinerary.attempt
    return frame(itinerary) | {
        "lesson": plain,
        "number": number,
        "page": lessons.lay_out(plain, source=attempt.studied.unit.source),
        "practice": practising.practice(plain, attempt=attempt),
        "questions": itinerary.questions_of(number),
    }


def asked_at(itinerary: Itinerary, position: int) -> Asked:
    """The question at a place of the attempt."""
    asked = itinerary.asked_at(position)
    if asked is None:
        raise Http404
    prefetch_related_objects([asked.version], "choices")  # laid out, marked and shown: once
    return asked


def question(itinerary: Itinerary, asked: Asked) -> dict[str, Any]:
    """A question before its answer, or after it. Before, nothing of the key is in the context."""
    attempt = itinerary.attempt
    siblings = [place.version_id for place in itinerary.questions_of(asked.lesson_number)]
    response = itinerary.response_to(asked)
    laid = _laid(asked, attempt, response)
    context = frame(itinerary, asked)
    context |= {
        "asked": asked,
        "lesson": itinerary.lessons.get(asked.lesson_number),
        "now": siblings.index(asked.version_id) + 1,
        "of": len(siblings),
        "laid": laid,
    }
    if response is None:
        return context | _unanswered(itinerary, asked, laid, context["source"])
    context |= {"response": response, "next_url": itinerary.after(asked)}
    if not attempt.disclosed:  # what was right waits until the work is due
        return context | {"passage": evidence.dark(context["source"])}
    proof = evidence.lit(context["source"], asked.version_id)
    return context | {
        "confusion": practising.mix_up(response.choice),
        "quotations": proof.quotations,
        "passage": proof.passage,
    }


def _unanswered(
    itinerary: Itinerary, asked: Asked, laid: list[Laid], source: Source
) -> dict[str, Any]:
    attempt: Attempt = itinerary.attempt
    shown = timing.stamp(attempt=attempt.pk, version=asked.version_id)
    return {
        "form": AnswerForm(laid=laid, initial={"shown": shown}),
        "asks_confidence": asks_confidence(attempt),
        "shut": attempt.shut(),
        "next_url": itinerary.next_url,
        "passage": evidence.dark(source),
    }


def _laid(asked: Asked, attempt: Attempt, response: Response | None) -> list[Laid]:
    """The choices as the learner meets them, or as they were when the answer was given."""
    if response is None:
        return accommodating.lay_out(asked.version, learner=attempt.learner)
    return accommodating.lay_out_again(asked.version, learner=attempt.learner_id, response=response)


def similar(itinerary: Itinerary, asked: Asked) -> dict[str, Any]:
    """A question like the one that was asked, if there is one, before anybody tries it."""
    found = likeness.draw(asked=asked.version, attempt=itinerary.attempt)
    context = frame(itinerary) | {
        "asked": asked,
        "similar": found,
        "next_url": itinerary.after(asked),
    }
    if found is None:
        return context
    text = found.source
    return context | {"source": text, "paragraphs": passages.paragraphs(text.text, text.blocks)}


def tried(found: Similar, choice: Choice) -> dict[str, Any]:
    """The same question with the learner's choice, and the words that settle it."""
    text, version = found.source, found.question.version
    lights = passages.resolve(text.text, [anchor.as_draft() for anchor in version.anchors.all()])
    return {
        "tried": practising.tried(found.question, choice, source=text),
        "paragraphs": passages.paragraphs(text.text, text.blocks, lights),
    }


def asks_confidence(attempt: Attempt) -> bool:
    """Whether to ask how sure the learner is: at their own wish, and never in set work."""
    return attempt.learner.asks_confidence and not (attempt.assignment_id or attempt.classroom_id)


def may_try(attempt: Attempt) -> bool:
    """Whether the set work that this was an attempt at may be begun once more."""
    if attempt.assignment is None:
        return False
    (standing,) = standings(attempt.learner, [attempt.assignment])
    return standing.problem is None


def flag(itinerary: Itinerary, asked: Asked) -> dict[str, Any]:
    """What the learner said of a question, or the form to say it with."""
    return {
        "attempt": itinerary.attempt,
        "asked": asked,
        "flag": flagging.standing(attempt=itinerary.attempt, version=asked.version),
        "flag_reader": flagging.reader(itinerary.attempt, asked.version),
    }
