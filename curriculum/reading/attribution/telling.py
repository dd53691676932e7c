"""Whether what a source is credited with is a statement, or an act that the article reports.

"She said that the oven broke" passes on a statement of hers. "She criticised the oven", "she wants
to mend it" and "he expressed sympathy" tell what somebody did, wants or feels: there the article
itself is speaking, and nobody's words are passed on.
"""

from __future__ import annotations

from curriculum.reading.attribution.cues import verbs
from curriculum.reading.attribution.relation import Relation
from curriculum.reading.attribution.tokens import Unit
from curriculum.reading.types import QuoteType

_STATED = frozenset(["q", "pending", "according", "before", "label", "c", "hearsay"])
_FINITE = frozenset("tR")  # "that …", or a pronoun that opens a clause


def is_told(unit: Unit, relation: Relation, kind: QuoteType) -> bool:
    """Whether the content is a clause or quoted words."""
    if relation.shape in _STATED or not relation.content:
        return True
    first = relation.content[0][0]
    if relation.shape == "w":
        return unit.tags[first + 1 : first + 2] != "T"  # "explained how to bake" states nothing
    if relation.shape == "passive":
        return _passive_states(unit, relation)
    if relation.shape in ("feeling", "noun"):
        return unit.tags[first] in _FINITE
    return unit.lows[first] == "that" or _in_quotation_marks(unit, relation, kind)


def _passive_states(unit: Unit, relation: Relation) -> bool:
    """``it was said that``, ``is thought to``, ``is seen as``; not ``was praised by``."""
    first, stop = relation.content[-1]
    if unit.lows[first] in ("that", "as"):
        return True
    return unit.tags[first] == "T" and stop - first > 2


def _in_quotation_marks(unit: Unit, relation: Relation, kind: QuoteType) -> bool:
    """``called it "a sham"``: the words are the speaker's, though no clause is built on them."""
    if relation.shape not in ("n", "p") or kind is QuoteType.INDIRECT:
        return False
    cue = verbs().get(relation.lemma)
    first, stop = relation.content[0]
    labels = cue is not None and ("a" in cue.takes or "as" in unit.lows[first:stop])
    return labels or (kind is QuoteType.DIRECT and "judge" not in relation.family)
