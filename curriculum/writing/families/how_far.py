"""How far it has come: the learner keeps what is meant, tried or charged apart from what is done.

Why the distractors are wrong: the first verb of the clause says that somebody means, tries, asks
for or is charged with a thing. By the meaning of such a verb the words tell neither that the thing
was done nor that it came to nothing. A clause with a negative, a condition or an outcome in it is
left alone, and so is a charge beside which the paragraph speaks of a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.reading.types import Reading, Sentence, Span
from curriculum.writing import alone, pointing, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "how-far"
NAME = "How far it has come"
SKILL = "infer"

_STEMS = (
    "Paragraph {paragraph} says {quote}. By these words alone, how far has that come?",
    "How far has the matter in {quote} come, going by these words alone?",
    "A friend asks you about {quote}. How far along is that, as paragraph {paragraph} words it?",
    "Take {quote} word by word. How far has the matter come?",
)
_DEED_STEMS = (
    "Paragraph {paragraph} says {quote}. What do these words show about the deed?",
    "Going by {quote} alone, what has been shown about the deed?",
    "You have read only {quote}. What may you pass on about the deed?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. It has “{word}” in it. By "
    "that sentence alone, how far has the matter come?",
    "The sentence in paragraph {paragraph} that begins {quote} says “{word}”. How far along is "
    "that, going by the sentence alone?",
)
_DEED_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. What does it show about the "
    "deed that “{word}” speaks of?",
    "You have read only the sentence in paragraph {paragraph} that begins {quote}. What may you "
    "pass on about the deed after “{word}”?",
)
_DONE = Option(
    "It has been done, and the words say so",
    "The words stop before that: “{word}” is no word for a thing that is done.",
    "happened-or-expected",
)
_OFF = Option(
    "It has come to nothing, and the words say so",
    "The words leave open how it ends. What they do not tell may still come.",
    "unstated-is-untrue",
)
_PROVED = Option(
    "That it has been proved, in court or by a record",
    "“{word}” tells of a charge. What a court or a record found is not in these words.",
    "said-is-shown",
)
_UNTRUE = Option(
    "That it did not happen, or not as it is told",
    "A charge that is open has not been turned down either.",
    "doubted-is-wise",
)


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a thing has come, and the verbs that say so."""

    pattern: re.Pattern[str]
    key: str
    why: str
    check: str


# What somebody does on a day, so that one can ask whether it has been done.
_DEEDS = (
    r"held|hold|begin(?! by)|begun|start(?:ed)?|open(?:ed)?|close[d]?|meet|visit|launch(?:ed)?|"
    r"publish(?:ed)?|"
    r"releas(?:e|ed)|vote|decide|built|build|cut|raise[d]?|pay|paid|sell|sold|buy|bought|"
    r"introduced?|conven(?:e|ed)|travel|speak|attend|sign(?:ed)?|send|sent|replaced?|stop|"
    r"add(?:ed)?|updated?|run|take (?:place|effect|part|over)|host(?:ed)?|join|return(?:ed)?|leave|"
    r"ban(?:ned)?|invest(?:ed)?|review(?:ed)?|appoint(?:ed)?|elect(?:ed)?|choose|chosen|announced?|"
    r"present(?:ed)?|perform(?:ed)?|install(?:ed)?|repair(?:ed)?|fund(?:ed)?|compiled?|discuss|"
    r"appear|arrive|deliver(?:ed)?|give|testify|file[d]?|submit(?:ted)?|debate[d]?|consider|"
    r"create[d]?|expand(?:ed)?|hire[d]?|reopen|finish(?:ed)?|complete[d]?|provide[d]?|receive|"
    r"retire|resign|step down|report|unveil(?:ed)?|set up|work with|implement(?:ed)?|contest|"
    r"withdraw|lift(?:ed)?|impose[d]?|distribut(?:e|ed)|nominated?|named?|issued?|voted on"
)
_STAGES = (
    Stage(
        re.compile(
            r"\b(plans? to|planned to|intends? to|intended to|aims? to|aimed to|hopes? to|hoped to|"
            r"wants? to|wanted to|(?:has |have )?(?:promised|vowed|pledged|agreed|decided|offered|"
            r"threatened|volunteered) to|(?:is|are) (?:planning|hoping|preparing|threatening|"
            r"considering plans) to)\b"
        ),
        "Somebody means to do it, and more is not told",
        "“{word}” tells of what somebody has in mind.",
        "look for a later report, and see what was done.",
    ),
    Stage(
        re.compile(
            r"\b((?:(?:is|are|was|were) (?:expected|due|scheduled|slated|set|planned) to|will)"
            r"(?= (?:also |now |soon |then |later )?(?:be )?(?:" + _DEEDS + r")\b))"
        ),
        "It is still to come, and more is not told",
        "“{word}” looks ahead from the day on which it was written.",
        "look for a later report, and see whether it came about.",
    ),
    Stage(
        re.compile(
            r"\b((?:has |have )?(?:tried|attempted|sought) to|"
            r"(?:is|are|was|were|has been|have been) "
            r"(?:trying|seeking|attempting|struggling) to)\b"
        ),
        "Somebody has tried, and more is not told",
        "“{word}” tells of an effort, and not of how it went.",
        "look for a report of what came of it.",
    ),
    Stage(
        re.compile(
            r"\b((?:has |have )?(?:called for|appealed for|applied for|proposed|requested|demanded|"
            r"recommended)|(?:is|are) (?:calling for|asking for|demanding|proposing))\b"
        ),
        "Somebody has asked for it, and more is not told",
        "“{word}” tells of a wish that was spoken, and not of an answer.",
        "look for what the answer was, and from whom.",
    ),
)
_CHARGE = Stage(
    re.compile(
        r"\b((?:is|are|was|were|been|be|being|stands?|stood)(?: \w+ly| also| already| first)? "
        r"(?:accused of|charged with|suspected of|alleged to|indicted (?:on|for))|allegedly|"
        r"on suspicion of|fac(?:es?|ed|ing) charges of)\b"
    ),
    "That somebody is held to have done it, and no more",
    "“{word}” tells that there is a charge.",
    "look for the verdict, or for the record that would settle it.",
)
_UNREAL = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|without|hardly|if|unless|whether|would|"
    r"had|in the end|eventually|"
    r"once|originally|initially|until|managed|succeeded|failed|refus\w+|declin\w+|den(?:y|ies|"
    r"ied)|finally|but|although|instead|abandon\w+|cancel\w+|always|anyone|whoever|every time)\b|"
    r"n[’']t\b",
    re.IGNORECASE,
)
_DROPPED = re.compile(r"\b(?:but|although|instead|abandon\w*|cancel\w*|however|never|finally)\b")
# "Details of the life that she will lead were scarce": the verb stands in an aside.
_GOES_ON = re.compile(
    r"(?:(?!\b(?:who|which|that|what|how|where)\b).)*\b(?:was|were|is|are|has|have)\b"
)
_RELATIVE = re.compile(
    r"\b(?:he|she|it|they|this|these|its|his|her|their|who|"
    r"which|that|when|where|what|whose|as|while|after|because|to)\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"\b(?:convict\w*|guilty|admit\w*|confess\w*|acquit\w*|cleared|dismiss\w*|sentenc\w*|verdict|"
    r"dropped|plead\w*|false(?:ly)?|wrong(?:ly|fully)|unfounded|prov(?:ed|en))\b",
    re.IGNORECASE,
)
# "The baker, who broke the window, was charged": the deed is told beside the charge.
_TOLD_BESIDE = re.compile(r"\b(?:who|which|whose|after|for)\b(?! allegedly)")
_LONGEST_SUBJECT = 9  # words
_BEYOND = 3  # words of the thing itself that must be shown


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Charges first, then what is asked for, tried, meant or still to come."""
    for sentence, span, paragraph in alone.stretches(reading):
        item = _charge(reading, sentence, span, paragraph)
        item = item or _stage(reading, sentence, span, paragraph)
        if item:
            yield item


def _stage(
    reading: Reading, sentence: Sentence, span: Span, paragraph: int
) -> QuestionDraft | None:
    for stage in _STAGES:
        found = _shown(reading, sentence, span, stage)
        if found:
            quote, word = found
            first = reading.text[quote.span.start : word.start]
            after = reading.text[word.end : quote.span.end]
            rest = reading.text[quote.span.end : span.end]
            open_ = not _UNREAL.search(quote.words) and not _DROPPED.search(rest)
            if open_ and _heads(first) and not _GOES_ON.match(after):
                stems = pointing.stems(quote, _STEMS, _POINTED)
                return _item(reading, stage, quote, word, paragraph, stems, (_DONE, _OFF))
    return None


def _heads(first: str) -> bool:
    """Whether the words before the verb are its subject and nothing else."""
    few = 1 <= len(first.split()) <= _LONGEST_SUBJECT
    return few and not quoting.has_verb(first) and not _RELATIVE.search(first)


def _charge(
    reading: Reading, sentence: Sentence, span: Span, paragraph: int
) -> QuestionDraft | None:
    block = reading.blocks[sentence.block].span.of(reading.text)
    found = _shown(reading, sentence, span, _CHARGE)
    if found is None or _VERDICT.search(block) or _UNREAL.search(found[0].words):
        return None
    if isinstance(found[0], pointing.Pointer) and _TOLD_BESIDE.search(found[0].words):
        return None
    stems = pointing.stems(found[0], _DEED_STEMS, _DEED_POINTED)
    return _item(reading, _CHARGE, *found, paragraph, stems, (_PROVED, _UNTRUE))


def _shown(
    reading: Reading, sentence: Sentence, span: Span, stage: Stage
) -> tuple[quoting.Quote, Span] | None:
    """What holds the verb, its subject and what it is about, as it is shown; and the verb."""
    words = span.of(reading.text)
    match = stage.pattern.search(words)
    if not match:
        return None
    place = Span(span.start + match.start(1), span.start + match.end(1))
    # The verb is known here, so a quotation needs none that the list of common verbs has.
    whole = quoting.quote(reading.text, span, longest=quoting.LONGEST_AROUND)
    if whole and whole.span.contains(place) and alone.opens_itself(whole.words):
        beyond = reading.text[place.end : whole.span.end].split()
        return (whole, place) if len(beyond) >= _BEYOND else None
    quote = quoting.around(reading.text, span, place, before=1, beyond=_BEYOND)
    if quote and alone.own_subject(quote):
        return quote, place
    pointer = pointing.at(reading, sentence)
    fits = pointer and span == sentence.span and pointing.once_in(pointer, match.group(1))
    return (pointer, place) if pointer and fits else None


def _item(
    reading: Reading,
    stage: Stage,
    quote: quoting.Quote,
    place: Span,
    paragraph: int,
    stems: tuple[str, ...],
    wrong: tuple[Option, Option],
) -> QuestionDraft:
    word = quoting.on_one_line(place.of(reading.text))
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(stems, quote.words, quote=quote, paragraph=paragraph, word=word),
        key=Option(stage.key, stage.why.format(word=word)),
        distractors=[Option(o.text, o.why.format(word=word), o.confusion) for o in wrong],
        explanation=explanation(paragraph, f"The verb there is “{word}”.", stage.check),
        proof=(place, quote.span),
        score=0.64 - (0.08 if quote.cut else 0.0),
        difficulty=0.0,
    )
