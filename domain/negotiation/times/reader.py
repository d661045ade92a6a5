"""The whole way from a text to its times."""

from collections.abc import Sequence
from dataclasses import replace

from domain.negotiation.reading import Ask, Because
from domain.negotiation.text.language import scores
from domain.negotiation.times.clock import Clock, Shape, Times
from domain.negotiation.times.corrections import replace_before
from domain.negotiation.times.cursor import SMALL
from domain.negotiation.times.days import Days
from domain.negotiation.times.folding import Folded, fold
from domain.negotiation.times.groups import Group, groups
from domain.negotiation.times.items import Item, ItemReader
from domain.negotiation.times.judging import sentences
from domain.negotiation.times.letterdays import with_letters
from domain.negotiation.times.lexicon import LANGUAGES, matcher
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.lexing import lex
from domain.negotiation.times.pieces import DOUBTED, EXCLUDED, OFFERED
from domain.negotiation.times.reading import Mention, TimeReading
from domain.negotiation.times.resolving import Resolver, Statement, anchored, offered
from domain.negotiation.times.scopes import spread
from domain.negotiation.times.timejoins import added
from domain.negotiation.times.tokens import Mark, Token

READ = 4000
"""Characters of statement text that are read; a statement about a meeting is shorter by far."""
_AMERICAN = "America/"
_UNTIL_THEN = frozenset({"until then", "bis dahin", "jusque-la", "hasta entonces", "ate la"})
_TIME_KINDS = frozenset(
    {
        Kind.WEEKDAY, Kind.WEEKDAYS, Kind.RELATIVE_DAY, Kind.PART, Kind.PARTS, Kind.MONTH, Kind.WEEK, Kind.ANY_TIME,
        Kind.ANY_DAY, Kind.BUSINESS_DAYS, Kind.WEEKEND, Kind.CLOCK, Kind.AM, Kind.PM, Kind.UNIT, Kind.WEEK_LATER,
        Kind.WEEK_OF, Kind.FULL_WEEK, Kind.WEEK_NUMBER, Kind.FOLLOWING_DAY, Kind.FOLLOWING_WEEK, Kind.NEXT_N, Kind.NOON,
        Kind.FLEXIBLE, Kind.PART_OF_WEEK,
    }
)  # fmt: skip


def read(text: str, ask: Ask, language: str | None, muted: Sequence[tuple[int, int]]) -> TimeReading:
    """Every time that the text states."""
    text = text[:READ]
    folded = fold(text)
    code, tokens = _tokens(folded, text, language)
    reader = ItemReader(with_letters(tokens) if code == "en" else tokens, code)
    reader.month_first = code == "en" and ask.candidate_zone.startswith(_AMERICAN)
    items = reader.items(_folded_ranges(folded, muted))
    resolver = Resolver(ask)
    stated = _zone(items)
    resolver.zone = resolver.zone_name(stated) if stated else ask.candidate_zone
    found = _groups(_with_anchors(items))
    statements = resolver.statements(found)
    available, excluded = offered(statements, resolver)
    return TimeReading(
        available,
        excluded,
        tuple(_because(one, text, folded) for one in statements if one.group.start >= 0),
        tuple(_placed(one, folded) for one in statements if one.group.polarity != DOUBTED),
        next((one.contradiction for one in statements if one.contradiction), None),
        code,
        resolver.zone,
    )


def unknown(text: str, language: str) -> frozenset[str]:
    """The words of a text that mean nothing in the lexicon."""
    folded = fold(text[:READ])
    _, tokens = _tokens(folded, text[:READ], language)
    return frozenset(token.text for token in tokens if token.kind is Mark.WORD and token.text not in SMALL)


def _tokens(folded: Folded, text: str, language: str | None) -> tuple[str, list[Token]]:
    """Tokens by the stated language; by another one only when that language knows no word about time in it.

    A greeting ("Boa tarde") read with a neighbour's lexicon must not become a time.
    """
    first = language if language in LANGUAGES else "en"
    best, tokens = first, lex(folded, text, matcher(first))
    score = _score(tokens)
    stated = language in LANGUAGES
    if stated and any(token.kind in _TIME_KINDS for token in tokens):
        return best, tokens
    points = scores(text)
    for other in LANGUAGES:
        if other == first or (stated and points[first] and points[other] <= points[first]):
            continue
        if 2 * points[other] < max(points.values(), default=0):
            continue
        others = lex(folded, text, matcher(other))
        if _score(others) > score:
            best, tokens, score = other, others, _score(others)
    return best, tokens


def _score(tokens: Sequence[Token]) -> int:
    return sum(token.kind in _TIME_KINDS and not token.guarded and not token.mistyped for token in tokens)


def _folded_ranges(folded: Folded, muted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    if not muted or folded.offsets is None:
        return list(muted)
    places: dict[int, int] = {}
    for place, offset in enumerate(folded.offsets):
        places.setdefault(offset, place)
    last = len(folded.text)
    return [(places.get(start, last), places.get(end, last)) for start, end in muted]


def _zone(items: Sequence[Item]) -> str:
    """The one zone a message names, for all its times; "" when it names none or several."""
    named = {item.zone for item in items if item.zone} | {
        item.times.zone for item in items if item.times and item.times.zone
    }
    return named.pop() if len(named) == 1 else ""


def _with_anchors(items: Sequence[Item]) -> list[Item]:
    """Fill "after that" with the clock time named last; without one it says nothing."""
    found: list[Item] = []
    last: Clock | None = None
    whole: Times | None = None
    day: Days | None = None
    for place, item in enumerate(items):
        if item.days is not None and item.days.sort not in {"any", "same"}:
            day = item.days
        if day is not None and _is_day_bound(item, found, last):
            if (
                item.text in _UNTIL_THEN
                and day.sort == "range"
                and day.first is not None
                and day.last is None
            ):
                continue  # "earliest is September 8, I'm travelling until then": the reason for that start
            found.append(_day_bound(item, day))
            continue
        if item.times is not None and item.times.shape is Shape.SAME:
            if whole is None and any(later.times is not None for later in items[place + 1 : place + 3]):
                continue  # "same time: 3pm"
            if whole is None:
                found.append(replace(item, kind=Kind.ASIDE, times=None))  # which time is not known
            else:
                found.append(replace(item, times=replace(whole, start=item.start, end=item.end)))
            continue
        open_ended = item.times is not None and item.times.shape in {Shape.AFTER, Shape.BEFORE}
        if item.times is not None and not (open_ended and item.times.first is None):
            whole = item.times
        times = anchored(item.times, last) if item.times is not None else None
        if times is None:
            found.append(item)
        elif times.first is not None or times.shape not in {Shape.AFTER, Shape.BEFORE}:
            found.append(replace(item, times=times))
            last = times.second or times.first or last
    return found


def _is_day_bound(item: Item, before: Sequence[Item], last: Clock | None) -> bool:
    """ "Any day after that": behind a generic day, or where no clock time was named, it means the day."""
    times = item.times
    if times is None or times.first is not None or times.shape not in {Shape.AFTER, Shape.BEFORE}:
        return False
    generic = bool(before) and before[-1].days is not None and before[-1].days.sort == "any"
    return generic or last is None


def _day_bound(item: Item, day: Days) -> Item:
    """The item as a bound of days; "before that" is said as a limit."""
    if item.times is not None and item.times.shape is Shape.AFTER:
        days = Days("range", first=day, open_start=True, start=item.start, end=item.end)
    else:
        days = Days("range", last=day, open_end=True, modifier="limit", start=item.start, end=item.end)
    return replace(item, kind="days", days=days, times=None)


def _groups(items: Sequence[Item]) -> list[Group]:
    found: list[Group] = []
    heading: Days | None = None
    for number, pieces in enumerate(sentences(items)):
        heading = spread(pieces, heading)
        new = groups(pieces, number)
        replace_before(found, new, pieces)
        _restrict_before(found, new)
        found += new
    return found


def _restrict_before(found: list[Group], new: list[Group]) -> None:
    """ "Tuesday or Wednesday. After 3." : a sentence of times alone speaks of the days just named."""
    if not new or not found or new[0].polarity != OFFERED or new[0].preferred:
        return
    if any(days.sort != "same" for days in new[0].days):
        return
    last = found[-1]
    if last.polarity == EXCLUDED and last.link is Kind.INSTEAD_OF and found[-2:-1]:
        last = found[-2]  # "Thursday rather than Wednesday? I'm free from 1"
    habit = any(part.recurring for one in new[0].times for part in one)
    if last.polarity != OFFERED or last.flexible or not last.days or not new[0].times or habit:
        return
    if last.times and (new[0].only or any(part.limit for one in new[0].times for part in one)):
        return
    last.times = added(last.times, new[0].times, new[0].link) if last.times else new[0].times
    last.zone = new[0].zone or last.zone
    last.end = max(last.end, new[0].end)
    del new[0]


def _because(one: Statement, text: str, folded: Folded) -> Because:
    start, end = folded.at(one.group.start), folded.at(one.group.end)
    notes = {EXCLUDED: EXCLUDED, DOUBTED: "not a time of theirs"}
    note = notes.get(one.group.polarity, "restricted" if one.restricts else one.group.polarity)
    return Because(text[start:end], start, end, one.spans, note)


def _placed(one: Statement, folded: Folded) -> Mention:
    """The mention with offsets into the text."""
    if one.group.start < 0:
        return one.mention
    return replace(one.mention, start=folded.at(one.group.start), end=folded.at(one.group.end))
