"""Pieces -> groups: which times go with which days. "Mon or Tue 2-4", "2pm Monday and Tuesday", "Mon at 10 or 2"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.negotiation.times.clock import Shape, Times
from domain.negotiation.times.dayjoins import enclosed_range, same_words
from domain.negotiation.times.days import Days
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.pieces import EXCLUDED, FRAMES, MUTED, OFFERED, TIGHT, Piece
from domain.negotiation.times.timejoins import HOURS, added, together
from domain.negotiation.times.tokens import Mark

_SINGLE = frozenset({"weekday", "date", "relative", "weekday_in"})


@dataclass(slots=True)
class Group:
    """Days and times that go together: each day at each time."""

    polarity: str
    days: list[Days] = field(default_factory=list)
    times: list[list[Times]] = field(default_factory=list)
    """Alternatives; the parts of one alternative hold together ("afternoon" and "after 3")."""
    zone: str = ""
    times_first: bool = False
    preferred: bool = False
    only: bool = False
    otherwise: bool = False
    link: Kind | Mark | None = None
    """What separates its first piece from what stands before."""
    flexible: bool = False
    narrows: bool = False
    """Says a limit for single days: "on Wednesday only after 2"."""
    lifts: bool = False
    """Offers behind "but" a part of what its sentence ruled out."""
    start: int = -1
    end: int = -1
    sentence: int = 0

    def note(self, piece: Piece) -> None:
        """Take over place, zone and weight of a piece."""
        if piece.start >= 0:
            self.start = piece.start if self.start < 0 else min(self.start, piece.start)
            self.end = max(self.end, piece.end)
        if piece.zones:
            self.zone = piece.zones[-1]
        self.only = self.only or piece.has(Kind.ONLY)
        self.otherwise = self.otherwise or piece.has(Kind.OTHERWISE)


def groups(pieces: Sequence[Piece], sentence: int) -> list[Group]:
    """The groups of one sentence, in order."""
    found: list[Group] = []
    for place, piece in enumerate(pieces):
        if piece.polarity == MUTED or piece.has(Kind.ANCHOR):
            if piece.has(Kind.ANCHOR) and piece.days:
                found.append(Group(MUTED, list(piece.days), sentence=sentence))
            continue
        if not piece.filled:
            if piece.polarity == OFFERED and (
                piece.has(Kind.FLEXIBLE, Kind.OTHERWISE) or piece.wish == "rest"
            ):
                group = Group(
                    OFFERED, [Days("any", scope=_frame_of(pieces[:place]))], flexible=True, sentence=sentence
                )
                group.note(piece)
                group.otherwise = group.otherwise or piece.wish == "rest"
                found.append(group)
            elif piece.zones and found:
                found[-1].zone = found[-1].zone or piece.zones[-1]
            continue
        _place(piece, pieces[place + 1 :], found, sentence)
    return found


def _frame_of(before: Sequence[Piece]) -> Days | None:
    """The week a sentence began with: "next week, not Wednesday, the rest is fine"."""
    named = (piece.days[0] for piece in before if len(piece.days) == 1 and piece.polarity == OFFERED)
    return next((days for days in named if days.sort in FRAMES), None)


def _place(piece: Piece, rest: Sequence[Piece], found: list[Group], sentence: int) -> None:
    """Put a piece into the group before it, or begin a new one."""
    before = found[-1] if found and found[-1].polarity == piece.polarity and not found[-1].flexible else None
    if before is None and not piece.days and piece.polarity == OFFERED:
        before = next(
            (
                group
                for group in reversed(found)
                if group.polarity == OFFERED and group.days and not group.flexible
            ),
            None,
        )
    if piece.link is Kind.LIKEWISE:
        before = None
    if before is None and not piece.days and piece.link is Kind.BUT and piece.polarity == OFFERED and found:
        piece.days = _busy_days(found[-1])
    times = together(piece.times)
    if piece.days and not times:
        _days_only(piece, before, found, sentence)
    elif not piece.days:
        _times_only(piece, times, rest, before, found, sentence)
    elif not piece.times_first:
        if (
            before is not None
            and before.days
            and not before.times
            and piece.link is not Kind.BUT
            and not piece.has(Kind.PREFER, Kind.OTHERWISE)
            and not before.preferred
            and _distributes(before, piece)
        ):
            before.days += piece.days
            before.times = times
            before.note(piece)
        else:
            _begin(piece, times, found, sentence)
    elif (
        before is not None
        and before.times
        and not before.days
        and piece.link in {*TIGHT, Mark.COMMA}
        and not before.only
    ):
        before.days, before.times_first = list(piece.days), True
        before.times = before.times + times
        before.note(piece)
    else:
        _begin(piece, times, found, sentence)


def _busy_days(group: Group) -> list[Days]:
    """ "I have a meeting at 10 on Tuesday but 11 works": another hour of the day that an hour is taken from."""
    hours = bool(group.times) and all(part.shape in HOURS for one in group.times for part in one)
    return list(group.days) if group.polarity == EXCLUDED and hours else []


def _distributes(before: Group, piece: Piece) -> bool:
    """A time behind the last of several days counts for all of them, unless the days differ in kind."""
    if piece.polarity == EXCLUDED and any(part.shape is Shape.PART for part in piece.times):
        return False  # "except Monday and Thursday afternoon": all of Monday
    generic = {"week", "any", "month"}
    last, first = before.days[-1], piece.days[0]
    limited = piece.has(Kind.ONLY) or any(part.limit for part in piece.times)
    if limited and last.sort == "range" and first.sort in _SINGLE:
        return False  # "Tuesday to Thursday, Wednesday only after 3"
    return (last.sort in generic) == (first.sort in generic) or last.sort == first.sort


def _begin(piece: Piece, times: list[list[Times]], found: list[Group], sentence: int) -> Group:
    group = Group(piece.polarity, list(piece.days), times, times_first=piece.times_first, sentence=sentence)
    group.preferred = piece.has(Kind.PREFER)
    group.link = piece.link
    limited = piece.has(Kind.ONLY) or any(part.limit for one in times for part in one)
    group.narrows = (
        limited and bool(piece.days and times) and all(days.sort in _SINGLE for days in piece.days)
    )
    group.lifts = (
        piece.link in {Kind.BUT, Kind.IF}
        and bool(piece.days and times)
        and not all(part.shape is Shape.ANY for one in times for part in one)
        and any(other.polarity == EXCLUDED and same_words(other.days, piece.days) for other in found)
    )
    group.note(piece)
    found.append(group)
    return group


def _days_only(piece: Piece, before: Group | None, found: list[Group], sentence: int) -> None:
    timed = next((group for group in reversed(found) if group.polarity == OFFERED), None)
    if before is None and piece.polarity == OFFERED and timed is not None and timed.times and not timed.days:
        timed.days = list(piece.days)  # "10 to 4 except 12-1, Monday to Thursday"
        timed.note(piece)
        return
    linked = before is not None and piece.link is not None and piece.link is not Kind.BUT
    enclosed = enclosed_range(before.days, piece.days) if before is not None and linked else None
    if before is not None and enclosed is not None:
        before.days = [*before.days[:-1], enclosed]
        before.note(piece)
    elif before is not None and linked and (_lists(before, piece) or _extends(before, piece)):
        before.days += piece.days
        before.note(piece)
    else:
        _begin(piece, [], found, sentence)


def _lists(before: Group, piece: Piece) -> bool:
    """ "Monday, Tuesday, Wednesday": days in a row."""
    return bool(before.days) and not before.times and not piece.has(Kind.PREFER, Kind.OTHERWISE)


def _extends(before: Group, piece: Piece) -> bool:
    """ "2pm Monday and Tuesday" goes on; "evenings or weekends" are two."""
    if not before.times_first or not before.times or piece.own:
        return False
    return bool(before.days) or piece.link not in TIGHT


def _times_only(
    piece: Piece,
    times: list[list[Times]],
    rest: Sequence[Piece],
    before: Group | None,
    found: list[Group],
    sentence: int,
) -> None:
    limited = any(part.limit for alternative in times for part in alternative) or (
        piece.has(Kind.ONLY) and bool(before and before.times)
    )
    forward = _belongs_to_next(piece, rest, before)
    for group in found if piece.shared else ():
        if group.polarity == OFFERED and group is not before and not group.times:
            group.times = times
    if before is None or (not before.days and before.times == []) or forward:
        group = _begin(piece, times, found, sentence)
        group.times_first = True
        return
    if piece.has(Kind.PREFER) and before.days:
        return
    if piece.has(Kind.OTHERWISE):
        _begin(piece, times, found, sentence)
        return
    bounded = (
        bool(before.times)
        and before.polarity == OFFERED
        and piece.link not in TIGHT
        and all(part.limit for alternative in before.times for part in alternative)
    )
    if (limited or bounded) and before.times:
        before.times = [[*alternative, *limit] for alternative in before.times for limit in times]
    elif before.times:
        before.times = added(before.times, times, piece.link)
    else:
        before.times = times
    before.note(piece)


def _belongs_to_next(piece: Piece, rest: Sequence[Piece], before: Group | None) -> bool:
    """ "10 or 2 on Monday": the day is still to come."""
    for later in rest:
        if later.link not in TIGHT or later.polarity != piece.polarity or not later.filled:
            return False
        if later.days:
            return later.times_first and (before is None or not before.days or piece.link not in TIGHT)
    return False


def excluded_after(found: Sequence[Group], place: int) -> list[Days]:
    """The days an exclusion without days speaks of: those offered right before it in its sentence."""
    for group in reversed(found[:place]):
        if group.polarity == OFFERED and group.sentence == found[place].sentence:
            return group.days
        if group.polarity == EXCLUDED and group.days:
            continue
    return []
