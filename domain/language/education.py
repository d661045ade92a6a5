"""Levels of education as texts name them."""

import re

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


def education_level(text: str) -> int:
    """The highest level that the text names, as an index of EDUCATION_LEVELS."""
    return next((level for level, pattern in _EDUCATION if pattern.search(text)), 0)
