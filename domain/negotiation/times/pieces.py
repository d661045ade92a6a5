"""Items of a sentence -> pieces: what stands between two separators, and what its own words say about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from domain.negotiation.times.clock import Times, wished
from domain.negotiation.times.days import Days
from domain.negotiation.times.items import Item
from domain.negotiation.times.lexicon.events import EVENT
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import Mark

OFFERED, EXCLUDED, MUTED = "offered", "excluded", "muted"
DOUBTED = "doubted"
"""A day with a clause that cannot be read: taken off what is offered, and otherwise nothing."""

_SEPARATORS = frozenset(
    {Mark.COMMA, Mark.CELL, Mark.BREAK, Mark.SLASH, Mark.DASH, Kind.AND, Kind.OR, Kind.BUT, Kind.LIKEWISE}
)
_OPENERS = frozenset({Kind.EXCEPT, Kind.INSTEAD_OF, Kind.IF, Kind.OTHERWISE, Kind.CORRECT})
FRAMES = frozenset({"week", "week_after_named", "month", "next_days"})
"""Days that may be the frame of closer ones."""
_THEN = frozenset({"then", "dann", "alors", "entonces", "entao"})
"""Words that begin a piece of their own."""
_REFUSALS = frozenset({Kind.CANNOT, Kind.NOT, Kind.AWAY, Kind.EXCEPT, Kind.INSTEAD_OF})
_CONSENTS = frozenset({Kind.CAN, Kind.FLEXIBLE})
_JUDGING = _REFUSALS | _CONSENTS | {Kind.ASIDE}
TIGHT = frozenset({Kind.AND, Kind.OR, Mark.SLASH})
"""Links that make two pieces share one verb."""
_LISTED = frozenset({Mark.COMMA, Kind.AND, Kind.OR, Mark.BREAK})
"""What may stand between the days and times of a list."""
_AHEAD = 12
"""Items looked ahead inside a sentence."""
_CONSEQUENCES = frozenset(
    {
        "so",
        "also",
        "daher",
        "somit",
        "deshalb",
        "deswegen",
        "darum",
        "donc",
        "du coup",
        "asi que",
        "por lo que",
        "por eso",
        "por isso",
        "entao",
        "portanto",
    }
)
"""Words behind which the statement stands; what stands before them is its reason."""


_WORKING = frozenset({
    EVENT, "i work", "i'm working", "ich arbeite", "arbeite ich", "arbeite immer", "je travaille", "trabajo",
    "trabalho",
    "muss ich arbeiten", "muss arbeiten", "have to work", "estoy trabajando", "estou trabalhando",
})  # fmt: skip
"""Refusals that tell what somebody does."""


@dataclass(slots=True)
class Piece:
    """What stands between two separators."""

    link: Kind | Mark | None
    """What separates it from the piece before; None at the start of a sentence."""
    days: list[Days] = field(default_factory=list)
    times: list[Times] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)
    marks: list[Kind] = field(default_factory=list)
    leads: bool = False
    """Its first judging word stands before its first day or time."""
    times_first: bool = False
    colon: bool = False
    """Ends in a colon: a heading."""
    concludes: bool = False
    """Opens with "so": what stands before is a reason."""
    wish: str = ""
    """An "early" or "late" that stands apart from its part of the day: "early Friday morning"."""
    polarity: str = ""
    busy: bool = False
    """Refused by what somebody does then ("Tuesday I have a late shift"), not by a plain no."""
    opening: bool = False
    """Belongs to an exception that its sentence begins with."""
    inherited: bool = False
    shared: bool = False
    """Speaks of all days said before: "after 1 on both days"."""
    start: int = -1
    end: int = -1

    @property
    def filled(self) -> bool:
        """Whether it names a day or a time."""
        return bool(self.days or self.times)

    def has(self, *kinds: Kind) -> bool:
        """Whether one of these words stands in it."""
        return any(mark in kinds for mark in self.marks)

    @property
    def own(self) -> str:
        """What its own words say about it."""
        if self.has(Kind.ASIDE):
            return MUTED
        if any(mark in _REFUSALS for mark in self.marks):
            return EXCLUDED
        if any(mark in _CONSENTS for mark in self.marks):
            return OFFERED
        return DOUBTED if self.has(Kind.SUBJECT) and not self.times and not self.has(Kind.PREFER) else ""


def _with_verdicts_behind(run: Sequence[Item]) -> Sequence[Item]:
    """ "monday no tuesday yes wednesday no": where a row ends in its verdict, each stands behind its day."""
    days = [place for place, item in enumerate(run) if item.days is not None]
    verdicts = [place for place, item in enumerate(run) if item.kind in _JUDGING]
    paired = len(days) > 1 and days[0] == 0 and len(days) == len(verdicts) and verdicts[-1] == len(run) - 1
    if not paired or any(verdict < day for day, verdict in zip(days, verdicts, strict=True)):
        return run
    return [replace(item, kind=Kind.CANNOT) if item.kind is Kind.NOT else item for item in run]


def pieces_of(run: Sequence[Item]) -> Iterator[Piece]:
    run = _with_verdicts_behind(run)
    piece = Piece(None, opening=bool(run) and run[0].kind is Kind.EXCEPT)
    for place, read in enumerate(run):
        item = replace(read, kind=Kind.EXCEPT) if _excepts(piece, read, run[place + 1 :]) else read
        if item.kind is Kind.BUT and item.text in _THEN and _is_condition(piece, run, place + 1):
            continue  # "if it's Friday then after 2"
        following = run[place + 1] if place + 1 < len(run) else item
        if item.kind is Mark.COMMA and following.text in _THEN and _is_condition(piece, run, place + 2):
            continue
        if item.kind is Kind.BUT and _limits_day(piece, run, place + 1):
            continue
        opens = item.kind in _OPENERS or _splits(piece, item, run, place + 1)
        if item.kind is Mark.COLON and _is_frame(piece):
            piece.colon = True
            yield piece
            piece = Piece(Mark.COLON)
            continue
        if item.kind not in _SEPARATORS and not opens:
            _take(piece, item)
            continue
        if piece.filled or piece.marks:
            yield piece
            listed = piece.opening and bool(piece.days) and _lists_on(item, run[place + 1 :])
            piece = Piece(item.kind if isinstance(item.kind, Kind | Mark) else Mark.COMMA, opening=listed)
        elif piece.link is not Kind.BUT and isinstance(item.kind, Kind | Mark):
            weak = item.kind not in {Kind.BUT, Kind.OR, Kind.AND, Kind.LIKEWISE} and not opens
            piece.link = piece.link if weak and piece.link is not None else item.kind
        piece.concludes = piece.concludes or (item.kind is Kind.BUT and item.text in _CONSEQUENCES)
        if opens:
            _take(piece, item)
            piece.leads = piece.leads or not piece.filled
    if piece.filled or piece.marks or piece.colon:
        yield piece


def _lists_on(link: Item, ahead: Sequence[Item]) -> bool:
    """Whether a list goes on: "Monday and Tuesday", "Monday, Tuesday and Friday"."""
    if link.kind in TIGHT:
        return True
    days, joint, more = ([*ahead[:3], link, link, link])[:3]
    return link.kind is Mark.COMMA and days.days is not None and joint.kind in TIGHT and more.days is not None


def _excepts(piece: Piece, item: Item, ahead: Sequence[Item]) -> bool:
    """ "Any day next week but Monday": behind a generic day a bare "but" with a day takes that day out."""
    generic = piece.link is None and [days.sort for days in piece.days] == ["any"]
    if item.kind is not Kind.BUT or item.text != "but" or not generic or piece.times or piece.marks:
        return False
    if not ahead or ahead[0].days is None or ahead[0].days.sort not in {"weekday", "date", "relative"}:
        return False
    return all(later.days is not None or later.times is not None or later.kind in _LISTED for later in ahead)


def _is_condition(piece: Piece, run: Sequence[Item], after: int) -> bool:
    """Names a day under an "if", whose times are still to come."""
    ahead = _next_filled(run, after)
    named = piece.has(Kind.IF) and bool(piece.days) and not piece.times and piece.own != EXCLUDED
    return named and ahead is not None and ahead.times is not None


def _limits_day(piece: Piece, run: Sequence[Item], after: int) -> bool:
    """ "Mittwoch aber nur ab 15 Uhr": the "but" stands between a day and its limit."""
    if piece.link is None or not piece.days or piece.times or piece.marks:
        return False
    for item in run[after : after + 3]:
        if item.days is not None or item.kind in _SEPARATORS:
            return False
        if item.kind is Kind.ONLY or (item.times is not None and item.times.limit):
            return True
    return False


def _is_frame(piece: Piece) -> bool:
    """Names a week and nothing else."""
    return bool(piece.days) and not piece.times and all(days.sort in FRAMES for days in piece.days)


def _splits(piece: Piece, item: Item, run: Sequence[Item], after: int) -> bool:
    """Whether an item in the middle begins a new piece.

    "Monday not Tuesday", "Tuesday preferably at 10", "Monday works Tuesday doesn't".
    """
    if _closes_exception(piece, item) or _is_leading_sign(piece, item):
        return True
    if item.days is not None:
        said = bool(piece.days) and bool(piece.own) and not piece.leads and item.days.sort != "week"
        return said and _is_judged(run[after : after + _AHEAD])
    if item.kind not in {Kind.NOT, Kind.CANNOT, Kind.PREFER} or not piece.days:
        return False
    ahead = _next_filled(run, after)
    if ahead is None:
        return False
    if item.kind is Kind.PREFER:
        return not piece.times and ahead.times is not None
    plain = item.kind is Kind.NOT and item.text != "nicht"  # German puts it behind the day it refuses
    fresh = (plain or bool(piece.own or piece.times)) and not piece.has(Kind.CAN, Kind.NOT)
    return ahead.days is not None and (fresh or (piece.own == OFFERED and piece.leads))


def _closes_exception(piece: Piece, item: Item) -> bool:
    """ "Except for Wednesday I'm free all next week": the statement begins behind what it excepts."""
    generic = item.days is not None and item.days.sort in {*FRAMES, "any"}
    return piece.opening and piece.filled and (item.kind in _CONSENTS or generic)


def _is_leading_sign(piece: Piece, item: Item) -> bool:
    """A sign before its day: "\u274c Mon \u2705 Tue"."""
    return not item.text.isascii() and item.kind in _JUDGING and piece.leads and piece.filled


def _is_judged(ahead: Sequence[Item]) -> bool:
    """Whether a verdict comes before the next day."""
    for item in ahead:
        if item.days is not None or item.kind in _JUDGING:
            return item.days is None
    return False


def _next_filled(run: Sequence[Item], after: int) -> Item | None:
    """The next day or time before anything separates."""
    for item in run[after : after + _AHEAD]:
        if item.days is not None or item.times is not None:
            return item
        if item.kind in _SEPARATORS or item.kind in _OPENERS:
            return None
    return None


def _take(piece: Piece, item: Item) -> None:
    if item.days is not None:
        piece.days.append(item.days)
    elif item.times is not None:
        piece.times_first = piece.times_first or not piece.days
        piece.times.append(wished(item.times, piece.wish))
    elif item.kind == "zone":
        piece.zones.append(item.zone)
    elif item.kind is Mark.COLON:
        piece.colon = True
        return
    elif item.kind is Kind.PART_OF_WEEK:
        piece.wish = item.text
    elif item.kind is Kind.SUBJECT:
        stated = item.text == "state" and not piece.filled
        piece.leads = piece.leads or (stated and not piece.own)
        if stated or (piece.days and not piece.times):
            piece.marks.append(item.kind)
    elif isinstance(item.kind, Kind):
        if item.kind in _JUDGING and not piece.own and not piece.filled:
            piece.leads = True
        piece.marks.append(item.kind)
        piece.busy = piece.busy or item.text in _WORKING
    if item.days is not None or item.times is not None:
        piece.colon = False
        piece.start = item.start if piece.start < 0 else piece.start
        piece.end = item.end
