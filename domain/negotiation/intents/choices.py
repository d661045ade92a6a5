"""References to a proposal by its place in the list: "the second one", "option 3", "B", "the later one"."""

import re
from dataclasses import dataclass
from functools import cache

from domain.negotiation.intents.books import BOOKS, cue
from domain.negotiation.intents.cues import Cue
from domain.negotiation.intents.expressions import expression
from domain.negotiation.intents.optiongroups import group_pattern, grouped
from domain.negotiation.intents.options import Place, option_patterns
from domain.negotiation.intents.segments import Piece

__all__ = ["Choice", "Place", "choices"]

_NEAR = 40
_LETTERS = "abcde"
_CLOCK_BEFORE = re.compile(r"\b(?:a las?|as|um|gegen|ab|vers|at|after|before|around|until|till|by)\s*$")
_BUT = re.compile(r"\b(?:but|mais|aber|pero|mas)\s+(?:\w+ ){0,3}$")
_AND = re.compile(
    r"\s*(?:[,/&+]|\b(?:and|or|nor|und|oder|noch|et|ou|ni|y|o|e|nem)\b|\s)+"
    r"(?:(?:the|option|slot|number|der|die|den|le|la|el|a|o|#)\b\s*)?"
)
_EVERY = re.compile(
    r"\b(?:any|all|every\w*|both|either|alle\w*|jede\w*|tous|toutes|tout|todos|todas|todo|cualquier\w*|"
    r"qualquer|tudo)\b"
)
_ARTICLE = re.compile(r"\b(?:a|o|la|el|le|the|die|der|den|das|na|no)\s+$")


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


def choices(folded: str, sentence: Piece, parts: list[Piece], language: str, offered: int) -> list[Choice]:
    """The options named in a sentence, each wanted or refused; none when nothing was offered."""
    if not offered:
        return []
    found: list[Choice] = []
    for part in parts:
        spots = _Finder(folded, part, language, offered).spots()
        refused = _refusals(folded, part, language)
        for place, number, start, end in spots:
            all_but = _is_exception(folded, sentence, start, language)
            wanted = not all_but and _wanted(folded, (start, end), spots, refused)
            excepted = all_but and bool(_EVERY.search(folded, sentence.start, start))
            found.append(Choice(place, number, wanted, excepted, start, end))
    return found


_Spot = tuple[Place, int, int, int]
"""Kind, number, start and end of a reference."""


class _Finder:
    """Collects the references to options in one clause; of two that overlap, the first found stays."""

    def __init__(self, folded: str, part: Piece, language: str, offered: int) -> None:
        self.text = folded[: part.end]
        self.part = part
        self.language = language
        self.offered = offered
        self.patterns = option_patterns(language)
        self.found: list[_Spot] = []

    def spots(self) -> list[_Spot]:
        """All of them, in the order of the text."""
        self._grouped()
        self._named()
        self._ordinals()
        self._relative()
        self._alone()
        self._bare()
        return sorted(self.found, key=lambda spot: spot[2])

    def _add(self, place: Place, number: int, start: int, end: int) -> None:
        if not any(start < right and left < end for _, _, left, right in self.found):
            self.found.append((place, number, start, end))

    def _add_more(self, place: int) -> None:
        """The numbers that follow one in an enumeration ("options 1 and 3")."""
        while (match := self.patterns.more.match(self.text, place)) is not None:
            self._add(Place.NUMBER, int(match["digit"]), match.start("digit"), match.end())
            place = match.end()

    def _grouped(self) -> None:
        """Several at one end of the list ("the first two"): one reference for each, side by side."""
        for match in group_pattern(self.language).finditer(self.text, self.part.start):
            numbers = grouped(match, self.offered)
            width = (match.end() - match.start()) // max(len(numbers), 1)
            for place, number in enumerate(numbers):
                start = match.start() + place * width
                end = match.end() if place + 1 == len(numbers) else start + width
                self._add(Place.NUMBER, number, start, end)

    def _named(self) -> None:
        for match in self.patterns.named.finditer(self.text, self.part.start):
            number = _number(match, self.language)
            if number:
                self._add(Place.NUMBER, number, *match.span())
                self._add_more(match.end())

    def _ordinals(self) -> None:
        for match in self.patterns.ordinal.finditer(self.text, self.part.start):
            group = "ordinal" if match["ordinal"] else "after"
            number = _ordinal(self.text, match.start(group), match.end(group), self.language)
            if number:
                self._add(Place.NUMBER, number, *match.span())

    def _relative(self) -> None:
        for place, pattern in self.patterns.relative:
            for match in pattern.finditer(self.text, self.part.start):
                self._add(place, 0, *match.span())

    def _alone(self) -> None:
        """A clause that is a number or letter and nothing else."""
        match = self.patterns.alone.match(self.text[self.part.start :])
        if match:
            number = int(match["digit"]) if match["digit"] else _LETTERS.index(match["letter"]) + 1
            if number <= self.offered:
                self._add(Place.NUMBER, number, self.part.start, self.part.end)

    def _bare(self) -> None:
        """Numbers without a noun, when the words beside them take or refuse something."""
        for match in self.patterns.bare.finditer(self.text, self.part.start):
            number = int(match["digit"])
            since = max(self.part.start, match.start() - _NEAR)
            before = self.text[since : match.start()]
            if _CLOCK_BEFORE.search(before):
                continue
            judged = not before.strip(" (") and _accepts(
                self.text[match.end() : match.end() + _NEAR], self.language
            )
            if number > self.offered and judged:
                self._add(Place.HOUR, number, *match.span())
            elif number <= self.offered and (judged or cue(self.language, Cue.TAKES).search(before)):
                article = _ARTICLE.search(before)
                lead = len(article.group(0)) if article else 0
                self._add(Place.NUMBER, number, match.start() - lead, match.end())
                self._add_more(match.end())


@cache
def _judging(language: str) -> re.Pattern[str]:
    """Words after a bare number that say whether it is wanted ("2 works", "2 or 3 please")."""
    return re.compile(
        rf"\s+(?:{BOOKS[language].one})\b"
        r"|\s*(?:,|/|&|\+|\s(?:and|or|und|oder|et|ou|y|o|e)\s)\s*[1-9]\b(?![:.h])"
        r"|\s+(?:doesn't|don't|won't|can't|clash|does\b|do\b|would\b|will\b|can\b|schon\b|oui\b|si\b|sim\b|"
        r"passt|"
        r"geht|ware|ginge|klappt|me|va|convient|irait|est|esta|seria|es|e\b|serve|fica|pode|bitte|por "
        r"favor|s'il|"
        r"svp|is\b|isn't|not|nicht|ne\b|no\b|nao)"
    )


def _accepts(after: str, language: str) -> bool:
    return _judging(language).match(after) is not None


def _number(match: re.Match[str], language: str) -> int:
    if match["digit"]:
        return int(match["digit"])
    if match["letter"]:
        return _LETTERS.index(match["letter"]) + 1
    return next(
        (number for number, word in BOOKS[language].cardinals if expression(word).fullmatch(match["word"])), 0
    )


def _ordinal(text: str, start: int, end: int, language: str) -> int:
    """The number of the ordinal at `text[start:end]`; what follows it may decide ("segunda opção")."""
    return next(
        (
            number
            for number, pattern in BOOKS[language].ordinals
            if any(
                match.end() == end
                for match in (expression(f"(?:{pattern})(?!\\w)").match(text, start),)
                if match
            )
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
        if other[3] < start and not _AND.fullmatch(folded[other[3] : start]):
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
