"""The reporting word: the learner finds the word that shows that a statement is passed on.

Why the distractors are wrong: the sentence has one word for saying and no more; the reader found
its source and its statement, and the word is in a short list of verbs for saying. The other options
are words of the same sentence that name a thing, or a deed other than speaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import Attribution, Reading, Sentence, Span
from curriculum.writing import material, pointing
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "reporting-word"
NAME = "Reporting word"
SKILL = "attr"

_STEMS = (
    "In paragraph {paragraph} a sentence begins {quote}. Which of its words shows that somebody "
    "is reported?",
    "Find the sentence that begins {quote} in paragraph {paragraph}. Which word tells you that it "
    "is passed on from somebody?",
    "The sentence that begins {quote} is not the writer’s alone. Which of its words shows that?",
)
_SAYS = {
    "said", "says", "told", "announced", "argued", "argues", "added", "adds", "warned", "warns",
    "explained", "explains", "wrote", "writes", "claimed", "claims", "insisted", "insists",
    "stated", "states", "predicted", "predicts", "admitted", "complained", "tweeted", "replied",
    "remarked", "recalled", "testified", "declared", "stressed", "reiterated",
}  # fmt: skip
# Any word that could be taken for one of saying, thinking or asking: then the item has two keys.
_SPEAKS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|announc\w+|argu\w+|add(?:s|ed|ing)|warn\w*|"
    r"expla\w+|wr(?:ite|ites|ote|itten|iting)|claim\w*|insist\w*|stat(?:es|ed|ement\w*|ing)|"
    r"predict\w*|admi(?:t|ts|tted|tting)|complain\w*|tweet\w*|repl(?:y|ied|ies)|remark\w*|"
    r"recall\w*|testif\w+|testimon\w+|declar\w+|stress\w*|reiterat\w*|accord\w+|report\w*|"
    r"not(?:e|es|ed|ing)|call\w*|ask\w*|question\w*|den(?:y|ies|ied|ying)|accus\w+|alleg\w*|"
    r"suggest\w*|conclud\w+|show\w*|f(?:ind|ound|inds)|th(?:ink|inks|ought)|believ\w+|hop\w+|"
    r"fear\w*|expect\w*|promis\w*|vow\w*|pledg\w*|urg\w+|demand\w*|propos\w+|recommend\w*|"
    r"prais\w+|blam\w+|critici\w+|condemn\w*|describ\w+|quot\w+|speak\w*|sp(?:oke|oken|eech)\w*|"
    r"talk\w*|comment\w*|interview\w*|discuss\w*|mention\w*|confirm\w*|indicat\w*|acknowledg\w*|"
    r"agree\w*|decid\w+|consider\w*|estimat\w*|inform\w*|answer\w*|respon\w+|message\w*|letter\w*|"
    r"news\w*|spokes\w+|word\w*|voice\w*|sign\w*|point\w*|reveal\w*|disclos\w*|express\w*|"
    r"emphas\w+|assert\w*|maintain\w*|joke\w*|chant\w*|shout\w*|order\w*|caution\w*|assur\w*|"
    r"advis\w+|advi[cs]e|learn\w*|know\w*|knew|known|heard|hear\w*|read|reads|reading|citing|"
    r"cit(?:e|ed|es)|refer\w*|invit\w*|thank\w*|offer\w*|refus\w*|declin\w*|request\w*|plead\w*|"
    r"warning\w*|book|story|stories|article\w*|post|posts|posted|publish\w*|record\w*|document\w*)\b",
    re.IGNORECASE,
)
_DEED = re.compile(r"(?<![\w’'-])[a-z]{3,}(?:ed|ing)(?![\w’'-])")
_THING = re.compile(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")
_SMALL = {
    "about", "after", "again", "against", "among", "because", "before", "being", "between", "could",
    "during", "every", "might", "other", "should", "since", "their", "there", "these", "those",
    "through", "under", "until", "where", "which", "while", "whose", "would", "including",
    "according", "having", "regarding", "following", "without", "within", "along", "across",
}  # fmt: skip


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each sentence with one source and one plain word for saying."""
    for attribution in reading.attributions:
        sure = attribution.told and attribution.confidence >= material.SURE
        if not sure or len(attribution.cue) != 1 or not attribution.source:
            continue
        cue = attribution.cue[0]
        sentence = material.sentence_at(reading, cue.start)
        paragraph = material.paragraph_at(reading, cue.start)
        if sentence and paragraph and cue.of(reading.text).lower() in _SAYS:
            item = _item(reading, attribution, sentence, paragraph)
            if item:
                yield item


def _item(
    reading: Reading, attribution: Attribution, sentence: Sentence, paragraph: int
) -> QuestionDraft | None:
    cue = attribution.cue[0]
    if len(_SPEAKS.findall(sentence.span.of(reading.text))) != 1:
        return None  # looked at first, since it settles most sentences at little cost
    quote = pointing.at(reading, sentence)
    others = _others(reading, attribution, sentence)
    if quote is None or len(others) < 2:
        return None
    word = cue.of(reading.text).lower()
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_STEMS, quote.words, quote=quote, paragraph=paragraph),
        key=Option(word, f"“{word}” is a word for saying, and ties the sentence to its source."),
        distractors=[
            Option(
                other,
                f"“{other}” belongs to what is told. It is no word for saying.",
                "detail-is-source",
            )
            for other in others
        ],
        explanation=explanation(
            paragraph,
            f"The word “{word}” shows that somebody else is behind the statement.",
            "ask who that is, and how they could know.",
        ),
        proof=(cue, *attribution.source[:1]),
        score=0.54,
        difficulty=-0.5,
    )


def _others(reading: Reading, attribution: Attribution, sentence: Sentence) -> list[str]:
    """Two words of the sentence that have nothing to do with saying, deeds before things."""
    text, found = reading.text, []
    names = [Span(n.start, n.end) for n in reading.names]
    for pattern in (_DEED, _THING):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            word, place = match.group(), Span(*match.span())
            known = any(place.overlaps(span) for span in (*names, *attribution.source))
            if not (known or word in _SMALL or word in found or _SPEAKS.fullmatch(word)):
                found.append(word)
    return found[:2]
