"""Own voice or attributed: whose judgement is a word that nobody is quoted as saying?

Why the distractors are wrong: the sentence stands in the article's own voice. No source, no
reporting word and no quotation mark touches it, and it does not carry on the speech before it.
The people offered instead speak elsewhere in the text, in words that the quoted ones do not
overlap; or they are only talked about, in other paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from curriculum.reading.types import ClaimType, Reading, Sentence, Voice
from curriculum.writing import material, naming, pointing, quoting, speech
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
    heard, silent = _speakers(reading), _talked_about(reading)
    if not heard and not silent:
        return
    numbers = material.paragraphs(reading)
    for sentence in material.own(reading):
        if _MAYBE_PASSED_ON.search(sentence.span.of(reading.text)):
            continue
        quoted = quoting.quote(reading.text, sentence.span)
        quote = next(pointing.shown(reading, sentence, quoted), None)
        if quote is None or pointing.borrows(quote):
            continue
        near = reading.blocks[sentence.block].span.of(reading.text)
        away = [each for each in silent if not material.same_person(each[0], near)]
        others = _nearest(sentence, quote, heard, _given_to)
        others = others or _nearest(sentence, quote, away, _silent)
        item = _item(reading, sentence, quote, numbers[sentence.block], others)
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
    """Each person whom the text names in full and lets say nothing, and where it first does.

    Whoever may be heard after all is left alone, and so is whoever is named in the last paragraph:
    that may be the writer.
    """
    passed_on = [a for a in reading.attributions if a.told]
    if passed_on and all(a.confidence < material.SURE for a in passed_on):
        return []  # who is heard, and who is not, is a guess
    told = [speech.speaker_of(reading.text, a) for a in passed_on]
    last = max(material.paragraphs(reading), default=0)
    foot = reading.blocks[last].span.of(reading.text) if last else ""
    named = [
        (name, reading.text.find(name))
        for name in material.people(reading)
        if naming.is_person(reading, name) and not material.same_person(name, foot)
    ]
    return [
        (name, place)
        for name, place in named
        if place >= 0 and not any(material.same_person(name, speaker) for speaker in told)
    ]


def _nearest(
    sentence: Sentence,
    quote: Quote,
    people: list[tuple[str, int]],
    given: Callable[[str], Option],
) -> list[Option]:
    """Those who are not named in the sentence, the nearest first, as wrong options."""
    rivals = [each for each in people if not material.same_person(each[0], quote.words)]
    rivals.sort(key=lambda rival: abs(rival[1] - sentence.start))
    return [given(name) for name, _ in rivals]


def _item(
    reading: Reading,
    sentence: Sentence,
    quote: Quote,
    paragraph: int,
    others: list[Option],
) -> QuestionDraft | None:
    if not others:
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
        distractors=(*others, _UNNAMED)[:2],
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
