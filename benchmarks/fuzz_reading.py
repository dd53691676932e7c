"""Throw mutated texts and files at the reader, led by the lines they reach, and look for a fault.

Needs the package atheris, which is no dependency of this project: put it in an environment of its
own that also sees this one's packages. docs/evaluation.md gives the commands.
A fault is an exception, a reading that breaks ``tests/curriculum/reading/invariants.py``, or an
input that takes longer than ``-timeout``; the input is left behind as a file.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["curriculum.reading"]):
    from curriculum.reading import extract, read, read_text
from curriculum.reading.types import Document
from tests.curriculum.reading import files, invariants

UNITS = Path(__file__).resolve().parent.parent / "curriculum" / "units"
NAMES = ("", "page.html", "notes.md", "story.pdf", "story.docx")
PIECES = (
    "“It grew,” said Ada Lind, who runs the mill. The council was accused of waste.",
    "Ada Lind said that the oven “was never hot,” adding that bread was late.",
    "Share.\n\n# News\n\nBy Ada Lind\n\nUpdated: 3 May 2021\n\n" * 3,
    "BREAKING: THE MILL IS SOLD. According to the council… 50% on 3 May 2021!",
    "قالت ليلى: «نعم». 他说：“面包很好。” Der Rat sagte: „Nein“. 🥖 it's 'fine'",
)


def one(data: bytes) -> None:
    """Read one input: as a text when its first byte is even, as a file when it is odd."""
    kind, body = (data[0], data[1:]) if data else (0, b"")
    if kind % 2 == 0:
        invariants.check(read_text(body.decode("utf-8", "ignore")))
        return
    found = extract.extract(body, filename=NAMES[kind // 2 % len(NAMES)])
    if isinstance(found, Document):
        invariants.check(read(found))
    else:
        assert found.message


def seeds(folder: Path) -> None:
    """Write what the fuzzer starts from: our own texts, and a small file of each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [*PIECES, *(path.read_text()[:3000] for path in sorted(UNITS.rglob("*.md")))]
    inputs = [b"\x00" + text.encode() for text in texts]
    page = "<html><body><nav>Menu</nav><article><p>" + "</p><p>".join(PIECES) + "</p></article>"
    inputs += [b"\x03" + page.encode(), b"\x05# News\n\n" + PIECES[0].encode()]
    inputs += [b"\x07" + files.pdf([["The mill was sold.", "Ada Lind said so."]])]
    for number, data in enumerate(inputs):
        (folder / f"seed-{number}").write_bytes(data)


def main() -> None:
    """Fuzz in the corpus folder that is given first; the other arguments are libFuzzer's."""
    seeds(Path(next(word for word in sys.argv[1:] if not word.startswith("-"))))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
