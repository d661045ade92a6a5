"""What a candidate's page shows: read once, inside the candidate's own transaction, then plain values."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.messages.wording import one_line
from domain.slots import Slot
from domain.vocabulary import InterviewStatus, LeaveKind
from domain.wall_clock import local_time
from models import Candidate, Interview, Job, NegotiationSession, User
from services import find, slots
from services.interview_bot import own
from services.interview_bot.own import Stage
from services.interviews import answer
from web.candidate.names import masked
from web.candidate.phase import Phase, leave_word, phase_of
from web.reading.talk import Talk, read_talk

NEXT_BEST = 3


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One interview as its candidate may see it."""

    interview_id: UUID
    phase: Phase
    status: InterviewStatus
    replies: int
    generation: int
    title: str
    company: str
    masked_name: str
    zone: str
    chosen_language: str | None
    locale: str
    interviewer_zone: str
    confirmation_deadline: datetime
    slot_selection_deadline: datetime | None
    scheduled_time: datetime | None
    duration: timedelta
    leave_kind: LeaveKind
    leave_effective_at: datetime | None
    calendar_told: bool
    undo_window: timedelta
    proposals: tuple[datetime, ...]
    """Proposed starts that are still free."""
    talk: Talk
    days: tuple[tuple[datetime, ...], ...]
    """Free starts, one group for each day on the candidate's calendar."""
    text_interview: Stage
    """Where the text interview with the machine stands."""
    no_move: ConflictError | None
    """Why the candidate cannot move the booked time any more."""

    def next_best(self, wanted: datetime | None) -> tuple[datetime, ...]:
        """The free times nearest to one that was taken, earliest first."""
        starts = [start for day in self.days for start in day]
        if wanted is not None:
            starts.sort(key=lambda start: abs(start - wanted))
        return tuple(sorted(starts[:NEXT_BEST]))

    @property
    def form_state(self) -> str:
        """What the nonce of a form remembers: an act that was done changes it."""
        leaving = "leaving" if self.leave_effective_at is not None else "staying"
        return f"{self.status}:{leaving}:{self.replies}"


async def read_view(
    session: AsyncSession, interview: Interview, now: datetime, *, with_slots: bool
) -> CandidateView:
    """Read what the page of an interview shows at `now`. Slots are read only when the page offers them."""
    job = await session.get(Job, interview.job_id) if interview.job_id else None
    candidate = await session.get_one(Candidate, interview.candidate_id)
    negotiation = await find.negotiation(session, interview.id)
    phase = phase_of(interview, negotiation, now)
    free: list[Slot] = []
    no_move = answer.why_not_move(interview, job, now) if job and phase is Phase.CONFIRMED else None
    if with_slots and job is not None and no_move is None and _offers_times(phase, interview, now):
        free = await slots.free(session, job, interview, now)
    return CandidateView(
        interview_id=interview.id,
        phase=phase,
        status=interview.status,
        replies=negotiation.replies if negotiation else 0,
        generation=interview.link_generation,
        title=one_line(job.title) if job else "",
        company=one_line(job.company) if job else "",
        masked_name=masked(candidate.name),
        zone=candidate.time_zone,
        chosen_language=candidate.language,
        locale=candidate.locale,
        interviewer_zone=await _interviewer_zone(session, interview),
        confirmation_deadline=interview.confirmation_deadline,
        slot_selection_deadline=interview.slot_selection_deadline,
        scheduled_time=interview.scheduled_time,
        duration=interview.duration,
        leave_kind=leave_word(interview),
        leave_effective_at=interview.leave_effective_at,
        calendar_told=interview.calendar_synced_sequence == interview.calendar_sequence,
        undo_window=job.undo_window if job else timedelta(0),
        proposals=_proposals(negotiation, free),
        talk=await read_talk(session, interview, job, negotiation if with_slots else None, now),
        days=_by_day(free, candidate.time_zone),
        text_interview=await own.stage_of(session, interview),
        no_move=no_move,
    )


def _offers_times(phase: Phase, interview: Interview, now: datetime) -> bool:
    if phase is Phase.WAITING:
        deadline = interview.slot_selection_deadline
        return deadline is None or now <= deadline
    return phase in {Phase.CHOOSING, Phase.ESCALATED, Phase.CONFIRMED}


def _by_day(free: list[Slot], zone: str) -> tuple[tuple[datetime, ...], ...]:
    """Starts by the day of a zone's calendar, and by its offset: a day on which the clocks change makes two."""
    days: dict[tuple[date, timedelta | None], list[datetime]] = {}
    for slot in free:
        local = local_time(slot.start, zone)
        days.setdefault((local.date(), local.utcoffset()), []).append(slot.start)
    return tuple(tuple(starts) for starts in days.values())


def _proposals(negotiation: NegotiationSession | None, free: list[Slot]) -> tuple[datetime, ...]:
    if negotiation is None:
        return ()
    offered = {datetime.fromisoformat(text) for text in negotiation.proposals}
    return tuple(slot.start for slot in free if slot.start in offered)


async def _interviewer_zone(session: AsyncSession, interview: Interview) -> str:
    if interview.interviewer_id is None:
        return ""
    user = await session.get(User, interview.interviewer_id)
    return user.time_zone if user else ""
