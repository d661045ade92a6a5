"""The line that heads a position, taken apart: "Title, Employer, Place", "Employer - Title", "Title at Employer"."""

import re

from domain.resume.occupations import STRONG, organisation_score, title_score
from domain.resume.source import trim

Place = tuple[int, int]

_STRONG_MARK = re.compile(r"\s[|–—-]\s|\s?[|·•@\t]\s?|\s(?:at|bei|chez|presso)\s|\s?[–—]\s?|\s{2,}")
_COMMA = re.compile(r",\s+")
_MARKS = " ,;:|()[]-–—−·•/\t~*_"


def header_of(text: str, start: int, end: int, *, named_elsewhere: bool) -> tuple[Place, Place | None]:
    """Places of the title and, if it stands on the same line, of the employer.

    `named_elsewhere` says that another line names the employer for certain; then a comma belongs to the title
    ("Director, Sales").
    """
    segments = _cut(text, start, end, _STRONG_MARK)
    title = _best(text, segments)
    others = [s for s in segments if s != title]
    employer = _organisation(text, others)
    if employer is None and others and not named_elsewhere:
        following = [s for s in others if s[0] > title[0]]
        employer = (following or others)[0]
    if named_elsewhere:
        return title, employer if employer is not None and _organisation(text, [employer]) else None
    pieces = _cut(text, title[0], title[1], _COMMA)
    if len(pieces) > 1:
        inner = _best(text, pieces)
        rest = [s for s in pieces if s != inner]
        marked = _organisation(text, rest)
        if employer is None:
            following = [s for s in rest if s[0] > inner[0] and title_score(text[s[0] : s[1]]) < STRONG]
            employer = marked or (following[0] if following else None)
        title = inner
    return title, employer


def _cut(text: str, start: int, end: int, mark: re.Pattern[str]) -> list[Place]:
    pieces: list[Place] = []
    here = start
    for match in mark.finditer(text, start, end):
        pieces.append(trim(text, here, match.start(), _MARKS))
        here = match.end()
    pieces.append(trim(text, here, end, _MARKS))
    kept = [(a, b) for a, b in pieces if a < b]
    return kept or [(start, end)]


def _best(text: str, pieces: list[Place]) -> Place:
    """The piece that looks most like a title; of equals the first."""
    return max(
        pieces, key=lambda p: title_score(text[p[0] : p[1]]) - 0.5 * organisation_score(text[p[0] : p[1]])
    )


def _organisation(text: str, pieces: list[Place]) -> Place | None:
    best = max(pieces, key=lambda p: organisation_score(text[p[0] : p[1]]), default=None)
    return best if best is not None and organisation_score(text[best[0] : best[1]]) > 0 else None
