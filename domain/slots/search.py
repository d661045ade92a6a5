"""The search for free times of a panel.

Possible starts are counted in seconds; busy times stay as they are, because there are many of them and to
turn each into a number would take longer than the rest of the search. Both are walked in order, so the work
grows with the number of busy spans and of possible starts, never with their product.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, timedelta
from math import ceil, floor
from uuid import UUID

from domain.errors import InvalidInputError
from domain.slots.caps import Caps
from domain.slots.choice import Choice
from domain.slots.clock import moment
from domain.slots.hours import Shift, WorkingHours, shifts
from domain.slots.panel import Booking, Interviewer, Panel, Slot
from domain.slots.span import Span, by_start, in_utc

STEP = timedelta(minutes=30)
"""Slots begin on half hours of wall-clock time, unless a slot is longer."""
MINIMUM_NOTICE = timedelta(hours=12)
HORIZON = timedelta(days=14)
EARLIEST = datetime.min.replace(tzinfo=UTC)

Busy = Mapping[UUID, Sequence[Span]]
"""Busy times by person. They may overlap and stand in any order; sorted ones are faster."""


def offer_window(at: datetime, notice: timedelta = MINIMUM_NOTICE, horizon: timedelta = HORIZON) -> Span:
    """The earliest start and the latest end of what is offered at `at`, as elapsed time from it."""
    now = at.astimezone(UTC)
    return Span(now + notice, now + horizon)


def free_slots(
    panel: Panel,
    busy: Busy,
    window: Span,
    length: timedelta,
    *,
    booked: Iterable[Booking] = (),
    moving: UUID | None = None,
    step: timedelta | None = None,
) -> list[Slot]:
    """Every time at which the panel could interview for `length` (elapsed), earliest first.

    - `window` is the earliest start (minimum notice) to the latest end, see `offer_window`.
    - The interview lies inside one working day of each who is there; buffers may reach beyond it.
    - The interview with its buffers shares no instant with a span of `busy`. What others keep free around
      their own entries is not in `busy`: two buffers may share time, and one buffer between two interviews
      is enough when it is long enough for both.
    - Starts are every `step` of wall-clock time from the beginning of the lead's working day. The lead is
      the first of `required`; without any, each member of the first pool leads their own slots. Without
      `step` it is half an hour, or `length` if that is longer, so that slots do not overlap.
    - `booked` is what counts for limits: everything in `counted_span(window)`, and `moving` the interview
      that gets a new time. Its own span must not be in `busy` either.

    Raises InvalidInputError for a length or step that is not positive, or an unknown holiday calendar.
    """
    stride = step if step is not None else max(STEP, length)
    if length <= timedelta(0) or stride < timedelta(seconds=1):
        raise InvalidInputError("An interview needs a length and a step.", field="length", remedy="Try 1 h.")
    if not panel.required and not panel.pools:
        return []
    search = _Search(busy, window, length, stride, Caps(booked, moving))
    choice = Choice(panel, window.start)
    masks: dict[int, int] = {}
    if panel.required:
        starts = search.own(panel.required[0])
        for one in panel.required[1:]:
            starts = search.free(one, starts)
        masks = dict.fromkeys(starts, 0)
    for number, seat in enumerate(choice.seats):
        leads = number == 0 and not panel.required
        _ask(search, seat, masks, leads=leads, first_will_do=choice.is_apart(number))
    always = tuple(one.user_id for one in panel.required)
    found = []
    for stamp in sorted(masks):
        chosen = choice.of(masks[stamp])
        if chosen is not None:
            start = search.moment(stamp)
            found.append(Slot(start, start + length, always + chosen))
    return found


def _ask(
    search: "_Search",
    seat: Sequence[tuple[int, Interviewer]],
    masks: dict[int, int],
    *,
    leads: bool,
    first_will_do: bool,
) -> None:
    """Note in `masks` who of a pool is free at which start. Those who lead bring their own starts."""
    ordered = sorted(masks)
    filled: set[int] = set()
    for bit, member in seat:
        if leads:
            starts = search.own(member, filled)
        else:
            starts = search.free(member, [start for start in ordered if start not in filled])
        for start in starts:
            masks[start] = masks.get(start, 0) | bit
        if first_will_do:
            filled.update(starts)


class _Search:
    """What one search knows: each person's days and busy times, as seconds."""

    def __init__(self, busy: Busy, window: Span, length: timedelta, step: timedelta, caps: Caps) -> None:
        self._busy = busy
        self._window = window
        self._step = step
        self._caps = caps
        self._length = length
        self._seconds = length.total_seconds()
        self._first = ceil(window.start.timestamp())
        self._last = floor(window.end.timestamp() - self._seconds)
        self._moments: dict[int, datetime] = {}
        self._shifts: dict[WorkingHours, list[Shift]] = {}
        self._busy_known: dict[UUID, tuple[list[datetime], list[datetime]]] = {}

    def moment(self, stamp: int) -> datetime:
        """A start as UTC."""
        if stamp not in self._moments:
            self._moments[stamp] = moment(stamp)
        return self._moments[stamp]

    def own(self, who: Interviewer, without: AbstractSet[int] = frozenset()) -> list[int]:
        """The starts that the wall clock of somebody offers, and at which they are free; but for some."""
        starts: list[int] = []
        for shift in self._days(who):
            first = bisect_left(shift.starts, self._first)
            latest = min(self._last, shift.closes - self._seconds)
            starts += shift.starts[first : bisect_right(shift.starts, latest, first)]
        return self._clear(who, [start for start in starts if start not in without] if without else starts)

    def free(self, who: Interviewer, starts: Sequence[int]) -> list[int]:
        """Those of the starts (ascending) at which somebody works, has room for one more, and is free."""
        inside: list[int] = []
        for shift in self._days(who):
            first = bisect_left(starts, shift.opens)
            inside += starts[first : bisect_right(starts, shift.closes - self._seconds, first)]
        return self._clear(who, inside)

    def _clear(self, who: Interviewer, starts: list[int]) -> list[int]:
        """Those of the starts (ascending) whose interview and buffers meet nothing busy."""
        begins, ends = self._busy_of(who.user_id)
        if not begins:
            return starts
        before, after = who.buffer_before, self._length + who.buffer_after
        clear: list[int] = []
        position, count = 0, len(begins)
        moments = self._moments
        for start in starts:
            at = moments.get(start) or self.moment(start)
            over = at + after
            while position < count and begins[position] < over:
                position += 1
            # Of whatever begins before this slot is over, the latest end decides.
            if position == 0 or ends[position - 1] <= at - before:
                clear.append(start)
        return clear

    def _days(self, who: Interviewer) -> list[Shift]:
        """Working days with room for one more interview."""
        days = self._shifts_of(who.hours)
        full = self._caps.full(who, [shift.day for shift in days])
        return [shift for shift in days if shift.day not in full] if full else days

    def _shifts_of(self, hours: WorkingHours) -> list[Shift]:
        if hours not in self._shifts:
            self._shifts[hours] = list(shifts(hours, self._window, self._step))
        return self._shifts[hours]

    def _busy_of(self, user_id: UUID) -> tuple[list[datetime], list[datetime]]:
        """Starts of the busy times, ascending, and for each the latest end of those up to it."""
        if user_id not in self._busy_known:
            spans = sorted(in_utc(self._busy.get(user_id, ())), key=by_start)
            begins = [span.start for span in spans]
            furthest = EARLIEST
            ends = [
                # A call of max() for each of thousands of spans takes four times as long.
                furthest := span.end if span.end > furthest else furthest  # noqa: FURB136
                for span in spans
            ]
            self._busy_known[user_id] = (begins, ends)
        return self._busy_known[user_id]
