"""Items of a section: skills in lists, projects, certificates."""

import re
from itertools import pairwise

from domain.resume.model import Fact
from domain.resume.sections import Part
from domain.resume.source import Cell, Source, trim

_MARKS = " ,;:|•·*_`\t-–—"
_LABEL = re.compile(r"[^\W\d][^:,;.()\n]{0,40}:\s")
_LABEL_WORDS = 4
_LONGEST_SKILL = 80
_LONGEST_ENTRY = 300
_MOST = 400
_SHARE_OF_FULL_LINE = 0.6
_SHORT_LINE = 24


def listed_items(source: Source, part: Part) -> list[Fact]:
    """Items between commas, semicolons, bars, bullets and lines; commas inside brackets do not part.

    A line break inside a list of commas is a line that was wrapped, so "Microsoft / Access 2000" stays one item.
    Sentences are no items.
    """
    found: list[Fact] = []
    for start, end in _paragraphs(part.cells):
        for a, b in _split(source.plain, start, end):
            left, right = trim(source.plain, a, b, _MARKS)
            label = _LABEL.match(source.plain, left, right)
            if label is not None and len(label.group().split()) <= _LABEL_WORDS:
                left, right = trim(source.plain, label.end(), right, _MARKS)
            if right - left > 1 and source.plain[right - 1] == "." and right - left > 5:  # noqa: PLR2004 - "B.Sc."
                right -= 1
            content = source.plain[left:right]
            if 0 < right - left <= _LONGEST_SKILL and any(map(str.isalnum, content)):
                found.append(source.fact(left, right))
                if len(found) >= _MOST:
                    return found
    return found


def entries(source: Source, part: Part) -> list[Fact]:
    """One fact for each bullet or, without bullets, for each line: projects and certificates."""
    found: list[Fact] = []
    bulleted = any(cell.bullet for cell in part.cells)
    start = end = -1
    for cell in part.cells:
        opens = cell.bullet or cell.after_blank or not bulleted or start < 0
        if opens and start >= 0:
            _keep(source, found, start, end)
            start = cell.start
        elif start < 0:
            start = cell.start
        end = cell.end
        if len(found) >= _MOST:
            return found
    if start >= 0:
        _keep(source, found, start, end)
    return found


def _keep(source: Source, found: list[Fact], start: int, end: int) -> None:
    left, right = trim(source.plain, start, min(end, start + _LONGEST_ENTRY), _MARKS)
    if left < right and any(map(str.isalpha, source.plain[left:right])):
        found.append(source.fact(left, right))


def _paragraphs(cells: tuple[Cell, ...]) -> list[tuple[int, int]]:
    """Stretches within which a line break is only a wrapped line."""
    if not cells:
        return []
    full = max(len(cell.text) for cell in cells)
    stretches: list[tuple[int, int]] = []
    start = cells[0].start
    for cell, following in pairwise(cells):
        goes_on = (
            not following.bullet
            and not following.after_blank
            and ("," in cell.text or ";" in cell.text)
            and not _LABEL.match(following.text)
            and len(cell.text) >= max(_SHORT_LINE, _SHARE_OF_FULL_LINE * full)
        )
        if not goes_on:
            stretches.append((start, cell.end))
            start = following.start
    stretches.append((start, cells[-1].end))
    return stretches


_PARTING = re.compile(r"[,;|•·()\[\]]")


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pieces between separators outside of brackets. A bracket that never closes holds to the end."""
    pieces: list[tuple[int, int]] = []
    depth = 0
    here = start
    for match in _PARTING.finditer(text, start, end):
        mark = match.group()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 or match.start() - here > _LONGEST_SKILL:
            pieces.append((here, match.start()))
            here = match.end()
            depth = 0
    pieces.append((here, end))
    return pieces
