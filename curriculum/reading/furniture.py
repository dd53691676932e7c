"""Furniture of a page in plain text: what a copy brings along that is not part of the article.

Each rule matches a whole short block and carries its reason in a teacher's words. The rules were
written from the usual wordings of news pages; a sentence of an article should never match one.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 240  # characters; whatever is longer is read as text

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
DATE: Final = (
    rf"{_DAY}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_CLOCK: Final = r"(?:[\s,|·–—-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[a-z]{2,4}\)?)?)?"
_NETWORK: Final = (
    r"(?:facebook|twitter|x|whats\s?app|linked\s?in|reddit|e-?mail|print|copy(?: the)? link|copy url"
    r"|telegram|pinterest|messenger|flipboard|tumblr|bluesky|threads|instagram|youtube|tik\s?tok"
    r"|snapchat|mastodon|sms|rss|share|tweet|save|pin|link)"
)
_NAME: Final = (
    r"[A-Z][\w.’'-]*(?:\s+(?:de|da|del|della|van|von|der|den|bin|al|la|le|ter|[A-Z][\w.’'-]*)){1,4}"
)
_ITEM: Final = r"[^|·•»›>\n.!?]{1,30}"

_SHARE: Final = "A button for passing the page on. It is not part of the article."
_MENU: Final = "A link of the site’s own menu. It is not part of the article."
_ADVERT: Final = "A place for an advertisement, or the label of one."
_MORE: Final = "A link to other pages of the site."
_CONTACT: Final = "How to reach whoever published the page. It is not part of the article."

_RULES: Final[tuple[tuple[str, str], ...]] = (
    # (pattern for the whole block, why); upper and lower case do not matter
    (rf"(?:please\s+)?share(?:\s+(?:this|the|on|via|with|it))?(?:\s+(?:article|story|post|page|news"
     rf"|link|by|on|via|friends|{_NETWORK}))*\s*[.:!]?", _SHARE),
    (rf"{_NETWORK}(?:[\s,|/·•]+{_NETWORK})*[.:]?", _SHARE),
    (r"(?:follow|find|like|join)\s+(?:us|me)\s+(?:on|at)\b.{0,120}", _SHARE),
    (r"follow\s+\S+(?:\s\S+){0,4}\s+on\s+(?:twitter|x|facebook|instagram|bluesky|threads)\b.{0,60}",
     _SHARE),
    (r"(?:click|tap)\s+(?:here\s+)?to\s+(?:share|print|copy|e-?mail)\b.{0,80}", _SHARE),
    (r"\d[\d.,]*\s?k?\s+(?:shares?|likes?|views?|comments?|reactions?|retweets?|followers?)", _SHARE),
    (r"exit mobile version|(?:view|go to|visit)(?: the)? (?:desktop|full|mobile) (?:version|site)"
     r"|open in app|view in (?:the )?app", "A link of a mobile page: this copy came from one."),
    (r"(?:(?:our|postal|office|e-?mail|mailing)\s+)?(?:address|e-?mail|tele?phone(?: number)?|tel|phone"
     r"|fax|contact(?: us| details)?|mobile|whatsapp|website|web)\.?\s*[–—:|-]\s*\S.{0,140}", _CONTACT),
    (r"(?:e-?mail|contact)?[\s:]*[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\.?", _CONTACT),
    (r"(?:tel\.?|phone|call)?[\s:]*\+?\d[\d ()-]{7,20}\d", _CONTACT),
    (r"contact(?: us| the (?:author|editor|newsroom))[.:]?", _CONTACT),
    (r"(?:https?://|www\.)\S+", "A bare web address. It is not part of the article."),
    (r"(?:read|see|find out|learn|view|show|load|discover)\s+(?:more|less|also)"
     r"(?:\s+(?:here|about|on|from|at|in)\b.{0,120}|\s*[:»›>…|–—-].{0,180})?\s*[.:»›>…→]*", _MORE),
    (r"(?:read|see|view|find)\s+(?:the\s+)?(?:rest|full(?:\s+\w+)?|whole(?:\s+\w+)?|original(?:\s+\w+)?)"
     r"(?:\s+\S+){0,4}(?:\s+here)?\s*[.:»›>…→]*", _MORE),
    (r"(?:continue|keep)\s+reading\b.{0,120}|click here\b.{0,120}|(?:also|must)\s+read\b\s*[:–—-].{0,180}",
     _MORE),
    (r"(?:related|recommended|further|more|popular|trending|latest|top|other|similar|most)\s+"
     r"(?:articles?|stor(?:y|ies)|reading|topics?|posts?|content|coverage|links?|news|headlines|videos?"
     r"|read|viewed|popular|shared|commented|watched|now)\s*(?:[:–—-].{0,180})?[.:]?", _MORE),
    (r"related\s*[:|–—-].{0,200}|related", _MORE),
    (r"(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended(?: for you)?|up next"
     r"|editor[’']?s[’']? (?:picks?|choice)|don[’']t miss|in case you missed it|what to read next|trending"
     r"|(?:more|top stor(?:y|ies)) (?:from|on|in|about) .{1,60}|more on this(?: story)?)\s*[.:…]*", _MORE),
    (r"(?:subscribe|sign up|sign in|log ?in|log ?out|register|join|donate|unsubscribe|create an account)"
     r"(?:\s+(?:now|today|here|free|for free|with .{1,30}))?\s*[.:!»›>→]*",
     "A call to sign up or sign in. It is not part of the article."),
    (r"(?:please\s+)?(?:subscribe|sign up|register|get|join|support)\b.{0,120}"
     r"\b(?:newsletters?|inbox|e-?mail updates|alerts|our journalism|our channel|our app|briefing)\b.{0,80}",
     "A call to sign up or sign in. It is not part of the article."),
    (r"(?:we|this (?:web)?site|our (?:web)?site)\s+uses?\s+(?:\w+\s+){0,3}cookies\b.{0,200}"
     r"|by (?:continuing|using|clicking)\b.{0,120}\bcookies?\b.{0,100}"
     r"|(?:accept|reject|allow|manage|refuse)(?: all)?(?: cookies?| preferences)+"
     r"|(?:accept|reject|allow) all|cookie (?:settings|policy|preferences|notice)",
     "A notice about cookies. It is not part of the article."),
    (r"(?:©|\(c\)\s|copyright\b).{0,200}|.{0,120}\ball rights reserved\b.{0,100}"
     r"|this material may not be published, broadcast.{0,150}",
     "The copyright line of the site. It is not part of the article."),
    (r"\(?(?:image|photo(?:graph)?|picture|video|illustration|graphic|caption|file photo)s?"
     r"(?:\s+(?:credit|source|caption|copyright|courtesy))?s?\s*(?:by|from|of)?\s*[:/|©–—]\s*.{1,160}"
     r"|image (?:source|caption|copyright|credit)[\s,].{1,160}"
     r"|\(?(?:ap|afp|reuters|pa|epa) (?:photo|file photo|images?)\s*/.{1,80}"
     r"|(?:photo(?:graph)?|picture|image|illustration)s? (?:by|courtesy of) .{1,80}"
     r"|(?:file (?:photo|picture|image)|getty images|view image in fullscreen|play video)\.?",
     "Says who made a picture that did not come along with the text."),
    (r"(?:advertisements?|advertising|adverts?|ads?|sponsored(?: (?:content|by .{1,40}))?|promoted"
     r"|paid (?:content|post)|remove ads|skip ad)\s*[.:]?", _ADVERT),
    (r"(?:(?:the )?(?:story|article|post)|reading|scroll(?: down)?|keep scrolling)\s+"
     r"(?:continues?|to continue|for more)\b.{0,60}", _ADVERT),
    (r"skip to (?:main |the )?(?:content|navigation|footer)|(?:open |main |close )?menu|(?:site )?search"
     r"|(?:back )?to (?:the )?top|top of page|toggle \w+|close|home ?page|jump to .{1,30}"
     r"|(?:next|previous)(?: (?:article|post|page|story))?\s*[»›>→:]*"
     r"|privacy(?: policy| notice)?|terms(?: (?:of (?:use|service)|(?:and|&) conditions))?"
     r"|about us|contact us|advertise(?: with us)?|help(?: cent(?:re|er))?|faqs?|site ?map|accessibility",
     _MENU),
    (rf"{_ITEM}(?:\s*[|·•»›>]\s*{_ITEM}){{2,12}}", _MENU),
    (r"(?:leave|post|add|write) a (?:comment|reply)\b.{0,60}|(?:view|show|hide|see) (?:all )?(?:\d+ )?comments?"
     r"|comments?(?: are closed| \(\d+\)| off| section)\s*\.?|join the (?:conversation|discussion)\b.{0,40}",
     "Belongs to the readers’ comments, not to the article."),
    (r"(?:estimated )?(?:reading time\s*[:–-]?\s*)?\d{1,3}\s*-?\s*min(?:ute)?s?(?: read| reading time)?"
     r"|reading time\s*[:–-].{1,30}|listen to (?:this|the) (?:article|story)\b.{0,40}|loading\s*(?:\.\.\.|…)?"
     r"|(?:\d{1,2}|an?|one|two) (?:minute|hour|day|week|month|year)s? ago",
     "A note of the page about itself. It is not part of the article."),
    (r"(?:tags?|topics?|categor(?:y|ies)|filed under|posted (?:in|under)|keywords|sections?)"
     r"\s*[:–—|-]\s*.{1,200}|tags|#\w+(?:[\s,]+#\w+)*",
     "Labels by which the site sorts its pages."),
)  # fmt: skip

_EDGE_RULES: Final[tuple[tuple[str, str], ...]] = (
    # near the top or the bottom of a page only; here capitals matter
    (rf"(?:(?:(?:Story|Words|Text|Report(?:ed|ing)?|Written|Posted)\s+)?[Bb]y|BY|Author:|Written by:?)\s*"
     rf"{_NAME}(?:(?:,|\s+and|\s*&|\s*\||;)\s*.{{1,90}})?",
     "The byline: it says who wrote the article. It is part of where the text comes from."),
    (r"\(?(?:Additional )?(?:[Rr]eporting|[Ee]diting|Writing|Compiled) by [A-Z].{3,160}",
     "Says who worked on the article. It is part of where the text comes from."),
    (rf"(?i:(?:(?:first |originally )?published|posted|(?:last )?updated|last modified|date)?"
     rf"(?:\s+on)?\s*[:–—-]?\s*{DATE}{_CLOCK}"
     rf"(?:[\s|·,/–—-]+(?:updated|last updated|modified|published)\s*[:–—-]?\s*(?:{DATE})?{_CLOCK})?)\s*\.?",
     "The date on the page. It is part of where the text comes from."),
    (r"(?:This (?:article|story|post|piece|report)|It) (?:was )?(?:originally |first )+"
     r"(?:appeared|published|ran|posted) (?:on|in|at|by) .{2,160}",
     "Says where the text was first published."),
)  # fmt: skip


def _compiled(rules: tuple[tuple[str, str], ...], flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(f"({pattern})" for pattern, _ in rules), flags)


_ANYWHERE: Final = _compiled(_RULES, re.IGNORECASE)
_AT_EDGES: Final = _compiled(_EDGE_RULES)


def why(block: str, *, edge: bool) -> str:
    """Why this block is furniture, in a teacher's words; empty when it is not.

    ``edge`` says that it stands among the first or last few blocks of the page.
    """
    if len(block) > LONGEST:
        return ""
    found = _ANYWHERE.fullmatch(block)
    if found:
        return _RULES[(found.lastindex or 1) - 1][1]
    found = _AT_EDGES.fullmatch(block) if edge else None
    return _EDGE_RULES[(found.lastindex or 1) - 1][1] if found else ""


def opens_links(reason: str) -> bool:
    """Whether a block set apart for this reason may head a list of links."""
    return reason is _MORE
