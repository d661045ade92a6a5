"""Streets, postal codes with their towns, and "City, ST"."""

import re
from collections import Counter

from domain.masking.tokens import TOKEN

_CAP = r"[A-ZÀ-ÖØ-ÞĂÂÎȘȚŞŢ]"
_NAME = rf"{_CAP}[\w'’.-]{{0,40}}"
_NUMBER = r"(?:No\.?[ ]?|#)?\d{1,5}(?:-\d{1,4})?[A-Za-z]?"
_ENGLISH = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way|Court|Ct|Place|Pl"
    r"|Terrace|Ter|Parkway|Pkwy"
    r"|Circle|Cir|Square|Sq|Highway|Hwy|Trail|Close|Crescent|Gardens|Grove|Mews|Row|Loop|Broadway|Plaza)\b\.?"
)
_UNIT = (
    r"(?:[ ,]{0,2}(?:Apt|Apartment|Unit|Suite|Ste|Flat|Floor|Fl)\b\.?[ ]?\#?[\w-]{1,6}"
    r"|[ ,]{0,2}\#[ ]?\w{1,6})?"
)
_US_STREET = (
    rf"(?:(?:Flat|Apt|Unit|Apartment)\.?[ ]\w{{1,5}},[ ])?{_NUMBER}[ ](?:(?:{_NAME}|\d{{1,3}}(?:st"
    rf"|nd|rd|th))[ ]){{1,5}}?{_ENGLISH}(?:[ ](?:[NSEW]{{1,2}}|North|South|East|West)\b\.?)?{_UNIT}"
)
_DE_STREET = (
    rf"(?:{_CAP}[\w.-]{{0,30}}[ ]){{0,2}}[\w-]{{0,30}}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Ww]eg|[Pp]latz"
    rf"|[Aa]llee|[Gg]asse|[Rr]ing|[Uu]fer|[Dd]amm|[Cc]haussee)[ ]\d{{1,4}}[ ]?[a-z]?\b"
)
_FR_STREET = (
    rf"\d{{1,4}}(?:[ ]?(?:bis|ter|[A-D]))?,?[ ](?i:rue|avenue|av\.|boulevard|bd|allée|impasse|place"
    rf"|chemin|quai|cours|route|square)[ ](?:(?:de|du|des|la|le|les"
    rf"|l['’])[ ]?)*{_NAME}(?:[ ](?:(?:de|du|des|la|le|les)[ ])*{_NAME}){{0,3}}"
)
_ROMANCE_STREET = (
    rf"(?:C/|Calle|Avda\.?|Avenida|Av\.|Paseo|Plaza|Carrer|Camino|Rua|R\.|Travessa|Largo|Praça"
    rf"|Alameda|Estrada|Str\.|Strada|Bd\.|B-dul|Bulevardul|Bdul|Calea|Aleea|Șoseaua|Sos\."
    rf"|Intrarea)[ ](?:(?:de|del|do|da|dos|das|la|las|los|el)[ ])*{_NAME}(?:[ ](?:(?:de|del|do|da"
    rf"|dos|das|la|las|los|y|e)[ ])*{_NAME}){{0,4}},?[ ](?:(?:n[ºo°r]\.?|núm\.?"
    rf"|nº)[ ]?)?\d{{1,5}}\b(?:[ ]?[A-Za-zº°ª.-]{{1,3}}\b)?"
)
_DETAILS = (
    r"(?:,?[ ](?:bl|sc|et|ap|sect|sector|jud|piso|esc|pta|dto|andar|apto|bloco|apt"
    r"|bât)\b\.?[ ]?[\w.ºª°-]{1,12}|,?[ ]\d{1,2}[ºª°](?:[ ]?(?!\d{1,2}[ºª°])[\w.ºª°]{0,4})?){0,8}"
)
# A floor that follows a floor is its own detail, and there are at most eight: each way to divide a line is tried.

_TOWN = rf"{_NAME}(?:[ ](?:(?:am|an|der|im|de|la|do|da|del|sur|le|los|las)[ ])?{_NAME}){{0,3}}"
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ"
    "|NM|NY|NC|ND|OH|OK"
    "|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR"
)
_US_TOWN = rf"{_TOWN},?[ ](?:{_STATES})[ .,]{{1,2}}\d{{5}}(?:-\d{{4}})?\b"
_UK_CODE = rf"(?:\b{_TOWN},?[ ])?\b(?:GIR ?0AA|[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}})\b"
_EU_TOWN = rf"\b(?:[A-Z]{{1,2}}-)?(?:\d{{5,6}}|\d{{4}}-\d{{3}})[ ]{_TOWN}(?:[ ]\(\w+\)|[ ]?-[ ][A-Z]{{2}}\b)?"
_EU_TOWN_BEHIND = rf"{_TOWN}(?:[ ]?[-/,][ ]?[A-Z]{{2}})?,?[ ](?:CEP[ ]?)?(?:\d{{5}}-\d{{3}}|\d{{6}})\b"
_STATE_TOWN = rf"{_CAP}[a-z'’.-]{{1,30}}(?:[ ]{_CAP}[a-z'’.-]{{1,30}}){{0,2}}, (?:{_STATES})\b"

_STREETS = rf"{_US_STREET}|{_DE_STREET}|{_FR_STREET}|{_ROMANCE_STREET}"
_TOWNS = rf"{_US_TOWN}|{_UK_CODE}|{_EU_TOWN}|{_EU_TOWN_BEHIND}"
_STREET = re.compile(rf"(?<![\w/-])(?:{_STREETS}){_DETAILS}")
_FULL = re.compile(
    rf"(?<![\w/-])(?:{_STREETS}){_DETAILS}(?:,?[ ]+(?:{_TOWN},[ ])?(?:{_TOWNS})|,[ ]{_STATE_TOWN})"
)
_TOWN_LINE = re.compile(rf"(?:{_TOWNS})")
_CITY_STATE = re.compile(_STATE_TOWN)
_US_CODE = re.compile(rf"\b{_STATE_TOWN}[ .,]{{1,2}}\d{{5}}(?:-\d{{4}})?\b")
_PLACEHOLDER = re.compile(
    r"(?i)\[(?:street |home |postal |mailing )?(?:address|name|city|state|zip|zip code|phone|email"
    r"|e-mail|photo)\]"
)
_BOX = re.compile(r"(?i)\bP\.? ?O\.? ?Box \d{1,6}\b|\bPostfach \d[\d ]{1,8}")
_ALONE = re.compile(rf"[ \t•-]*(?:{_STATE_TOWN})[ \t.,]*(?:USA|United States|US)?[ \t]*")
_LONGEST = 2000
_SHORT = 60
_DIGIT = re.compile(r"\d")


def header_address(line: str, removed: Counter[str]) -> str:
    """Cut streets, codes and towns in a line above the first heading."""

    def street(_: re.Match[str]) -> str:
        removed["address"] += 1
        return TOKEN

    def code(_: re.Match[str]) -> str:
        removed["postal_code"] += 1
        return TOKEN

    line = _BOX.sub(street, _PLACEHOLDER.sub(street, line))
    if _DIGIT.search(line):
        line = _TOWN_LINE.sub(code, _STREET.sub(street, line))
    return _CITY_STATE.sub(street, line)


def without_addresses(text: str, removed: Counter[str]) -> str:
    """Cut addresses in running text: only whole ones, and towns that stand alone on a line."""

    def cut(_: re.Match[str]) -> str:
        removed["address"] += 1
        return TOKEN

    if "[" in text:
        text = _PLACEHOLDER.sub(cut, text)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "," not in line or len(line) > _LONGEST:
            continue
        changed = line
        if _DIGIT.search(line):
            changed = _US_CODE.sub(cut, _FULL.sub(cut, changed))
        if len(line) < _SHORT and _ALONE.fullmatch(changed):
            changed = cut_line(removed)
        lines[number] = changed
    return "\n".join(lines)


def cut_line(removed: Counter[str]) -> str:
    """A line that is an address as a whole."""
    removed["address"] += 1
    return TOKEN
