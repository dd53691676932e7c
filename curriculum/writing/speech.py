"""Whether something is said at all, and by whom: words that report, and the source's name."""

from __future__ import annotations

import re
from functools import lru_cache

from curriculum.reading.types import Attribution, QuoteType, Span, Voice
from curriculum.writing.quoting import EDGES, QUOTES, has_verb, on_one_line, trimmed

_REPORTING = re.compile(
    r"\b(?:said|says?|saying|told|tells|according|argue[sd]?|claim(?:s|ed|ing)?|report(?:s|ed)|"
    r"reportedly|believe[sd]?|add(?:s|ed)|wrote|writes|warn(?:s|ed)|insist(?:s|ed)?|note[sd]|"
    r"call(?:s|ed)|describe[sd]?|den(?:y|ies|ied)|accus(?:e[sd]?|ing)|suggest(?:s|ed|ing)|"
    r"per the|concluded?|found|shows?|showed|thought|asked|announced|stated|explain(?:s|ed)|viewed|"
    r"seen|regarded|considered|critici[sz](?:e[sd]?|ing)|predict(?:s|ed)|quoted?)\b",
    re.IGNORECASE,
)
# Verbs whose object is a statement: "sought", "praised" or "denied" would make a false question.
_SPEECH = re.compile(
    r"\b(?:sa(?:y|ys|id)|tell(?:s|ing)?|told|according to|argu(?:e|es|ed|ing)|believes?|believed|"
    r"thinks?|thought|add(?:s|ed|ing)?|not(?:e|es|ed|ing)|explain(?:s|ed)?|writes?|wrote|"
    r"warn(?:s|ed|ing)?|insist(?:s|ed|ing)?|claim(?:s|ed|ing)?|stat(?:e|es|ed|ing)|"
    r"announce[sd]?|report(?:s|ed)?|conclude[sd]?|found|finds|suggest(?:s|ed|ing)?|"
    r"estimate[sd]?|show(?:s|ed)|predict(?:s|ed)?|point(?:s|ed)? out|admit(?:s|ted)?|"
    r"acknowledge[sd]?|maintain(?:s|ed)?|stress(?:es|ed)|repl(?:y|ies|ied)|fear(?:s|ed)?|"
    r"complain(?:s|ed)?|recall(?:s|ed)?|confirm(?:s|ed)?|remark(?:s|ed)?|"
    r"observe[sd]|hope[sd]?|expect(?:s|ed)?|in the words of|call(?:s|ed)?)\b",
    re.IGNORECASE,
)
# The writer's own reading of what a person does or says.
_READ_INTO = re.compile(r"\b(?:suggest|show|indicat)(?:s|ed|ing)?\b", re.IGNORECASE)
# "what the mayor says the plan would do": the words around it have the say.
_INSIDE = re.compile(r"\b(?:what|how|whether|if) (?:the )?\Z", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:not|never|no|cannot|refuse[sd]?|declined?)\b|n[’']t\b", re.IGNORECASE)
# A chant or a slogan is passed on, and states nothing of its own.
_CHANTED = re.compile(r"\b(?:chant|shout|sing|sang|sung|yell|scream|read)(?:s|ed|ing)?\b", re.I)
_TOLD = re.compile(r"\b(?:told|tells?|telling)\b", re.IGNORECASE)
_NO_CLAUSE = re.compile(r"(?:of|to|for|on|about|as|it as|him|her|them|with)\b", re.IGNORECASE)
_ADDS_A_THING = re.compile(r"add(?:s|ed|ing)?\Z", re.IGNORECASE)
_LITTLE = 4  # letters: a title may have "with" without a capital
_PARTY = re.compile(r",| who | which | \(| and [DRI]-[A-Z]")  # "Clara Venn and D-Wellhaven"
_NOT_A_NAME = re.compile(
    r"(?:he|she|they|it|we|i|you|one|both|others?|some|many|most|nobody|no one|everyone|people)\Z|"
    r"(?:who|which|that|this|these|those|his|her|its|their|some of|many of)\b",
    re.IGNORECASE,
)
_BARE_NOUN = re.compile(r"(?:plans?|hopes?|fears?|concerns?|support|doubts?|interest|work)\b")
_WRITERS_ASIDE = re.compile(r", whom\b")
# "said that the mill was safe, but the floor gave way", "said it was late as she shut the door".
_GOES_ON = re.compile(r", (?:but|yet|though|although) |,? as (?:he|she|they) ", re.IGNORECASE)


def reports(words: str) -> bool:
    """Whether the words hold a reporting word."""
    return _REPORTING.search(words) is not None


def is_a_statement(text: str, attribution: Attribution) -> bool:
    """Whether somebody says that something is so, and not: wants, denies or is told it."""
    if not attribution.content or not attribution.cue:
        return False
    cue, content = attribution.cue[0].of(text), attribution.content[0]
    quoted = opens_quotation(content.of(text)) and cue[:1].isalpha()
    if attribution.source and _INSIDE.search(text[: attribution.source[0].start][-16:]):
        return False
    if not attribution.told or not (quoted or _SPEECH.search(cue)) or _DENIES.search(cue):
        return False
    if _CHANTED.search(cue):
        return False
    if attribution.voice is Voice.NAMED and _READ_INTO.search(cue):
        return False
    words = trimmed(text, content).of(text)
    if words.endswith("?") or (quoted and _is_a_title(words)):
        return False
    if _ADDS_A_THING.match(cue) and not quoted and attribution.cue[0].end <= content.start:
        return words.startswith("that ")  # "added his voice": nothing is said yet
    if words.startswith("that ") or opens_quotation(content.of(text)):
        return bool(words)
    return not _NO_CLAUSE.match(words) and not _TOLD.search(cue) and has_verb(words)


def stated(text: str, attribution: Attribution) -> Span | None:
    """The words that somebody surely states, without marks; None where nothing is stated.

    What is reported without marks ends where the writer may be the one who goes on.
    """
    if not is_a_statement(text, attribution):
        return None
    span = trimmed(text, attribution.content[0])
    if attribution.type is not QuoteType.INDIRECT:
        return span
    words = span.of(text)
    bare = _BARE_NOUN.match(words)  # "announced plans to give": a plan is told, nothing stated
    if _WRITERS_ASIDE.search(words) or (bare and not words.startswith("that ")):
        return None
    goes_on = _GOES_ON.search(words)
    return trimmed(text, Span(span.start, span.start + goes_on.start())) if goes_on else span


def _is_a_title(words: str) -> bool:
    """Whether quoted words are the name of a book or a show: nearly each has a capital."""
    long = [word for word in words.split() if len(word) > _LITTLE]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def opens_quotation(words: str) -> bool:
    """Whether the words begin with a quotation mark."""
    return words[:1] in QUOTES or words.startswith("''")


def speaker_of(text: str, attribution: Attribution) -> str:
    """Who says it, in a few words of the text; empty when only a pronoun is there."""
    known = attribution.speaker or " ".join(span.of(text) for span in attribution.source)
    name = on_one_line(_PARTY.split(known)[0]).strip(EDGES)
    if _NOT_A_NAME.match(name) or len(name.split()) > 6:
        return ""
    return (
        f"The {name}" if attribution.voice is Voice.INSTITUTION and _has_the(text, name) else name
    )


@lru_cache(maxsize=512)
def _has_the(text: str, name: str) -> bool:
    """Whether a name mostly stands with "the" before it: the White House, the United States."""
    if f"the {name}" not in text and f"The {name}" not in text:
        return False
    known = rf"\b{re.escape(name)}\b"
    alone, with_the = len(re.findall(known, text)), len(re.findall(rf"\b[Tt]he {known}", text))
    return name[:1].isupper() and not name.startswith("The ") and 0 < alone <= 2 * with_the
