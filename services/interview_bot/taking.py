"""What a candidate does in a text interview. Each act is one transaction: row, log, message to the workflow."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, StaleStateError
from domain.interview_bot.answers import wants_person
from domain.interview_bot.moves import ENDED
from domain.messages.catalog import SOURCE, spoken
from domain.states import LIVE_INTERVIEW
from domain.storage import Place, Shown, key_of
from domain.vocabulary import BotAnswerState, BotState, RequestKind
from models import BotAnswer, BotInterview, Interview, Job, Transcript
from services import candidate_requests, find, moves, outbox
from services.interview_bot import standing
from services.log import Cause
from services.media.spool import Spooled
from services.own import Named

LONGEST_ANSWER = 4_000
"""Characters of one answer; some six hundred words."""
RESERVE = text("SELECT reserve_answer_file(:file, :name, :type, :bytes, :digest, :at)")
COUNTED = frozenset({BotAnswerState.GIVEN, BotAnswerState.READ})


async def begin(
    session: AsyncSession, interview_id: UUID, language: str, *, cause: Cause, at: datetime
) -> BotInterview:
    """Begin the text interview; the machine asks in `language`. Beginning twice is beginning once.

    Raises ConflictError where it is not offered, or not at this moment.
    """
    interview = await find.interview(session, interview_id, lock=True)
    known = await standing.of_interview(session, interview_id, lock=True)
    if known is not None:
        return known
    job = await session.get(Job, interview.job_id) if interview.job_id else None
    if not standing.may_begin(interview, job):
        raise ConflictError("There is no text interview to take now.", remedy="Reply to our mail.")
    bot = BotInterview(
        id=uuid4(),
        interview_id=interview_id,
        state=BotState.RUNNING,
        language=spoken(language) or SOURCE,
        asks=0,
        answered=0,
        planned=0,
        is_repeat=False,
        started_at=at,
    )
    session.add(bot)
    await session.flush()
    await moves.note(session, interview, "bot_interview_started", cause=cause, at=at)
    await outbox.start_bot(session, interview_id, interview.job_id)
    return bot


async def answer(
    session: AsyncSession, interview_id: UUID, ask: int, said: str, *, cause: Cause, at: datetime
) -> None:
    """Answer the ask with this number. The same words twice are one answer; who rests goes on by it.

    Words that ask for a person hand over. Raises InvalidInputError for an empty or too long answer,
    StaleStateError when another answer to it counts already, ConflictError when the text interview is over.
    """
    words = _checked(said)
    interview, bot = await _taken(session, interview_id)
    known = await _answer_to(session, bot, ask)
    counts = known is not None and known.state in COUNTED
    if counts or ask != bot.asks or standing.owes_question(bot):
        await _refuse_another(session, bot, known, words)
        return
    if bot.state is BotState.HANDED_OVER:
        raise StaleStateError(
            "Something changed since you opened this page.", remedy="Please look and decide again."
        )
    if known is None:
        known = BotAnswer(id=uuid4(), bot_interview_id=bot.id, ask=ask)
        session.add(known)
    known.state, known.text, known.received_at = BotAnswerState.GIVEN, words, at
    await session.flush()
    if wants_person(words, bot.language):
        await _hand_over(session, interview, bot, words, cause=cause, at=at)
    elif bot.state is not BotState.RUNNING:
        await standing.move(session, bot, interview, BotState.RUNNING, cause=cause, at=at)
    await _tell(session, interview, f"bot-answer:{bot.id}:{ask}", "answer_given")


async def keep_recording(
    session: AsyncSession, interview_id: UUID, ask: int, file_id: UUID, *, cause: Cause, at: datetime
) -> None:
    """Keep a spoken answer to the ask with this number; its words are found next. A new one replaces it.

    Raises StaleStateError when an answer to it counts already, ConflictError when the text interview is over.
    """
    interview, bot = await _taken(session, interview_id)
    known = await _answer_to(session, bot, ask)
    counts = known is not None and known.state in COUNTED
    if counts or ask != bot.asks or standing.owes_question(bot) or bot.state is BotState.HANDED_OVER:
        raise StaleStateError(
            "Something changed since you opened this page.", remedy="Please look and decide again."
        )
    if known is None:
        known = BotAnswer(id=uuid4(), bot_interview_id=bot.id, ask=ask)
        session.add(known)
    known.state, known.text, known.received_at, known.file_id = BotAnswerState.RECORDED, None, at, file_id
    await session.flush()
    if bot.state is BotState.PAUSED:
        await standing.move(session, bot, interview, BotState.RUNNING, cause=cause, at=at)
    await _tell(session, interview, f"bot-recording:{file_id}", "answer_recorded")


async def reserve_recording(session: AsyncSession, file: Spooled, *, at: datetime) -> Shown:
    """Make the row of a recording that is about to be stored; a sweep removes it when nothing comes of it.

    Raises ConflictError when too many were sent, or there is no text interview to send them to.
    """
    file_id = uuid4()
    values = {"file": file_id, "name": file.filename, "type": file.media_type, "bytes": file.size}
    made = await session.scalar(RESERVE, {**values, "digest": file.sha256, "at": at})
    if not made:
        raise ConflictError(
            "No more recordings can be sent here.", remedy="Please write your answer instead."
        )
    return Shown(file_id, key_of(Place.ANSWERS, file_id), file.media_type, file.filename, inline=False)


async def pause(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> None:
    """Go on later. Nothing is asked and nothing runs out before the interview itself ends."""
    interview, bot = await _taken(session, interview_id)
    if bot.state is BotState.RUNNING:
        await standing.move(session, bot, interview, BotState.PAUSED, cause=cause, at=at)
        await _tell(session, interview, f"bot-paused:{bot.id}:{interview.version}", "paused")


async def resume(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> None:
    """Go on, after a pause or after having asked for a person."""
    interview, bot = await _taken(session, interview_id)
    if bot.state is not BotState.RUNNING:
        await standing.move(session, bot, interview, BotState.RUNNING, cause=cause, at=at)
        await _tell(session, interview, f"bot-resumed:{bot.id}:{interview.version}", "resumed")


async def ask_person(
    session: AsyncSession, interview_id: UUID, message: str, *, cause: Cause, at: datetime
) -> None:
    """Stop the machine and ask for a person, by the request that every candidate can make."""
    interview, bot = await _taken(session, interview_id)
    if bot.state is not BotState.HANDED_OVER:
        await _hand_over(session, interview, bot, message, cause=cause, at=at)
        await _tell(session, interview, f"bot-handed:{bot.id}:{interview.version}", "handed_over")


async def _hand_over(
    session: AsyncSession,
    interview: Interview,
    bot: BotInterview,
    message: str,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    named = Named(interview_id=interview.id)
    await candidate_requests.ask(session, named, RequestKind.HUMAN_REVIEW, message, cause=cause, at=at)
    await standing.move(session, bot, interview, BotState.HANDED_OVER, cause=cause, at=at)


async def _taken(session: AsyncSession, interview_id: UUID) -> tuple[Interview, BotInterview]:
    """The interview and its text interview, both locked. Raises ConflictError when either is over."""
    interview = await find.interview(session, interview_id, lock=True)
    bot = await standing.of_interview(session, interview_id, lock=True)
    if bot is None or bot.state in ENDED or interview.status not in LIVE_INTERVIEW:
        raise ConflictError("This text interview is over.", remedy="Reply to our mail to reach a person.")
    return interview, bot


async def _tell(session: AsyncSession, interview: Interview, key: str, cause: str) -> None:
    await outbox.tell_bot(session, interview.id, interview.job_id, key, cause)


async def _answer_to(session: AsyncSession, bot: BotInterview, ask: int) -> BotAnswer | None:
    query = select(BotAnswer).where(BotAnswer.bot_interview_id == bot.id, BotAnswer.ask == ask)
    found: BotAnswer | None = await session.scalar(query.execution_options(populate_existing=True))
    return found


async def _refuse_another(
    session: AsyncSession, bot: BotInterview, known: BotAnswer | None, words: str
) -> None:
    """A second click says the same and is no second answer. Raises StaleStateError for other words."""
    if known is not None and known.text is not None:
        said = {known.text}
    else:
        key = f"bot:{bot.id}:{known.ask}:answer" if known is not None else ""
        turns = await session.scalars(select(Transcript.text).where(Transcript.turn_key == key))
        said = set(turns)
    if words not in said:
        raise StaleStateError(
            "This question was answered already, in another window or on another device.",
            remedy="What you wrote just now was not sent.",
        )


def _checked(said: str) -> str:
    words = said.replace("\r\n", "\n").replace("\x00", "").strip()
    if not words:
        raise InvalidInputError(
            "The answer is empty.", field="message", remedy="Write a few words; “I don’t know” is fine."
        )
    if len(words) > LONGEST_ANSWER:
        raise InvalidInputError(
            f"The answer is longer than {LONGEST_ANSWER} characters.",
            field="message",
            remedy="Shorten it; your text still stands in the form.",
        )
    return words
