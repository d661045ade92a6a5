"""Positions of an experience section that names no dates: lines that hold nothing but an occupation."""

from domain.resume.headers import header_of
from domain.resume.model import Position
from domain.resume.occupations import STRONG, in_title_case, organisation_score, title_score
from domain.resume.sections import Part
from domain.resume.source import Source, trim

_TITLE_WORDS = 9
_MOST = 40
_MARKS = " ,;:|()[]-–—−·•/\t~*_"


def undated_positions(source: Source, part: Part) -> list[Position]:
    """Blocks that begin with a title in title case, in the order of the text."""
    starts = [
        i
        for i, cell in enumerate(part.cells)
        if not cell.bullet
        and len(cell.text.split()) <= _TITLE_WORDS
        and not cell.text.endswith((".", ";", ","))
        and title_score(cell.text) > STRONG
        and in_title_case(cell.text) == 1.0
    ][:_MOST]
    positions: list[Position] = []
    for n, i in enumerate(starts):
        cell = part.cells[i]
        following = (
            part.cells[i + 1] if i + 1 < len(part.cells) and i + 1 not in starts[n + 1 : n + 2] else None
        )
        elsewhere = following is not None and organisation_score(following.text) >= STRONG
        title, employer = header_of(source.plain, cell.start, cell.end, named_elsewhere=elsewhere)
        if elsewhere and following is not None:
            employer = (following.start, following.end)
        end = part.cells[starts[n + 1]].start if n + 1 < len(starts) else part.end
        start, end = trim(source.plain, cell.start, end)
        positions.append(
            Position(
                title=source.trimmed(title[0], title[1], _MARKS),
                employer=source.trimmed(employer[0], employer[1], _MARKS) if employer is not None else None,
                start=None,
                end=None,
                current=False,
                span=source.span(start, end),
            )
        )
    return positions
