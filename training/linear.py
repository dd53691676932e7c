"""Train the check-worthiness and subjectivity models: ``python -m training.linear FOLDER``.

FOLDER holds ``checkworthy.jsonl`` (ClaimBuster, CC BY 4.0) and ``subjectivity.jsonl`` (its fold
"train" is part of NewsSD-ENG, CC BY 4.0; no other fold is looked at). The script prints the
macro-F1 of ten-fold cross-validation over blocks of neighbouring rows, so that no speech or
article is on both sides, and writes the weights to curriculum/reading/models.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from math import log
from pathlib import Path

from curriculum.reading import claimtype, hedges, lexicon, linear, stance, wording
from curriculum.reading.features import Features
from curriculum.reading.features import of as features_of
from curriculum.reading.linear import Weights

FOLDS = 10
EPOCHS = 30
RATE = 0.2
WORDS_COUNT = 0.2  # how much single words weigh beside word classes, for subjectivity


def main(folder: Path) -> None:
    """Train both models, the check-worthiness first: the other one takes its answer in."""
    rows = _rows(folder / "checkworthy.jsonl")
    wanted = [row["label"] == "CHECK" for row in rows]
    found = [_features(row["text"]) for row in rows]
    _train("checkworthy", found, wanted, strength=0.3, least=4, about="ClaimBuster, CC BY 4.0")

    rows = [row for row in _rows(folder / "subjectivity.jsonl") if row["fold"] == "train"]
    wanted = [row["label"] == "SUBJ" for row in rows]
    worth = linear.load("checkworthy")
    plain = [_features(row["text"]) for row in rows]
    found = [lighter(stance.with_worth(one, linear.margin(worth, one))) for one in plain]
    _train(
        "subjectivity",
        found,
        wanted,
        strength=0.1,
        least=3,
        about="NewsSD-ENG, CC BY 4.0",
        words=WORDS_COUNT,
    )


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _features(text: str) -> Features:
    words = lexicon.tokens(text, 0, len(text))
    signs = claimtype.signs(words)
    return features_of(text, words, signs, hedges.find(text, words), wording.find(words))


def lighter(features: Features) -> Features:
    """The features with single words weighing less: there are few rows to learn them from."""
    return {k: v * WORDS_COUNT if _is_word(k) else v for k, v in features.items()}


def _is_word(name: str) -> bool:
    return name.startswith(("word ", "opens with "))


def _train(
    name: str,
    rows: list[Features],
    wanted: list[bool],
    *,
    strength: float,
    least: int,
    about: str,
    words: float = 1.0,
) -> None:
    size = len(rows) // FOLDS + 1
    guesses = []
    for fold in range(FOLDS):
        inside = [i for i in range(len(rows)) if i // size != fold]
        weights = fit([rows[i] for i in inside], [wanted[i] for i in inside], strength, least)
        guesses += [
            linear.probability(weights, row) for row in rows[fold * size : (fold + 1) * size]
        ]
    turn = max((t / 100 for t in range(25, 60)), key=lambda t: macro_f1(wanted, guesses, t))
    score = macro_f1(wanted, guesses, turn)
    sys.stdout.write(f"{name}: {len(rows)} rows, macro-F1 {score:.3f} at {turn}\n")
    weights = fit(rows, wanted, strength, least)
    weights[""] -= log(turn / (1 - turn))  # so that 0.5 is where the answer turns
    kept = {
        name: round(weight * (words if _is_word(name) else 1), 4)
        for name, weight in sorted(weights.items())
        if abs(weight) >= 0.004
    }
    made = {"about": f"Trained by training/linear.py on {about}.", "weights": kept}
    path = linear.FOLDER / f"{name}.json"
    path.write_text(json.dumps(made, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    linear.load.cache_clear()


def fit(rows: Sequence[Features], wanted: Sequence[bool], strength: float, least: int) -> Weights:
    """Logistic regression with an L2 penalty 1/strength, by AdaGrad over shuffled rows.

    The penalty of a weight is spread over the rows that show its feature, so that rare features
    are not visited just to be shrunk.
    """
    seen = Counter(name for row in rows for name in row)
    kept = [[(k, v) for k, v in row.items() if seen[k] >= least] for row in rows]
    weights: Weights = dict.fromkeys((k for k, n in seen.items() if n >= least), 0.0)
    slope = dict.fromkeys(weights, 1e-6)
    order = list(range(len(rows)))
    shuffle = random.Random(7)
    for _ in range(EPOCHS):
        shuffle.shuffle(order)
        for at in order:
            row = kept[at]
            miss = linear.sigmoid(sum(weights[k] * v for k, v in row)) - wanted[at]
            for k, v in row:
                pull = miss * v + (weights[k] / (strength * seen[k]) if k else 0.0)
                slope[k] += pull * pull
                weights[k] -= RATE * pull / slope[k] ** 0.5
    return weights


def macro_f1(wanted: Sequence[bool], guesses: Sequence[float], turn: float) -> float:
    """The mean of the F1 of yes and the F1 of no."""
    total = 0.0
    for side in (True, False):
        right = sum(w == side == (g > turn) for w, g in zip(wanted, guesses, strict=True))
        both = sum(w == side for w in wanted) + sum((g > turn) == side for g in guesses)
        total += 2 * right / both if both else 0.0
    return total / 2


if __name__ == "__main__":
    main(Path(sys.argv[1]))
