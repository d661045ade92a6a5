"""A text as sentences, and sentences as clauses, by places in the folded text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST = 600
"""A longer sentence is cut: no honest one is, and patterns stay fast."""

_SHORT = 3
"""Longer abbreviations ("thurs.") may end a sentence."""
_WRAPPED = 50
"""A line at least this long that goes on in small letters was wrapped by a mail program."""

_ENDS = re.compile(r"[?!]+[?!. ]*|\.{2,}|[.](?=\s|$)|;|\n+|[\U0001f600-\U0001f64f\u2705]+(?=\s[A-Za-z])")
_NO_END = re.compile(
    r"(?:\b(?:a|p)\.? ?m|\b(?:e\.g|i\.e|approx|no|nr|mr|mrs|ms|dr|ca|bzw|z\.b|d\.h|u\.a|usw|"
    r"evtl|ggf|st|vs|hr|fr|sra|sr|num|n|op|opt|"
    r"mon|tues?|wed|thurs?|thu|fri|sat|sun|mo|di|mi|do|sa|so|jan|feb|mar|apr|aug|sept?|oct|okt|"
    r"nov|dec|dez|lun|mar|mer|jeu|ven|sam|dim|"
    r"mie|jue|vie|sab|dom|seg|ter|qua|qui|sex|std|min|tel|[ap]\.m))$"
)
_MONTH_AFTER_CAPITAL = re.compile(
    r"\s*(?:Jan|Feb|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec|Uhr|\d|[a-z])"
)
_CLAUSE_ENDS = re.compile(
    r"\s*(?:[,:()]|(?<=\s)-+(?=\s))\s*(?:(?:and|but|or|so|also|und|aber|oder|sondern|et|mais|ou|"
    r"y|pero|o|e|mas|ou|porem|sino|then|dann)\b[ ,]{1,2})?"
    r"|\s+(?:but|however|though|although|whereas|while|because|aber|jedoch|sondern|weil|wobei|"
    r"mais|cependant|car|parce que|pero|sino|porque|aunque|mas|porem|contudo|embora|pois|so)\s+"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or clause: `text[start:end]`, and whether a question mark closes it."""

    start: int
    end: int
    asked: bool = False


def sentences(text: str, folded: str) -> Iterator[Piece]:
    """The sentences of `text`; `folded` is the same text folded."""
    start = 0
    for match in _ENDS.finditer(text):
        if match.start() < start or not _is_end(text, folded, start, match):
            continue
        yield from _piece(folded, start, match.end(), asked="?" in match.group(0))
        start = match.end()
    yield from _piece(folded, start, len(text), asked=False)


def _is_end(text: str, folded: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group(0)
    if mark[0] == "\n":
        return len(mark) > 1 or not _was_wrapped(text, match)
    if mark != ".":
        return True
    before = folded[max(start, match.start() - 8) : match.start()]
    if _NO_END.search(before):
        return not text[match.end() : match.end() + 2].strip() or (
            text[match.end() : match.end() + 2].strip().isupper()
            and len(before.strip()) > _SHORT
            and not before[-1:].isdigit()
        )
    if before[-1:].isdigit():
        return not _MONTH_AFTER_CAPITAL.match(text[match.end() : match.end() + 8])
    return True


def _was_wrapped(text: str, match: re.Match[str]) -> bool:
    line_start = text.rfind("\n", 0, match.start()) + 1
    after = text[match.end() : match.end() + 1]
    return match.start() - line_start >= _WRAPPED and after.islower()


def _piece(folded: str, start: int, end: int, *, asked: bool) -> Iterator[Piece]:
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = folded.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield Piece(start, cut)
        start = cut
    if end > start:
        yield Piece(start, end, asked)


def clauses(folded: str, sentence: Piece) -> list[Piece]:
    """The clauses of a sentence; only the last one carries its question mark."""
    edges = [sentence.start]
    starts: list[tuple[int, int]] = []
    for match in _CLAUSE_ENDS.finditer(folded, sentence.start, sentence.end):
        if match.start() > edges[-1] and match.end() < sentence.end and not _between_digits(folded, match):
            starts.append((edges[-1], match.start()))
            edges.append(match.end())
    starts.append((edges[-1], sentence.end))
    return [Piece(start, end, sentence.asked and end == sentence.end) for start, end in starts if end > start]


def _between_digits(folded: str, match: re.Match[str]) -> bool:
    """A colon or comma inside a number ("10:30") is no boundary."""
    return (
        folded[match.start() - 1].isdigit()
        and folded[match.end() : match.end() + 1].isdigit()
        and ":" in match.group(0)
    )
