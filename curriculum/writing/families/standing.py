"""Source standing: what could this source know, and for whom does it speak?

Only what the text itself tells is asked. *Role*: the text gives a speaker's work or office right
beside the full name. Why the distractors are wrong: each is a role that the text gives, in the
same way, to another person, or says that no role is given, while it is, or that the person was a
witness, where the words beside the name say nothing of it. *Side*: the role is one of
speaking for somebody ("spokeswoman", "lawyer for"). That settles neither that the words are right
nor that they are wrong, which are the two distractors. *Way*: the text says that the source was
there, or that it was told. The two other ways of knowing are not told of that source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.reading.types import NameKind, Reading, Span, Voice
from curriculum.writing import material, naming, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.remembering import once
from curriculum.writing.types import QuestionDraft

ID = "standing"
NAME = "Source standing"
SKILL = "stand"

_NOUN = (
    r"(?:spokes(?:man|woman|person)|lawyer|attorney|director|manager|head|chief|president|"
    r"chair(?:man|woman|person)?|professor|lecturer|teacher|head teacher|principal|analyst|"
    r"economist|researcher|scientist|historian|doctor|nurse|surgeon|engineer|architect|farmer|"
    r"owner|founder|co-founder|resident|neighbou?r|student|mayor|councillor|governor|senator|"
    r"minister|secretary|ambassador|judge|sheriff|commissioner|officer|superintendent|sergeant|"
    r"detective|captain|coach|editor|author|writer|pastor|bishop|priest|adviser|advisor|aide|"
    r"strategist|pollster|executive|coordinator|organi[sz]er|activist|volunteer|witness|driver|"
    r"pilot|shopkeeper|consultant|trader|investor|partner|fellow|expert|specialist|member|leader|"
    r"deputy|representative|lobbyist|campaigner|gardener|warden|curator|librarian|scholar)"
)
# What may stand before such a noun and belong to it: "former", "Hill School head teacher".
_BEFORE = (
    r"(?:(?:(?!(?:But|And|The|A|An|In|On|At|As|When|After|While|That|This|If|So|Mr|Mrs|Ms|His|Her|"
    r"Its|Their|Our|My|He|She|It|They|We|\w+day)\b)"
    r"[A-Z](?:[\w&’'-]*|[\w.]{0,3}\.)(?= )|"
    r"former|deputy|vice|senior|acting|assistant|local|school|police|chief|press|"
    r"campaign|company|retired|associate|general|communications|research|"
    r"managing|executive) ){0,4}"
)
_BEFORE_NAME = re.compile(rf"(?<![\w’'-])({_BEFORE}(?i:{_NOUN})),? \Z")
_WHERE = r"(?:(?! (?:who|whom|which|that|where|when|and|said|says|told)\b)[^,.;:()“”\"\n]){3,50}"
_AFTER_NAME = re.compile(
    rf", (?:an?|the|who is (?:an?|the)) ((?:[\w&’'-]+ ){{0,3}}{_NOUN}\b"
    rf"(?: (?:of|for|at|with|in|from|to) {_WHERE})?)(?=[,.])|"
    rf", ((?:[\w’'-]+ ){{0,2}}{_NOUN} (?:of|for|at|with) {_WHERE})(?=[,.])"
)
_SPEAKS_FOR = re.compile(
    r"\bspokes(?:man|woman|person)\b|\bpress secretary\b|\b(?:lawyer|attorney) for\b|"
    r"\bcampaign manager\b|\bcommunications director\b|\brepresentative (?:of|for)\b|\blobbyist\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:who (?:saw|witnessed)(?= (?:it|the|what))|who was (?:there|inside|nearby|"
    r"present|at the scene)|(?:an? )?eye-?witness|a witness)\b"
)
_TOLD = re.compile(r"\b(?:who (?:was|were) (?:told|briefed|informed)|briefed on|told of)\b")
_LONGEST_ROLE = 10  # words

_NOT_TOLD = Option(
    "Somebody of whom the text tells only the name",
    "It tells more than that: the words stand right beside the name.",
    "gap-not-looked-for",
)
_WITNESS = Option(
    "Somebody who is said to have seen it happen",
    "The text gives a place of work or an office, and says nothing of seeing it.",
    "detail-is-source",
)
_NEAR_IT = re.compile(r"witness|resident|neighbou?r|driver|pilot|officer|detective|nurse", re.I)
THERE, TOLD, RECORD = "From being there", "From being told", "From reading a record"
_ROLE_STEMS = (
    "How does the text introduce {name}, who speaks in paragraph {paragraph}?",
    "{name} speaks in paragraph {paragraph}. Who is that, going by the text?",
    "Before you weigh what {name} says in paragraph {paragraph}: who is that, going by the text?",
    "Who is {name}, whose words stand in paragraph {paragraph}? What does the text tell you?",
)
_SIDE_STEMS = (
    "The text calls {name} “{role}”. How is it best to take what {name} says in paragraph "
    "{paragraph}?",
    "{name} speaks as “{role}”. How is it best to take the words in paragraph {paragraph}?",
    "Paragraph {paragraph} passes on the words of {name}, “{role}”. How would a careful reader "
    "take them?",
)
_WAY_STEMS = (
    "How does the source of {quote} come to know it, as the text tells it?",
    "Paragraph {paragraph} passes on {quote}. How did that source learn of it?",
)


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says a person does or is, beside the full name."""

    name: str
    words: str
    span: Span
    paragraph: int

    @property
    def option(self) -> str:
        """The role as an answer."""
        return material.capital(self.words)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Ways of knowing first, then sides, then roles."""
    yield from _ways(reading)
    known = roles(reading)
    for one in material.persons(material.said(reading)):
        role = next((each for each in known if each.name == one.speaker), None)
        if role is None or not naming.is_person(reading, one.speaker):
            continue
        if _SPEAKS_FOR.search(role.words):
            yield _side(reading, one, role)
        others = [*_others(role, known), _NOT_TOLD]
        if not _NEAR_IT.search(role.words):
            others.append(_WITNESS)
        if len(others) > 1:
            yield _role(reading, one, role, others[:2])


@once
def roles(reading: Reading) -> list[Role]:
    """The role of each person whose full name has one right before or after it."""
    found: dict[str, Role] = {}
    for name in reading.names:
        full = material.as_written(reading, name)
        paragraph = material.paragraph_at(reading, name.start)
        if name.kind is NameKind.PERSON and paragraph and material.is_full_name(full):
            span = _beside(reading.text, Span(name.start, name.end))
            whole = not re.match(r"-| (?:al|el|bin|ibn|van|von|de)\b", reading.text[name.end :][:5])
            if span and whole and full not in found:
                words = quoting.on_one_line(span.of(reading.text))
                found[full] = Role(full, words, span, paragraph)
    return list(found.values())


def _beside(text: str, name: Span) -> Span | None:
    start = max(text.rfind("\n", 0, name.start) + 1, name.start - 90)
    before = _BEFORE_NAME.search(text[start : name.start])
    after = _AFTER_NAME.match(text, name.end, min(len(text), name.end + 120))
    if after:
        group = 1 if after.group(1) else 2
        span = Span(after.start(group), after.end(group))
    elif before:
        span = Span(start + before.start(1), start + before.end(1))
    else:
        return None
    words = span.of(text).split()
    return span if 2 <= len(words) <= _LONGEST_ROLE else None


def _role(reading: Reading, one: Said, role: Role, others: list[Option]) -> QuestionDraft:
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_ROLE_STEMS, role.words, name=role.name, paragraph=one.paragraph),
        key=Option(
            role.option,
            f"Paragraph {role.paragraph} says so right beside the name.",
        ),
        distractors=others,
        explanation=explanation(
            role.paragraph,
            f"There {role.name} is introduced as “{role.words}”.",
            "look up what that person does, and what somebody in that place could see or count.",
        ),
        proof=(role.span,),
        score=0.68,
        difficulty=0.0,
    )


def _others(role: Role, known: list[Role]) -> list[Option]:
    mine = material.content_words(role.words)
    rivals = [
        each
        for each in known
        if not material.same_person(each.name, role.name)
        and not mine & material.content_words(each.words)
    ]
    rivals.sort(key=lambda each: (abs(len(each.words) - len(role.words)), each.span))
    rivals = [each for each in rivals if each.words != rivals[0].words or each is rivals[0]]
    return [
        Option(
            each.option,
            f"That is {each.name}, in paragraph {each.paragraph}.",
            "wrong-speaker",
        )
        for each in rivals
    ]


def _side(reading: Reading, one: Said, role: Role) -> QuestionDraft:
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            _SIDE_STEMS, role.words, name=role.name, role=role.words, paragraph=one.paragraph
        ),
        key=Option(
            "As the words of one side, to be set beside another source",
            "It is that person’s work to put one side’s case. The case may be right or wrong.",
        ),
        distractors=(
            Option(
                "As words that are wrong, since they come from one side",
                "People who speak for a side are often right. A side is a reason to check.",
                "motive-is-refutation",
            ),
            Option(
                "As words that are settled, since they come from an office",
                "An office does not settle what it says. It tells you who says it.",
                "official-is-true",
            ),
        ),
        explanation=explanation(
            role.paragraph,
            f"It gives the role “{role.words}”, which is to speak for somebody.",
            "look for what somebody with another interest says about the same thing.",
        ),
        proof=(role.span,),
        score=0.7,
        difficulty=0.2,
    )


def _ways(reading: Reading) -> Iterator[QuestionDraft]:
    for one in material.said(reading):
        quote = quoting.quote(reading.text, one.words)
        source = one.attribution.source[:1]
        if not (quote and source) or one.voice is Voice.ARTICLE:
            continue
        sentence = material.sentence_at(reading, source[0].start)
        near = Span(source[0].start, min(source[0].end + 60, sentence.end if sentence else 0))
        words = near.of(reading.text)
        there, told = _THERE.search(words), _TOLD.search(words)
        if (there is None) is not (told is None) and not material.DOCUMENT.search(words):
            found = there or told
            if found:
                span = Span(near.start + found.start(), near.start + found.end())
                yield _way(reading, one, quote, span, THERE if there else TOLD)


def _way(reading: Reading, one: Said, quote: quoting.Quote, place: Span, key: str) -> QuestionDraft:
    words = quoting.on_one_line(place.of(reading.text))
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_WAY_STEMS, quote.words, quote=quote, paragraph=one.paragraph),
        key=Option(key, f"The text has “{words}” with the source."),
        distractors=[
            Option(other, f"The text has “{words}”, and nothing of that kind.", "detail-is-source")
            for other in (THERE, TOLD, RECORD)
            if other != key
        ],
        explanation=explanation(
            one.paragraph,
            f"The words “{words}” tell how the source could know.",
            "ask what somebody in that place could see or hear, and what not.",
        ),
        proof=(place, quote.span),
        score=0.8,
        difficulty=0.0,
    )
