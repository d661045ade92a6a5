"""Education without its school and its year: which degree in which field is what counts."""

import re
from collections import Counter

from domain.masking.headings import heading
from domain.masking.lines import lines_with
from domain.masking.places import is_country
from domain.masking.tokens import TOKEN

_CAP = r"[A-ZÀ-ÖØ-ÞĂÂÎȘȚŞŢ]"
_WORD = (
    rf"(?!(?:Bachelor|Master|Associate|Diploma|Doctor|B\.|M\.|BSc|MSc|BA|MBA|PhD|Certificate"
    rf"|Degree)s?\b)(?:{_CAP}\.|{_CAP}[\w'’&-]{{0,30}})"
)
_OF = r"(?:of|at|the|for|and|de|del|do|da|di|du|des|la|las|los|le|der|die|für|zu|din|și|d['’])"
_BEHIND = rf"(?:[ -]{_OF}){{0,3}}[ -](?:[a-z]['’])?{_WORD}(?:(?:[ ]{_OF}){{0,2}}[ -]{_WORD}){{0,4}}"
_GENERIC = (
    "(?!(?:State|Public|Private|Medical|Graduate|Business|Law|High|Middle|Elementary|Primary"
    "|Secondary|Junior|Senior"
    "|Summer|Sunday|Nursing|Driving|Preparatory|Community|Some|The|My|For|At|In|Of|And|Old|New"
    "|Day|After|Boarding"
    "|Trade|Vocational|Technical|Charter|Preschool|Online|Local|Christian|Catholic|To|From|With)\\b)"
)
_BEFORE = rf"(?:{_WORD}(?:[ ](?:of|and|&|de|for|at))?[ ]){{1,5}}?"
_HIGHER = (
    r"(?:[Uu]niversity|[Uu]niversit[àéy]|UNIVERSITY|Institute of Technology|Polytechnic(?:"
    r" Institute| University)?|College|COLLEGE)"
)
_ANYWHERE = (
    rf"(?:University|Universität|Université|Universidad|Universidade|Universitatea|Uniwersytet"
    rf"|Università|UNIVERSITY){_BEHIND}"
    rf"|(?:Technische|Freie|Ludwig-Maximilians-|Humboldt-|Ruprecht-Karls-"
    rf"|Goethe-)[ ]?Universität(?:{_BEHIND})?"
    rf"|{_GENERIC}{_BEFORE}(?:University|UNIVERSITY|Institute of Technology|Universität"
    rf"|Hochschule)(?:[ ]at[ ]{_WORD}|[ ]of[ ]{_WORD})?\b"
    rf"|(?:Fach)?[Hh]ochschule{_BEHIND}|(?:École|Ecole|Lycée|Collège|Institut)(?:[ ](?:Nationale?"
    rf"|Normale|Supérieure?|Polytechnique|Universitaire)){{0,3}}{_BEHIND}"
    rf"|(?:Instituto|Escuela|Colegio|Escola|Colégio|Liceul|Colegiul|Academia)(?:[ ](?:Superior"
    rf"|Técnic[oa]|Tecnológic[oa]|Politécnic[oa]|Național|Teoretic|Tehnic)){{0,3}}{_BEHIND}"
    rf"|\b(?:MIT|UCLA|Caltech|ETH Zürich|EPFL|LSE|NYU|Harvard|Stanford|Yale|Princeton|Sorbonne|HEC Paris)\b"
)
_IN_SECTION = (
    rf"{_GENERIC}{_BEFORE}(?:{_HIGHER}|(?:High|Middle|Elementary|Secondary|Grammar"
    rf"|Preparatory)[ ]School|School|Academy|Institute"
    rf"|Gymnasium|Realschule|Gesamtschule|Berufsschule|[Ss]chule)(?:[ ]at[ ]{_WORD}|[ ]of[ ]{_WORD})?\b"
    rf"|\b\w{{2,20}}[ -](?:Gymnasium|Realschule|Gesamtschule)\b|(?:Gymnasium|Realschule"
    rf"|Gesamtschule|Berufsschule|Politécnico){_BEHIND}"
)
_SCHOOL_ANYWHERE = re.compile(rf"(?<![\w-])(?:{_ANYWHERE})")
_SCHOOL = re.compile(rf"(?<![\w-])(?:{_ANYWHERE}|{_IN_SECTION})")
_SCHOOL_HINTS = (
    *("univers", "college", "institut", "school", "academ", "schule", "gymnasium", "école", "ecole", "lycée"),
    *("escuela", "escola", "coleg", "colég", "liceul", "politécn", "collège", "polytech"),
)
_SCHOOL_NAMES = (
    *(
        "MIT",
        "UCLA",
        "Caltech",
        "ETH Zürich",
        "EPFL",
        "LSE",
        "NYU",
        "Harvard",
        "Stanford",
        "Yale",
        "Princeton",
    ),
    *("Sorbonne", "HEC Paris"),
)
_MONTH = (
    r"(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|août|ago|sep|set|oct|okt"
    r"|out|nov|dec|dez|déc"
    r"|dic|ene|ian|iun|iul)[a-zäéûçț]{0,7}\.?"
)
_YEAR = re.compile(
    rf"(?i)(?<![\w.,/$€£-])(?:(?:\d{{1,2}}[ ./-]+)?(?:(?:{_MONTH}|\d{{1,2}})[ ./-]+(?:de )?)"
    rf"|['’])?(?:19|20)\d\d(?![\w%]|[.,]\d)"
    rf"|(?<=[-–—/])[ ]?(?:19|20)\d\d(?![\w%]|[.,]\d)|(?<=[ ])['’]\d\d\b"
)
_PRODUCT = re.compile(
    r"(?i)(?:server|office|windows|excel|access|word|iso|visual studio|autocad|sql|exchange|sharepoint)[ -]+$"
)
_GRADUATED = re.compile(
    r"(?i)((?:graduat(?:ed|ion|e)|class of|degree|diploma|abschluss|abitur|diplôm[eé]e?"
    r"|bac(?:calauréat)?|graduad[oa]"
    r"|licenciad[oa]|titulad[oa]|formad[oa]|absolvent[ăa]?|bachelor(?:'s)?|master(?:'s)?|b\.?sc\.?"
    r"|m\.?sc\.?|mba|ph\.?d\.?)"
    r"[^\n\d]{0,60}?[ ,(]['’]?)((?:19|20)\d\d|(?<=['’])\d\d)\b"
)
_DEGREES = (
    *(
        "graduat",
        "class of",
        "degree",
        "diplom",
        "abschluss",
        "abitur",
        "diplôm",
        "bac",
        "graduad",
        "licenciad",
    ),
    *("titulad", "formad", "absolvent", "master", "b.sc", "bsc", "m.sc", "msc", "mba", "ph.d", "phd"),
)
_SHORT_YEAR = re.compile(r"(?:19|20|['’])\d\d")
_MOST_LINES = 50
_LONGEST = 2000


def without_schools(text: str, removed: Counter[str]) -> str:
    """Cut school names everywhere, and years, places and school names in sections about education."""

    def school(_: re.Match[str]) -> str:
        removed["school"] += 1
        return TOKEN

    def graduated(match: re.Match[str]) -> str:
        removed["graduation_year"] += 1
        return match[1] + TOKEN

    lines = text.split("\n")
    left = 0
    low = text.lower()
    named = lines_with(low, _SCHOOL_HINTS) | lines_with(text, _SCHOOL_NAMES)
    graduated_in = lines_with(low, _DEGREES)
    for number, line in enumerate(lines):
        section = heading(line)
        if section:
            left = _MOST_LINES if section == "education" else 0
            continue
        if len(line) > _LONGEST:
            continue
        changed = line
        if number in named:
            changed = (_SCHOOL if left else _SCHOOL_ANYWHERE).sub(school, changed)
        if left:
            left -= 1
            changed = _without_years(changed, removed)
            if is_country(changed.strip(" .,-").casefold()):
                changed = TOKEN
                removed["address"] += 1
        elif number in graduated_in and _SHORT_YEAR.search(changed):
            changed = _GRADUATED.sub(graduated, changed)
        lines[number] = changed
    return "\n".join(lines)


def _without_years(line: str, removed: Counter[str]) -> str:
    def year(match: re.Match[str]) -> str:
        if _PRODUCT.search(line[max(0, match.start() - 20) : match.start()]):
            return match[0]
        removed["graduation_year"] += 1
        return TOKEN

    return _YEAR.sub(year, line)
