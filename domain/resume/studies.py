"""Degrees and trainings with their level."""

import re

from domain.language.education import education_level
from domain.resume.model import Study
from domain.resume.sections import Part
from domain.resume.source import Cell, Source

_LONGEST = 160
_MOST_WORDS = 24
_MOST = 40
# Words and short forms that mean a degree only where degrees are listed. Short forms count in capitals alone:
# "as" and "ma" are words.
_DOCTOR = r"(?i:ph\.?\s?d|doctor(?:ate)?|doktor\w*|promotion)|J\.?D\.?|M\.?D\.?|Ed\.?D|Dr\.(?=\s)"
_MASTER = (
    r"(?i:master'?s?|mba|m\.b\.a\.?|msc|m\.?\s?sc\.?|m\.?eng|mestr\w+|máster|maestría|diplom(?!a)\w*|magister"
    r"|staatsexamen)|M\.?\s?S\.?|M\.?\s?A\.?|M\.?Ed\.?"
)
_BACHELOR = (
    r"(?i:bachelors?'?s?|bsc|b\.?\s?com|bba|b\.?\s?tech|licence|licenciatura|licenciad\w|grado|grau|bacharel\w*"
    r"|laurea|licență)|B\.?\s?S\.?|B\.?\s?A\.?|B\.?E\.?"
)
_VOCATION = (
    r"(?i:associates?'?s?|higher national diploma|vocational|certificate|diploma in|lehre|gesell\w+|bts|dut"
    r"|ausbildung\s+(?:zu|als|gesund)\w*|fachweiterbildung|fachschule|berufsfachschule|técnic\w+|tecnólogo"
    r"|ciclo formativo)|A\.?\s?A\.?\s?S?\.?|A\.?\s?S\.?"
)
_SCHOOL = (
    r"(?i:high school|secondary|ged|g\.e\.d\.?|abitur|fachabitur|mittlere reife|realschul\w*|hauptschul\w*"
    r"|gymnasium|baccalauréat|bac|bachillerato|ensino médio|liceu?)"
)
_SHORT_FORMS = tuple(
    (level, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for level, pattern in ((5, _DOCTOR), (4, _MASTER), (3, _BACHELOR), (2, _VOCATION), (1, _SCHOOL))
)
_FIRST_LOOK = re.compile(
    r"ph\.?d|doctor|dokt|master|bachelor|diplom|degree|mba|b\.?sc|m\.?sc|licen|grado|mestr|laurea|b\.a|b\.s|m\.a",
    re.IGNORECASE,
)


def studies_of(source: Source, part: Part) -> list[Study]:
    """Every line of an education section that names a degree, with the field that follows after a colon."""
    found: list[Study] = []
    cells = part.cells
    for i, cell in enumerate(cells):
        if len(found) >= _MOST:
            break
        level = _level(cell.text[:_LONGEST])
        if level == 0:
            continue
        end = cell.end
        if i + 2 < len(cells) and cells[i + 1].text == ":" and len(cells[i + 2].text) < _LONGEST // 2:
            end = cells[i + 2].end
        found.append(Study(level, source.fact(cell.start, min(end, cell.start + _LONGEST))))
    if not found and cells:
        fact = source.trimmed(cells[0].start, min(cells[0].end, cells[0].start + _LONGEST))
        found = [Study(0, fact)] if fact is not None else []
    return found


def studies_elsewhere(source: Source, cells: list[Cell]) -> list[Study]:
    """Short lines anywhere that name a degree in full, for resumes without an education section."""
    found: list[Study] = []
    for cell in cells:
        if len(cell.text) <= _LONGEST and len(found) < _MOST and _FIRST_LOOK.search(cell.text) is not None:
            level = education_level(cell.text) if len(cell.text.split()) <= _MOST_WORDS else 0
            if level:
                found.append(Study(level, source.fact(cell.start, cell.end)))
    return found


def _level(text: str) -> int:
    level = next((n for n, pattern in _SHORT_FORMS if pattern.search(text)), 0)
    return max(level, education_level(text)) if level or _FIRST_LOOK.search(text) else level
