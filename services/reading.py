"""Reading what a candidate wrote: by the grammar, or with a language model's help where that gave up."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain.negotiation import rewriting
from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Ask, Reading
from domain.vocabulary import Flag
from feature_flags import gate
from models import Candidate, Interview, Job, NegotiationSession, User
from services import log
from services.log import Cause, Entry
from services.moves import subject


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a language model made of a message."""

    of: str
    """The message it was asked about; meanwhile the candidate may have written more."""
    text: str | None
    """None: it could not be reached, or did not answer in time."""


async def asked(
    session: AsyncSession, negotiation: NegotiationSession, job: Job, interview: Interview
) -> Ask:
    """The unanswered messages as one: people send a second line before the first is answered."""
    waiting = negotiation.replies - negotiation.answered
    turns = [turn for turn in negotiation.history if turn["from"] == "candidate"][-waiting:]
    candidate = await session.get_one(Candidate, interview.candidate_id)
    interviewer = await session.get(User, interview.interviewer_id or job.recruiter_id)
    return Ask(
        text="\n".join(turn["text"] for turn in turns),
        reference=datetime.fromisoformat(turns[-1]["at"]),
        candidate_zone=candidate.time_zone,
        interviewer_zone=interviewer.time_zone if interviewer else candidate.time_zone,
        proposals=tuple(datetime.fromisoformat(start) for start in negotiation.proposals),
        language=candidate.locale.partition("-")[0],
        notice=job.minimum_notice,
        horizon=job.slot_horizon,
        length=interview.duration,
    )


async def may_rewrite(
    session: AsyncSession,
    negotiation: NegotiationSession,
    interview: Interview,
    ask: Ask,
    *,
    cause: Cause,
    at: datetime,
) -> bool:
    """Whether a language model may help with a message. Logs a help that a flag forbids; call it once a message."""
    if not rewriting.wanted(ask):
        return False
    decision = await gate.decide(session, Flag.LLM_ASSIST, interview.job_id)
    if not decision.open:
        entry = _entry(negotiation, interview, "rewrite_skipped", decision.flag, at, is_on=False)
        await log.record(session, cause.because(f"{decision.flag} is off"), entry)
    return decision.open


async def read(
    session: AsyncSession,
    negotiation: NegotiationSession,
    interview: Interview,
    ask: Ask,
    rewritten: Rewritten | None,
    *,
    cause: Cause,
    at: datetime,
) -> tuple[Reading, bool]:
    """What a message says, and whether it took the rewriting to see it. Logs what became of the rewriting.

    A rewriting of other words than these, or one whose flag was switched off meanwhile, is not looked at.
    """
    if rewritten is None or rewritten.of != ask.text:
        return interpret(ask), False
    if not await may_rewrite(session, negotiation, interview, ask, cause=cause, at=at):
        return interpret(ask), False
    reading = rewriting.accept(ask, rewritten.text) if rewritten.text is not None else None
    outcome = "used" if reading is not None else "refused" if rewritten.text is not None else "unavailable"
    entry = _entry(negotiation, interview, "message_rewritten", Flag.LLM_ASSIST, at, is_on=True)
    entry.details["outcome"] = outcome
    await log.record(session, cause.because(f"{Flag.LLM_ASSIST} is on"), entry)
    return reading or interpret(ask), reading is not None


def _entry(
    negotiation: NegotiationSession,
    interview: Interview,
    action: str,
    flag: Flag,
    at: datetime,
    *,
    is_on: bool,
) -> Entry:
    return Entry(
        action=action,
        key=f"rewrite:{negotiation.id}:{negotiation.replies}",
        subject=subject(interview),
        at=at,
        details={"round": negotiation.round},
        flag=flag.value,
        flag_enabled=is_on,
    )
