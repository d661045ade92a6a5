"""What a sentence sets against one another: a rest and the remainder, an offer and its reason, an exception."""

from collections.abc import Sequence
from itertools import pairwise

from domain.negotiation.times.clock import Shape
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.pieces import EXCLUDED, MUTED, OFFERED, TIGHT, Piece


def pass_on(pieces: Sequence[Piece]) -> None:
    """ "Apart from that, next week is open", "De resto, das 17h às 19h": the words speak of what follows them."""
    for piece, later in pairwise(pieces):
        alone = piece.has(Kind.OTHERWISE) and not piece.filled and not piece.own
        if alone and later.filled and later.own in {"", OFFERED}:
            later.marks.append(Kind.OTHERWISE)
            piece.marks.clear()


def hold_busy(pieces: Sequence[Piece]) -> None:
    """ "I've got a thing on Monday at 2 but I'm free the rest of that day": what somebody has is not offered."""
    for piece, later in pairwise(pieces):
        busy = piece.has(Kind.SUBJECT) and piece.leads and piece.times and piece.days and not piece.polarity
        rest = any(days.sort == "same" for days in later.days) and any(
            times.shape is Shape.ANY for times in later.times
        )
        if busy and later.filled and (rest or (later.link is Kind.BUT and later.own == OFFERED)):
            piece.polarity = EXCLUDED
            later.polarity = later.polarity or OFFERED


def doubt_before_exception(pieces: Sequence[Piece]) -> None:
    """ "Tuesday except when I have class": what is left of the day cannot be read, so none of it is offered."""
    for before, piece in pairwise(pieces):
        if piece.has(Kind.EXCEPT) and not piece.filled and piece.busy and before.polarity in {"", OFFERED}:
            before.polarity = MUTED


def widen_exceptions(pieces: Sequence[Piece]) -> None:
    """ "Anything except Wed/Thu works": the verdict at the end is that of what the exceptions are taken from."""
    for before, piece in pairwise(pieces):
        excepted = before.has(Kind.EXCEPT) and before.polarity == EXCLUDED and piece.link in TIGHT
        if excepted and piece.days and not piece.times and piece.own == OFFERED and not piece.leads:
            piece.polarity = EXCLUDED


def keep_contrast(pieces: Sequence[Piece]) -> None:
    """ "As I work Mondays, any other day is fine": the days of a reason that the others are set against."""
    for place, piece in enumerate(pieces):
        if (
            piece.polarity == MUTED
            and piece.days
            and any(other.has(Kind.OTHERWISE) and other.polarity == OFFERED for other in pieces[place + 1 :])
        ):
            piece.polarity = EXCLUDED


def exclude_before_rest(pieces: Sequence[Piece]) -> None:
    """ "On the train between 9 and 11 on Friday, otherwise fine": what the rest is set against is not free."""
    rest = next(
        (
            place
            for place, piece in enumerate(pieces)
            if not piece.filled and piece.has(Kind.OTHERWISE) and piece.has(Kind.CAN)
        ),
        0,
    )
    before = [piece for piece in pieces[:rest] if piece.filled or piece.marks]
    weighed = (Kind.IF, Kind.PREFER, Kind.ONLY, Kind.CAN, Kind.FLEXIBLE, Kind.ASIDE, Kind.EXCEPT)
    if not before or any(piece.own or piece.has(*weighed) for piece in before):
        return
    for piece in before:
        piece.polarity = EXCLUDED


def drop_habits(pieces: Sequence[Piece]) -> None:
    """ "After 6 any day, I work during the day": the reason of an offer, said of no day, excludes nothing."""
    if not any(piece.polarity == OFFERED and piece.times for piece in pieces):
        pieces = [piece for piece in pieces if piece.has(Kind.OTHERWISE)]
    for piece in pieces:
        wide = all(times.shape is Shape.ANY or times.part == "work" for times in piece.times)
        others = piece.has(Kind.OTHERWISE) and all(days.sort == "any" for days in piece.days)
        if piece.polarity == EXCLUDED and others and not piece.times:
            piece.polarity = MUTED  # "unavailable: all other days"
        if (
            piece.polarity == EXCLUDED
            and piece.times
            and wide
            and not piece.days
            and not piece.has(Kind.EXCEPT)
        ):
            piece.polarity = MUTED


def set_apart(pieces: Sequence[Piece]) -> None:
    """What somebody does at a time, said behind what they offer.

    "Free all week, only on the 10th I have the dentist from 2 to 4" takes a box out; "mornings are easiest, I look
    after my son the rest of the day" gives a reason.
    """
    for place, piece in enumerate(pieces):
        before = [other for other in pieces[:place] if other.filled and other.polarity != EXCLUDED]
        if piece.polarity or not before or not piece.days or not piece.times:
            continue
        rest = all(days.sort == "same" for days in piece.days) and not piece.times_first
        if piece.has(Kind.ONLY) and piece.has(Kind.SUBJECT) and any(other.own == OFFERED for other in before):
            piece.polarity = EXCLUDED
        elif (
            rest
            and all(times.shape is Shape.ANY for times in piece.times)
            and any(other.times for other in before)
        ):
            piece.polarity = MUTED
