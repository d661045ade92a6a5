"""Licences and certificates, each with the names that it has in five languages.

The entries of one row stand for each other: a resume that names any of them holds the licence.
"""

import re
from typing import NamedTuple

_DRIVING = (
    r"(?:driv(?:ing|er['’]?s?) (?:licen[cs]e|permit)|führerschein|fahrerlaubnis|permis(?: de conduire)?"
    r"|carn[eé]t de conducir|licencia de conducir|permiso de (?:conducir|circulación)|carta de condução|cnh)"
)
_CLASS = r"[\s,\x28]*(?:(?:der )?(?:class|category|cat\.?|klasse|kl\.?|catégorie|clase|tipo|categoria)\s*)?"
_ROWS: tuple[tuple[str, str], ...] = (
    ("driving_ce", rf"{_DRIVING}{_CLASS}c\s?\+?\s?e\b|\bcdl\b(?:[ -]*(?:class )?a\b)?|\bpermis ce\b"),
    ("driving_c", rf"{_DRIVING}{_CLASS}c1?\b|\blkw-führerschein|\bpermis poids lourds?|\bhgv licen[cs]e"),
    ("driving_d", rf"{_DRIVING}{_CLASS}d\b|\bpersonenbeförderungsschein"),
    ("driving", rf"\b{_DRIVING}(?:{_CLASS}b\b)?|\bcarn[eé]t b\b"),
    (
        "forklift",
        (r"\bfork\s?-?lift (?:licen[cs]e|certifi\w+|operator|permit|card|training)"
        r"|\b(?:gabel)?stapler(?:schein|führerschein)"
        r"|\bcaces\b(?:\s?[\dR]+)?|\bcarn[eé]t de carretillero|\bcarretillero|\bcurso de empilhadeira"
        r"|\boperador de empilhadeira"),
    ),
    (
        "registered_nurse",
        (r"\bregistered nurse\b|\brn licen[cs]e\b|\bRN\b|\bexaminierte\w* (?:gesundheits|kranken|alten)\w*"
        r"|\bpflegefach(?:frau|mann|kraft|person)"
        r"|\bdiplôme d['’][eé]tat (?:d['’])?infirmi\w+|\binfirmi(?:er|ère) diplômée?"
        r"|\bdue\b(?= en enfermería)|\bcoren\b|\bregistro no coren"),
    ),
    ("practical_nurse", r"\blicensed (?:practical|vocational) nurse\b|\bLPN\b|\bLVN\b"),
    ("nursing_assistant", r"\bcertified nurs(?:ing|e['’]?s?) assistant\b|\bCNA\b"),
    ("life_support_basic", r"\bBLS\b|\bbasic life support\b|\bCPR\b"),
    ("life_support_advanced", r"\bACLS\b|\badvanced cardiac life support\b"),
    (
        "first_aid",
        (r"\bfirst[- ]aid(?: certifi\w+)?|\berste-hilfe-(?:schein|kurs)|\bpremiers secours"
        r"|\bprimeros auxilios|\bprimeiros socorros"),
    ),
    (
        "accountant_certified",
        (r"\bCPA\b|\bcertified public accountant\b|\bwirtschaftsprüfer\w*|\bexpert[- ]comptable"
        r"|\bregistro no crc\b|\bCRC ativo"),
    ),
    ("accountant_chartered", r"\bACCA\b|\bACA\b|\bchartered accountant\b"),
    ("accountant_management", r"\bCIMA\b|\bCMA\b"),
    ("finance_analyst", r"\bCFA\b|\bchartered financial analyst\b"),
    ("internal_auditor", r"\bCIA certif\w+|\bcertified internal auditor\b"),
    ("project_manager", r"\bPMP\b|\bproject management professional\b"),
    ("prince2", r"\bprince\s?2\b"),
    ("scrum_master", r"\bCSM\b|\bPSM\b(?: I{1,3})?|\bcertified scrum ?master\b"),
    ("itil", r"\bITIL\b(?:[ -]?v?\d)?(?: foundation)?"),
    ("cissp", r"\bCISSP\b"),
    ("cisa", r"\bCISA\b"),
    ("ccna", r"\bCCNA\b"),
    ("comptia_security", r"\bsecurity\+|\bcomptia security\b"),
    ("aws", r"\baws[- ]certified [\w –-]{3,40}|\baws certification\b"),
    ("shrm", r"\bSHRM-?S?CP\b|\bSPHR\b|\bPHR\b|\bCIPD\b"),
    ("six_sigma", r"\b(?:lean )?six sigma(?: (?:green|black|yellow) belt)?"),
    ("welding", r"\bwelding certif\w+|\bschweißerschein|\bschweißerprüfung|\bhabilitation soudage"),
    (
        "electrician",
        r"\b(?:journeyman|master) electrician(?: licen[cs]e)?|\bhabilitation électrique|\bNR-?10\b",
    ),
    ("teaching", r"\bteaching (?:licen[cs]e|certificate|credential)|\bQTS\b|\bPGCE\b|\bzweites staatsexamen"),
    (
        "food_hygiene",
        (r"\bfood (?:hygiene|handler['’]?s?|safety) (?:certif\w+|card|permit)|\bservsafe\b|\bHACCP\b"
        r"|\b(?:carn[eé]t de )?manipulador de alimentos|\bgesundheitszeugnis"),
    ),
    (
        "security_guard",
        (r"\bsia licen[cs]e|\bsachkundeprüfung (?:gemäß )?§\s?34a"
        r"|\bcarte professionnelle d['’]agent de sécurité"),
    ),
    ("real_estate", r"\breal estate licen[cs]e\b|\bcarte [tg] \b|\bCRECI\b"),
    ("pilot", r"\bATPL\b|\bcommercial pilot licen[cs]e"),
    ("engineer_professional", r"\bprofessional engineer\b(?: licen[cs]e)?|\bPE licen[cs]e\b|\bCREA ativo"),
    (
        "bar",
        (r"\b(?:state )?bar (?:admission|exam)\b|\badmitted to (?:the|practice)\b[\w ]{0,20}|\bOAB\b"
        r"|\bcapa\b(?= avocat)"),
    ),
    ("osha", r"\bOSHA(?:[ -]?(?:10|30))\b(?:[ -]hour)?"),
    (
        "hazardous_goods",
        r"\bADR[- ](?:schein|licen[cs]e|certif\w+|bescheinigung)|\bADR\b|\bhazmat\b(?: endorsement)?",
    ),
)  # fmt: skip
# Abbreviations are written in capitals: "rn", "cia", "aca" in small letters are other words or parts of them.
_CAPITALS = re.compile(r"\\b([A-Z]{2,5})\\b")


class Licence(NamedTuple):
    """A licence named in a text."""

    key: str
    name: str
    start: int
    end: int


def _compiled(pattern: str) -> re.Pattern[str]:
    parts = [part if _CAPITALS.match(part) else f"(?i:{part})" for part in _alternatives(pattern)]
    return re.compile("|".join(parts))


def _alternatives(pattern: str) -> list[str]:
    """The top-level alternatives of a pattern."""
    parts, depth, current = [], 0, ""
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += char
    return [*parts, current]


_PATTERNS = {key: _compiled(pattern) for key, pattern in _ROWS}
_HIGHER = {"driving": ("driving_c", "driving_ce", "driving_d"), "driving_c": ("driving_ce",)}
"""A licence on the left is held by everybody who holds one on the right."""


def licences_in(text: str) -> list[Licence]:
    """Licences in the order of the text; of two at one place the more special one."""
    found: list[Licence] = []
    for key, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            if all(match.end() <= one.start or match.start() >= one.end for one in found):
                found.append(Licence(key, match[0].strip(" ,("), match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


def pattern_of(name: str) -> re.Pattern[str] | None:
    """What finds a licence, under any of its names, in a resume; None for one that is not known here."""
    named = licences_in(name)
    if not named:
        return None
    key = named[0].key
    return re.compile("|".join(_PATTERNS[k].pattern for k in (key, *_HIGHER.get(key, ()))))
