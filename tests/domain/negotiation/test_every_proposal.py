"""Every proposal lies inside what the candidate said and is free for everybody who is needed: random calendars,
zones and changes of clock, statements in words of five languages."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from domain.negotiation.bot import MAX_PROPOSALS, Decision, Move, Situation, decide
from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Ask, Intent, Reading
from domain.slots import Interviewer, Panel, Slot, Span, WorkingHours, free_slots, offer_window
from domain.vocabulary import NegotiationState
from tests.domain.negotiation.statements import HOURS, AnyDayBut, Dated, Dates, Hours, Statement

ZONES = [
    "Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo", "America/Santiago", "Asia/Kathmandu",
    "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Cairo", "UTC",
]  # fmt: skip
WRITTEN = [
    datetime(2026, 3, 2, 15, 10, tzinfo=UTC),  # America changes clocks on 8 March
    datetime(2026, 3, 24, 9, 30, tzinfo=UTC),  # Europe on 29 March, Lord Howe and Auckland on 5 April
    datetime(2026, 4, 20, 22, 45, tzinfo=UTC),  # Cairo on 24 April
    datetime(2026, 9, 28, 6, 5, tzinfo=UTC),  # Lord Howe on 4 October
    datetime(2026, 10, 20, 12, 0, tzinfo=UTC),  # Europe on 25 October
    datetime(2026, 10, 27, 18, 20, tzinfo=UTC),  # America on 1 November
    datetime(2026, 12, 24, 8, 0, tzinfo=UTC),  # the year ends
]
NOTICE, HORIZON = timedelta(hours=12), timedelta(days=14)
WHERE = Situation(NegotiationState.AWAITING_AVAILABILITY, 1, 3)


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    a = draw(st.integers(8, 17))
    return Hours(draw(st.sampled_from(sorted(HOURS))), a, draw(st.integers(a + 1, 20)))


@st.composite
def statements(draw: st.DrawFn, today: datetime) -> Statement:
    if not draw(st.integers(0, 3)):
        return AnyDayBut(draw(hours()), draw(st.integers(0, 4)))
    days = draw(st.lists(st.integers(1, 13), min_size=1, max_size=2, unique=True))
    # "Tuesday or Wednesday after 3" speaks of both days: hours are said of all or of none.
    named = draw(st.booleans())
    said = [draw(hours()) if named else Hours(None, 0, 0) for _ in days]
    return Dates(
        tuple(Dated((today + timedelta(days=n)).date(), one) for n, one in zip(days, said, strict=True))
    )


@st.composite
def people(draw: st.DrawFn, number: int) -> Interviewer:
    starts = draw(st.integers(6, 11))
    return Interviewer(
        user_id=UUID(int=number),
        hours=WorkingHours(
            draw(st.sampled_from(ZONES)),
            time(starts, draw(st.sampled_from([0, 15, 30]))),
            time(draw(st.integers(starts + 4, 22)), draw(st.sampled_from([0, 30]))),
            draw(st.frozensets(st.integers(1, 7), min_size=4)),
        ),
        member_since=datetime(2025, 1, 1, tzinfo=UTC),
        load=draw(st.integers(0, 9)),
        buffer_before=timedelta(minutes=draw(st.sampled_from([0, 0, 10]))),
        buffer_after=timedelta(minutes=draw(st.sampled_from([0, 0, 15]))),
    )


class Case:
    """A message, and the calendars of those who could interview."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.at: datetime = draw(st.sampled_from(WRITTEN))
        self.zone: str = draw(st.sampled_from(ZONES))
        self.language: str = draw(st.sampled_from(["en", "de", "fr", "es", "pt"]))
        self.statement: Statement = draw(statements(self.at.astimezone(ZoneInfo(self.zone))))
        self.length = timedelta(minutes=draw(st.sampled_from([30, 45, 60])))
        everybody = [draw(people(number)) for number in range(draw(st.integers(1, 4)))]
        always = draw(st.integers(0, min(2, len(everybody))))
        pools = (tuple(everybody[always:]),) if everybody[always:] else ()
        self.panel = Panel(tuple(everybody[:always]), pools)
        self.people = {one.user_id: one for one in everybody}
        minute = st.integers(0, 14 * 24 * 12).map(lambda n: self.at + timedelta(minutes=5 * n))
        spans = st.builds(
            lambda at, long: Span(at, at + timedelta(minutes=long)), minute, st.integers(5, 600)
        )
        self.busy = {who: draw(st.lists(spans, max_size=12)) for who in self.people}

    def __repr__(self) -> str:
        words = self.statement.words(self.language)
        return (
            f"Case({words!r}, {self.language}, {self.zone}, {self.at.isoformat()}, {self.panel}, {self.busy})"
        )

    def free(self) -> list[Slot]:
        window = offer_window(self.at, NOTICE, HORIZON)
        return free_slots(self.panel, self.busy, window, self.length, step=timedelta(minutes=30))

    def reading(self) -> Reading:
        leads = next(iter(self.people.values())).hours.zone
        words = self.statement.words(self.language)
        return interpret(Ask(words, self.at, self.zone, leads, language=self.language, length=self.length))

    def said(self, slot: Slot) -> bool:
        clock = ZoneInfo(self.zone)
        return self.statement.allow(slot.start.astimezone(clock), slot.end.astimezone(clock))

    def can_come(self, who: Interviewer, slot: Slot) -> bool:
        """By that person's own wall clock and calendar; no rule of `domain.slots` is asked."""
        clock = ZoneInfo(who.hours.zone)
        start, end = slot.start.astimezone(clock), slot.end.astimezone(clock)
        works = (
            start.date() == end.date()
            and start.isoweekday() in who.hours.days
            and who.hours.starts <= start.time()
            and end.time() <= who.hours.ends
        )
        first, last = slot.start - who.buffer_before, slot.end + who.buffer_after
        return works and all(span.end <= first or last <= span.start for span in self.busy[who.user_id])


cases = st.composite(Case)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_every_proposal_lies_inside_what_was_said_and_is_free_for_everybody_needed(case: Case) -> None:
    reading, free = case.reading(), case.free()
    assert reading.intent is Intent.AVAILABILITY
    decision = decide(WHERE, reading, free, case.zone)
    event(f"{case.language}: {len(decision.proposals)} proposals")
    assert len(decision.proposals) <= MAX_PROPOSALS
    assert decision.move in {Move.PROPOSE, Move.ASK_OTHER_TIMES, Move.ESCALATE}
    for slot in decision.proposals:
        assert slot in free
        assert slot.end - slot.start == case.length
        assert case.at + NOTICE <= slot.start < slot.end <= case.at + HORIZON
        assert case.said(slot)
        _check_everybody(case, slot)
    _check_apart(decision)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_a_time_that_was_said_and_is_free_is_never_passed_over_for_none(case: Case) -> None:
    free = case.free()
    decision = decide(WHERE, case.reading(), free, case.zone)
    assert bool(decision.proposals) == any(case.said(slot) for slot in free)


def _check_everybody(case: Case, slot: Slot) -> None:
    needed = [one.user_id for one in case.panel.required]
    assert slot.interviewer_ids[: len(needed)] == tuple(needed)
    assert len(set(slot.interviewer_ids)) == len(needed) + len(case.panel.pools)
    for who, pool in zip(slot.interviewer_ids[len(needed) :], case.panel.pools, strict=True):
        assert who in {member.user_id for member in pool}
    assert all(case.can_come(case.people[who], slot) for who in slot.interviewer_ids)


def _check_apart(decision: Decision) -> None:
    times = sorted(decision.proposals, key=lambda slot: slot.start)
    assert all(one.end <= other.start for one, other in pairwise(times))
