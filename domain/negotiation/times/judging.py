"""Pieces of sentences -> whether each offers, excludes or says nothing about its times."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.negotiation.times.contrasts import (
    doubt_before_exception,
    drop_habits,
    exclude_before_rest,
    hold_busy,
    keep_contrast,
    pass_on,
    set_apart,
    widen_exceptions,
)
from domain.negotiation.times.corrections import correct
from domain.negotiation.times.items import Item
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.pieces import (
    DOUBTED,
    EXCLUDED,
    FRAMES,
    MUTED,
    OFFERED,
    TIGHT,
    Piece,
    pieces_of,
)
from domain.negotiation.times.tokens import Mark

_CELLS = frozenset({Mark.DASH, Mark.CELL, Mark.COLON})
"""Links behind which a bare "none" speaks of the day before: "Tue 16 - none"."""
_LOOSE = TIGHT | {Mark.COMMA, Mark.CELL, Mark.BREAK, Mark.DASH, Mark.COLON}


def sentences(items: Sequence[Item]) -> Iterator[list[Piece]]:
    """The pieces of each sentence, with their polarity."""
    heading = ""
    for run in _runs(items):
        pieces = list(pieces_of(run))
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


def _judge(pieces: list[Piece]) -> None:
    """Give every piece a polarity: its own, else that of the neighbours it shares a verb with, else offered."""
    for piece in pieces:
        piece.polarity = piece.own
    pass_on(pieces)
    widen_exceptions(pieces)
    doubt_before_exception(pieces)
    set_apart(pieces)
    hold_busy(pieces)
    exclude_before_rest(pieces)
    correct(pieces)
    _drop_conditions(pieces)
    _agree(pieces)
    _reach_back(pieces)
    _reach_on(pieces)
    _drop_reasons(pieces)
    for piece in pieces:
        piece.polarity = piece.polarity or OFFERED
    drop_habits(pieces)
    keep_contrast(pieces)
    for piece, later in pairwise(pieces):
        limits = later.has(Kind.ONLY) or any(times.limit for times in later.times)
        unsure = piece.polarity == DOUBTED or (piece.polarity == EXCLUDED and piece.busy and not piece.times)
        if unsure and later.polarity == OFFERED and limits and not later.days:
            piece.polarity = OFFERED  # "Tuesday I'm on a late shift, so only mornings"


def _agree(pieces: Sequence[Piece]) -> None:
    """ "Mondays are out, and so are Fridays after 3": the verdict just given counts again."""
    for before, piece in pairwise(pieces):
        if piece.link is Kind.LIKEWISE and not piece.own and before.polarity:
            piece.polarity = before.polarity


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
    if before.opening and any(days.sort in {*FRAMES, "any"} for days in piece.days):
        return True  # "bar Wednesday, any day next week"
    following = next(iter(pieces[pieces.index(piece) + 1 :]), None)
    goes_on = following is not None and following.filled and following.link in TIGHT
    if following is not None and before.has(Kind.EXCEPT) and following.has(Kind.EXCEPT):
        return bool(
            piece.days and before.times and not before.days
        )  # "Thursday except 1-2, Friday except noon"
    if any(days.sort == "any" for days in piece.days) and not before.times and not goes_on:
        return not before.has(Kind.EXCEPT)  # "away until the 21st, any day after that"
    weeks = [days.number for days in (*before.days[:1], *piece.days[:1]) if days.sort == "week"]
    if len(set(weeks)) > 1 and not goes_on and not before.has(Kind.EXCEPT):
        return True  # "not this week, next week from Wednesday"
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
        if piece.filled
        and (piece.polarity in {"", MUTED} or _is_gone(piece, later) or _is_at_work(piece, later))
        and not piece.has(Kind.PREFER)
    ]
    if not later or not reasons:
        return
    for piece in reasons:
        contrasted = piece.days and later[0].has(Kind.OTHERWISE)
        piece.polarity = (
            EXCLUDED if contrasted else MUTED
        )  # "the kids are home on Wednesdays, so any other day"
    named = next((piece.days for piece in reasons if piece.days), [])
    if (
        named
        and not any(piece.days or piece.has(Kind.OTHERWISE) for piece in later)
        and not any(times.anchored for piece in later for times in piece.times)
    ):
        later[0].days = list(named)


def _is_gone(piece: Piece, later: Sequence[Piece]) -> bool:
    """ "I'm travelling next week so let's say Tuesday 11-1": a single day named with its time counts."""
    single = bool(later) and all(
        other.days
        and other.times
        and all(days.sort in {"weekday", "date", "relative"} for days in other.days)
        for other in later
    )
    return single and piece.has(Kind.AWAY) and all(days.sort == "week" for days in piece.days)


def _is_at_work(piece: Piece, later: Sequence[Piece]) -> bool:
    """ "I work this week, so only after 5": the days of the reason are those of the times."""
    timed = bool(later) and bool(later[0].times) and not any(other.days for other in later)
    return timed and piece.busy and bool(piece.days) and not piece.times and not later[0].has(Kind.OTHERWISE)


def _reach_back(pieces: Sequence[Piece]) -> None:
    """ "Monday, Tuesday and Wednesday don't work": a verb behind its days reaches back to those joined to them."""
    for place in range(len(pieces) - 1, 0, -1):
        later, piece = pieces[place], pieces[place - 1]
        cell = later.link in _CELLS and later.has(Kind.NOT)
        if (
            not later.filled
            and later.own == EXCLUDED
            and (later.has(Kind.CANNOT) or cell)
            and later.link in _LOOSE
        ):
            if piece.filled and not piece.own and not piece.has(Kind.ONLY):
                piece.polarity = later.own
            continue
        behind = later.filled and ((later.own and not later.leads) or later.inherited)
        joined = later.link in TIGHT or (later.inherited and later.link in _LOOSE)
        if (
            behind
            and joined
            and piece.filled
            and not piece.polarity
            and not piece.has(Kind.PREFER)
            and not later.has(Kind.EXCEPT, Kind.INSTEAD_OF)
        ):
            piece.polarity, piece.inherited = later.polarity, True


def _reach_on(pieces: Sequence[Piece]) -> None:
    """ "I can't do Monday, Tuesday or Wednesday": a verb before its days reaches on to those joined to them."""
    for before, piece in pairwise(pieces):
        if piece.polarity or not before.filled or not piece.filled:
            continue
        if any(days.modifier == "limit" and days.first and not days.last for days in piece.days):
            continue  # "away this weekend and back on Monday"
        if (
            before.has(Kind.EXCEPT)
            and not before.days
            and piece.days
            and not piece.times
            and piece.link is Mark.COMMA
        ):
            continue  # "10 to 4 except 12-1, Monday to Thursday"
        reaches = (before.own and before.leads) or before.inherited
        if not reaches or piece.link not in _LOOSE or piece.has(Kind.OTHERWISE) or before.has(Kind.IF):
            continue
        if before.polarity == DOUBTED and piece.link not in TIGHT:
            continue
        if before.polarity == EXCLUDED and piece.link is Kind.AND and _is_bound(piece) and not before.times:
            continue  # "not on Fridays and not before 9"
        if before.polarity == EXCLUDED and piece.link not in TIGHT:
            refined = (
                not piece.days
                and not before.times
                and any(p.polarity in {OFFERED, ""} and p.filled for p in pieces[: pieces.index(before)])
            )
            anew = piece.has(Kind.PREFER) or _offers_anew(pieces, piece, before)
            if refined or before.has(Kind.INSTEAD_OF) or anew:
                continue
        piece.polarity, piece.inherited = before.polarity, True


def _is_bound(piece: Piece) -> bool:
    """ "not before 9": a limit without a day, which speaks of all days."""
    return not piece.days and bool(piece.times) and all(times.limit for times in piece.times)
