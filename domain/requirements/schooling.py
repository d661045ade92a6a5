"""Levels of education by the names they have in five languages; levels are those of `EDUCATION_LEVELS`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LEVELS: tuple[tuple[int, str], ...] = (
    (5, r"ph\.?\s?d\b|doctora(?:te|l|t|do)\b|promotion (?:in|zum)\b|doutorado\b"),
    (
        4,
        (r"master(?:['’]s|s)?(?: (?:degree|of|in)\b|abschluss\b| en\b| em\b)|m\.?\s?sc\b|mba\b|m\.a\."
        r"|\bma degree|ms degree|diplom-\w+"
        r"|diplomstudium|bac\s?\+\s?5|diplôme d['’]ingénieur|école d['’]ingénieurs?|mestrado|máster"
        r"|graduate school"
        r"|pós-graduação|postgraduate (?:degree|qualification)"),
    ),
    (
        3,
        (r"bachelor(?:['’]s|s)?(?: (?:degree|of|in)\b|abschluss\b)?|b\.?\s?sc\b|b\.a\.|b\.s\.|ba/bs\b"
        r"|bs/ba\b|bs degree|ba degree"
        r"|(?:university|college|undergraduate|four-year|academic) degree|degree in\b|university education"
        r"|(?:abgeschlossenes )?(?:hochschul)?studium\b|hochschulabschluss|studienabschluss"
        r"|universitätsabschluss"
        r"|licence (?:en|de|professionnelle)\b|bac\s?\+\s?[34]|grado en\b|grado universitario"
        r"|titulación universitaria"
        r"|licenciatura|licenciad[oa] en|licenciad[oa] em|ensino superior|curso superior|graduação"
        r"|diplomatura|título universitario"),
    ),
    (
        2,
        (r"associate(?:['’]s)? degree|vocational (?:training|school\w*|qualification|degree)"
        r"|apprenticeship|hnc\b|hnd\b"
        r"|(?:abgeschlossene )?(?:berufs)?ausbildung\b|berufsausbildung\w*|\bbts\b|\bdut\b|\bbut\b(?= \w)"
        r"|bac\s?\+\s?2|\bcap\b|\bbep\b"
        r"|formación profesional|\bfp (?:de )?(?:grado|ii?)\b|ciclo formativo|grado superior|grado medio"
        r"|curso técnico|ensino técnico|técnico em\b"),
    ),
    (
        1,
        (r"high[- ]school (?:diploma|degree|education)|secondary (?:education|school)|g\.?e\.?d\b|abitur\b"
        r"|mittlere reife|schulabschluss"
        r"|baccalauréat|bac pro\b|bachillerato|\beso\b|ensino médio"),
    ),
)  # fmt: skip
_PATTERNS = [(level, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)) for level, words in _LEVELS]
_SIGNS: dict[int, tuple[str, ...]] = {
    5: ("phd", "ph.d", "ph d", "ph. d", "doctora", "promotion ", "doutorado"),
    4: ("master", "msc", "m.sc", "m sc", "m. sc", "mba", "m.a.", "ma degree", "ms degree", "diplom", "bac", "école",
        "diplôme", "mestrado", "máster", "graduate", "graduação"),
    3: ("bachelor", "b.sc", "bsc", "b sc", "b. sc", "b.a.", "b.s.", "ba/bs", "bs/ba", "degree", "university ed",
        "studi", "hochschul", "universitäts", "licen", "grado", "título", "titula", "superior", "gradua", "bac"),
    2: ("associate", "vocational", "apprentice", "hnc", "hnd", "ausbildung", "bts", "dut", "but", "bac", "cap", "bep",
        "formación", "fp", "ciclo", "grado", "técnico"),
    1: ("high", "secondary", "ged", "g.e", "abitur", "reife", "schulabschluss", "bac", "bachillerato", "eso", "ensino"),
}  # fmt: skip
"""Letters of which at least one stands within every name of a level."""

_BEFORE, _AFTER = 24, 48
"""Characters around such letters that hold the whole name."""

_CASED = re.compile(r"but|cap|eso|bep", re.IGNORECASE)


class Schooling(NamedTuple):
    """A level of education named in a text."""

    level: int
    start: int
    end: int


def schooling_in(text: str) -> list[Schooling]:
    """All levels that a text names, the highest first."""
    return [
        Schooling(level, match.start(), match.end())
        for level, pattern in _PATTERNS
        for match in pattern.finditer(text)
        if match[0].isupper() or not _CASED.fullmatch(match[0])
    ]


def lowest_asked(text: str) -> Schooling | None:
    """The lowest level that a line of an advertisement names: "BA or MBA" asks for a BA."""
    return min(schooling_in(text), key=lambda one: (one.level, one.start), default=None)


def highest_held(text: str) -> Schooling | None:
    """The highest level that a resume names."""
    lowered = text.lower()
    if len(lowered) != len(text):
        # A few letters grow when they are made small; then offsets would be wrong.
        return max(schooling_in(text), key=lambda one: one.level, default=None)
    for level, pattern in _PATTERNS:
        # Plain letters first, then the pattern around them: ten times faster than the pattern everywhere.
        for at in sorted(_places(lowered, _SIGNS[level])):
            match = pattern.search(text, max(0, at - _BEFORE), at + _AFTER)
            if match and (match[0].isupper() or not _CASED.fullmatch(match[0])):
                return Schooling(level, match.start(), match.end())
    return None


def _places(lowered: str, signs: tuple[str, ...]) -> Iterator[int]:
    for sign in signs:
        at = lowered.find(sign)
        while at >= 0:
            yield at
            at = lowered.find(sign, at + len(sign))
