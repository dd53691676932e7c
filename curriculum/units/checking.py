"""Everything wrong with a unit's files: what lint says, and what only a whole unit shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from curriculum.passages import number_at
from curriculum.reading import read
from curriculum.units.values import BundledLesson, BundledUnit, Finds, Item, Mistake, Parsed
from curriculum.writing import lint, planning
from curriculum.writing.types import QuestionDraft, Severity, StepKind

FEWEST = 15  # questions of a quiz
PRACTICE = 2  # questions inside a lesson
HALF = (0.45, 0.55)  # the share of items whose answer is that the text holds up
MOST_LONGEST = 0.4  # the share of items whose key is the longest option
IDEA = (60, 180)  # words

_NUMBERS = re.compile(r"\bparagraphs? (\d+(?:(?:, | and | to |–)\d+)*)", re.IGNORECASE)
_TO_CHECK = "To check: "

Rule = Callable[[BundledUnit], Iterator[Mistake]]


def check(parsed: Parsed) -> tuple[Mistake, ...]:
    """Every mistake of a folder: what could not be read, then what reads wrong."""
    if parsed.unit is None:
        return parsed.mistakes
    return (*parsed.mistakes, *(mistake for rule in _RULES for mistake in rule(parsed.unit)))


def even(part: int, total: int) -> bool:
    """Whether a part is about half; where the number is odd, as near as it can be."""
    return total == 0 or HALF[0] <= part / total <= HALF[1] or abs(2 * part - total) <= 1


def spread(unit: BundledUnit) -> dict[str, QuestionDraft]:
    """Each item's question by id, with the keys spread over the places, as it will be asked."""
    found: dict[str, QuestionDraft] = {}
    whole = [item for item in unit.items if _has_key(item)]
    for practice in (False, True):
        items = [item for item in whole if item.practice is practice]
        laid = planning.spread([item.question for item in items], unit.document.text)
        found |= {item.id: question for item, question in zip(items, laid, strict=True)}
    return found


def _item_lint(unit: BundledUnit) -> Iterator[Mistake]:
    for lesson, item in unit.placed():
        for found in lint.item(item.question, text=unit.document.text):
            # What the parser has said already, it has said better.
            if found.code not in ("anchor-missing", "skill-unknown"):
                yield Mistake(
                    lesson.questions_file,
                    f"{found.where}: {found.message}",
                    item.id,
                    found.severity,
                )
        if not item.question.anchors:
            yield Mistake(lesson.questions_file, "The item has no anchor in the text.", item.id)


def _swapped(unit: BundledUnit) -> Iterator[Mistake]:
    """No key leans on who the people in the text are.

    Which words are names is the reader's guess, so an item that falls apart when they are others
    is worth a look; one that gives a country or a party as a reason is wrong whatever was guessed.
    """
    reading = read(unit.document)
    for lesson, item in unit.placed():
        if not lint.blocks(lint.item(item.question, text=reading.text)):
            for found in lint.swap_in_place(item.question, reading):
                guessed = found.code == "swap-falls"
                severity = Severity.WARNING if guessed else found.severity
                message = f"{found.where}: {found.message}"
                yield Mistake(lesson.questions_file, message, item.id, severity)


def _bank_lint(unit: BundledUnit) -> Iterator[Mistake]:
    by_id = spread(unit)
    for found in lint.bank([by_id[item.id] for item in unit.quiz if _has_key(item)]):
        yield Mistake("questions", found.message, severity=found.severity)


def _has_key(item: Item) -> bool:
    return sum(choice.key for choice in item.question.choices) == 1


def _repeats(unit: BundledUnit) -> Iterator[Mistake]:
    ids = Counter(item.id for item in unit.items)
    stems = Counter(item.question.stem.casefold() for item in unit.items)
    for lesson, item in unit.placed():
        if ids[item.id] > 1:
            yield Mistake(lesson.questions_file, "Another item has this id. Change it.", item.id)
        if stems[item.question.stem.casefold()] > 1:
            yield Mistake(lesson.questions_file, "Another item has this stem. Change it.", item.id)


def _paragraphs(unit: BundledUnit) -> Iterator[Mistake]:
    """An explanation sends the learner to a paragraph where one of the anchors stands."""
    blocks = unit.document.blocks
    for lesson, item in unit.placed():
        named = _named(item.question.explanation)
        stands = {number_at(blocks, anchor.start) for anchor in item.question.anchors} - {0}
        if named and stands and not named & stands:
            yield Mistake(
                lesson.questions_file,
                f"The explanation speaks of paragraph {_listed(named)}, and the anchors stand in "
                f"paragraph {_listed(stands)}. Headings are not counted.",
                item.id,
            )


def _named(explanation: str) -> set[int]:
    return {
        int(number)
        for group in _NUMBERS.findall(explanation)
        for number in re.findall(r"\d+", group)
    }


def _listed(numbers: set[int]) -> str:
    return " and ".join(map(str, sorted(numbers)))


def _explanations(unit: BundledUnit) -> Iterator[Mistake]:
    for lesson, item in unit.placed():
        if _TO_CHECK not in item.question.explanation:
            yield Mistake(
                lesson.questions_file, f"The explanation has no “{_TO_CHECK}…”. Add it.", item.id
            )


def _quoted(unit: BundledUnit) -> Iterator[Mistake]:
    """Anchors into excerpts stand inside a quotation, or the whole text would not have them."""
    if not unit.passage.excerpts:
        return
    text = unit.document.text
    for lesson, item in unit.placed():
        for anchor in item.question.anchors:
            if not _in_quotation(text, anchor.start, anchor.end):
                yield Mistake(lesson.questions_file, _unquoted(anchor.exact), item.id)
    for lesson in unit.lessons:
        for step in lesson.steps:
            for anchor in step.anchors:
                if not _in_quotation(text, anchor.start, anchor.end):
                    yield Mistake(lesson.file, _unquoted(anchor.exact), step.kind)


def _in_quotation(text: str, start: int, end: int) -> bool:
    opened, closed = text.rfind("“", 0, start + 1), text.rfind("”", 0, start + 1)
    return opened > closed and "”" not in text[start : end - 1]


def _unquoted(exact: str) -> str:
    return (
        f"The anchor “{exact[:60]}” is not inside one quotation of the excerpts, so the article "
        "may not have it. Anchor words that are quoted."
    )


def _balance(unit: BundledUnit) -> Iterator[Mistake]:
    finds = Counter(item.finds for item in unit.quiz)
    holds, some = finds[Finds.HOLDS], finds[Finds.HOLDS] + finds[Finds.FLAW]
    if not even(holds, some):
        yield Mistake(
            "questions",
            f"{holds} of the {some} quiz items that find something find that the text holds up. "
            "Make it between 45 and 55 in a hundred.",
        )
    if not some:
        yield Mistake("questions", "No quiz item says what it finds: holds or flaw.")
    yield from _answers(unit)


def _answers(unit: BundledUnit) -> Iterator[Mistake]:
    """Yes and no are right equally often; the key is not the longest option too often."""
    keyed = [item for item in unit.quiz if _has_key(item)]
    yes, binary = yeses(item.question for item in keyed)
    if not even(yes, binary):
        yield Mistake("questions", f"{yes} of {binary} yes-or-no items have the answer yes.")
    three = [item for item in keyed if len(item.question.choices) == 3]
    longest = [item.id for item in three if is_longest(item.question)]
    if len(longest) > MOST_LONGEST * len(three):
        yield Mistake(
            "questions",
            f"The key is the longest option in {len(longest)} of {len(three)} items, and may be in "
            f"4 of 10. Lengthen a wrong option in some of: {', '.join(longest)}.",
        )


def yeses(questions: Iterable[QuestionDraft]) -> tuple[int, int]:
    """How many yes-or-no questions have the answer yes, and how many there are."""
    keys = [planning.key_of(each) for each in questions if each.family == planning.BINARY]
    return sum(key.lower().startswith("yes") for key in keys), len(keys)


def is_longest(question: QuestionDraft) -> bool:
    """Whether the key is longer than every other option."""
    key = len(planning.key_of(question))
    return all(key > len(choice.text) for choice in question.choices if not choice.key)


def _records(unit: BundledUnit) -> Iterator[Mistake]:
    known = [record.id for record in unit.sources]
    for id_, count in Counter(known).items():
        if count > 1:
            yield Mistake("unit.yaml", f"Two sources have the id {id_}. Change one.")
    cited = {id_ for item in unit.items for id_ in item.sources}
    for lesson, item in unit.placed():
        for id_ in item.sources:
            if id_ not in known:
                yield Mistake(
                    lesson.questions_file, f"unit.yaml has no source {id_}. Add it.", item.id
                )
    for id_ in known:
        if id_ not in cited and id_ not in unit.teacher_notes:
            yield Mistake(
                "unit.yaml",
                f"Nothing leans on source {id_}, and the teacher notes do not name it.",
                severity=Severity.WARNING,
            )


def _dates(unit: BundledUnit) -> Iterator[Mistake]:
    if unit.review_by <= unit.as_of and unit.as_of.year > 1:
        yield Mistake("unit.yaml", "review_by should be after as_of.")
    for lesson, item in unit.placed():
        if item.review_by and item.review_by <= unit.as_of:
            yield Mistake(lesson.questions_file, "review_by should be after as_of.", item.id)


def _size(unit: BundledUnit) -> Iterator[Mistake]:
    if len(unit.quiz) < FEWEST:
        yield Mistake("questions", f"{len(unit.quiz)} quiz items. Write at least {FEWEST}.")
    for lesson in unit.lessons:
        yield from _lesson(lesson)


def _lesson(lesson: BundledLesson) -> Iterator[Mistake]:
    practice = sum(item.practice for item in lesson.items)
    if practice != PRACTICE:
        yield Mistake(
            lesson.questions_file, f"{practice} practice items. Make it {PRACTICE} for each lesson."
        )
    if practice == len(lesson.items):
        yield Mistake(lesson.questions_file, "No quiz item, so learners would not see the lesson.")
    if not lesson.name[3:].startswith(lesson.skill):
        yield Mistake(lesson.file, f"The name says another skill than “{lesson.skill}”.")
    kinds = Counter(step.kind for step in lesson.steps)
    for kind in StepKind:
        if kinds[kind] != 1:
            yield Mistake(lesson.file, f"{kinds[kind]} steps “## {kind}: …”. Write one.")
    for step in lesson.steps:
        yield from _step(lesson, step.kind, step.body, len(step.anchors))


def _step(lesson: BundledLesson, kind: StepKind, body: str, lit: int) -> Iterator[Mistake]:
    count = len(body.split())
    if kind is StepKind.IDEA and not IDEA[0] <= count <= IDEA[1]:
        yield Mistake(
            lesson.file, f"The idea has {count} words, about 120 is right.", kind, Severity.WARNING
        )
    if kind is StepKind.EXAMPLE and not lit:
        yield Mistake(lesson.file, "The example lights up no words: add “Anchors: “…””.", kind)
    if kind is StepKind.CHECK and "**What to look for:**" not in body:
        yield Mistake(lesson.file, "The task has no “**What to look for:**”. Add it.", kind)


_RULES: tuple[Rule, ...] = (
    _item_lint, _swapped, _bank_lint, _repeats, _paragraphs, _explanations, _quoted, _balance,
    _records, _dates, _size,
)  # fmt: skip


def counted(parsed: Parsed) -> dict[str, str]:
    """The figures of a unit for a table."""
    unit = parsed.unit
    if unit is None:
        return {}
    finds = Counter(item.finds for item in unit.quiz)
    yes, binary = yeses(item.question for item in unit.quiz if _has_key(item))
    return {
        "lessons": str(len(unit.lessons)),
        "quiz": str(len(unit.quiz)),
        "practice": str(len(unit.items) - len(unit.quiz)),
        "holds": f"{finds[Finds.HOLDS]}/{finds[Finds.HOLDS] + finds[Finds.FLAW]}",
        "yes": f"{yes}/{binary}",
    }
