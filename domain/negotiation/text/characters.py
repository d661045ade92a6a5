"""From the characters of a message to readable ones: no markup, no invisible letters, plain spaces.

Markup that a reader never sees (comments, scripts, hidden elements) goes with its content; tags that are
not HTML stay, because they are text that somebody wrote.
"""

import html
import re
import unicodedata

from domain.negotiation.text.cleaned import Cleaned

_TAGS = (
    "a|abbr|address|article|b|big|blockquote|body|br|center|cite|col|colgroup|dd|del|div|dl|dt|"
    "em|font|footer|h[1-6]|"
    "head|header|hr|html|i|img|ins|label|li|link|main|mark|meta|nav|o:p|ol|p|s|section|small|span|strike|"
    "strong|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|wbr"
)
_TAG = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]{{0,2000}})?/?>|<!doctype[^<>]{{0,300}}>|<\?xml[^<>]{{0,300}}>", re.IGNORECASE
)
_COMMENT = ("<!--", "-->")
_UNSEEN = re.compile(
    r"<(script|style|blockquote|template|noscript)\b[^<>]{0,500}>"
    r"|<(\w{1,20})\b[^<>]{0,300}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|"
    r"\bhidden\b)[^<>]{0,300}>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"</?(?:br|div|p|li|tr|h[1-6]|table|ul|ol)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u20e3"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef\x00-\x08\x0e-\x1f\x7f]"
)
_COMPATIBLE = re.compile(
    "[\uff01-\uff5e\U0001d400-\U0001d7ff\u2460-\u2473\u24b6-\u24e9\u2070-\u2079\u2080-\u2089]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_MARKS = re.compile("[\u0300-\u036f]")


def readable(message: str) -> Cleaned:
    """The message as a reader would see it, in plain characters, with the place of each in the message."""
    seen = Cleaned(message, tuple(range(len(message))))
    if "<" in message:
        seen = seen.without(_unseen(message))
        seen = _without_tags(seen)
    if "&" in seen.text:
        seen = _with_entities(seen)
    if seen.text.isascii() and "\r" not in seen.text and "\t" not in seen.text:
        return seen
    return _plain(seen)


def _unseen(text: str) -> list[tuple[int, int]]:
    """Comments and elements that are not shown, each to its end; without an end, to the end of the text."""
    spans: list[tuple[int, int]] = []
    opening, closing = _COMMENT
    place = text.find(opening)
    while place >= 0:
        end = text.find(closing, place + len(opening))
        end = len(text) if end < 0 else end + len(closing)
        spans.append((place, end))
        place = text.find(opening, end)
    lowered = text.lower()
    reached = 0
    for match in _UNSEEN.finditer(text):
        if match.start() < reached or match.group(0).endswith("/>"):
            continue
        closing_tag = f"</{(match.group(1) or match.group(2)).lower()}"
        end = lowered.find(closing_tag, match.end())
        if end < 0:
            end = len(text) if match.group(1) else match.end()
        reached = end
        spans.append((match.start(), reached))
    return spans


def _without_tags(seen: Cleaned) -> Cleaned:
    breaks = [match.span() for match in _TAG.finditer(seen.text) if _BLOCK.match(match.group(0))]
    seen = seen.without(breaks)
    return seen.without([match.span() for match in _TAG.finditer(seen.text)], filler="")


def _with_entities(seen: Cleaned) -> Cleaned:
    text: list[str] = []
    offsets: list[int] = []
    place = 0
    for match in _ENTITY.finditer(seen.text):
        meant = html.unescape(match.group(0))
        if meant == match.group(0):
            continue
        text.append(seen.text[place : match.start()])
        offsets.extend(seen.offsets[place : match.start()])
        text.append(meant)
        offsets.extend([seen.offsets[match.start()]] * len(meant))
        place = match.end()
    text.append(seen.text[place:])
    offsets.extend(seen.offsets[place:])
    return Cleaned("".join(text), tuple(offsets))


def _plain(seen: Cleaned) -> Cleaned:
    """One character for one: composed letters, plain spaces, line feeds; invisible ones left out."""
    text: list[str] = []
    offsets: list[int] = []
    source = _LINE_ENDS.sub(lambda match: "\n" if len(match.group(0)) == 1 else "\x00\n", seen.text)
    for char, offset in zip(source, seen.offsets, strict=True):
        if char.isascii() and char >= " ":
            text.append(char)
        elif _MARKS.match(char) and text:
            composed = unicodedata.normalize("NFC", text[-1] + char)
            if len(composed) == 1:
                text[-1] = composed
            continue
        elif char == "\n":
            text.append(char)
        elif _INVISIBLE.match(char):
            continue
        elif _SPACES.match(char):
            text.append(" ")
        elif _COMPATIBLE.match(char):
            folded = unicodedata.normalize("NFKC", char)
            text.append(folded if len(folded) == 1 else char)
        else:
            text.append(char)
        offsets.append(offset)
    return Cleaned("".join(text), tuple(offsets))
