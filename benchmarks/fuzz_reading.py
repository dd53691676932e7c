"""Throw mutated texts and files at the reader, led by the lines they reach, and look for a fault.

Needs the package atheris, which is no dependency of this project: put it in an environment of its
own that also sees this one's packages. docs/evaluation.md gives the commands.
The first byte of an input names a stage, so that most inputs try one stage alone and cost little;
the rest is its text. Only the reader is instrumented, not the libraries below it. A fault is an
exception, a reading that breaks ``tests/curriculum/reading/invariants.py``, or an input that takes
longer than ``-timeout``; the input is left behind as a file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["curriculum.reading"]):
    from curriculum.reading import (
        attribution,
        blocks,
        claimtype,
        extract,
        hedges,
        language,
        lexicon,
        names,
        provenance,
        quoting,
        read,
        read_text,
        scope,
        sentences,
        support,
        times,
        wording,
    )
from curriculum.reading.types import Block, BlockKind, Document, Sentence, Span
from tests.curriculum.reading import files, invariants

UNITS = Path(__file__).resolve().parent.parent / "curriculum" / "units"
SHORT = 240  # characters of a seed: enough for every construction, and cheap to try
PIECES = (
    "“It grew,” said Ada Lind, who runs the mill. The council was accused of waste.",
    "Ada Lind said that the oven “was never hot,” adding that bread was late.",
    "Share.\n\n# News\n\nBy Ada Lind\n\nUpdated: 3 May 2021\n\n" * 3,
    "BREAKING: THE MILL IS SOLD. According to the council… 50% on 3 May 2021!",
    "قالت ليلى: «نعم». 他说：“面包很好。” Der Rat sagte: „Nein“. 🥖 it's 'fine'",
    "It may, perhaps, be the only one of about £40 million, and so on; nobody could tell.",
)


def _sentence(text: str) -> tuple[Sentence, ...]:
    return (Sentence(0, len(text), 0),) if text else ()


def _blocks(text: str) -> None:
    found = blocks.split(text)
    provenance.trace(Document(text, found))
    language.of(text)


def _sentences(text: str) -> None:
    sentences.split(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else ())


def _attribution(text: str) -> None:
    whole = (Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else ()
    found = attribution.find(text, whole, _sentence(text), ())
    quoting.voices(text, found)


def _stance(text: str) -> None:
    words = lexicon.tokens(text, 0, len(text))
    marks = scope.governed(text, Span(0, len(text)), hedges.find(text, words))
    hedges.force(text, Span(0, len(text)), marks)
    claimtype.of(text, words, claimtype.signs(words), wording.everything(words))
    support.signs(text)


def _names_and_times(text: str) -> None:
    names.find(text, _sentence(text))
    times.find(text, _sentence(text), published="2021-05-03")


def _whole(text: str) -> None:
    invariants.check(read_text(text))


def _file(name: str) -> Callable[[bytes], None]:
    def read_file(body: bytes) -> None:
        found = extract.extract(body, filename=name)
        if isinstance(found, Document):
            invariants.check(read(found))
        else:
            assert found.message

    return read_file


def _of_text(stage: Callable[[str], None]) -> Callable[[bytes], None]:
    return lambda body: stage(body.decode("utf-8", "ignore"))


TEXT_STAGES = (_whole, _blocks, _sentences, _attribution, _stance, _names_and_times)
FILE_NAMES = ("page.html", "notes.md", "story.pdf", "story.docx", "")
STAGES = (*map(_of_text, TEXT_STAGES), *map(_file, FILE_NAMES))


def one(data: bytes) -> None:
    """Try one input on the stage that its first byte names."""
    if data:
        STAGES[data[0] % len(STAGES)](data[1:])


def seeds(folder: Path) -> None:
    """Write what the fuzzer starts from: short texts of our own, and a small file of each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [p for path in sorted(UNITS.rglob("*.md")) for p in path.read_text().split("\n\n")]
    texts = [*PIECES, *(text[:SHORT] for text in written[::40])]
    page = "<html><body><nav>Menu</nav><article><p>" + "</p><p>".join(PIECES) + "</p></article>"
    given = {
        "page.html": page.encode(),
        "notes.md": b"# News\n\n" + PIECES[0].encode(),
        "story.pdf": files.pdf([["The mill was sold.", "Ada Lind said so."]]),
    }
    inputs = [(stage, text.encode()) for text in texts for stage in range(len(TEXT_STAGES))]
    inputs += [(len(TEXT_STAGES) + FILE_NAMES.index(name), data) for name, data in given.items()]
    for number, (stage, data) in enumerate(inputs):
        (folder / f"seed-{number}").write_bytes(bytes([stage]) + data)


def main() -> None:
    """Fuzz in the corpus folder that is given first; the other arguments are libFuzzer's."""
    seeds(Path(next(word for word in sys.argv[1:] if not word.startswith("-"))))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
