"""Positions: for every range of dates the title and the employer that stand around it.

Resumes put the title above the dates, below them, or on the same line, and mostly keep to one habit. So each
line around a range is judged by its words, and the places where titles stand in the rest of the same resume
count too. Nothing is concluded from what stands between positions.
"""

from collections import Counter
from dataclasses import dataclass

from domain.resume.beside import Candidate, lines_beside
from domain.resume.dates import Range
from domain.resume.headers import header_of
from domain.resume.model import Fact, Position
from domain.resume.occupations import STRONG, in_title_case
from domain.resume.sections import Part
from domain.resume.source import Source, trim

_MARKS = " ,;:|()[]-–—−·•/\t~*_"
_ENOUGH = 0.9
_UNKNOWN_WORDS = 6
_SOME_WORTH = 0.5


@dataclass(frozen=True, slots=True)
class _Chosen:
    range: Range
    title: tuple[int, int] | None
    employer: tuple[int, int] | None
    start: int


def positions_of(source: Source, part: Part, ranges: list[Range], *, need_title: bool) -> list[Position]:
    """Positions of one section in the order of the text.

    `need_title` is for sections that are not about experience: there a range without a title and the mark of an
    organisation beside it is an award, a project or an activity.
    """
    around = lines_beside(source.plain, part.cells, ranges)
    votes: Counter[tuple[int, bool]] = Counter()
    for _, candidates in around:
        best = max(candidates, key=_own_score, default=None)
        if best is not None and best.title >= STRONG:
            votes[best.slot, best.before] += 1
    found: list[_Chosen] = []
    floor = part.start
    for span, candidates in around:
        free = [c for c in candidates if c.start >= floor]
        if need_title and not (any(c.title >= STRONG for c in free) and any(c.organisation for c in free)):
            continue
        chosen = _choose(source.plain, span, free, votes, len(around))
        if need_title and chosen.title is None:
            continue
        found.append(chosen)
        floor = max(_end(chosen.title), _end(chosen.employer), span.end)
    return _blocks(source, part, found)


def _blocks(source: Source, part: Part, found: list[_Chosen]) -> list[Position]:
    positions: list[Position] = []
    for i, chosen in enumerate(found):
        end = found[i + 1].start if i + 1 < len(found) else part.end
        start, end = trim(source.plain, chosen.start, max(end, chosen.range.end))
        positions.append(
            Position(
                title=_fact(source, chosen.title),
                employer=_fact(source, chosen.employer),
                start=chosen.range.first,
                end=chosen.range.after,
                current=chosen.range.current,
                span=source.span(start, end),
            )
        )
    return positions


def _fact(source: Source, place: tuple[int, int] | None) -> Fact | None:
    return source.trimmed(place[0], place[1], _MARKS) if place is not None else None


def _end(place: tuple[int, int] | None) -> int:
    return place[1] if place is not None else 0


def _own_score(candidate: Candidate) -> float:
    """Worth as the title's line by itself. A line between two ranges mostly belongs to the one below it."""
    score = min(candidate.title, STRONG) - 0.12 * abs(candidate.slot)
    return score + (0.15 if candidate.before else 0.0)


def _choose(
    text: str, span: Range, candidates: list[Candidate], votes: Counter[tuple[int, bool]], total: int
) -> _Chosen:
    def score(c: Candidate) -> float:
        return _own_score(c) + 1.5 * votes[c.slot, c.before] / total + 0.3 * in_title_case(c.text)

    title_line = max(candidates, key=score, default=None)
    if title_line is not None and (
        score(title_line) < _ENOUGH or (title_line.organisation >= STRONG and title_line.title == 0)
    ):
        title_line = None
    if title_line is None:
        title_line = _unknown_title(candidates)
    if title_line is None:
        employer_line = max(candidates, key=lambda c: c.organisation - 0.1 * abs(c.slot), default=None)
        named = employer_line is not None and employer_line.organisation > 0
        place = (employer_line.start, employer_line.end) if named and employer_line is not None else None
        return _Chosen(span, None, place, min([span.start, *([place[0]] if place else [])]))
    others = [c for c in candidates if c is not title_line]
    elsewhere = max(others, key=lambda c: _employer_score(c, title_line), default=None)
    worth = _employer_score(elsewhere, title_line) if elsewhere is not None else 0.0
    title, employer = header_of(text, title_line.start, title_line.end, named_elsewhere=worth >= STRONG)
    if (employer is None and worth > _SOME_WORTH) or worth >= STRONG + _SOME_WORTH:
        employer = (elsewhere.start, elsewhere.end) if elsewhere is not None else None
    tops = [span.start, title_line.start]
    if employer is not None:
        tops.append(employer[0])
    return _Chosen(span, title, employer, min(tops))


def _unknown_title(candidates: list[Candidate]) -> Candidate | None:
    """A title whose words nobody knows: the line right above the dates, when another names the employer."""
    if all(c.organisation < STRONG for c in candidates):
        return None
    return next(
        (
            c
            for c in candidates
            if c.slot == -1
            and c.organisation == 0
            and in_title_case(c.text) == 1.0
            and len(c.text.split()) <= _UNKNOWN_WORDS
        ),
        None,
    )


def _employer_score(candidate: Candidate, title: Candidate) -> float:
    near = abs(candidate.slot - title.slot) if candidate.before == title.before else abs(candidate.slot)
    follows = candidate.start > title.start
    score = 1.4 * candidate.organisation + 0.5 * in_title_case(candidate.text) - 0.2 * max(0, near - 1)
    score += 0.3 if follows else 0.0
    if not follows and candidate.before and candidate.organisation == 0:
        # Above a title mostly stands the last line of the position before.
        score -= 0.8
    if candidate.title >= STRONG:
        score -= 0.7
    return score - (0.3 if len(candidate.text.split()) > 7 else 0.0)  # noqa: PLR2004 - words of a long name
