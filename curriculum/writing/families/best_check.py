"""Best next check: the learner chooses the step that leaves the page for the record.

Why the distractors are wrong: asking another person of the text gives one more view, because that
person is not the source, and is never named beside it; reading this page again, counting its
readers, or finding a copy of it shows only what the page says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from curriculum.reading.types import ClaimType, QuoteType, Reading, Voice
from curriculum.writing import material, naming, pointing, quoting, unnamed
from curriculum.writing.families.named_source import as_inside, group
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "best-check"
NAME = "Best next check"
SKILL = "corrob"

_QUOTED = (
    "You want to be sure that the words {quote} were really said. What would you do first?",
    "Which step would best show whether the words {quote} are given as they were said?",
    "Before you quote {quote} in a talk, what would you do to make sure of the words?",
    "Paragraph {paragraph} quotes {quote}. How would you make sure that nothing was changed?",
)
_REPORTED = (
    "Which step would best show whether {quote} is a fair summary?",
    "Paragraph {paragraph} reports {quote}. Which step would best check the report?",
    "Paragraph {paragraph} passes on {quote}, not word for word. How would you test that?",
    "You wonder whether {quote} is quite what was said. Which step would settle it?",
)
_DOCUMENTED = (
    "Where would you look first to see whether {quote} is passed on correctly?",
    "Paragraph {paragraph} reports {quote}. Where would a check of that begin?",
    "You would like to repeat {quote}. What would you do before that?",
)
_UNNAMED = (
    "Paragraph {paragraph} reports {quote}. What would help most to judge it?",
    "No name stands with {quote} in paragraph {paragraph}. What would help you to judge it?",
    "How could you get closer to whoever is behind {quote} in paragraph {paragraph}?",
)
_COUNTED = (
    "Which step would best check the figure in {quote}?",
    "You want to use {quote} in a talk. Which step comes first?",
    "Paragraph {paragraph} gives {quote}. How would you find out whether the figure is right?",
)
_POINTED_QUOTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Which step would best show "
    "whether the words are given as they were said?",
    "In paragraph {paragraph}, the sentence that begins {quote} gives somebody’s words. How would "
    "you make sure of them?",
)
_POINTED_REPORTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Which step would best show "
    "whether it is a fair summary?",
    "In paragraph {paragraph}, the sentence that begins {quote} passes on what was said, in other "
    "words. How would you test that?",
)
_POINTED_DOCUMENTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Where would you look first to "
    "see whether it is passed on correctly?",
    "You would like to repeat what the sentence in paragraph {paragraph} that begins {quote} says. "
    "What would you do before that?",
)
_POINTED_UNNAMED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. What would help most to judge "
    "it?",
    "How could you get closer to whoever is behind the sentence in paragraph {paragraph} that "
    "begins {quote}?",
)
_POINTED_COUNTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Which step would best check "
    "its figure?",
    "In paragraph {paragraph}, the sentence that begins {quote} gives a figure. How would you find "
    "out whether it is right?",
)
_COPY = Option(
    "Look for another page that repeats the sentence word for word",
    "A copy says the same because it is a copy.",
    "repeated-is-proven",
)
_SAME_FIGURE = Option(
    "Look for another page that gives the same figure",
    "A page that copied the figure has it for that reason.",
    "repeated-is-proven",
)
# Words of a private talk leave no recording: so the step is to go where they were first given.
_ORIGINALS = (
    "Trace them to where they were first given, and compare",
    "Go to the place where they first stood, and read it whole",
    "Look for the fullest record there is of that occasion",
)
_STATEMENTS = (
    "Read the full statement that this sums up, with its date",
    "Compare it with the whole statement in the original words",
    "Go to the statement itself, and read what stands around it",
)
_COUNTS = (
    "Look up the record or the count behind the figure",
    "Find out who counted, and read what they noted",
    "Go back to the list or the register that it was taken from",
)
_FOUND = re.compile(r"\b(?:f[io]und|show|conclud|estimat|calculat|determin)(?:e?s|e?d)?\b", re.I)
# A newspaper's own report is no statement that somebody sums up.
_PAPER = re.compile(
    r"\b(?:Times|Post|Journal|News|Herald|Tribune|Gazette|Picayune|Guardian|Reuters|Press|"
    r"Observer|Chronicle|Magazine|Daily|Weekly|CNN|BBC)\b"
)
_CLASS = re.compile(r"(?:[A-Z][a-z]+ )?(?:[A-Z]?[a-z]+(?:ies|als|ors|ers|ists)|[Pp]olice)")
_FIGURE = re.compile(r"(?<![\w/,-])\d[\d,.]*\d(?![\w/-])")
_LASTED = re.compile(r"\d[ -](?:second|minute|hour|day|week|month|year)|\A\w+ing\b")
_AGE = re.compile(r", \d\d(?=,|$)")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"(?: \d{4})?|\b(?:at|around|by|from|since|until) \d[\d:.]* (?:[ap]\.?m|to)\b|\bto \d\d\b|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d{1,4}(?:, \d{4})?"
    r"|\b(?:19|20)\d\d\b"
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each statement whose record the text itself points to."""
    spoken = material.said(reading)
    for one in spoken:
        quoted = quoting.quote(reading.text, one.words)
        if not _is_clear(reading, one):
            continue
        quote = quoted or pointing.to_one(reading, one, mixed=one.voice is Voice.UNNAMED)
        if quote and quoting.says_something(quote):
            yield _of_source(reading, one, quote, _other(reading, spoken, one))
    numbers = material.paragraphs(reading)
    for sentence in material.own(reading):
        bare = sentence.type is ClaimType.FACT and not unnamed.on_record(reading, sentence.block)
        quoted = quoting.quote(reading.text, sentence.span) if bare else None
        for quote in pointing.shown(reading, sentence if bare else None, quoted):
            figures = _counted(quote.words)
            plain = quote is quoted or (figures == 1 and not _LASTED.search(quote.words))
            if figures and plain:
                yield _of_figure(reading, quote, numbers[sentence.block])
                break


def _is_clear(reading: Reading, one: Said) -> bool:
    """Whether it is certain what kind of source to go to.

    What a person "found" was looked into and not only said, so a statement would not settle it.
    """
    if one.voice is Voice.UNNAMED:
        return unnamed.stays_unnamed(reading, one)
    document = material.DOCUMENT.search(one.speaker)
    if not document and _is_a_class(reading.text, one.speaker):
        return False
    if _PAPER.search(one.speaker):
        return False
    found = _FOUND.search(one.attribution.cue[0].of(reading.text))
    return bool(document or not found) and material.surely_named(reading, one)


def _is_a_class(text: str, speaker: str) -> bool:
    """Whether a source is only a kind of people: "authorities", "prosecutors"."""
    bare = speaker.removeprefix("The ").removeprefix("the ")
    return bare.lower() in text or bool(_CLASS.fullmatch(bare))


def _counted(words: str) -> int:
    """How many figures the words give of something that is or was, dates apart."""
    if re.search(r"\b(?:will|would|must|should|ought)\b", words):
        return 0
    return len(_FIGURE.findall(_DATE.sub("", _AGE.sub("", words))))


def _other(reading: Reading, spoken: list[Said], one: Said) -> str | None:
    """A named person of the text who is not the source, and whom nothing ties to the source."""
    words = material.content_words(one.speaker)
    for rival in material.persons(spoken):
        apart = not material.same_person(rival.speaker, one.speaker)
        fit = naming.is_person(reading, rival.speaker)
        if fit and apart and not (words & material.company(reading, rival.speaker)):
            return rival.speaker
    return None


def _of_source(reading: Reading, one: Said, quote: Quote, other: str | None) -> QuestionDraft:
    stems, key, why = _step(reading.text, one, pointed=isinstance(quote, pointing.Pointer))
    return _item(
        reading,
        stems=ways(stems, quote.words, quote=quote, paragraph=one.paragraph),
        key=Option(key, why),
        ask=_COPY
        if one.voice is Voice.UNNAMED or other is None
        else Option(
            f"Ask {other}, who is also in the text, whether it sounds right",
            f"That adds a view. {material.capital(other)} is not the source of these words.",
            "agreement-is-evidence",
        ),
        paragraph=one.paragraph,
        quote=quote,
        score=0.6 if one.voice is not Voice.NAMED else 0.52,
    )


def _step(text: str, one: Said, *, pointed: bool) -> tuple[tuple[str, ...], str, str]:
    """The stems, the best step, and why it is the best, by what kind of source it is."""
    if one.voice is Voice.UNNAMED:
        return (
            _POINTED_UNNAMED if pointed else _UNNAMED,
            _who(text, one),
            "The text gives no name, so you do not know whom to ask.",
        )
    if material.DOCUMENT.search(one.speaker):
        noun = material.DOCUMENT.findall(one.speaker)[-1].lower()
        return (
            _POINTED_DOCUMENTED if pointed else _DOCUMENTED,
            f"Open the {noun} itself and find the place where it says so",
            f"The text names a {noun}, so its own words can be compared.",
        )
    if one.attribution.type is QuoteType.DIRECT:
        return (
            _POINTED_QUOTED if pointed else _QUOTED,
            _apart(_ORIGINALS, one.of(text)),
            "Only the words as they were said can show whether they are given rightly.",
        )
    return (
        _POINTED_REPORTED if pointed else _REPORTED,
        _apart(_STATEMENTS, one.of(text)),
        "A report in other words can be compared with the words themselves.",
    )


def _who(text: str, one: Said) -> str:
    """The step that finds the people behind a word such as "officials"."""
    words = as_inside(text, group(text, one))
    plain = words[:1].islower() and words.endswith(("s", "people"))
    if not plain or len(words.split()) > 3:
        words = "speakers"
    return f"Look for a report that says who the {words} are"


def _apart(steps: tuple[str, ...], quoted: str) -> str:
    """A step that shares no word with the quotation, so that nothing but the sense points to it."""
    words = quoted.lower()
    fitting = [
        step for step in steps if not any(w[:5] in words for w in material.content_words(step))
    ]
    return material.pick(tuple(fitting) or steps, quoted)


def _of_figure(reading: Reading, quote: Quote, paragraph: int) -> QuestionDraft:
    return _item(
        reading,
        stems=ways(
            pointing.stems(quote, _COUNTED, _POINTED_COUNTED),
            quote.words,
            quote=quote,
            paragraph=paragraph,
        ),
        key=Option(
            _apart(_COUNTS, quote.words),
            "A figure has a place where somebody counted. The text does not name it.",
        ),
        ask=_SAME_FIGURE,
        paragraph=paragraph,
        quote=quote,
        score=0.58,
    )


def _inside(paragraph: int, seed: str) -> Option:
    """A step that feels like checking, and stays on the page or among its copies."""
    again = Option(
        f"Read paragraph {paragraph} again, and look for a change of tone",
        "The page can show only what it says, however closely you read it.",
        "rereading-is-checking",
    )
    shared = Option(
        "Look up how many people have read this page and passed it on",
        "The number of readers tells you about the readers.",
        "popular-is-true",
    )
    return (again, shared)[crc32(seed.encode()) % 2]


def _item(
    reading: Reading,
    *,
    stems: tuple[str, ...],
    key: Option,
    ask: Option,
    paragraph: int,
    quote: Quote,
    score: float,
) -> QuestionDraft:
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=stems,
        key=key,
        distractors=(ask, _inside(paragraph, quote.words)),
        explanation=explanation(
            paragraph,
            f"It gives the words {quote}.",
            f"{key.text[:1].lower()}{key.text[1:]}.",
        ),
        proof=(quote.span,),
        score=score,
        difficulty=0.0,
    )
