"""The text of a resume as the readers see it: without invisible characters, cut into cells.

A cell is a line, or a part of a line that a tab or three spaces set apart: so columns stay readable and so do
resumes whose line breaks became runs of spaces.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from domain.resume.model import Fact, Span

LONGEST = 200_000
"""Characters that are read. Nobody's resume is longer; files that are get cut, and reading stays linear."""

# Zero-width space, joiners, marks of direction, soft hyphen, byte order mark: copies of web pages hold them.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_LINE = re.compile("[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_GAP = re.compile(r"[ \u00a0]{3,}|[ \u00a0]*\t\s*")
# "Â·" is what a middle dot becomes when UTF-8 was read as Latin-1; PDF exports often hold it.
_BULLET = re.compile(r"(?:[-*•·▪▫◦‣●○■□►▶➢➤✓✔–—>+]|Â·|â€¢)(?![-=*_\d])\s*|\d{1,2}[.)]\s+(?=\D)|o\s+(?=[A-Z])")
_EDGE = " \t\u00a0"
_MARKS = "*_#` \t\u00a0"


@dataclass(frozen=True, slots=True)
class Cell:
    """A line or a column of it, without bullets and marks of emphasis. Offsets are those of the plain text."""

    text: str
    start: int
    end: int
    bullet: bool = False
    after_blank: bool = False
    emphasis: bool = False
    """Marked as heading or bold by `#` or `**`."""


class Source:
    """One text, plain and as given."""

    def __init__(self, text: str) -> None:
        given = text[:LONGEST]
        self.given = given
        self._at: list[int] = []
        self._shift: list[int] = []
        if _INVISIBLE.search(given) is None:
            self.plain = given
            return
        parts: list[str] = []
        last = removed = length = 0
        for gap in _INVISIBLE.finditer(given):
            parts.append(given[last : gap.start()])
            length += gap.start() - last
            last = gap.end()
            removed += gap.end() - gap.start()
            self._at.append(length)
            self._shift.append(removed)
        parts.append(given[last:])
        self.plain = "".join(parts)

    def given_offset(self, offset: int) -> int:
        """The place in the given text of a place in the plain text."""
        seen = bisect_right(self._at, offset)
        return offset + (self._shift[seen - 1] if seen else 0)

    def span(self, start: int, end: int) -> Span:
        """The same stretch in the given text."""
        if end <= start:
            here = self.given_offset(start)
            return Span(here, here)
        return Span(self.given_offset(start), self.given_offset(end - 1) + 1)

    def fact(self, start: int, end: int) -> Fact:
        """The words of a stretch of the plain text, at their place in the given text."""
        span = self.span(start, end)
        return Fact(self.given[span.start : span.end], span.start, span.end)

    def trimmed(self, start: int, end: int, marks: str = "") -> Fact | None:
        """The stretch without white space and marks at its edges; None when nothing is left."""
        start, end = trim(self.plain, start, end, marks)
        return self.fact(start, end) if start < end else None


def without_invisible(text: str) -> str:
    """The text without zero-width characters and soft hyphens."""
    return _INVISIBLE.sub("", text)


def trim(text: str, start: int, end: int, marks: str = "") -> tuple[int, int]:
    """The stretch without white space and marks at its edges."""
    part = text[start:end]
    kept = part.strip() if not marks else part.strip(_WHITE + marks)
    if not kept:
        return start, start
    left = start + len(part) - len(part.lstrip() if not marks else part.lstrip(_WHITE + marks))
    right = left + len(kept)
    if ")" in marks and right < end and text[right] == ")" and "(" in kept and ")" not in kept:
        right += 1
    return left, right


_WHITE = " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u2028\u2029\u3000"


def cells_of(text: str, start: int = 0, end: int | None = None) -> list[Cell]:
    """The cells of a stretch, in order. Empty lines are not cells: the next cell remembers them."""
    cells: list[Cell] = []
    stop = len(text) if end is None else end
    last = start
    for line in _LINE.finditer(text, start, stop):
        content = line.group()
        if not content.strip():
            continue
        blank = text.count("\n", last, line.start()) > 1
        last = line.end()
        if "\t" not in content and "   " not in content and "\u00a0" not in content:
            cell = _cell(text, line.start(), line.end(), blank)
            if cell is not None:
                cells.append(cell)
            continue
        here = line.start()
        for gap in _GAP.finditer(text, line.start(), line.end()):
            cell = _cell(text, here, gap.start(), blank)
            if cell is not None:
                cells.append(cell)
                blank = False
            here = gap.end()
        cell = _cell(text, here, line.end(), blank)
        if cell is not None:
            cells.append(cell)
    return cells


def _cell(text: str, start: int, end: int, blank: bool) -> Cell | None:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    emphasis = text.startswith(("#", "**", "__"), start)
    bullet = False
    if not emphasis:
        mark = _BULLET.match(text, start, end)
        if mark is not None and mark.end() < end:
            bullet, start = True, mark.end()
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Cell(text[start:end], start, end, bullet, blank, emphasis) if start < end else None
