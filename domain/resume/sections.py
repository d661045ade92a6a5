"""Cutting a resume into its sections."""

from dataclasses import dataclass
from itertools import pairwise

from domain.resume.headings import heading_kind, inline_headings
from domain.resume.model import SectionKind
from domain.resume.source import Cell

_UNDERLINE = frozenset("-=_~*–—")
_INLINE_WORDS = 4
_FEW_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A section in the plain text, with its cells."""

    kind: SectionKind
    heading: tuple[int, int] | None
    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class _Open:
    kind: SectionKind
    heading: tuple[int, int] | None
    start: int
    cells: list[Cell]
    resumes: "_Open | None" = None
    """The section that goes on after a one-line one ("Skills: Python, SQL" inside of a position)."""


def parts_of(text: str, cells: list[Cell]) -> list[Part]:
    """The sections, in order. What stands above the first heading is of kind HEADLINE."""
    parts = _by_lines(text, cells)
    if sum(1 for part in parts if part.heading) < _FEW_HEADINGS:
        return _by_capitals(text, cells, parts)
    return parts


def _by_lines(text: str, cells: list[Cell]) -> list[Part]:
    done: list[Part] = []
    now = _Open(SectionKind.HEADLINE, None, 0, [])
    for i, cell in enumerate(cells):
        following = cells[i + 1].text if i + 1 < len(cells) else ""
        marked = cell.emphasis or (len(following) > len(cell.text) // 2 and _is_rule(following))
        kind = heading_kind(cell.text, marked=marked)
        if kind is not None:
            _close(done, now, cell.start)
            now = _Open(kind, (cell.start, cell.end), cell.end, [])
            continue
        inline = _label(cell)
        if inline is not None:
            kind, length = inline
            _close(done, now, cell.start)
            base = now.resumes or now
            colon = cell.start + length
            rest = Cell(text[colon : cell.end].strip(), _past_spaces(text, colon), cell.end)
            resumes = base if base.kind in _GOES_ON else None
            now = _Open(kind, (cell.start, colon), colon, [rest], resumes)
            continue
        if now.resumes is not None and not now.cells[-1].text.endswith(","):
            _close(done, now, cell.start)
            now = _Open(now.resumes.kind, now.resumes.heading, cell.start, [])
        if not _is_rule(cell.text):
            now.cells.append(cell)
    _close(done, now, len(text))
    return done


_GOES_ON = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION})
_MAY_STAND_INLINE = frozenset(
    {
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.EDUCATION,
        SectionKind.SUMMARY,
        SectionKind.CERTIFICATES,
    }
)


def _label(cell: Cell) -> tuple[SectionKind, int] | None:
    """Kind and length of "Skills:" in "Skills: Python, SQL"."""
    colon = cell.text.find(":", 0, 40)
    if colon < 0 or cell.bullet or colon + 1 >= len(cell.text):
        return None
    label = cell.text[:colon]
    if len(label.split()) > _INLINE_WORDS:
        return None
    kind = heading_kind(label)
    return (kind, colon + 1) if kind in _MAY_STAND_INLINE and kind is not None else None


def _by_capitals(text: str, cells: list[Cell], parts: list[Part]) -> list[Part]:
    """Sections of a text that has lost its line breaks: its headings stand inside of the lines."""
    found = inline_headings(text, cells[0].start, len(text)) if cells else []
    if len(found) < _FEW_HEADINGS:
        return parts
    done: list[Part] = []
    first = cells[0].start
    edges = [(first, first, SectionKind.HEADLINE), *found, (len(text), len(text), SectionKind.OTHER)]
    for (start, end, kind), (following, _, _) in pairwise(edges):
        left = min(_past_spaces(text, end), following)
        words = text[left:following].rstrip()
        # One cell for all: the lines of such a text mean nothing.
        body = (Cell(words, left, left + len(words)),) if words else ()
        heading = (start, end) if start < end else None
        if heading or body:
            done.append(Part(kind, heading, end, following, body))
    return done


def _past_spaces(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \t\n\r\u00a0:":
        start += 1
    return start


def _is_rule(text: str) -> bool:
    return not text or (text[0] in _UNDERLINE and not set(text) - _UNDERLINE)


def _close(done: list[Part], section: _Open, end: int) -> None:
    if section.heading is None and not section.cells:
        return
    start = min(section.start, end)
    done.append(Part(section.kind, section.heading, start, end, tuple(section.cells)))
