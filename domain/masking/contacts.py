"""Mail addresses, telephone numbers and addresses of personal pages."""

import re
from collections import Counter

from domain.masking.tokens import TOKEN

_MAIL = re.compile(r"[\w.+%’'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}")
_PAGE = re.compile(
    r"(?:https?://)?(?:[\w-]{1,30}\.)?(?:linkedin\.com|xing\.com|github\.com|gitlab\.com"
    r"|facebook\.com|fb\.com"
    r"|instagram\.com|twitter\.com|x\.com|stackoverflow\.com/users|medium\.com|behance\.net|dribbble\.com"
    r"|researchgate\.net/profile|orcid\.org|t\.me|wa\.me)/[^\s,;|)\]>]{1,200}",
    re.IGNORECASE,
)
_HOSTS = (
    *("linkedin.", "xing.", "github.", "gitlab.", "facebook.", "fb.com", "instagram.", "twitter.", "x.com"),
    *("stackoverflow.", "medium.", "behance.", "dribbble.", "researchgate.", "orcid.", "t.me", "wa.me"),
)
_LABEL = (
    r"(?:tel(?:efon|éfono|efone|ephone)?|t[ée]l(?:[ée]phone)?|phone|mobile?|mob|cell(?:ular)?|fax|handy|mobil"
    r"|m[óo]vil|telem[óo]vel|celular|portable|whatsapp|skype|e-?mail|mail|correo|contact(?: no| number)?)"
)
_LABEL_BEFORE = re.compile(
    rf"(?i)(?:^|[^\w]){_LABEL}(?:\.|:|[ \t]no\.?|[ \t]number)*[ \t]*[:.#]?[ \t]*(?:{TOKEN}[ \t,;/|]*)?$"
)
_DIGITS = re.compile(r"[+(\d][\d ().\t/–-]{5,25}(?<=\d)(?!\w)")
_PHONE = re.compile(
    r"\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d(?:[ ./-]?\d){5,12}"
    r"|(?:\+?1[ .-])?\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}"
)
_LABEL_AND_TOKEN = re.compile(
    # Possessive: spaces that were read are not divided again, so long runs of them cost no more than their length.
    rf"(?i)(?<!\w){_LABEL}\.?[ \t]*+(?::[ \t]*+)?(?:\n[ \t]*+(?::[ \t]*+)?)?{TOKEN}"
)
_ANY_PHONE = re.compile(r"(?<![\w.,])\+?\(?\d(?:[ ().\t/–-]{0,3}\d){6,14}(?!\w)")
_DATES = re.compile(r"(?:19|20)\d\d(?!\d)")
_ANY_PAGE = re.compile(
    r"(?i)\b(?:https?://|www\.)[^\s,;|]{3,200}|\b[\w-]{1,60}\.(?:com|net|org|io|me|dev|de|fr|es|pt"
    r"|ro|uk)\b/?[^\s,;|]{0,99}"
)


def without_contacts(text: str, removed: Counter[str]) -> str:
    """Cut what leads to the person, anywhere in a text."""

    def cut(_: re.Match[str]) -> str:
        removed["contact"] += 1
        return TOKEN

    def number(match: re.Match[str]) -> str:
        before = match.string[max(0, match.start() - 30) : match.start()]
        if before[-1:].isalnum() or before[-1:] in {".", ",", "/", "$", "-"}:
            return match[0]
        if _PHONE.fullmatch(match[0]) or (_LABEL_BEFORE.search(before) and not _two_dates(match[0])):
            return cut(match)
        return match[0]

    if "@" in text:
        text = _MAIL.sub(cut, text)
    if "/" in text:
        low = text.lower()
        if any(host in low for host in _HOSTS):
            text = _PAGE.sub(cut, text)
    text = _DIGITS.sub(number, text)
    return _LABEL_AND_TOKEN.sub(TOKEN, text) if removed["contact"] else text


def header_contacts(line: str, removed: Counter[str]) -> str:
    """Cut contacts in a line above the first heading, where any number of seven digits is a telephone."""

    def phone(match: re.Match[str]) -> str:
        if _two_dates(match[0]):
            return match[0]
        removed["contact"] += 1
        return TOKEN

    def page(_: re.Match[str]) -> str:
        removed["contact"] += 1
        return TOKEN

    return _ANY_PHONE.sub(phone, _ANY_PAGE.sub(page, line))


def _two_dates(text: str) -> bool:
    """Whether digits are a span of years rather than a number to call."""
    return len(_DATES.findall(text)) > 1
