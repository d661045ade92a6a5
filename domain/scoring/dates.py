"""Date ranges in a resume: months of experience, and which lines stand beside a date.

There is no clock here, so a range that is still open ("2019 to present") ends with the latest date that
the resume itself names. Ranges under an education heading are not counted; overlapping ranges count once.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_MONTHS = (
    "jan|ene|gen|ian",
    "feb|fév|fev",
    "mar|mär|mrz|maa",
    "apr|avr|abr",
    "may|mai|mag|mei",
    "jun|juin|giu|iun",
    "jul|juil|lug|iul",
    "aug|aoû|aou|ago",
    "sep|set",
    "oct|okt|out|ott",
    "nov|noi",
    "dec|dez|déc|dic",
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_NAME = f"(?:{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})[^\\W\\d]{{0,8}}"
_YEAR = r"(?:19[5-9]|20[0-6])\d"
_DATE = (
    rf"(?:(?:{_NAME})\.?,?\s(?:de\s)?{_YEAR}|(?:\d\d?[./]){{0,1}}(?:0?[1-9]|1[0-2])[./-]{_YEAR}"
    rf"|{_YEAR}[./-](?:0[1-9]|1[0-2])|{_YEAR})"
)
_NOW = (
    r"(?:present|current|now|today|ongoing|to date|heute|aktuell|jetzt|présent|aujourd'hui|actuel|actualidad"
    r"|actualmente|presente|atual|momento|oggi|attuale|heden|nu|prezent)"
)
_UNTIL = r"(?:\s*[-–—]\s*|\s+(?:to|until|till|bis|à|au|a|al|até|hasta|tot|până la|pana la)\s+)"
_RANGE = re.compile(rf"\b({_DATE}){_UNTIL}(?:({_DATE})|({_NOW}))\b", re.IGNORECASE)
_SINCE = re.compile(rf"\b(?:since|seit|depuis|desde|dal|sinds|din)\s+({_DATE})\b", re.IGNORECASE)
_ONE_DATE = re.compile(rf"\b{_DATE}\b", re.IGNORECASE)
_ANY_YEAR = re.compile(rf"\b{_YEAR}\b")
_BESIDE = re.compile(rf"\b(?:{_YEAR}|{_NOW})\b", re.IGNORECASE)
_MONTH_NAME = re.compile(_NAME, re.IGNORECASE)

_EDUCATION = re.compile(
    r"(?:education|academic|ausbildung|studium|bildung|formation|formación|educación|formação|educação"
    r"|istruzione|formazione|opleiding|studii|educație)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:experience|employment|work|career|skills|summary|profile|highlights|projects|languages|awards|interests"
    r"|certifications|publications|references|berufserfahrung|erfahrung|kenntnisse|sprachen|expérience|compétences"
    r"|langues|experiencia|habilidades|idiomas|experiência|competências|esperienza|competenze|ervaring|experiență)",
    re.IGNORECASE,
)
_HEADING_WORDS = 4
_DATE_LINE_WORDS = 14
_TITLE_WORDS = 10
_LONGEST_YEARS = 50
_SHORTEST_TITLE = 3
_BEFORE = 24
_AFTER = 40


def months_of_experience(text: str) -> int:
    """Months covered by the date ranges outside of education. Ranges of bare years run January to January."""
    ranges: list[tuple[int, int]] = []
    latest = max((_month(date)[0] for date in _ONE_DATE.findall(_around_years(text))), default=0)
    for block in _outside_education(text):
        part = _around_years(block)
        for start, end, _now in _RANGE.findall(part):
            first, _ = _month(start)
            last, inclusive = _month(end) if end else (latest, True)
            ranges.append((first, last + int(inclusive)))
        ranges.extend((_month(start)[0], latest + 1) for start in _SINCE.findall(part))
    return _covered([(a, b) for a, b in ranges if a < b <= a + _LONGEST_YEARS * 12])


def lines_beside_dates(text: str) -> list[str]:
    """Short lines that hold a date or stand right above one: where resumes put the titles of positions."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    lengths = [len(line.split()) for line in lines]
    dated = [
        n <= _DATE_LINE_WORDS and _BESIDE.search(line) is not None
        for line, n in zip(lines, lengths, strict=True)
    ]
    kept: list[str] = []
    for i, line in enumerate(lines):
        if lengths[i] > _TITLE_WORDS:
            continue
        holds_title = dated[i] and len(without_dates(line)) >= _SHORTEST_TITLE
        stands_above = not dated[i] and i + 1 < len(lines) and dated[i + 1]
        if holds_title or stands_above:
            kept.append(line)
    return kept


def without_dates(line: str) -> str:
    """The line without its dates and the marks around them."""
    return re.sub(r"\s+", " ", _DATES_OUT.sub(" ", line)).strip(" ,;:|()-–—\t·•")


_DATES_OUT = re.compile(rf"\b{_DATE}\b|\b{_NOW}\b|\s(?:to|bis|à|au|hasta|até)(?=\s|$)", re.IGNORECASE)


def _around_years(text: str) -> str:
    """Only the neighbourhood of years: the date patterns are too slow for prose, and a date has a year."""
    windows: list[list[int]] = []
    for match in _ANY_YEAR.finditer(text):
        start, end = max(0, match.start() - _BEFORE), match.end() + _AFTER
        if windows and start <= windows[-1][1]:
            windows[-1][1] = end
        else:
            windows.append([start, end])
    return " | ".join(text[start:end] for start, end in windows)


def _month(text: str) -> tuple[int, bool]:
    """Months since year 0, and whether a month was named (then the end month itself counts)."""
    years = _ANY_YEAR.findall(text)
    year = int(years[-1])
    name = _MONTH_NAME.search(text)
    if name:
        word = name.group().lower()
        return year * 12 + next(n for key, n in _BY_LENGTH if word.startswith(key)) - 1, True
    numbers = [int(n) for n in re.findall(r"\d+", text) if int(n) != year]
    if numbers:
        return year * 12 + numbers[-1] - 1, True
    return year * 12, False


_BY_LENGTH = sorted(_MONTH_OF.items(), key=lambda item: -len(item[0]))


def _outside_education(text: str) -> list[str]:
    """Blocks of text that do not stand under an education heading."""
    blocks: list[list[str]] = [[]]
    skipping = False
    for line in text.splitlines():
        if 0 < len(line.split()) <= _HEADING_WORDS and not any(c.isdigit() for c in line):
            if _EDUCATION.search(line):
                skipping = True
            elif _HEADING.search(line):
                skipping = False
                blocks.append([])
        if not skipping:
            blocks[-1].append(line)
    return ["\n".join(block) for block in blocks]


def _covered(ranges: Sequence[tuple[int, int]]) -> int:
    """Length of the union of half-open month ranges."""
    edges = sorted([(a, 1) for a, _ in ranges] + [(b, -1) for _, b in ranges])
    months = depth = 0
    for (here, step), (following, _) in pairwise([*edges, (0, 0)]):
        depth += step
        if depth > 0:
            months += following - here
    return months
