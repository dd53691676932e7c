"""The twelve skills that the product teaches, and what a learner can do who has each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skill:
    """One of the twelve skills: a stable id, a name, and what the learner can do."""

    id: str
    name: str
    can: str
    question: str  # the question a learner asks of any text


SKILLS: dict[str, Skill] = {
    skill.id: skill
    for skill in (
        Skill(
            "prov",
            "Provenance",
            "say who published it, when, and how this copy arrived",
            "Where did this copy come from?",
        ),
        Skill(
            "attr",
            "Attribution",
            "tell named, unnamed and the article’s own voice apart",
            "Who says so?",
        ),
        Skill(
            "stand",
            "Source standing",
            "say what a source could know, and its interest",
            "How would they know?",
        ),
        Skill(
            "type",
            "Claim type",
            "sort fact, interpretation, prediction and value",
            "What kind of claim is it?",
        ),
        Skill(
            "supp",
            "Support",
            "name the evidence a text gives, and judge whether it is enough",
            "What backs it up, as written?",
        ),
        Skill(
            "force",
            "Strength",
            "match how sure a sentence sounds to what supports it",
            "How sure does it sound?",
        ),
        Skill(
            "load",
            "Loaded language",
            "pick the plain wording that keeps the checkable content",
            "Which words judge?",
        ),
        Skill(
            "infer",
            "Inference",
            "separate what happened from why somebody says it happened",
            "Is that seen, or concluded?",
        ),
        Skill("ctx", "Context", "name dates, facts and voices that are absent", "What is missing?"),
        Skill(
            "trace",
            "Trace",
            "compare a quotation or a summary with its original",
            "Is that what was said?",
        ),
        Skill(
            "corrob",
            "Corroborate",
            "choose the best check, and say where sources differ",
            "How would you check?",
        ),
        Skill(
            "calib",
            "Calibration",
            "accept what is supported and doubt what is not",
            "How sure should I be?",
        ),
    )
}
