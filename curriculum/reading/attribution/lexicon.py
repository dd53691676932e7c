"""The hand-made word lists of this stage, read once from their data files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "lexicons"

_DOUBLING = "bdgklmnprtv"
_VOWELS = "aeiou"


@cache
def sections(name: str) -> dict[str, str]:
    """The sections of a lexicon file: heading → everything under it, on one line."""
    found: dict[str, str] = {}
    heading = ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = ""
        elif heading and not line.startswith("#"):
            found[heading] += " " + line
    return found


@cache
def words(name: str, section: str) -> frozenset[str]:
    """The words of one section."""
    return frozenset(sections(name)[section].split())


def is_source(noun: str) -> bool:
    """Whether a noun names people, a body or a document that may say something."""
    return noun in words("sources", "institution") or noun in words("sources", "unnamed")


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Every form of every verb we know → (base form, kind: b base, s third person, d past,
    n past participle, e past or participle, g -ing). Unlikely spellings do no harm."""
    forms: dict[str, tuple[str, str]] = {}
    for base in sections("verbs")["regular"].split():
        _inflect(forms, base)
    for heading, body in sections("cue_verbs").items():
        for verb in (
            (piece.split()[0] for piece in body.split(";") if piece.strip())
            if (heading.startswith("talk"))
            else body.split()
        ):
            _inflect(forms, verb)
    irregular = sections("verbs")["irregular"].replace("|", " ").split()
    for base, past, participle in zip(*[iter(irregular)] * 3, strict=True):
        _inflect(forms, base)
        forms.pop(_past(base), None)
        forms[past] = (base, "e" if past == participle else "d")
        forms.setdefault(participle, (base, "n"))
        if base == past:
            forms[base] = (base, "b")
    return forms


def _inflect(forms: dict[str, tuple[str, str]], base: str) -> None:
    """Add the regular forms of a verb, both spellings where a consonant may double."""
    forms.setdefault(base, (base, "b"))
    forms.setdefault(_third(base), (base, "s"))
    forms.setdefault(_past(base), (base, "e"))
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
    if base.endswith("ie"):
        stem = base[:-2] + "y"
    forms.setdefault(stem + "ing", (base, "g"))
    if base[-1] in _DOUBLING and base[-2] in _VOWELS:
        forms.setdefault(base + base[-1] + "ed", (base, "e"))
        forms.setdefault(base + base[-1] + "ing", (base, "g"))


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in ("go", "do"):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"
