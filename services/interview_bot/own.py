"""A text interview as its candidate may see it: read in the candidate's own transaction, changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.interview_bot.moves import ENDED
from domain.interview_room.turns import Source, SpeakerRole
from domain.states import LIVE_INTERVIEW
from domain.vocabulary import BotAnswerState, BotState, Flag, JobStatus
from feature_flags import gate
from models import BotInterview, Interview, Job, Transcript
from services.interview_bot import standing
from services.interview_bot.taking import COUNTED


class Stage(StrEnum):
    """What the candidate can do now follows from this."""

    NONE = "none"
    """There is none to take."""
    OFFERED = "offered"
    ASKED = "asked"
    """A question waits for its answer."""
    READING = "reading"
    """The next question is on its way."""
    HELD = "held"
    """The next question waits until the hiring team lets the automation go on."""
    PAUSED = "paused"
    HANDED_OVER = "handed_over"
    COMPLETED = "completed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Line:
    """One turn."""

    by_machine: bool
    at: datetime
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnTalk:
    """The text interview so far."""

    stage: Stage
    language: str = ""
    """In which the machine speaks."""
    ask: int = 0
    """Number of the ask that an answer would belong to."""
    answered: int = 0
    planned: int = 0
    lines: tuple[Line, ...] = ()
    draft: str = ""
    """Words found in a recording, for the candidate to look at."""
    recording: BotAnswerState | None = None

    @property
    def state(self) -> str:
        """Changes with everything that the page shows."""
        return f"{self.stage}-{self.ask}-{len(self.lines)}-{self.recording or ''}"


async def stage_of(session: AsyncSession, interview: Interview) -> Stage:
    """Where the text interview of an interview stands for its candidate."""
    job = await session.get(Job, interview.job_id) if interview.job_id else None
    bot = await standing.of_interview(session, interview.id)
    return await _stage(session, interview, job, bot)


async def read(session: AsyncSession, interview: Interview) -> OwnTalk:
    """The whole of it."""
    job = await session.get(Job, interview.job_id) if interview.job_id else None
    bot = await standing.of_interview(session, interview.id)
    stage = await _stage(session, interview, job, bot)
    if bot is None:
        return OwnTalk(stage)
    answer = await standing.current_answer(session, bot)
    shown = answer is not None and answer.state not in {BotAnswerState.GIVEN, BotAnswerState.READ}
    lines = await _lines(session, interview)
    if answer is not None and answer.state is BotAnswerState.GIVEN and answer.text is not None:
        lines = [*lines, _line(by_machine=False, at=answer.received_at, words=answer.text)]
    return OwnTalk(
        stage=stage,
        language=bot.language,
        ask=bot.asks,
        answered=bot.answered,
        planned=bot.planned,
        lines=tuple(lines),
        draft=(answer.text or "") if answer is not None and shown else "",
        recording=answer.state if answer is not None and shown else None,
    )


async def _stage(
    session: AsyncSession, interview: Interview, job: Job | None, bot: BotInterview | None
) -> Stage:
    if bot is None:
        return Stage.OFFERED if standing.may_begin(interview, job) else Stage.NONE
    if bot.state not in ENDED and interview.status not in LIVE_INTERVIEW:
        return Stage.EXPIRED
    if bot.state is not BotState.RUNNING:
        return Stage(bot.state.value)
    answer = await standing.current_answer(session, bot)
    # The two rows may be read from before and after the machine's step: an answer that counts settles it.
    counts = answer is not None and answer.state in COUNTED
    if not counts and not standing.owes_question(bot):
        return Stage.ASKED
    return Stage.HELD if await _is_held(session, job) else Stage.READING


async def _is_held(session: AsyncSession, job: Job | None) -> bool:
    """As the worker's gate decides; the worker looks again for sure."""
    if job is not None and (job.status is JobStatus.ON_HOLD or not job.automation_enabled):
        return True
    return not (await gate.decide(session, Flag.GLOBAL_AUTOMATION, job.id if job else None)).open


async def _lines(session: AsyncSession, interview: Interview) -> Sequence[Line]:
    """What was said between the two; nothing that people said or wrote in the same interview."""
    query = (
        select(Transcript.timestamp, Transcript.speaker_role, Transcript.text)
        .where(Transcript.interview_id == interview.id, Transcript.source == Source.BOT)
        .order_by(Transcript.sequence)
    )
    rows = (await session.execute(query)).all()
    return [_line(by_machine=role == SpeakerRole.HOST, at=at, words=words) for at, role, words in rows]


def _line(*, by_machine: bool, at: datetime, words: str) -> Line:
    return Line(by_machine, at, tuple(part for part in words.splitlines() if part.strip()))
