"""Weeks and modifiers said once for several days: "next week Tuesday or Thursday", "Tue and Thu next week"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from domain.negotiation.times.clock import Shape, Times
from domain.negotiation.times.dayjoins import join
from domain.negotiation.times.days import Days
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.pieces import EXCLUDED, FRAMES, MUTED, OFFERED, TIGHT, Piece

_CARRIED = frozenset({"weekday", "date"})


def spread(pieces: Sequence[Piece], heading: Days | None) -> Days | None:
    """Give unscoped weekdays the week they were said with. The answer is the heading for following sentences."""
    scope = heading
    _drop_repeats(pieces)
    _use_anchors(pieces)
    for place, piece in enumerate(pieces):
        scope = _join_inside(piece) or scope
        if scope is not None and _frame(piece) is None:
            piece.days = [_within(days, scope) for days in piece.days]
        _make_habits(piece)
        _make_early(piece)
        frame = _frame(piece)
        if frame is not None:
            if _frames_later(pieces, place):
                scope = frame
                if not _keeps(pieces, place):
                    piece.days = []
                if piece.colon and not piece.times:
                    heading = frame
            elif piece.colon and len(pieces) == place + 1 and not piece.times:
                piece.days = []
                return frame
    _keep_inside_range(pieces)
    _share_week(pieces)
    _reach_back(pieces)
    _reach_on(pieces)
    return heading


def _drop_repeats(pieces: Sequence[Piece]) -> None:
    """ "Thursday or Friday, 10am either day": the words only point back."""
    named: Piece | None = None
    offered: list[Days] = []
    for piece in pieces:
        repeats = (
            named is not None
            and named.polarity == piece.polarity
            and bool(piece.times)
            and piece.link not in TIGHT
        )
        others = [
            days
            for days in piece.days
            if days.sort != "same" and not (repeats and days.sort == "any" and not days.scope)
        ]
        if named is not None and not others and piece.days and named.polarity != piece.polarity:
            piece.days = list((piece.polarity == EXCLUDED and offered) or named.days)
        elif named is not None or others:
            piece.shared = any(days.sort == "same" for days in piece.days)
            piece.days = others
        named = piece if others else named
        offered += others if piece.polarity == OFFERED else []


def _use_anchors(pieces: Sequence[Piece]) -> None:
    """ "I have class until 12 tomorrow and am free after that": the first time only says after what."""
    for place, piece in enumerate(pieces):
        if not any(times.anchored for times in piece.times):
            continue
        anchor = next((earlier for earlier in reversed(pieces[:place]) if earlier.times), None)
        if anchor is not None and piece.polarity == EXCLUDED:
            piece.days = piece.days or anchor.days
        elif anchor is not None:
            anchor.polarity = MUTED
            piece.days = piece.days or anchor.days


def _frame(piece: Piece) -> Days | None:
    """A piece that names nothing but a week."""
    if len(piece.days) != 1 or piece.days[0].sort not in FRAMES or piece.has(Kind.EXCEPT):
        return None
    if piece.has(Kind.PREFER) and not piece.colon and piece.link is not None:
        return None
    return piece.days[0]


def _frames_later(pieces: Sequence[Piece], place: int) -> bool:
    """Whether weekdays or dates follow that the week is only the frame of."""
    if pieces[place].times or pieces[place].polarity in {EXCLUDED, MUTED} or place + 1 >= len(pieces):
        return False
    later = [piece for piece in pieces[place + 1 :] if piece.days]
    if pieces[place].colon and any(piece.polarity == OFFERED for piece in later):
        later = [piece for piece in later if piece.polarity == OFFERED]
    following = next(iter(later), None)
    if following is None or following.polarity == EXCLUDED or following.has(Kind.OTHERWISE):
        return False
    if following is pieces[place + 1] and following.link in TIGHT:
        return False
    if pieces[place].colon and any(days.sort in {"date", "relative"} for days in following.days):
        return True
    return any(_is_open(days) or (days.sort == "any" and days.scope is None) for days in following.days)


def _keeps(pieces: Sequence[Piece], place: int) -> bool:
    """ "Next week, preferably Monday": the whole week stays offered."""
    following = next((piece for piece in pieces[place + 1 :] if piece.days), None)
    return following is not None and following.has(Kind.PREFER)


def _keep_inside_range(pieces: Sequence[Piece]) -> None:
    """ "Tuesday to Thursday, but Wednesday only after 2": the Wednesday between them."""
    span: Days | None = None
    for piece in pieces:
        if piece.polarity == OFFERED and span is not None and span.first and span.last:
            low, high = span.first.weekday, span.last.weekday
            piece.days = [
                Days("weekday_in", weekday=days.weekday, scope=span, start=days.start, end=days.end)
                if days.sort == "weekday" and _is_open(days) and low <= days.weekday <= high
                else days
                for days in piece.days
            ]
        ranges = [days for days in piece.days if days.sort == "range" and days.first and days.last]
        plain = [
            days for days in ranges if {edge.sort for edge in (days.first, days.last) if edge} == {"weekday"}
        ]
        span = plain[-1] if plain else span


def _share_week(pieces: Sequence[Piece]) -> None:
    """ "Anything but mornings next week": the week said at the end is that of the whole."""
    for piece, later in pairwise(pieces):
        if not (later.has(Kind.EXCEPT) and later.times_first and len(later.days) == 1):
            continue
        named = [days for days in later.days if days.sort in FRAMES]
        if not piece.days and piece.times and all(times.shape is Shape.ANY for times in piece.times):
            piece.days = named
        elif named and [days.sort for days in piece.days] == ["any"] and not piece.days[0].scope:
            piece.days = [replace(piece.days[0], scope=named[0])]


def _is_open(days: Days) -> bool:
    """A weekday (or a range of them) without a week of its own."""
    if days.sort == "range":
        return all(edge is None or _is_open(edge) for edge in (days.first, days.last))
    return (
        days.sort == "weekday"
        and days.week is None
        and not days.modifier
        and not days.every
        and not days.later
    )


def _join_inside(piece: Piece) -> Days | None:
    """ "next week I can do Monday": the week and the day stand in one piece. The answer is a week said first."""
    if [days.sort for days in piece.days] in (["date", "weekday"], ["weekday", "date"]):
        joint = join(piece.days[0], piece.days[1], comma=False)
        piece.days = [joint] if joint is not None else piece.days  # "13/12 is a Sunday", "terça dia 10"
    single = [days for days in piece.days if days.sort in {"weekday", "date", "relative"}]
    if (
        single
        and len(single) < len(piece.days)
        and all(_is_bound(days) for days in piece.days if days not in single)
    ):
        piece.days = single  # "the only time before the weekend is Thursday"
    first = piece.days[0] if piece.days else None
    frame = next((days for days in piece.days if days.sort in FRAMES), None)
    others = [days for days in piece.days if days is not frame]
    if frame is None or not others:
        return None
    if all(_is_open(days) for days in others):
        piece.days = [_within(days, frame) for days in others]
    elif any(days.sort == "any" for days in others):
        piece.days = [
            replace(days, scope=frame) if days.sort == "any" and days.scope is None else days
            for days in others
        ]
    return frame if frame is first else None


def _is_bound(days: Days) -> bool:
    """A range with one end."""
    return days.sort == "range" and (days.first is None) != (days.last is None)


def _make_early(piece: Piece) -> None:
    """ "early Thursday", "late on Friday": a part of the day after all."""
    part = {"early": "early_morning", "late": "end_of_day"}.get(piece.wish, "")
    if (
        part
        and piece.days
        and not piece.times
        and all(days.sort in {"weekday", "date", "relative"} for days in piece.days)
    ):
        piece.times.append(Times(Shape.PART, part=part))


def _make_habits(piece: Piece) -> None:
    """ "Thursday mornings" are those of every Thursday; "any day from the 28th to the 2nd" means the range."""
    if any(times.shape is Shape.PART and times.recurring == "plural" for times in piece.times):
        piece.days = [
            replace(days, every=True) if _is_open(days) and days.sort == "weekday" else days
            for days in piece.days
        ]
    special = [days for days in piece.days if days.sort != "any"]
    if (
        special
        and len(special) < len(piece.days)
        and all(days.sort in {"range", "next_days", "week", "month"} for days in special)
    ):
        piece.days = special


def _within(days: Days, scope: Days) -> Days:
    """The day in the week that was said."""
    if days.sort == "any" and days.scope is None:
        return replace(days, scope=scope)
    if not _is_open(days):
        return days
    if days.sort == "range":
        bounded = scope if scope.sort == "week" else None
        first = _within(days.first, scope) if days.first else bounded
        last = _within(days.last, scope) if days.last else bounded
        return replace(days, first=first, last=last)
    return _weekday_within(days, scope)


def _weekday_within(days: Days, scope: Days) -> Days:
    """The weekday of the week that was said."""
    if scope.sort == "week" and scope.first is None and not scope.modifier and not scope.part:
        return replace(days, week=scope.number)
    if scope.sort == "week_after_named":
        return replace(scope, weekday=days.weekday)
    if scope.sort == "week":
        return Days("weekday_in", weekday=days.weekday, scope=scope, start=days.start, end=days.end)
    return days


def _reach_back(pieces: Sequence[Piece]) -> None:
    """ "Tuesday or Thursday next week": both, when the days stand in their order."""
    for place in range(len(pieces) - 1, 0, -1):
        later, piece = pieces[place], pieces[place - 1]
        if not later.days or not piece.days or later.link is None or later.link is Kind.BUT:
            continue
        first = later.days[0]
        if first.sort != "weekday" or first.week is None:
            continue
        last = piece.days[-1]
        joined = later.link in TIGHT or not piece.times
        if (
            joined
            and len(piece.days) == 1
            and _is_open(last)
            and last.sort == "weekday"
            and last.weekday < first.weekday
        ):
            piece.days[-1] = replace(last, week=first.week)


def _reach_on(pieces: Sequence[Piece]) -> None:
    """ "next Tuesday or Thursday", "every Tuesday and Thursday", "Monday next week or Tuesday"."""
    for piece, later in pairwise(pieces):
        if not piece.days or not later.days or later.link is Kind.BUT:
            continue
        last, first = piece.days[-1], later.days[0]
        last = last.last or last
        if later.link not in TIGHT and last.week is None:
            continue
        if first.sort == "week_after_named" and not first.weekday and last.sort in {"weekday", "date"}:
            later.days[0] = replace(first, sort="same", later=1)
            continue
        if (
            last.sort != "weekday"
            or not _is_open(first)
            or first.sort != "weekday"
            or first.weekday <= last.weekday
        ):
            continue
        later.days[0] = replace(first, week=last.week, modifier=last.modifier, every=last.every)
