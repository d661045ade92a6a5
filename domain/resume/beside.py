"""The lines around a range of dates that may hold the title and the employer of a position."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from domain.resume.dates import Range
from domain.resume.occupations import STRONG, in_title_case, organisation_score, title_score
from domain.resume.source import Cell, trim
from domain.resume.words import words as listed

_REACH = 4
_HEADER_WORDS = 12
_HEADER_LENGTH = 100
_FLOWING = 160
_TAIL = 90
_SENTENCE_ENDS = (".", ";", "!", "?")
_ABBREVIATED = (
    "inc.",
    "co.",
    "ltd.",
    "corp.",
    "jr.",
    "sr.",
    "st.",
    "asst.",
    "s.a.",
    "s.l.",
    "e.v.",
    "mgr.",
    "dept.",
)
_LETTERS = 3
_BULLET_WORDS = 5
_PROSE_WORDS = 4
_MARKS = " ,;:|()[]-–—−·•/\t~*_"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line beside a range. `slot` is its distance in lines; 0 stands on the range's own line."""

    start: int
    end: int
    text: str
    slot: int
    before: bool
    """Stands before the range in the text."""
    title: float
    organisation: float


def lines_beside(
    text: str, cells: tuple[Cell, ...], ranges: list[Range]
) -> list[tuple[Range, list[Candidate]]]:
    """For each range that heads a position, the lines beside it; ranges inside of prose are left out."""
    starts = [cell.start for cell in cells]
    places = []
    for span in ranges:
        first = bisect_right(starts, span.start) - 1
        last = bisect_right(starts, span.end - 1) - 1
        if first >= 0 and span.start < cells[last].end:
            places.append((span, first, last))
    taken = {i for _, first, last in places for i in range(first, last + 1)}
    around = []
    for span, first, last in places:
        head, tail = cells[first], cells[last]
        if tail.end - head.start > _FLOWING:
            found = _inside_prose(text, span, head, tail)
            said_before = text[max(head.start, span.start - 14) : span.start].split()
            if any(c.title >= STRONG for c in found) or not said_before or _heads(said_before[-1]):
                around.append((span, found))
            continue
        before = text[head.start : span.start].strip(_MARKS)
        after = text[span.end : tail.end].strip(_MARKS) if span.end < tail.end else ""
        if len(before.split()) + len(after.split()) > _HEADER_WORDS or _in_sentence(head, before, after):
            continue
        beside = (
            _candidate(text, head.start, span.start, 0, before=True),
            _candidate(text, span.end, tail.end, 0, before=False),
        )
        found = [candidate for candidate in beside if candidate is not None]
        found += _walk(text, cells, first, -1, taken)
        found += _walk(text, cells, last, 1, taken)
        around.append((span, found))
    return around


def _in_sentence(head: Cell, before: str, after: str) -> bool:
    """Whether the dates are part of prose ("Led the team from 2010 to 2012 and ...")."""
    if not before:
        return False
    words = before.split()
    titled = title_score(before) >= STRONG or title_score(after) >= STRONG
    if words[-1].lower() in _JOINING and (len(words) > 1 or head.text[-1] in ".,;"):
        return True
    return not titled and (
        (head.bullet and bool(after)) or (len(words) >= _PROSE_WORDS and head.text[-1] in ".,")
    )


def _heads(word: str) -> bool:
    """Whether dates after this word can head a position in prose: not "from 2010 to 2012", not "(2010-2012"."""
    return not word.endswith("(") and word.lower() not in _JOINING


_JOINING = listed("in from during between since for the of by of to am im von vom seit de du en depuis desde")


def _inside_prose(text: str, span: Range, head: Cell, tail: Cell) -> list[Candidate]:
    """Dates in a text without line breaks: the words right before and right after them."""
    found = []
    left = max(head.start, span.start - _TAIL)
    stop = max(text.rfind(mark, left, span.start) for mark in (". ", "; ", "• ", "  "))
    left = max(left, stop + 1) if stop >= 0 else left
    here = span.start
    words = _SPACE.sub(" ", text[left:here]).split(" ")
    keep = len(words)
    while keep > 0 and (
        not words[keep - 1] or words[keep - 1][0].isupper() or words[keep - 1].lower() in _KEPT
    ):
        keep -= 1
    left += sum(len(word) + 1 for word in words[:keep])
    right = min(tail.end, span.end + _TAIL // 2)
    prose = _LOWER_WORD.search(text, span.end, right)
    right = prose.start() if prose is not None else right
    for start, end, before in ((left, here, True), (span.end, right, False)):
        candidate = _candidate(text, start, end, 0, before=before) if start < end else None
        if candidate is not None:
            found.append(candidate)
    return found


# A word in lower case that does not belong into a name: there prose begins.
_LOWER_WORD = re.compile(
    r"(?<=\s)(?!(?:of|and|de|du|des|la|le|für|und|di|da|do|del|en|y|e|the|to|for|in)\s)[a-zà-ÿ]\w"
)
_SPACE = re.compile(r"\s")
_KEPT = listed("of and & - – | / de du des la für und di da do en e y to")


def _walk(text: str, cells: tuple[Cell, ...], start: int, step: int, taken: set[int]) -> list[Candidate]:
    """Lines above (step -1) or below, until prose, a bullet or another range's line begins."""
    found: list[Candidate] = []
    i = start + step
    looked = 0
    while 0 <= i < len(cells) and len(found) < _REACH and looked < 2 * _REACH and i not in taken:
        cell = cells[i]
        looked += 1
        if sum(map(str.isalpha, cell.text[:40])) >= _LETTERS:
            if not _may_be_header(cell):
                break
            slot = step * (len(found) + 1)
            candidate = _candidate(text, cell.start, cell.end, slot, before=step < 0)
            if candidate is not None:
                found.append(candidate)
        i += step
    return found


def _may_be_header(cell: Cell) -> bool:
    content = cell.text
    if len(content) > _HEADER_LENGTH or len(content.split()) > _HEADER_WORDS:
        return False
    if cell.bullet and title_score(content) < STRONG and not _is_short_name(content):
        return False
    return not content.endswith(_SENTENCE_ENDS) or content.lower().endswith(_ABBREVIATED)


def _is_short_name(text: str) -> bool:
    return len(text.split()) <= _BULLET_WORDS and in_title_case(text) == 1.0


def _candidate(text: str, start: int, end: int, slot: int, *, before: bool) -> Candidate | None:
    start, end = trim(text, start, end, _MARKS)
    content = text[start:end]
    if sum(map(str.isalpha, content)) < _LETTERS:
        return None
    title = max(map(title_score, _PIECES.split(content)))
    return Candidate(start, end, content, slot, before, title, organisation_score(content))


_PIECES = re.compile(r",\s|\s[-–—|]\s")
