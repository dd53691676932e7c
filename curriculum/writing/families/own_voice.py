"""Own voice or attributed: whose judgement is a word that nobody is quoted as saying?

Why the distractors are wrong: the sentence stands in the article's own voice. No source, no
reporting word and no quotation mark touches it, and it does not carry on the speech before it.
The people offered instead speak elsewhere in the text, in words that the quoted ones do not
overlap; or, in a text in which nobody is heard, they are only talked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from curriculum.reading.types import ClaimType, Reading, Sentence, Voice
from curriculum.writing import material, naming, pointing, quoting
from curriculum.writing.families import judging_word
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "own-voice"
NAME = "Own voice or attributed"
SKILL = "attr"

KEY = "The writer’s own, with nobody quoted"
_UNNAMED = Option(
    "An unnamed source’s, passed on by the writer",
    "No reporting word stands with these words, and without one nothing is passed on.",
    "own-is-reported",
)
_JUDGING = (
    "Whose judgement is the word {word} in {quote}?",
    "Paragraph {paragraph} has the words {quote}. Whose choice is the word {word}?",
)
_STATING = (
    "Whose statement is {quote} in paragraph {paragraph}?",
    "Paragraph {paragraph} says {quote}. Whose voice is that?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Whose statement is it?",
    "In paragraph {paragraph}, a sentence begins {quote}. Whose voice do you hear in it?",
    "Whose voice speaks in the sentence of paragraph {paragraph} that begins {quote}?",
)
_POINTED_JUDGING = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Whose judgement is the word "
    "{word} in it?",
    "In paragraph {paragraph}, a sentence begins {quote}. Whose choice is the word {word} there?",
)

# "Some experts have raised questions", "the board expects": somebody else is behind it after all.
_MAYBE_PASSED_ON = re.compile(
    r"\b(?:expect(?:s|ed)|rais(?:es?|ed|ing) (?:\w+ )?(?:questions?|concerns?|doubts?)|"
    r"express\w* |voic(?:es?|ed|ing) |experts|critics|analysts|officials|supporters|opponents|"
    r"reveal\w*|disclos\w*|allege\w*|estimate[sd]?|hope[sd]?|fear(?:s|ed)|plans? to|vow\w*|"
    r"promis\w+|threaten\w*|urg(?:ed|es)|refus\w+|argument|blam\w+|prais\w+|want(?:s|ed)|"
    r"dubbed|painted|[Bb]oth sides|frustrated|However|"
    r"propos(?:es?|ed)|appear(?:s|ed)? to|seem(?:s|ed)?|"
    r"[Tt]his (?:article|story|report|column|page|copy))\b"
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Sentences of the article's own, those that judge or explain first, with speakers to tempt."""
    heard = _speakers(reading)
    rivals, given = (heard, _given_to) if heard else (_talked_about(reading), _silent)
    if not rivals:
        return
    numbers = material.paragraphs(reading)
    for sentence in material.own(reading):
        if _MAYBE_PASSED_ON.search(sentence.span.of(reading.text)):
            continue
        quoted = quoting.quote(reading.text, sentence.span)
        quote = next(pointing.shown(reading, sentence, quoted), None)
        if quote is None or pointing.borrows(quote):
            continue
        item = _item(reading, sentence, quote, numbers[sentence.block], rivals, given)
        if item:
            yield item


def _speakers(reading: Reading) -> list[tuple[str, int]]:
    """Each person or body that surely speaks, with the place where it first does."""
    found: list[tuple[str, int]] = []
    for one in (*material.persons(material.said(reading)), *material.bodies(reading)):
        fit = naming.is_person(reading, one.speaker) or (
            one.voice is Voice.INSTITUTION and naming.is_body(one.speaker)
        )
        if fit and not any(material.same_person(one.speaker, name) for name, _ in found):
            found.append((one.speaker, one.words.start))
    return found


def _talked_about(reading: Reading) -> list[tuple[str, int]]:
    """Where nobody surely speaks: each person whom the text names in full, and where it first does.

    A text in which anything is told by a source is left alone: somebody may be heard after all.
    """
    if any(attribution.told for attribution in reading.attributions):
        return []
    named = [name for name in material.people(reading) if naming.is_person(reading, name)]
    return [(name, reading.text.find(name)) for name in named if name in reading.text]


def _item(
    reading: Reading,
    sentence: Sentence,
    quote: Quote,
    paragraph: int,
    speakers: list[tuple[str, int]],
    given: Callable[[str], Option],
) -> QuestionDraft | None:
    rivals = [
        (name, place) for name, place in speakers if not material.same_person(name, quote.words)
    ]
    rivals.sort(key=lambda rival: abs(rival[1] - sentence.start))
    if not rivals:
        return None
    inside = [mark for mark in sentence.loaded if quote.span.contains(mark.span)]
    loaded = [mark for mark in inside if judging_word.surely_judges(reading.text, mark)]
    judging = bool(loaded) or sentence.type in (ClaimType.VALUE, ClaimType.INTERPRETATION)
    word = f"“{loaded[0].span.of(reading.text)}”" if loaded else ""
    judged = pointing.stems(quote, _JUDGING, _POINTED_JUDGING)
    stems = judged if loaded else pointing.stems(quote, _STATING, _POINTED)
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(stems, quote.words, word=word, quote=quote, paragraph=paragraph),
        key=Option(
            KEY, "No name, no reporting word and no quotation marks stand with these words."
        ),
        distractors=([given(name) for name, _ in rivals] + [_UNNAMED])[:2],
        explanation=explanation(
            paragraph,
            "The sentence names no source and has no reporting word, so the article itself "
            "says it.",
            "look for somebody outside this text who could know it, and see what they say.",
        ),
        proof=(quote.span,),
        score=0.3 + (0.45 if loaded else 0.3 if judging else 0.0),
    )


def _given_to(name: str) -> Option:
    return Option(
        f"{possessive(name)}, passed on by the writer",
        f"{material.capital(name)} speaks in the text, and these words are not among what is "
        "passed on.",
        "own-is-reported",
    )


def _silent(name: str) -> Option:
    return Option(
        f"{possessive(name)}, passed on by the writer",
        f"The text speaks of {name}. No reporting word gives these words to that name.",
        "talked-about-is-talking",
    )


def possessive(name: str) -> str:
    """The name as an owner, with a capital letter."""
    name = material.capital(name)
    return f"{name}’" if name.endswith("s") else f"{name}’s"
