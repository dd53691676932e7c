"""Names of people, organisations and places: runs of capitals, sorted by what is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from curriculum.reading.attribution import lexicon
from curriculum.reading.attribution.cues import verbs
from curriculum.reading.surnames import settled, surname
from curriculum.reading.types import Name, NameKind, Sentence

_CAPITAL = re.compile(
    r"(?<![^\W_])(?:(?:[A-Z]\.){2,}|(?:St|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Prof|Rev)\."
    r"|[A-Z]\.(?=\s[A-Z])"
    r"|[A-ZÀ-ÖØ-ÞĀČĆĐĖĘĞİŁŃŌŚŞŠŪŽŻ][^\W_]*(?:['’.&-][^\W_]+)*)"
)
_POSSESSIVE = re.compile(r"['’]s$")
_SMALL = frozenset(
    [
        " of ",
        " of the ",
        " for ",
        " for the ",
        " and ",
        " & ",
        " on ",
        " in the ",
        " of a ",
        " for a ",
        " for an ",
    ]
)
_PARTICLES = frozenset(
    f" {word} "
    for word in (
        "de",
        "van",
        "von",
        "der",
        "da",
        "bin",
        "al",
        "la",
        "du",
        "del",
        "di",
        "van der",
        "de la",
        "ibn",
        "y",
    )
)
_SPEAKS = re.compile(
    r"\s*(?:,? (?:who|whose)\b|, \d\d,|,? (?:said|says|told|added|argued|wrote|asked|explained|"
    r"replied|noted|thinks|believes|admitted|recalled|tweeted)\b)"
)
_PLACED = re.compile(r"\b(?:in|near|across|outside|around|throughout|towards?|visited) (?:the )?$")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|President|Senator|Judge|Mayor|Professor|King|Queen)\.? $"
)

_NEXT_WORD = re.compile(r",? ([a-z]+)")
_PLURAL = re.compile(r" ([a-z]{3,}[a-rt-z]s)\b")
_ACTING = frozenset(["who", "whose", "himself", "herself"])
_COMMON_ENDINGS = (
    *("tion", "ity", "ment", "ness", "ly", "ing", "ed", "ism", "ance", "ence", "age", "ies"),
    *("ers", "ists", "ship", "sion", "ians", "ees", "body", "one"),
)

_LONGEST = 12  # words of one name
_Kind = NameKind | None


@dataclass(frozen=True, slots=True)
class _Run:
    """A candidate: its words with their places, and what surrounds it."""

    words: tuple[str, ...]
    start: int
    end: int
    opens: bool  # it opens its sentence, so that its first capital may mean nothing
    titled: bool = False


def find(text: str, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """The names in the sentences, in order, not overlapping."""
    runs = [run for sentence in sentences for run in _runs(text, sentence)]
    inside = {word for run in runs for word in run.words[run.opens :]}
    inside |= {run.words[0] for run in runs if run.opens and _acts(text, run)}
    runs = [kept for run in runs if (kept := _kept(text, run, inside)) is not None]
    people = _people(text, runs)
    found = []
    for run in runs:
        kind, full = _kind(text, run, people)
        if kind is not None:
            found.append(Name(run.start, run.end, kind, full))
    return tuple(settled(text, found))


@cache
def _words(section: str) -> frozenset[str]:
    return lexicon.words("names", section)


def _runs(text: str, sentence: Sentence) -> Iterator[_Run]:
    """The capitals of a sentence, joined over the small words that names hold."""
    if _headline(text, sentence):
        return
    group: list[tuple[str, int, int]] = []
    for match in _CAPITAL.finditer(text, sentence.start, sentence.end):
        word = _POSSESSIVE.sub("", match.group().replace("’", "'"))
        end = match.start() + len(word)
        if group and not _joins(text[group[-1][2] : match.start()], group, word):
            yield _run(text, group, sentence)
            group = []
        group.append((word, match.start(), end))
        if end != match.end():
            yield _run(text, group, sentence)
            group = []
    if group:
        yield _run(text, group, sentence)


def _acts(text: str, run: _Run) -> bool:
    """Whether a lone opening capital is an unknown word that does something: "Vesper suggested"."""
    low = run.words[0].lower()
    if len(run.words) > 1 or len(low) < 4 or low.endswith(_COMMON_ENDINGS):
        return False
    if low in _grammar() or low in lexicon.verb_forms() or lexicon.is_source(low):
        return False
    following = _NEXT_WORD.match(text, run.end)
    if following is None:
        return text[run.end : run.end + 2] in ("'s", "’s")
    word = following.group(1)
    return word in _ACTING or lexicon.verb_forms().get(word, ("", ""))[0] in verbs()


def _headline(text: str, sentence: Sentence) -> bool:
    """Whether nearly every long word has a capital: then capitals say nothing."""
    long = [w for w in text[sentence.start : sentence.end].split() if len(w) > 4][:40]
    return len(long) > 3 and sum(w[0].isupper() for w in long) > 0.8 * len(long)


def _joins(gap: str, group: list[tuple[str, int, int]], word: str) -> bool:
    """Whether a gap between two capitals lies inside one name."""
    if len(group) >= _LONGEST:
        return False
    if gap == " ":
        return word.lower() not in _words("never a name") and group[-1][0].lower() not in _words(
            "never a name"
        )
    if gap in _PARTICLES:
        return True
    if gap not in _SMALL:
        return False
    head = group[-1][0].lower()
    if gap in (" and ", " & "):
        heads = {w.lower() for w, _, _ in group}
        return gap == " & " or ((len(group) > 1 and "department" in heads) or "centers" in heads)
    return head in _words("of")


def _run(text: str, group: list[tuple[str, int, int]], sentence: Sentence) -> _Run:
    opens = group[0][1] - sentence.start <= 1 or text[group[0][1] - 1] in "“\"‘'("
    return _Run(tuple(w for w, _, _ in group), group[0][1], group[-1][2], opens)


def _kept(text: str, run: _Run, inside: set[str]) -> _Run | None:
    """A candidate without its titles, demonyms and meaningless first capitals, or nothing."""
    words, start = list(run.words), run.start
    titled = False
    while words:
        low = words[0].lower().rstrip(".")
        if low in _words("title") and not _is_body(words):
            titled = len(words) > 1
        elif low in _words("demonym"):
            if len(words) > 1 and words[-1].lower() in _words("organisation word"):
                break
        elif not _empty(low, words, inside, opening=run.opens and len(words) == len(run.words)):
            break
        step = len(words[0])
        words.pop(0)
        if words:
            start = text.index(words[0][0], start + step)
    if not words or _common(words):
        return None
    return _Run(tuple(words), start, run.end, run.opens and start == run.start, titled)


def _is_body(words: list[str]) -> bool:
    """Whether a run is a body whose name begins like a title: "Defense Department"."""
    return len(words) > 1 and any(w.lower() in _words("organisation word") for w in words[1:])


def _empty(low: str, words: list[str], inside: set[str], *, opening: bool) -> bool:
    """Whether a first capital means nothing: a small word, or the first of its sentence."""
    if low in _words("never a name") or low in _small():
        return True
    if not opening or words[0] in inside:
        return False
    if low in _grammar() or low in lexicon.verb_forms():
        return low not in _words("first name") or len(words) == 1
    if len(words) > 1:
        return False
    return not (low in _words("first name") or low in _words("place") or words[0].isupper())


@cache
def _grammar() -> frozenset[str]:
    parts = lexicon.sections("grammar").values()
    return frozenset(word for part in parts for word in part.split())


@cache
def _small() -> frozenset[str]:
    """Prepositions, pronouns and the like, which no name begins with."""
    open_classes = ("adjective", "adverb", "time word", "number")
    parts = lexicon.sections("grammar").items()
    return frozenset(
        word for name, part in parts if name not in open_classes for word in part.split()
    )


def _common(words: list[str]) -> bool:
    """Whether what is left is no name at all."""
    low = words[-1].lower().rstrip(".")
    if low in _words("demonym"):
        return len(words) == 1 or words[0].lower() in _words("place word")
    return len(words) == 1 and (low in _words("never a name") or len(low) < 2)


def _people(text: str, runs: list[_Run]) -> dict[str, str]:
    """Last name → fullest name of everybody who is surely a person."""
    found: dict[str, str] = {}
    alone = {run.words[0] for run in runs if len(run.words) == 1}
    for run in runs:
        low = run.words[0].lower()
        several = 1 < len(run.words) < 4
        sure = run.titled or (low in _words("first name") and len(run.words) > 1)
        sure = sure or (
            several
            and surname(run.words) in alone
            and surname(run.words).lower() not in _words("place")
        )
        if sure and not _has(run, "organisation word") and not _has(run, "place word"):
            full = text[run.start : run.end]
            for word in (surname(run.words), full):
                if len(full) >= len(found.get(word, "")):
                    found[word] = full
    return found


def _has(run: _Run, section: str) -> bool:
    return any(word.lower().rstrip(".") in _words(section) for word in run.words)


def _kind(text: str, run: _Run, people: dict[str, str]) -> tuple[_Kind, str]:
    """What a candidate names, and the fullest form of it."""
    full = text[run.start : run.end]
    if run.words[-1] in people and len(run.words) <= 3:
        known = people[run.words[-1]]
        if len(run.words) == 1 or full in known or run.titled or _first(run, "first name"):
            return NameKind.PERSON, known if full in known else full
    by_word = _by_words(run)
    if by_word is not None:
        return by_word, full
    return _by_neighbours(text, run), full


def _first(run: _Run, section: str) -> bool:
    return run.words[0].lower() in _words(section)


def _by_words(run: _Run) -> _Kind:
    """The kind that the words of a name tell by themselves."""
    low = " ".join(run.words).lower()
    if run.titled:
        return NameKind.PERSON
    last = run.words[-1].lower().rstrip(".")
    if low.rstrip(".") in _words("place") or last in ("states", "kingdom", "kong"):
        return NameKind.PLACE
    if _has(run, "organisation word"):
        return NameKind.ORGANISATION
    if len(run.words) > 1 and _first(run, "first name"):
        return NameKind.PERSON
    if _has(run, "place word") or run.words[-1].lower() in _words("place"):
        return NameKind.PLACE
    if any(len(w) == 2 and w[1] == "." for w in run.words[:-1]):
        return NameKind.PERSON
    return None


def _describes(text: str, run: _Run) -> bool:
    """Whether a plural follows that is no verb: "Silver Oar families"."""
    following = _PLURAL.match(text, run.end)
    return following is not None and following.group(1) not in lexicon.verb_forms()


def _by_neighbours(text: str, run: _Run) -> _Kind:
    """The kind that the words around a name suggest; none for one that only describes a noun."""
    if run.words[-1][-1:].isalpha() and _describes(text, run):
        return None
    before = text[max(0, run.start - 24) : run.start]
    after = text[run.end : run.end + 24]
    word = run.words[0]
    if _TITLED.search(before) or _SPEAKS.match(after):
        return NameKind.PERSON
    if len(run.words) == 1 and word.isupper() and len(word) > 1:
        return NameKind.ORGANISATION
    if _PLACED.search(before):
        return NameKind.PLACE
    if before.endswith(("the ", "The ")) or any(w.isupper() and len(w) > 2 for w in run.words):
        return NameKind.ORGANISATION
    return NameKind.PERSON if len(run.words) <= 3 else NameKind.ORGANISATION
