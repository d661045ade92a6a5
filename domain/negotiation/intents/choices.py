"""References to a proposal by its place in the list: "the second one", "option 3", "B", "the later one"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from domain.negotiation.intents.books import BOOKS, cue
from domain.negotiation.intents.cues import Cue
from domain.negotiation.intents.expressions import expression
from domain.negotiation.intents.segments import Piece

_NEAR = 40
_LETTERS = "abcde"
_CLOCK_BEFORE = re.compile(r"\b(?:a las?|as|um|gegen|ab|vers|at|after|before|around|until|till|by)\s*$")
_BUT = re.compile(r"\b(?:but|mais|aber|pero|mas)\s+(?:\w+ ){0,3}$")
_AND = re.compile(r"\s*(?:[,/&+]|\b(?:and|or|nor|und|oder|noch|et|ou|ni|y|o|e|nem)\b|\s)+(?:(?:the|option|slot|number|der|die|den|le|la|el|a|o|#)\b\s*)?")
_EVERY = re.compile(
    r"\b(?:any|all|every\w*|both|either|alle\w*|jede\w*|tous|toutes|tout|todos|todas|todo|cualquier\w*|qualquer|tudo)\b"
)
_ARTICLE = re.compile(r"\b(?:a|o|la|el|le|the|die|der|den|das|na|no)\s+$")


class Place(StrEnum):
    """How an option is named."""

    NUMBER = "number"
    """`number` counts from 1; -1 is the last."""
    EARLIER = "earlier"
    LATER = "later"
    EARLIEST = "earliest"
    LATEST = "latest"
    MIDDLE = "middle"
    HOUR = "hour"
    """`number` exceeds the list and may be an hour of the clock ("9 works")."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One reference to an option."""

    place: Place
    number: int
    wanted: bool
    """False: it was refused."""
    all_but: bool
    """It was refused as the exception ("any but the last one")."""
    start: int
    end: int
    """Places in the statement."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    named: re.Pattern[str]
    ordinal: re.Pattern[str]
    alone: re.Pattern[str]
    bare: re.Pattern[str]
    more: re.Pattern[str]
    relative: tuple[tuple[Place, re.Pattern[str]], ...]


@cache
def _patterns(language: str) -> _Patterns:
    book = BOOKS[language]
    words = "|".join(pattern for _, pattern in book.cardinals)
    ordinals = "|".join(pattern for _, pattern in book.ordinals)
    article = rf"(?:\b(?:{book.article})\s+)?"
    follows = rf"(?=\s+(?:{book.one})\b|\s*$|\s*[,.;:!?)(/&+-])"
    clock = r"(?!\s?(?::|\.\d|h\b|hrs?\b|uhr|am\b|pm\b|a\.m|p\.m|o'?clock|/\d|-\d|st\b|nd\b|rd\b|th\b|%|min|hours?|heures?|horas?|stunden|days?|tage?|\d))"
    relative = tuple(
        (place, expression(rf"\b(?:{book.article})\s+(?:{pattern})\b{follows}", rf"(?<!\ba )(?<!\ban )(?<!any )(?<!some )(?<!other )\b(?:{pattern})\s+(?:ones?|{book.option})\b"))
        for place, pattern in (
            (Place.EARLIEST, book.earliest),
            (Place.LATEST, book.latest),
            (Place.EARLIER, book.earlier),
            (Place.LATER, book.later),
            (Place.MIDDLE, book.middle),
        )
    )
    return _Patterns(
        named=expression(
            rf"(?:\b(?:{book.option})(?=\d|(?<=\W)|\b)|#)\s?(?:nr\.?|no\.?|n[o°]\.?|number|numero|nummer|#|:)?\s?\(?(?:(?P<digit>[1-9]){clock}|(?P<word>{words})\b|(?P<letter>[a-e])\b(?!'))\)?",
        ),
        ordinal=expression(
            rf"{article}\b(?P<ordinal>{ordinals})(?P<noun>\s+(?:{book.one})\b)?{follows}", rf"\b(?:{book.option})\s+(?P<after>{ordinals})\b"
        ),
        alone=re.compile(r"^\W*(?:(?P<digit>[1-9])|(?P<letter>[a-e]))\s?[).:!]*\W*$"),
        bare=re.compile(rf"(?<![\w.:/-])\(?(?P<digit>1[0-2]|[1-9])\b\)?{clock}"),
        more=re.compile(rf"\s*(?:,|/|&|\+|\band\b|\bor\b|\bund\b|\boder\b|\bet\b|\bou\b|\by\b|\bo\b|\be\b|\bund auch\b|\bas well as\b)+\s*(?:#\s?)?(?P<digit>[1-9])\b{clock}"),
        relative=relative,
    )


def choices(folded: str, sentence: Piece, parts: list[Piece], language: str, offered: int) -> list[Choice]:
    """The options named in a sentence, each wanted or refused; none when nothing was offered."""
    if not offered:
        return []
    found: list[Choice] = []
    for part in parts:
        spots = _spots(folded, part, language, offered)
        refused = _refusals(folded, part, language)
        for place, number, start, end in spots:
            all_but = _is_exception(folded, sentence, start, language)
            wanted = not all_but and _wanted(folded, (start, end), spots, refused)
            found.append(Choice(place, number, wanted, all_but and bool(_EVERY.search(folded, sentence.start, start)), start, end))
    return found


_Spot = tuple[Place, int, int, int]


def _spots(folded: str, part: Piece, language: str, offered: int) -> list[_Spot]:
    patterns = _patterns(language)
    spots: list[_Spot] = []
    taken: list[tuple[int, int]] = []

    def add(place: Place, number: int, start: int, end: int) -> None:
        if not any(start < right and left < end for left, right in taken):
            taken.append((start, end))
            spots.append((place, number, start, end))

    text = folded[: part.end]
    for match in patterns.named.finditer(text, part.start):
        number = _number(match, language)
        if number:
            add(Place.NUMBER, number, *match.span())
            _add_more(patterns, text, match.end(), add)
    for match in patterns.ordinal.finditer(text, part.start):
        group = "ordinal" if match["ordinal"] else "after"
        number = _ordinal(text, match.start(group), match.end(group), language)
        if number:
            add(Place.NUMBER, number, *match.span())
    for place, pattern in patterns.relative:
        for match in pattern.finditer(text, part.start):
            add(place, 0, *match.span())
    alone = patterns.alone.match(text[part.start :])
    if alone:
        number = int(alone["digit"]) if alone["digit"] else _LETTERS.index(alone["letter"]) + 1
        if number <= offered:
            add(Place.NUMBER, number, part.start, part.end)
    takes = cue(language, Cue.TAKES)
    for match in patterns.bare.finditer(text, part.start):
        number = int(match["digit"])
        if not number or _CLOCK_BEFORE.search(text, max(part.start, match.start() - _NEAR), match.start()):
            continue
        before = text[max(part.start, match.start() - _NEAR) : match.start()]
        after = text[match.end() : match.end() + _NEAR]
        if number > offered:
            if not before.strip(" (") and _accepts(after, language):
                add(Place.HOUR, number, *match.span())
        elif takes.search(before) or (not before.strip(" (") and _accepts(after, language)):
            article = _ARTICLE.search(before)
            add(Place.NUMBER, number, match.start() - (len(article.group(0)) if article else 0), match.end())
            _add_more(patterns, text, match.end(), add)
    return sorted(spots, key=lambda spot: spot[2])


def _accepts(after: str, language: str) -> bool:
    """Whether the words after a bare number say that it is or is not wanted ("2 works", "2 or 3 please")."""
    return bool(
        re.match(rf"\s+(?:{BOOKS[language].one})\b|\s*(?:,|/|&|\+|\s(?:and|or|und|oder|et|ou|y|o|e)\s)\s*[1-9]\b(?![:.h])", after)
        or re.match(r"\s+(?:doesn't|don't|won't|can't|clash|does\b|do\b|would\b|will\b|can\b|schon\b|oui\b|si\b|sim\b|passt|geht|ware|ginge|klappt|me|va|convient|irait|est|esta|seria|es|e\b|serve|fica|pode|bitte|por favor|s'il|svp|is\b|isn't|not|nicht|ne\b|no\b|nao)", after)
    )


def _add_more(patterns: _Patterns, text: str, place: int, add: Callable[[Place, int, int, int], None]) -> None:
    while (match := patterns.more.match(text, place)) is not None:
        add(Place.NUMBER, int(match["digit"]), match.start("digit"), match.end())
        place = match.end()


def _number(match: re.Match[str], language: str) -> int:
    if match["digit"]:
        return int(match["digit"])
    if match["letter"]:
        return _LETTERS.index(match["letter"]) + 1
    return next((number for number, word in BOOKS[language].cardinals if expression(word).fullmatch(match["word"])), 0)


def _ordinal(text: str, start: int, end: int, language: str) -> int:
    """The number of the ordinal at `text[start:end]`; what follows it may decide ("segunda opção")."""
    return next(
        (
            number
            for number, pattern in BOOKS[language].ordinals
            if any(match.end() == end for match in (expression(f"(?:{pattern})(?!\\w)").match(text, start),) if match)
        ),
        0,
    )


def _refusals(folded: str, part: Piece, language: str) -> list[tuple[int, int]]:
    text = folded[: part.end]
    fine = [match.span() for match in cue(language, Cue.NOT_UNSUITABLE).finditer(text, part.start)]
    return [
        match.span()
        for match in cue(language, Cue.UNSUITABLE).finditer(text, part.start)
        if not any(left <= match.start() < right for left, right in fine)
    ]


def _is_exception(folded: str, sentence: Piece, start: int, language: str) -> bool:
    """Whether the words before an option take it out ("any but the last one", "the first, not the second")."""
    before = folded[sentence.start : start]
    if not before.strip(" ,") or not cue(language, Cue.EXCEPT).search(before[-_NEAR:]):
        return False
    return not _BUT.search(before) or bool(_EVERY.search(before))


def _linked(folded: str, spot: tuple[int, int], spots: list[_Spot]) -> int:
    """Where the enumeration that ends with this option begins ("not the second or third")."""
    start = spot[0]
    for other in reversed([one for one in spots if one[2] < start]):
        if not _AND.fullmatch(folded[other[3] : start]):
            break
        start = other[2]
    return start


def _wanted(folded: str, spot: tuple[int, int], spots: list[_Spot], refused: list[tuple[int, int]]) -> bool:
    """Refused: by words before it with no other option between, or by words after the last option."""
    start, end = spot
    linked = _linked(folded, spot, spots)
    for left, right in refused:
        if right <= start and not any(right <= other[2] < linked for other in spots):
            return False
        if left >= end and not any(other[2] >= right for other in spots):
            return False
    return True
