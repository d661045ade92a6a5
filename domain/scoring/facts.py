"""Plain facts of a text: education level, years and skills that are asked for, the most recent position."""

import re
from collections.abc import Iterator, Mapping, Sequence

from domain.scoring.dates import without_dates

EDUCATION_LEVELS = ("none", "secondary", "vocational", "bachelor", "master", "doctorate")
"""Ascending. The index is the level."""

_DOCTORATE = r"\bph\.?\s?d\b|\bdoctora(?:te|l|t|do)\b|\bdr\.\s|\bdoutorado|\bpromotion zum\b|\bdottorato"
_MASTER = (
    r"\bmaster(?:'s|s)?\s+(?:degree|of|in)\b|\bm\.?\s?sc\b|\bm\.?b\.?a\b|\bm\.a\.|\bmagister\b|\bdiplom-"
    r"|\bmaster\b(?=\s*[:,(]|\s+en\b)|\bmáster\b|\bmestrado\b|\blaurea magistrale|\bmasterat\b|\bms degree"
)
_BACHELOR = (
    r"\bbachelor|\bb\.?\s?sc\b|\bb\.a\.|\bb\.s\.|\bba/bs\b|\bbs/ba\b|\bba degree|\bbs degree"
    r"|\blicen[cț]i?[aă]t|\blicence\b(?=\s+(?:en|de|professionnelle))|\bgrado en\b|\blaurea\b"
    r"|\bundergraduate degree"
)
_VOCATIONAL = (
    r"\bassociate(?:'s)?\s+(?:degree|of)\b|\bvocational\b|\bapprentice|\bberufsausbildung"
    r"|\bausbildung zu[rm]\b|\bbts\b|\bdut\b|\bformación profesional|\bcurso técnico|\bgesell(?:e|in)\b"
)
_SECONDARY = (
    r"\bhigh school\b|\bg\.?e\.?d\b|\babitur\b|\bbaccalauréat\b|\bbachillerato\b|\bensino médio"
    r"|\bbacalaureat\b|\bdiploma di maturità"
)
_LEVELS = ((5, _DOCTORATE), (4, _MASTER), (3, _BACHELOR), (2, _VOCATIONAL), (1, _SECONDARY))
_EDUCATION = [(level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _LEVELS]
_YEARS = re.compile(
    r"\b(\d{1,2})\s?\+?\s?(?:(?:-|–|to|bis|à|a)\s?\d{1,2}\s?\+?\s?)?"
    r"(?:years?|yrs?|jahren?|ans|années?|años?|anos?|anni|jaar|ani)\b",
    re.IGNORECASE,
)
_MOST_YEARS = 25
# The noun ends its phrase: "Executive Chef", "Director of Sales", but not "Coordinated executive travel".
_POSITION_NOUNS = re.compile(
    r"\b(?:manager|engineer|developer|analyst|assistant|associate|consultant|specialist|coordinator|director|"
    r"technician|designer|representative|administrator|supervisor|officer|teacher|nurse|accountant|clerk|cashier|"
    r"intern|architect|scientist|programmer|advisor|agent|executive|lead|leader|recruiter|instructor|operator|"
    r"driver|chef|cook|attorney|lawyer|paralegal|physician|therapist|researcher|writer|editor|buyer|planner|"
    r"strategist|mechanic|electrician|auditor|trainer|tutor|professor|secretary|receptionist|server|president|"
    r"owner|founder|ingenieur(?:in)?|entwickler(?:in)?|leiter(?:in)?|berater(?:in)?|sachbearbeiter(?:in)?|"
    r"kauf(?:mann|frau)|techniker(?:in)?|ingénieure?|développeu(?:r|se)|chargée?|responsable|technicien(?:ne)?|"
    r"directeur|directrice|assistante?|ingenier[oa]|desarrollador(?:a)?|analista|gerente|técnic[oa]|director[a]|"
    r"engenheir[oa]|desenvolvedor(?:a)?|coordenador(?:a)?|enfermeir[oa]|ingegnere|sviluppatore|impiegat[oa]|"
    r"ontwikkelaar|verpleegkundige|inginer|programator|practitioner)(?=\s*(?:$|[^\w\s]|\b(?:of|for|in|at|de)\b))",
    re.IGNORECASE,
)
_POSITION_WORDS = 7
_DEEPEST = 5


def education_level(text: str) -> int:
    """The highest level that the text names, as an index of EDUCATION_LEVELS."""
    return next((level for level, pattern in _EDUCATION if pattern.search(text)), 0)


def education_asked(text: str) -> int:
    """The lowest level that a job names, 0 when it names none: "BA or MBA" asks for a BA."""
    return next((level for level, pattern in reversed(_EDUCATION) if pattern.search(text)), 0)


def months_asked(text: str) -> int:
    """Months of experience a job asks for: the smallest number of years it names, 0 when none."""
    years = [int(n) for n in _YEARS.findall(text)]
    return 12 * min((n for n in years if 0 < n <= _MOST_YEARS), default=0)


def recent_position(lines: Sequence[str]) -> str | None:
    """The first of the lines beside dates that names an occupation; others may be names or companies."""
    for line in lines:
        bare = without_dates(line)
        words = bare.split()
        if not words or len(words) > _POSITION_WORDS or "@" in bare or any(c.isdigit() for c in bare):
            continue
        if _POSITION_NOUNS.search(bare):
            return bare
    return None


def requirement_texts(requirements: Mapping[str, object]) -> list[str]:
    """Every text inside structured requirements, in order; numbers keep their key ("min years 3")."""
    return [text for text, _ in _walk("", requirements, 0)]


def named_skills(requirements: Mapping[str, object]) -> list[str]:
    """The entries of lists whose key speaks of skills: skills, technical_skills, must_have, nice_to_have."""
    return [text for text, key in _walk("", requirements, 0) if re.search(r"skill|must|nice", key)]


def _walk(key: str, value: object, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _walk(str(name).lower(), inner, depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _walk(key, inner, depth + 1)
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int | float):
        unit = " years" if "year" in key else ""
        yield f"{value:g}{unit}", key
    else:
        yield str(value), key
