"""A text that a teacher brought may be the one that a bundled unit only quotes: then say so.

The unit of short quotations keeps to what we may print. A teacher who has the whole text at hand
gets the unit on it: the same questions, with every quotation in its place.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models.functions import Length

from curriculum import copying
from curriculum.copying import Copy
from curriculum.models import Anchor, Source, Unit
from curriculum.writing.lint.words import stands_in

TRIED = 24  # of a unit's quotations, the longest first: chance does not hit upon those
ENOUGH = 0.9  # of them, so that a text that was edited a little is still known


def quoting(source: Source) -> Unit | None:
    """The bundled unit whose quotations nearly all stand in this text, if there is one."""
    if source.origin in (Source.Origin.BUNDLED, Source.Origin.EXCERPTS):
        return None
    quotes = Unit.objects.public().filter(source__origin=Source.Origin.EXCERPTS)
    units = quotes.exclude(bundle="").defer("teacher_notes")
    return next((unit for unit in units if _quotes(unit, source.text)), None)


def _quotes(unit: Unit, text: str) -> bool:
    anchors = Anchor.objects.filter(version__asked_in__edition=unit.edition)
    longest = anchors.order_by(Length("exact").desc(), "pk").values_list("exact", flat=True)
    tried = longest[:TRIED]
    found = sum(stands_in(exact, text) for exact in tried)
    return found >= ENOUGH * len(tried) > 0


@transaction.atomic
def on_whole_text(*, source: Source, quoting: Unit, by: User) -> tuple[Copy, bool]:
    """The teacher's own copy of the unit on this text, and whether this call made it.

    The lock on the source makes a double tap find the copy that the first tap made.
    """
    Source.objects.select_for_update().get(pk=source.pk)
    existing = Unit.objects.filter(owner=by, source=source, copied_from=quoting).first()
    if existing:
        return Copy(existing, ()), False
    return copying.copy(quoting, owner=by, source=source), True
