"""What the note of a claim says: who says it, how, how sure, with what support, and why."""

from __future__ import annotations

from functools import cached_property

from curriculum.models import Claim
from curriculum.panels import Sentences, speaker_name
from curriculum.pens import spans_of
from curriculum.reading import support
from curriculum.reading.types import QuoteType, Sentence

SURE, FAIRLY = 0.8, 0.5  # confidence of the reader, in words
NO_SUPPORT = (
    "none in this sentence: no number, date, record, example, reason or quotation to check it by"
)
HOW = {
    QuoteType.DIRECT: "in their own words, between quotation marks",
    QuoteType.INDIRECT: "retold: the words are the article’s",
    QuoteType.MIXED: "partly in their own words, partly retold",
}


class ClaimNote:
    """One claim, told to a teacher."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.text = claim.source.text

    @property
    def id(self) -> str:
        """The id of the note on the page, which its marks point to."""
        return f"note-{self.claim.pk}"

    @property
    def title(self) -> str:
        """Who says it."""
        if self._is_articles:
            return "The article says it itself"
        return speaker_name(self.text, self.claim)

    @property
    def quote(self) -> str:
        """The words of the claim, on one line."""
        return " ".join(self.claim.words.split())

    @cached_property
    def sentence(self) -> Sentence | None:
        """The sentence in which the claim begins."""
        return Sentences(self.claim.source.reading.sentences).at(self.claim.start)

    @property
    def how(self) -> str:
        """Whether the words are quoted or retold."""
        given = self.claim.attribution.get("type")
        return HOW[QuoteType(given)] if given and not self._is_articles else ""

    @property
    def cue(self) -> str:
        """The words that hand the statement to its speaker: “said”, “according to”."""
        spans = () if self._is_articles else self.claim.attribution.get("cue", ())
        return " … ".join(" ".join(self.text[start:end].split()) for start, end in spans)

    @property
    def cue_judges(self) -> bool:
        """Whether the cue itself takes a side: “claimed”, “admitted”."""
        return bool(self.claim.attribution.get("judging"))

    @property
    def _is_articles(self) -> bool:
        return self.claim.voice == Claim.Voice.ARTICLE

    @property
    def strength(self) -> str:
        """How sure it sounds, with the words that make it so."""
        told = self.claim.get_force_display()
        marks = self.sentence.hedges if self.sentence else ()
        spans = [span for _, span in spans_of(self.claim)]
        inside = [mark for mark in marks if any(mark.span.overlaps(span) for span in spans)]
        words = dict.fromkeys(f"“{mark.span.of(self.text)}”" for mark in inside or marks)
        if not words:
            return told
        return f"{told}{'' if inside else ', in the same sentence'}: {', '.join(words)}"

    @property
    def support(self) -> str:
        """What the sentence offers to check it by."""
        signs = support.signs(self.sentence.span.of(self.text)) if self.sentence else ()
        shown = (f"{name}: “{_bare(words)}”" for name, words in signs)
        return "; ".join(shown) or NO_SUPPORT

    @property
    def why(self) -> list[str]:
        """Why we read it so, the strongest reason first; and why it is that kind of claim."""
        sentence = self.sentence.why if self.sentence else ()
        return list(dict.fromkeys([*self.claim.why, *sentence]))

    @property
    def sureness(self) -> str:
        """How sure the reader is of its own finding."""
        if self.claim.added or self.claim.corrections.filter(undone_at=None).exists():
            return "you said so"
        if self.claim.confidence >= SURE:
            return "sure"
        return "fairly sure" if self.claim.confidence >= FAIRLY else "a guess: please check"


def _bare(words: str) -> str:
    """Words on one line, without the quotation marks around them."""
    return " ".join(words.strip('“”"').split())
