"""Languages that people speak, by their names and levels in five languages."""

import re
from typing import NamedTuple

from domain.requirements.model import CEFR

_NAMES = {
    "en": r"english|englisch|anglaise?|ingl[eé]sa?|inglês",
    "de": r"german|deutsch|allemande?|alem[aá]na?|alemão|alemã",
    "fr": r"french|französisch|française?|franc[eé]sa?|francês",
    "es": r"spanish|castilian|spanisch|espagnole?|español|castellano|espanhola?",
    "pt": r"portuguese|portugiesisch|portugaise?|portugu[eéê]sa?",
    "it": r"italian|italienisch|italienn?e?|italiano",
    "nl": r"dutch|niederländisch|néerlandaise?|holland[eé]s|neerland[eé]s|holandês",
    "pl": r"polish|polnisch|polonaise?|polaco|polonês",
    "ru": r"russian|russisch|russe|ruso|russo",
    "uk": r"ukrainian|ukrainisch|ukrainienn?e?|ucraniano",
    "tr": r"turkish|türkisch|turque?|turco",
    "ar": r"arabic|arabisch|arabe|[aá]rabe",
    "zh": r"chinese|mandarin|chinesisch|chinoise?|chino|chinês",
    "ja": r"japanese|japanisch|japonaise?|japon[eé]s|japonês",
    "ko": r"korean|koreanisch|coréenn?e?|coreano",
    "hi": r"hindi",
    "ro": r"romanian|rumänisch|roumaine?|rumano|romeno",
    "cs": r"czech|tschechisch|tchèque|checo|tcheco",
    "sv": r"swedish|schwedisch|suédoise?|sueco",
    "da": r"danish|dänisch|danoise?|danés|dinamarquês",
    "no": r"norwegian|norwegisch|norvégienn?e?|noruego|norueguês",
    "fi": r"finnish|finnisch|finnoise?|finlandés|finlandês",
    "el": r"greek|griechisch|grecque?|griego|grego",
    "hu": r"hungarian|ungarisch|hongroise?|húngaro",
    "ca": r"catalan|katalanisch|catalán|catalão",
    "vi": r"vietnamese|vietnamesisch|vietnamienn?e?|vietnamita",
}
_CODES = {code: re.compile(f"(?:{names})", re.IGNORECASE) for code, names in _NAMES.items()}
# Longest first, so that "portugués" is not cut at "portugue".
_NAME = re.compile(
    rf"(?<!\w)({'|'.join(sorted('|'.join(_NAMES.values()).split('|'), key=len, reverse=True))})"
    r"(?:kenntnisse\w*|sprachig\w*|s)?(?!\w)",
    re.IGNORECASE,
)
_LEVEL_WORDS = (
    (
        "C2",
        (
            r"native|mother[- ]tongue|muttersprach\w*|langue maternelle|nati(?:f|ve|v[oa])|bilingu\w*"
            r"|zweisprachig"
        ),
    ),
    (
        "C1",
        (
            r"fluen\w+|fluid\w+|verhandlungssicher\w*|flie(?:ß|ss)end\w*|couramment|courante?|advanced"
            r"|avan[zç]ad[oa]"
            r"|excellente?|sehr gut\w*|ausgezeichnet\w*|proficien\w+|full professional|perfect\w*|sichere\w*"
            r"|dominio"
        ),
    ),
    ("B1", r"(?<!upper )(?<!upper-)intermedi\w+|intermédi\w+|conversational|mittlere|moyen"),
    ("A2", r"basic\w*|grundkenntnisse|notions|básic[oa]s?|elementary|débutante?|einfache"),
    (
        "B2",
        (
            r"upper[- ]intermediate|good|gut\w*|bonn?e?s?|buen[oa]?s?|bo[ma]|working|professional|strong"
            r"|solide?s?"
            r"|professionnel\w*|maîtrise"
        ),
    ),
)
_CEFR = re.compile(r"(?<!\w)([ABC][12])(?!\w)")
_LEVELS = [(level, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for level, words in _LEVEL_WORDS]
_STOP = re.compile(r"[,;|/•]")
_SPEAKS = re.compile(
    r"language|speak|spoken|written|\w*sprach|kenntnisse|wort und schrift|langue|parlé|écrit|oral|idiom"
    r"|habl|escrit"
    r"|fal(?:ar|ado)|nivel|nível|niveau|level",
    re.IGNORECASE,
)
_NEAR = 45
_FEW_WORDS = 4


class Spoken(NamedTuple):
    """A language named in a text."""

    code: str
    name: str
    """As written, without what German adds to it."""
    level: str
    """One of CEFR, or empty when the text names none."""
    start: int
    end: int


def languages_in(text: str) -> list[Spoken]:
    """Languages in the order of the text, each with the level that stands nearest on its line."""
    names = list(_NAME.finditer(text))
    found = []
    for i, match in enumerate(names):
        left = max(match.start() - _NEAR, text.rfind("\n", 0, match.start()) + 1)
        line_end = text.find("\n", match.end())
        right = min(match.end() + _NEAR, line_end if line_end >= 0 else len(text))
        before = text[max(left, names[i - 1].end() if i else 0) : match.start()]
        after = text[match.end() : min(right, names[i + 1].start() if i + 1 < len(names) else right)]
        name = match[1]
        code = next(code for code, pattern in _CODES.items() if pattern.fullmatch(name))
        if name == "polish":
            continue  # the verb; the language has a capital
        found.append(Spoken(code, name, _level(before, after), match.start(), match.end()))
    return found


def languages_asked(segment: str) -> list[Spoken]:
    """Languages that a line of an advertisement asks for: with a level, with a word of speaking, or alone.

    "Experience with the French market" asks for none.
    """
    found = [
        # "Native" in an advertisement asks for the language, not for where somebody was born.
        one._replace(level="C1") if one.level == "C2" and "C2" not in segment else one
        for one in languages_in(segment)
    ]
    speaks = _SPEAKS.search(segment) is not None or len(segment.split()) <= _FEW_WORDS * len(found)
    return found if speaks else [one for one in found if one.level]


def code_of(name: str) -> str:
    """The code of a language given by name or code, empty when unknown."""
    if name.lower() in _NAMES:
        return name.lower()
    return next((code for code, pattern in _CODES.items() if pattern.fullmatch(name)), "")


def name_of(code: str) -> str:
    """English name of a code: the first of its names."""
    return _NAMES[code].partition("|")[0].capitalize()


def is_code(code: str) -> bool:
    """Whether this language is known here."""
    return code in _NAMES


def at_least(level: str, wanted: str) -> bool:
    """Whether a level reaches another. An unnamed one reaches nothing but an unnamed one."""
    return not wanted or (bool(level) and CEFR.index(level) >= CEFR.index(wanted))


def _level(before: str, after: str) -> str:
    before, after = _STOP.split(before)[-1], _STOP.split(after)[0]
    for part in (after[:20], before, after):
        if match := _CEFR.search(part):
            return match[1]
    # A level in brackets or after a colon speaks of the name before it; else the word before the name.
    direct = re.match(r"\s*[(:–-]", after) is not None
    for part in (after, before) if direct else (before, after):
        for level, words in _LEVELS:
            if words.search(part):
                return level
    return ""
