"""What the machine does in a text interview: read an answer, ask what comes next, know when it is done, end.

It writes turns, marks questions of the plan, and nothing else: no score, no status, no place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.interview_bot.answers import MISSES, Verdict
from domain.interview_bot.moves import ENDED
from domain.interview_bot.plan import Kind, Planned, Step, covered_skills, done, next_step, settled
from domain.interview_bot.wording import LONGEST_ANSWER, WordingAsk, accept
from domain.interview_room.turns import Source, SpeakerRole, Turn
from domain.messages import interview_bot as words
from domain.states import LIVE_INTERVIEW
from domain.vocabulary import BotAnswerState, BotState, Flag
from feature_flags import gate
from models import BotInterview, Interview, Job
from services import find
from services.interview_bot import plan, standing
from services.interview_bot.plan import Asked
from services.interview_room.turns import add_turns
from services.log import Cause
from services.processing.start import request_processing

MACHINE, CANDIDATE = "machine", "candidate"
"""Voices of the transcript."""


@dataclass(frozen=True, slots=True)
class Worded:
    """What a language model made of a question; the text is judged before it is said."""

    ask: WordingAsk
    text: str | None
    """None: it could not be reached, or did not answer in time."""


async def read_answer(session: AsyncSession, interview_id: UUID, *, at: datetime) -> None:
    """Make a given answer a turn of the transcript, and note what it is. A repeat finds it read."""
    interview, bot = await _locked(session, interview_id)
    if bot is None or bot.state in ENDED or bot.asks == 0:
        return
    answer = await standing.current_answer(session, bot)
    if answer is None or answer.state is not BotAnswerState.GIVEN or answer.text is None:
        return
    said, received = answer.text, answer.received_at
    turn = await _say(
        session, interview, f"bot:{bot.id}:{bot.asks}:answer", said, SpeakerRole.GUEST, received, at
    )
    job = await _job(session, interview)
    asked = await plan.read(session, bot, interview, job)
    bot.heard = plan.verdict_on(asked, bot.current_question_id, said)
    row = next((each.row for each in asked if each.row.id == bot.current_question_id), None)
    # A second answer takes the place of the first, unless it says nothing.
    if row is not None and (row.answer_turn_id is None or bot.heard != Verdict.EMPTY):
        row.answer_turn_id = turn
    # A recording has served its purpose: without a row that names it the sweep removes it.
    answer.state, answer.text, answer.file_id = BotAnswerState.READ, None, None
    await session.flush()


async def lead(
    session: AsyncSession,
    interview_id: UUID,
    *,
    may_word: bool,
    worded: Worded | None,
    cause: Cause,
    at: datetime,
) -> WordingAsk | None:
    """Say what comes next, when it is the machine's turn. A repeat finds it said.

    Returns the question that a language model may say in its own words before it is said; `worded` is what came of
    that. Without `may_word`, or with the flag `llm_assist` off, a question stands as it is planned.
    """
    interview, bot = await _locked(session, interview_id)
    if bot is None or bot.state is not BotState.RUNNING or not standing.owes_question(bot):
        return None
    job = await _job(session, interview)
    if bot.asks == 0:
        interview.language = interview.language or bot.language
        await plan.prepare(session, bot, interview, job, cause=cause, at=at)
    asked = await plan.read(session, bot, interview, job)
    planned: Sequence[Planned] = [each.planned(bot.current_question_id) for each in asked]
    verdict = Verdict(bot.heard) if bot.heard is not None else None
    step = next_step(planned, bot.current_question_id, verdict, is_repeat=bot.is_repeat)
    if step.question_id != bot.current_question_id:
        planned = settled(planned, bot.current_question_id, verdict)
    if step.kind is Kind.FINISH:
        await _finish(session, bot, interview, planned, cause=cause, at=at)
        return None
    question = next(each for each in asked if each.row.id == step.question_id)
    wanted = _wording(question, bot, job, step)
    if may_word and worded is None and (await gate.decide(session, Flag.LLM_ASSIST, interview.job_id)).open:
        return wanted
    text = _taken(worded, wanted) or question.row.question_text_snapshot
    bot.answered, bot.planned = done(planned), len(planned)
    await _ask(session, bot, interview, job, question, step, verdict, text, at=at)
    return None


async def expire(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> None:
    """End a text interview whose interview ended before it was done. What was answered stays in the transcript."""
    interview, bot = await _locked(session, interview_id)
    if bot is not None and bot.state not in ENDED and interview.status not in LIVE_INTERVIEW:
        await standing.move(session, bot, interview, BotState.EXPIRED, cause=cause, at=at)


async def _ask(
    session: AsyncSession,
    bot: BotInterview,
    interview: Interview,
    job: Job | None,
    question: Asked,
    step: Step,
    verdict: Verdict | None,
    text: str,
    *,
    at: datetime,
) -> None:
    if bot.asks == 0:
        said = words.opening(bot.language, job.custom_screening_prompt if job else None, text)
    elif step.kind is Kind.ASK_AGAIN and verdict in MISSES:
        said = words.asking_again(bot.language, verdict, text)
    else:
        before = verdict if question.row.id != bot.current_question_id else None
        said = words.asking(bot.language, before, text)
    key = f"bot:{bot.id}:{bot.asks + 1}:ask"
    turn = await _say(session, interview, key, said, SpeakerRole.HOST, at, at)
    row = question.row
    if row.asked_at is None:
        row.asked_at, row.question_turn_id = at, turn
    bot.asks += 1
    bot.current_question_id, bot.heard = row.id, None
    bot.is_repeat = step.kind is Kind.ASK_AGAIN
    if interview.language is None:
        interview.language = bot.language
    await session.flush()


async def _finish(
    session: AsyncSession,
    bot: BotInterview,
    interview: Interview,
    planned: Sequence[Planned],
    *,
    cause: Cause,
    at: datetime,
) -> None:
    said = words.said(bot.language, words.DONE)
    await _say(session, interview, f"bot:{bot.id}:done", said, SpeakerRole.HOST, at, at)
    skills = frozenset().union(*(question.skill_ids for question in planned))
    bot.answered, bot.planned = len(planned), len(planned)
    bot.current_question_id = None
    await standing.move(
        session,
        bot,
        interview,
        BotState.COMPLETED,
        cause=cause,
        at=at,
        questions=sum(question.is_asked for question in planned),
        skills=len(skills),
        covered=len(skills & covered_skills(planned)),
    )
    await request_processing(session, interview.id, None, at, cause=cause)


async def _say(
    session: AsyncSession,
    interview: Interview,
    key: str,
    text: str,
    role: SpeakerRole,
    spoken_at: datetime,
    at: datetime,
) -> UUID | None:
    """Add one turn. Returns its id; None: it stood there already."""
    voice = MACHINE if role is SpeakerRole.HOST else CANDIDATE
    turn = Turn(text, spoken_at, voice, role, key, source=Source.BOT)
    added = await add_turns(session, interview.id, [turn], at)
    return added.turns[0].id if added.turns else None


def _wording(question: Asked, bot: BotInterview, job: Job | None, step: Step) -> WordingAsk:
    """What a model would be told. The answer goes along only where the question is asked about once more."""
    answer = (question.answer or "") if step.kind is Kind.ASK_AGAIN else ""
    return WordingAsk(
        question=question.row.question_text_snapshot,
        language=bot.language,
        skill=question.skill,
        job_title=job.title if job else "",
        instructions=(job.custom_bot_instructions or "") if job else "",
        answer=answer[:LONGEST_ANSWER],
    )


def _taken(worded: Worded | None, wanted: WordingAsk) -> str | None:
    """The model's words, where they are for this very question and may be said."""
    if worded is None or worded.ask != wanted or worded.text is None:
        return None
    return accept(wanted, worded.text)


async def _locked(session: AsyncSession, interview_id: UUID) -> tuple[Interview, BotInterview | None]:
    interview = await find.interview(session, interview_id, lock=True)
    return interview, await standing.of_interview(session, interview_id, lock=True)


async def _job(session: AsyncSession, interview: Interview) -> Job | None:
    return await session.get(Job, interview.job_id) if interview.job_id else None
