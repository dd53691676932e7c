"""The confusions that distractors tempt: named, described, and each with a way to reteach it.

An item that only says "wrong" teaches nothing. A distractor that names the confusion behind it
lets feedback answer the confusion, and lets a teacher see which one a class shares.
"""

from __future__ import annotations

from dataclasses import dataclass

from curriculum.writing import cards


@dataclass(frozen=True, slots=True)
class Confusion:
    """A way of misreading that many careful people share."""

    id: str
    name: str
    description: str  # for a teacher: what a learner with this confusion does
    reteach: str  # for a learner: one paragraph

    @property
    def card(self) -> cards.Card:
        """Its example, to show beside the paragraph."""
        return cards.load()[self.id]


_ALL = (
    Confusion(
        "quoted-is-endorsed", "Quoted is endorsed",
        "Takes words that the article reports for the article’s own view.",
        "A writer can report words without agreeing with them. Look for the signs of reporting: "
        "quotation marks, “said”, “according to”, a name. Where they stand, the words belong to "
        "the source. What the writer thinks of them is another question, and often the text does "
        "not say.",
    ),
    Confusion(
        "talked-about-is-talking", "Talked about is talking",
        "Takes a person whom the words are about, or who is nearby, for the one who says them.",
        "A sentence can be full of names, and only one of them is speaking. Find the reporting "
        "word first: “said”, “believes”, “told”. Then ask who is doing it. Everybody else in the "
        "sentence is being talked about.",
    ),
    Confusion(
        "wrong-speaker", "One source for another",
        "Mixes up two sources of the same text.",
        "When a text has several sources, their words run close together. Put a finger on the "
        "words, move to the nearest reporting word, and then to the name that goes with it. If "
        "the name is only “he” or “she”, go back to the last person who was named.",
    ),
    Confusion(
        "own-is-reported", "The writer’s words, given away",
        "Gives a source the credit for words that the article says in its own voice.",
        "Not every statement has a source. Where there are no quotation marks and no “said”, "
        "nobody else is speaking: the writer is. A source who is quoted just before or after "
        "does not stand behind the sentences in between.",
    ),
    Confusion(
        "gap-filled", "Filling the gap",
        "Gives an unnamed source a name from somewhere else in the text.",
        "“Experts”, “critics”, “people close to the club”: when a text leaves out the names, our "
        "minds fill them in with names we have just read. Stop and ask: does the text itself "
        "link this group to that person? If it does not, the answer is “we are not told”.",
    ),
    Confusion(
        "role-is-name", "A description is a name",
        "Counts a description such as “officials” as naming the source.",
        "A description tells you what kind of person is speaking. A name tells you which one. "
        "You can look up a name, ask that person, and find out what they knew. You cannot look "
        "up “a neighbour”.",
    ),
    Confusion(
        "name-missed", "A name overlooked",
        "Says that nobody is named when the text does name a source.",
        "Before you say “no source”, look along the whole sentence, and at the sentence before. "
        "A name often stands at the end, after a comma. Doubting a sentence that does give its "
        "source is a mistake too.",
    ),
    Confusion(
        "detail-is-source", "Detail is a source",
        "Takes exact details, dates or figures for a sign that a source was given.",
        "Details make a sentence feel researched. But a detail does not say where it comes from. "
        "Ask “who found this out, and where is it written down?” If the text does not answer, "
        "the sentence has details and no source.",
    ),
    Confusion(
        "repeated-is-proven", "Repeated is proven",
        "Treats hearing a claim again as support for it.",
        "A claim that comes up often feels true, because it feels known. But ten copies of one "
        "statement are still one statement. Ask whether each place found it out for itself, or "
        "only passed it on.",
    ),
    Confusion(
        "official-is-true", "Official is true",
        "Takes the word of an office, a title or a printed notice as settled.",
        "An office can know a great deal, and it can also be wrong, or have an interest. A title "
        "tells you what somebody could know. It does not replace seeing what they know. Ask for "
        "the record behind the words.",
    ),
    Confusion(
        "popular-is-true", "Popular is true",
        "Counts agreement, shares or readers as evidence.",
        "How many people like a claim tells you about the people. It does not tell you about the "
        "claim. Look for somebody who was there, a record made at the time, or a number that was "
        "counted.",
    ),
    Confusion(
        "agreement-is-evidence", "Another opinion settles it",
        "Asks a further person for a view where a record would answer.",
        "A second person’s view helps when that person could know for themselves. Otherwise you "
        "have two views in place of one. First look for the record, the recording or the person "
        "who was there.",
    ),
    Confusion(
        "rereading-is-checking", "Reading again is checking",
        "Stays inside the page and looks harder, where leaving it would help.",
        "A page cannot check itself. Reading it again shows you what it says, and never whether "
        "it is so. Open a new tab and see what others, who do not depend on this page, have "
        "found.",
    ),
    Confusion(
        "vivid-is-likely", "Vivid is likely",
        "Takes strong or angry wording as a sign that a claim is well, or badly, supported.",
        "A strong word shows how somebody feels about a thing. A quiet sentence can be wrong and "
        "an angry one can be right. Take the feeling out, and ask what is left that could be "
        "checked.",
    ),
    Confusion(
        "motive-is-refutation", "A motive disproves",
        "Thinks that a reason to doubt the speaker shows that the words are wrong.",
        "Knowing what somebody gains is a good reason to check what they say. It is not the "
        "check. People with an interest are often right. To show that a sentence is too strong, "
        "you need a case that it does not fit.",
    ),
    Confusion(
        "hedge-missed", "Missing the hedge",
        "Reads “may”, “could” or “some” as if they were not there.",
        "Small words carry the doubt: may, could, about, some, appears. Read the sentence again "
        "and leave the small word out. If the sentence now says more, the word was holding "
        "something back, and a fair summary must keep it.",
    ),
    Confusion(
        "hedged-is-false", "Hedged is false",
        "Treats careful wording as a sign that a statement is wrong or worthless.",
        "“May” does not mean “does not”. A careful writer says “may” when the evidence reaches "
        "that far and no further. That is often a good sign. Ask whether the doubt fits the "
        "evidence.",
    ),
    Confusion(
        "absolute-missed", "Missing the absolute",
        "Reads “all”, “never” or “only” as a figure of speech and not as a claim.",
        "Words such as all, every, never and only leave no exception. That makes them easy to "
        "test: one case that does not fit is enough. When you meet one, ask whether anybody "
        "could have counted every case.",
    ),
    Confusion(
        "sure-is-shown", "Sounding sure is being shown",
        "Takes certain wording for evidence, or reads certainty that the words do not have.",
        "A sentence can sound sure with nothing behind it. How sure it sounds is one thing and "
        "what supports it is another. First name the words that make it sound sure. Then look "
        "for the support.",
    ),
    Confusion(
        "some-is-all", "Some is all",
        "Stretches a statement about some cases to all of them.",
        "“Some”, “many” and “most” leave room for others. If four people out of ten agree, it is "
        "true that some agree and untrue that all do. Check the size word in the summary against "
        "the size word in the text.",
    ),
    Confusion(
        "said-is-shown", "Said is shown",
        "Turns what a source says into what has been proved or found.",
        "“She says that it works” and “she has shown that it works” are different claims. The "
        "first is settled by finding her words. The second needs a test that others can look at. "
        "Keep the verb that the text uses.",
    ),
    Confusion(
        "reported-is-known", "Reported is known",
        "Drops the source and passes on the words as plain knowledge.",
        "When a source drops out of a sentence, the sentence sounds surer, and nothing new was "
        "learned. If you pass it on, pass on who said it as well. Then the next reader can "
        "check.",
    ),
    Confusion(
        "linked-is-caused", "Linked is caused",
        "Turns a link between two things into one causing the other.",
        "Two things can go together without one making the other happen. A third thing may be "
        "behind both. Look for the words the text uses: “linked to”, “after” and “alongside” say "
        "less than “because”.",
    ),
    Confusion(
        "happened-or-expected", "Happened and expected",
        "Mixes up what has already happened with what somebody expects to happen.",
        "Look at the verb. “Cost” and “has cost” tell of something that is over and can be "
        "looked up. “Will cost” and “is expected to cost” tell of tomorrow, and nobody can look "
        "up tomorrow. Ask what the expectation is based on.",
    ),
    Confusion(
        "strength-backwards", "Strength the wrong way round",
        "Reads a word that weakens a statement as one that strengthens it, or the reverse.",
        "Think of it as a bet. Would you bet more on “it will rain” or on “it may rain”? The "
        "more a sentence rules out, the more it claims, and the easier it is to catch it out. "
        "Compare the two versions and ask which one is easier to catch out.",
    ),
    Confusion(
        "judgement-is-fact", "A judgement as fact",
        "Takes a statement that something is good or bad for one that a record could settle.",
        "No measuring tape shows that a thing is good, bad or fair. Such a sentence may be wise, "
        "and people may agree, but it weighs things and does not measure them. Ask what in it "
        "could be measured.",
    ),
    Confusion(
        "fact-is-opinion", "A fact as opinion",
        "Treats a statement that a record, or time, could settle as a matter of taste.",
        "If a record, a count or a recording could show that a sentence is right or wrong, it "
        "makes a factual claim, whether or not it is true and whether or not you like it. Ask "
        "what you would open to find out.",
    ),
    Confusion(
        "serious-is-loaded", "Serious is loaded",
        "Takes a word for a serious thing as a word that judges.",
        "Some words are strong because the thing is serious: fire, injury, war. They say what "
        "happened. A judging word says what to feel about it. Test it: would people on different "
        "sides both accept the word?",
    ),
    Confusion(
        "loud-for-loud", "One judging word for another",
        "Takes a swap of one judging word for another as a neutral rewrite.",
        "Changing the word is not enough if the new one judges too. Ask of each version: does it "
        "tell me what happened, or what to feel about it? The neutral one still lets you check "
        "the same fact.",
    ),
    Confusion(
        "doubt-is-fair", "Adding doubt is fair",
        "Thinks that adding “allegedly” or “supposedly” makes a sentence neutral.",
        "Neutral does not mean doubtful. If the text states something plainly, a fair rewrite "
        "states it plainly too, in calmer words. Adding doubt changes the claim just as much as "
        "adding certainty.",
    ),
    Confusion(
        "page-is-story", "The page is the story",
        "Reads labels, buttons and footers of the web page as part of the text.",
        "A page holds more than the story: buttons, labels, addresses, menus. They come from the "
        "website, not from the writer of the story. They tell you how this copy reached you and "
        "nothing about what happened.",
    ),
    Confusion(
        "printed-is-proven", "Printed is proven",
        "Takes a detail printed on the page as checked, or reads more into it than it says.",
        "A page can print any address, date or name. Printing it shows that the page prints it. "
        "Whether it is so, you find out somewhere else: a register, a map, the publisher’s other "
        "pages.",
    ),
    Confusion(
        "gap-not-looked-for", "Present and absent mixed up",
        "Names as missing something that the page does show.",
        "Before you say what is missing, list what is there. Start at the top of the page and go "
        "down: headline, name of the writer, date, sources, contact. Only what you cannot find "
        "after looking is missing.",
    ),
    Confusion(
        "doubted-is-wise", "Doubting is wise",
        "Doubts a statement that the text does support, to be on the safe side.",
        "Doubting everything is not careful reading. It gets as many answers wrong as believing "
        "everything. When a sentence gives its source, say so. Keep your doubt for the sentences "
        "that earn it.",
    ),
    Confusion(
        "unstated-is-untrue", "Not said, so not so",
        "Takes what a sentence leaves open for something that it denies.",
        "A sentence that does not mention a cause has not ruled one out. It has left the question "
        "open. Three answers are possible: yes, no, and not told. When nothing is told, the "
        "careful answer is the third.",
    ),
    Confusion(
        "motive-is-seen", "A motive is seen",
        "Treats a wish, a fear or a belief as something that could be watched or looked up.",
        "You can see somebody run. You cannot see why. What people want, hope or fear is worked "
        "out from what they say and do, and the working out can go wrong. Ask what was seen or "
        "heard, and what was added.",
    ),
    Confusion(
        "figure-speaks", "The figure speaks for itself",
        "Thinks that a figure alone shows whether something is much or little.",
        "Nine hundred is a lot of people in a lift and few in a city. A figure means something "
        "beside another one: last year’s, the next town’s, or the whole that it is a part of. Ask "
        "“compared with what?” before you call it large.",
    ),
    Confusion(
        "now-is-today", "Now is today",
        "Reads “now” or “next week” as counted from the day of reading.",
        "Words such as “now”, “today” and “next week” are tied to the day when they were written. "
        "A text that is passed on later does not move them along. Find the date of the text first, "
        "and count from there.",
    ),
    Confusion(
        "old-is-wrong", "Out of date is wrong",
        "Takes a statement for a mistake because its time is over.",
        "A sentence can be right on its day and no longer fit today. “The shop will open in May” "
        "was a fair plan in April. Ask two questions, not one: was it so then, and is it so now?",
    ),
    Confusion(
        "retold-is-quoted", "Retold is quoted",
        "Takes the writer’s rewording for the exact words of the speaker, or the reverse.",
        "Between quotation marks stand the speaker’s own words. Without them, the writer has put "
        "the point in other words, which may be fair and may shift it a little. Only what stands "
        "between the marks can be quoted as said.",
    ),
    Confusion(
        "other-is-against", "Another matter is the other side",
        "Takes a statement about another matter for one that pulls against the first.",
        "Two statements pull against each other when they are about the same thing and it is hard "
        "to hold both. Say in a few words what each is about. If the words differ, they may both "
        "be so without any trouble.",
    ),
)  # fmt: skip

CONFUSIONS: dict[str, Confusion] = {confusion.id: confusion for confusion in _ALL}
