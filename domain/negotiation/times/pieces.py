"""Items -> pieces of sentences, and whether each piece offers, excludes or says nothing about its times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from domain.negotiation.times.clock import Times, wished
from domain.negotiation.times.days import Days
from domain.negotiation.times.items import Item
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import Mark

OFFERED, EXCLUDED, MUTED = "offered", "excluded", "muted"

_SEPARATORS = frozenset(
    {Mark.COMMA, Mark.CELL, Mark.BREAK, Mark.SLASH, Mark.DASH, Kind.AND, Kind.OR, Kind.BUT}
)
_OPENERS = frozenset({Kind.EXCEPT, Kind.INSTEAD_OF, Kind.IF, Kind.OTHERWISE})
"""Words that begin a piece of their own."""
_REFUSALS = frozenset({Kind.CANNOT, Kind.NOT, Kind.AWAY, Kind.EXCEPT, Kind.INSTEAD_OF})
_CONSENTS = frozenset({Kind.CAN, Kind.FLEXIBLE})
_JUDGING = _REFUSALS | _CONSENTS | {Kind.ASIDE}
TIGHT = frozenset({Kind.AND, Kind.OR, Mark.SLASH})
"""Links that make two pieces share one verb."""
_AHEAD = 12
"""Items looked ahead inside a sentence."""
_CONSEQUENCES = frozenset(
    {
        "so",
        "deshalb",
        "daher",
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
_LOOSE = TIGHT | {Mark.COMMA, Mark.CELL, Mark.BREAK, Mark.DASH}


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
    inherited: bool = False
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
        return OFFERED if any(mark in _CONSENTS for mark in self.marks) else ""


def sentences(items: Sequence[Item]) -> Iterator[list[Piece]]:
    """The pieces of each sentence, with their polarity."""
    heading = ""
    for run in _runs(items):
        pieces = list(_pieces(run))
        _judge(pieces)
        own = any(piece.own for piece in pieces)
        filled = any(piece.filled for piece in pieces)
        if heading and filled and not own:
            for piece in pieces:
                piece.polarity = heading
        if pieces and pieces[-1].colon and not filled:
            heading = next((piece.own for piece in reversed(pieces) if piece.own), "")
        elif own:
            heading = ""
        yield pieces


def _runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    run: list[Item] = []
    for item in items:
        if item.kind is Mark.STOP:
            if run:
                yield run
            run = []
        else:
            run.append(item)
    if run:
        yield run


def _pieces(run: Sequence[Item]) -> Iterator[Piece]:
    piece = Piece(None)
    for place, item in enumerate(run):
        opens = item.kind in _OPENERS or _splits(piece, item, run, place + 1)
        if item.kind not in _SEPARATORS and not opens:
            _take(piece, item)
            continue
        if piece.filled or piece.marks:
            yield piece
            piece = Piece(item.kind if isinstance(item.kind, Kind | Mark) else Mark.COMMA)
        elif piece.link is not Kind.BUT and isinstance(item.kind, Kind | Mark):
            weak = item.kind not in {Kind.BUT, Kind.OR, Kind.AND} and not opens
            piece.link = piece.link if weak and piece.link is not None else item.kind
        piece.concludes = piece.concludes or (item.kind is Kind.BUT and item.text in _CONSEQUENCES)
        if opens:
            _take(piece, item)
            piece.leads = piece.leads or not piece.filled
    if piece.filled or piece.marks or piece.colon:
        yield piece


def _splits(piece: Piece, item: Item, run: Sequence[Item], after: int) -> bool:
    """Whether an item in the middle begins a new piece.

    "Monday not Tuesday", "Tuesday preferably at 10", "Monday works Tuesday doesn't".
    """
    if item.days is not None:
        said = bool(piece.days) and bool(piece.own) and not piece.leads and item.days.sort != "week"
        return said and any(later.kind in _JUDGING for later in run[after : after + _AHEAD])
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
    elif isinstance(item.kind, Kind):
        if item.kind in _JUDGING and not piece.own and not piece.filled:
            piece.leads = True
        piece.marks.append(item.kind)
    if item.days is not None or item.times is not None:
        piece.colon = False
        piece.start = item.start if piece.start < 0 else piece.start
        piece.end = item.end


def _judge(pieces: list[Piece]) -> None:
    """Give every piece a polarity: its own, else that of the neighbours it shares a verb with, else offered."""
    for piece in pieces:
        piece.polarity = piece.own
    _drop_conditions(pieces)
    _reach_back(pieces)
    _reach_on(pieces)
    _drop_reasons(pieces)
    for piece in pieces:
        piece.polarity = piece.polarity or OFFERED


def _drop_conditions(pieces: Sequence[Piece]) -> None:
    """ "If Tuesday doesn't work, ..." excludes nothing: a condition with a refusal inside is no statement."""
    inside = False
    for piece in pieces:
        if piece.has(Kind.IF):
            inside = True
        elif piece.link not in TIGHT:
            inside = False
        aside = piece.days and not piece.times and any(other.days for other in pieces if other is not piece)
        if inside and (piece.own == EXCLUDED or (aside and piece is not pieces[0])):
            piece.polarity = MUTED


def _offers_anew(pieces: Sequence[Piece], piece: Piece, before: Piece) -> bool:
    """ "I can't do Monday, Tuesday 2-4": a day with a time of its own, and no list that goes on."""
    following = next(iter(pieces[pieces.index(piece) + 1 :]), None)
    goes_on = following is not None and following.filled and following.link in TIGHT
    return (
        bool(piece.days and piece.times) and not before.times and not before.has(Kind.EXCEPT) and not goes_on
    )


def _drop_reasons(pieces: Sequence[Piece]) -> None:
    """ "My train arrives at 10:15 on Thursday, so any time after 11": the first time is no offer."""
    place = next((n for n, piece in enumerate(pieces) if piece.concludes), 0)
    later = [piece for piece in pieces[place:] if piece.filled]
    reasons = [
        piece
        for piece in pieces[:place]
        if piece.filled and piece.polarity in {"", MUTED} and not piece.has(Kind.PREFER)
    ]
    if not later or not reasons:
        return
    for piece in reasons:
        piece.polarity = MUTED
    named = next((piece.days for piece in reasons if piece.days), [])
    if (
        named
        and not any(piece.days for piece in later)
        and not any(times.anchored for piece in later for times in piece.times)
    ):
        later[0].days = list(named)


def _reach_back(pieces: Sequence[Piece]) -> None:
    """ "Monday, Tuesday and Wednesday don't work": a verb behind its days reaches back to those joined to them."""
    for place in range(len(pieces) - 1, 0, -1):
        later, piece = pieces[place], pieces[place - 1]
        if not later.filled and later.own == EXCLUDED and later.has(Kind.CANNOT) and later.link in _LOOSE:
            if piece.filled and not piece.own:
                piece.polarity = later.own
            continue
        behind = later.filled and ((later.own and not later.leads) or later.inherited)
        joined = later.link in TIGHT or (later.inherited and later.link in _LOOSE)
        if (
            behind
            and joined
            and piece.filled
            and not piece.polarity
            and not later.has(Kind.EXCEPT, Kind.INSTEAD_OF)
        ):
            piece.polarity, piece.inherited = later.polarity, True


def _reach_on(pieces: Sequence[Piece]) -> None:
    """ "I can't do Monday, Tuesday or Wednesday": a verb before its days reaches on to those joined to them."""
    for before, piece in pairwise(pieces):
        if piece.polarity or not before.filled or not piece.filled:
            continue
        reaches = (before.own and before.leads) or before.inherited
        if not reaches or piece.link not in _LOOSE or piece.has(Kind.OTHERWISE) or before.has(Kind.IF):
            continue
        if before.polarity == EXCLUDED and piece.link not in TIGHT:
            refined = (
                not piece.days
                and not before.times
                and any(p.polarity in {OFFERED, ""} and p.filled for p in pieces[: pieces.index(before)])
            )
            if refined or before.has(Kind.INSTEAD_OF) or _offers_anew(pieces, piece, before):
                continue
        piece.polarity, piece.inherited = before.polarity, True
