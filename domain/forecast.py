"""What the automation of one job will do next, and when, in sentences. Pure: the situation in, sentences out.

A sentence that names an instant holds `{at}`, so that a page can show it in the reader's zone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.forecast_words import count, gate_words, step_words
from domain.replacements import cascade
from domain.states import FINAL_JOB
from domain.vocabulary import Flag, JobStatus, ReviewMode


class SeatState(StrEnum):
    """What a seat waits for."""

    VACANT = "vacant"
    INVITATION = "invitation"
    ANSWER = "answer"
    TIME = "time"
    INTERVIEW = "interview"
    OUTCOME = "outcome"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SeatOutlook:
    """One seat, and the instant that it runs towards."""

    state: SeatState
    at: datetime | None = None
    """End of the time to answer or to choose, or beginning of the interview; None: nothing runs."""
    leaves_at: datetime | None = None
    """The candidate has declined or withdrawn, and may take it back until then."""
    with_person: bool = False
    """A person is to find the time."""
    bounced: bool = False
    """The mail that asks for the answer did not arrive."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A step that waits at a closed gate."""

    step: str
    gate: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that the next steps of a job depend on. Instants are business time."""

    status: JobStatus
    now: datetime
    seats: Sequence[SeatOutlook] = ()
    bench: int = 0
    pending: int = 0
    unscored: int = 0
    keeps_bench: bool = True
    """Whether the pending follow onto the bench."""
    is_ranked: bool = False
    closes_at: datetime | None = None
    paused_since: datetime | None = None
    review: ReviewMode = ReviewMode.NONE
    review_deadline: datetime | None = None
    review_confirmed: bool = False
    impact_awaited: bool = False
    """Somebody has to look at the impact figures before the review can end."""
    cutoff: datetime | None = None
    """No automatic promotion from here on."""
    confirmation_window: timedelta = timedelta(hours=48)
    reminder_lead: timedelta = timedelta(hours=24)
    automation_enabled: bool = True
    closed_gates: frozenset[Flag] = frozenset()
    holds: Sequence[Hold] = ()

    @property
    def line(self) -> int:
        """How many people could be promoted, one after another."""
        return self.bench + (self.pending if self.keeps_bench else 0)

    @property
    def is_stopped(self) -> bool:
        """Whether nothing automatic happens in the job at all."""
        return not self.automation_enabled or Flag.GLOBAL_AUTOMATION in self.closed_gates

    @property
    def may_promote(self) -> bool:
        """Whether a vacated seat passes on by itself."""
        in_time = self.cutoff is None or self.now < self.cutoff
        return in_time and not self.is_stopped and Flag.AUTO_PROMOTION not in self.closed_gates


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing that will happen, or that holds it."""

    text: str
    at: datetime | None = None
    """The instant that `{at}` in the text stands for."""
    needs_person: bool = False
    """Whether it goes on only when somebody does something."""


def forecast(situation: Situation) -> list[Sentence]:
    """What happens next: first what holds everything, then step by step."""
    if situation.status in FINAL_JOB:
        return [Sentence(f"The job is {situation.status.value}: nothing more happens but final answers.")]
    said = [*_stops(situation), *_life(situation), *_holds(situation)]
    return said or [Sentence("Nothing is due at the moment.")]


def _stops(of: Situation) -> Iterator[Sentence]:
    if of.status is JobStatus.ON_HOLD:
        at = of.paused_since
        text = "Paused since {at}: nothing automatic happens." if at else "Paused: nothing automatic happens."
        yield Sentence(text, at, needs_person=True)
        yield Sentence("Candidates may answer; at resume their deadlines move by the length of the pause.")
    if Flag.GLOBAL_AUTOMATION in of.closed_gates:
        yield Sentence(
            "Automation is switched off everywhere: nothing automatic happens in any job.", needs_person=True
        )
    elif not of.automation_enabled:
        yield Sentence("The automation of this job is off: nothing automatic happens.", needs_person=True)


def _life(of: Situation) -> Iterator[Sentence]:
    match of.status:
        case JobStatus.DRAFT:
            yield Sentence("Nothing happens before the job is published.", needs_person=True)
        case JobStatus.OPEN if of.closes_at is not None and of.closes_at > of.now:
            yield Sentence("Applications close by themselves {at}; ranking follows.", of.closes_at)
        case JobStatus.OPEN:
            yield Sentence("Ranking begins when somebody closes the job.", needs_person=of.closes_at is None)
        case JobStatus.CLOSED if not of.is_ranked:
            yield from _before_ranking(of)
        case JobStatus.CLOSED:
            yield from _after_ranking(of)
        case _:
            return


def _before_ranking(of: Situation) -> Iterator[Sentence]:
    if of.unscored:
        yield Sentence(f"Ranking waits for {count(of.unscored, 'score')}.")
    elif of.is_stopped:
        yield Sentence("Ranking is next, as soon as the automation is on again.")
    elif Flag.AUTO_SHORTLISTING in of.closed_gates:
        yield Sentence("Ranking is next, but auto_shortlisting is off.", needs_person=True)
    else:
        yield Sentence("Ranking is next: it fills the seats and the bench.")


def _after_ranking(of: Situation) -> Iterator[Sentence]:
    if of.review is not ReviewMode.NONE and not of.review_confirmed:
        yield from _review(of)
        return
    yield from _seats(of)
    yield from _replacements(of)
    yield from _interviews(of)


def _review(of: Situation) -> Iterator[Sentence]:
    if of.impact_awaited:
        yield Sentence(
            "Invitations wait until somebody looks at the impact figures and confirms the shortlist.",
            needs_person=True,
        )
    elif of.review_deadline is not None:
        yield Sentence(
            "The shortlist confirms itself {at}, unless somebody confirms it before.", of.review_deadline
        )
    else:
        yield Sentence("Invitations wait until somebody confirms the shortlist.", needs_person=True)


def _seats(of: Situation) -> Iterator[Sentence]:
    states = Counter(seat.state for seat in of.seats)
    if waiting := states[SeatState.INVITATION]:
        text = f"{count(waiting, 'invitation')} {'waits' if waiting == 1 else 'wait'}"
        if of.is_stopped:
            yield Sentence(f"{text} for the automation.", needs_person=True)
        elif Flag.INTERVIEW_INVITATIONS in of.closed_gates:
            yield Sentence(f"{text}: interview_invitations is off.", needs_person=True)
        else:
            yield Sentence(f"{count(waiting, 'invitation')} {'leaves' if waiting == 1 else 'leave'} now.")
    if leaving := [seat.leaves_at for seat in of.seats if seat.leaves_at is not None]:
        yield Sentence(
            "A seat that its candidate gave up becomes vacant {at}, unless they take it back.", min(leaving)
        )
    if talking := sum(seat.with_person and seat.state is SeatState.TIME for seat in of.seats):
        verb = "waits" if talking == 1 else "wait"
        yield Sentence(
            f"{count(talking, 'conversation')} {verb} for a person; nothing expires meanwhile.",
            needs_person=True,
        )
    if bounced := sum(seat.bounced for seat in of.seats):
        yield Sentence(
            f"{count(bounced, 'deadline')} {'rests' if bounced == 1 else 'rest'}: the mail did not arrive.",
            needs_person=True,
        )
    if running := [seat.at for seat in of.seats if _runs(seat) and seat.at is not None]:
        yield Sentence("The next deadline passes {at}.", min(running))


def _runs(seat: SeatOutlook) -> bool:
    """Whether a seat is vacated by silence at its instant."""
    rests = seat.bounced or seat.with_person or seat.leaves_at is not None
    return seat.state in {SeatState.ANSWER, SeatState.TIME} and seat.at is not None and not rests


def _vacated(of: Situation) -> list[datetime]:
    """When each seat would be vacated if nobody said anything any more."""
    found = []
    for seat in of.seats:
        if seat.state is SeatState.VACANT:
            found.append(of.now)
        elif seat.leaves_at is not None:
            found.append(max(of.now, seat.leaves_at))
        elif seat.state is SeatState.INVITATION:
            found.append(of.now + of.confirmation_window)
        elif _runs(seat) and seat.at is not None:
            found.append(max(of.now, seat.at))
    return found


def _replacements(of: Situation) -> Iterator[Sentence]:
    vacant = sum(seat.state is SeatState.VACANT for seat in of.seats)
    live = any(seat.state not in {SeatState.VACANT, SeatState.DONE} for seat in of.seats)
    if not (vacant or live):
        return
    if of.cutoff is not None and of.cutoff <= of.now:
        yield Sentence(
            "Promotions stopped {at}: fill a vacant seat by hand.", of.cutoff, needs_person=vacant > 0
        )
        return
    if Flag.AUTO_PROMOTION in of.closed_gates:
        yield Sentence("A vacated seat stays vacant: auto_promotion is off.", needs_person=True)
        return
    if of.line == 0:
        said = (
            f"{count(vacant, 'seat')} {'stays' if vacant == 1 else 'stay'} vacant" if vacant else "No bench"
        )
        yield Sentence(f"{said}: nobody is left to promote.", needs_person=vacant > 0)
        return
    yield from _silence(of)
    if of.cutoff is not None:
        yield Sentence("Promotions stop {at}, ahead of the first interview.", of.cutoff)


def _silence(of: Situation) -> Iterator[Sentence]:
    if of.is_stopped:
        return
    found = cascade(_vacated(of), of.line, of.confirmation_window, of.cutoff)
    if found.last is None:
        return
    people = count(found.invitations, "more person", "more people")
    yield Sentence(f"If nobody answers, {people} would be invited, the last {{at}}.", found.last)


def _interviews(of: Situation) -> Iterator[Sentence]:
    ahead = [
        seat.at
        for seat in of.seats
        if seat.state is SeatState.INTERVIEW
        and seat.at is not None
        and seat.at > of.now
        and seat.leaves_at is None
    ]
    if ahead:
        yield Sentence("The next interview begins {at}.", min(ahead))
        reminders = [at - of.reminder_lead for at in ahead if at - of.reminder_lead > of.now]
        if reminders and Flag.REMINDERS not in of.closed_gates:
            yield Sentence("The next reminder leaves {at}.", min(reminders))
    if asked := sum(seat.state is SeatState.OUTCOME for seat in of.seats):
        verb = "waits" if asked == 1 else "wait"
        yield Sentence(
            f"{count(asked, 'interview')} {verb} for somebody to say how it went.", needs_person=True
        )


def _holds(of: Situation) -> Iterator[Sentence]:
    groups: dict[tuple[str, str], list[datetime]] = {}
    for hold in of.holds:
        groups.setdefault((hold.gate, hold.step), []).append(hold.since)
    for (gate, step), since in sorted(groups.items()):
        what = step_words(step) if len(since) == 1 else f"{len(since)} × {step_words(step)}"
        yield Sentence(
            f"Held: {what}, by {gate_words(gate)} since {{at}}.",
            min(since),
            needs_person=True,
        )
