"""Reading YAML field by field: what is missing, misspelt or of the wrong kind becomes a mistake."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from curriculum.units.values import Mistake

# The same loader as of safe_load; ten times as fast where it comes compiled.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS = {dict: "a mapping of fields", list: "a list", str: "words", bool: "true or false"}


def read(path: Path, *, file: str, mistakes: list[Mistake]) -> str:
    """The words of a file; none, and a mistake, where they are no words."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        mistakes.append(Mistake(file, "The file is not UTF-8. Save it as UTF-8."))
        return ""


def load(path: Path, *, file: str, mistakes: list[Mistake]) -> Any:
    """What a YAML file holds; None, and a mistake, where it cannot be read."""
    if not path.exists():
        mistakes.append(Mistake(file, "This file is missing. Write it."))
        return None
    return parse(read(path, file=file, mistakes=mistakes), file=file, mistakes=mistakes)


def parse(text: str, *, file: str, mistakes: list[Mistake]) -> Any:
    """What YAML in a text holds; None, and a mistake, where it is no YAML."""
    if not text.strip():
        mistakes.append(Mistake(file, "Nothing is written here yet."))
        return None
    try:
        return yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as trouble:
        mistakes.append(Mistake(file, f"This is not YAML{_where(trouble)}. {_hint(trouble)}"))
    except ValueError as trouble:  # a day such as 2026-02-31
        mistakes.append(Mistake(file, f"A value here cannot be: {trouble}. Mend the date."))
    return None


def _where(trouble: yaml.YAMLError) -> str:
    mark = getattr(trouble, "problem_mark", None)
    return f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""


def _hint(trouble: yaml.YAMLError) -> str:
    said = getattr(trouble, "problem", None) or str(trouble)
    return f"The reader says: {said}. Words with “: ” or “ #” in them go between double quotes."


class Fields:
    """One mapping of a file, read field by field. What is wrong is put on a list."""

    def __init__(self, plain: Any, *, file: str, mistakes: list[Mistake], item: str = "") -> None:
        self._file, self._item, self._mistakes = file, item, mistakes
        self._plain: dict[Any, Any] = plain if isinstance(plain, dict) else {}
        if not isinstance(plain, dict):
            self.wrong(f"Here should stand {_KINDS[dict]}, such as “title: …”.")

    def wrong(self, message: str) -> None:
        """Put a mistake on the list."""
        self._mistakes.append(Mistake(self._file, message, self._item))

    def about(self, item: str) -> None:
        """Name the item that the next mistakes are about."""
        self._item = item

    def part(self, plain: Any, name: str) -> Fields:
        """A mapping inside this one; its mistakes say which."""
        item = f"{self._item}, {name}" if self._item else name
        return Fields(plain, file=self._file, mistakes=self._mistakes, item=item)

    def only(self, *names: str) -> None:
        """Every other field is a slip of the pen."""
        for name in self._plain:
            if name not in names:
                self.wrong(f"There is no field “{name}”. The fields are: {', '.join(names)}.")

    def words(self, name: str, *, needed: bool = True) -> str:
        """Words on one or more lines."""
        found = self._plain.get(name)
        if isinstance(found, int | float | date) and not isinstance(found, bool):
            found = str(found)  # YAML took "2024" for a number
        if found is None or (needed and isinstance(found, str) and not found.strip()):
            if needed:
                self.wrong(f"“{name}” is missing. Write it.")
            return ""
        if not isinstance(found, str):
            self.wrong(f"“{name}” should be words. Put them between double quotes.")
            return ""
        return found.strip()

    def given(self, name: str) -> str:
        """Words that may be empty, so long as somebody says so."""
        if name not in self._plain:
            self.wrong(f'“{name}” is missing. Write it, or write {name}: "" for none.')
        return self.words(name, needed=False)

    def flag(self, name: str) -> bool:
        """True or false; false where it is left out."""
        found = self._plain.get(name, False)
        if not isinstance(found, bool):
            self.wrong(f"“{name}” should be true or false.")
        return found is True

    def number(self, name: str, default: float) -> float:
        """A number; the default where it is left out."""
        found = self._plain.get(name, default)
        if isinstance(found, bool) or not isinstance(found, int | float):
            self.wrong(f"“{name}” should be a number.")
            return default
        return found

    def day(self, name: str, *, needed: bool = True) -> date | None:
        """A day, as 2026-11-22."""
        found = self._plain.get(name)
        if isinstance(found, date):
            return found
        if found is not None:
            self.wrong(f"“{name}” should be a day, such as 2026-11-22.")
        elif needed:
            self.wrong(f"“{name}” is missing. Give the day, such as 2026-11-22.")
        return None

    def one_of(self, name: str, allowed: Iterable[str]) -> str:
        """One of a few words; the last of them where it is wrong."""
        allowed = list(allowed)
        found = self._plain.get(name)
        if found not in allowed:
            self.wrong(f"“{name}” should be one of: {', '.join(allowed)}.")
            return allowed[-1]
        return str(found)

    def many(self, name: str, *, needed: bool = True) -> list[Any]:
        """A list of whatever."""
        found = self._plain.get(name)
        if found is None and not needed:
            return []
        if not isinstance(found, list):
            self.wrong(f"“{name}” should be a list, with “- ” before each entry, or [] for none.")
            return []
        return found
