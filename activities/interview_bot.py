"""Steps of a text interview that a machine leads."""

import asyncio
import logging
import tempfile
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contracts import BotAsk, BotStep
from activities.step import Desk, cause
from domain.errors import UnavailableError, UnderstudyError
from domain.interview_bot.wording import QuestionWriter, WordingAsk
from domain.speech import SpeechToText, words_of
from domain.storage import ObjectStorage
from domain.vocabulary import Flag
from models import Job
from services import find, gates
from services.gates import Step
from services.interview_bot import leading, speaking, standing
from services.interview_bot.leading import Worded
from services.interview_bot.speaking import Spoken
from services.moves import subject

log = logging.getLogger(__name__)
MOST_TRIES = 4
"""A storage or engine that does not answer is asked so often; then the candidate writes instead."""


class InterviewBotActivities:
    """Each is one transaction; a language model, if it is to help, is asked between two."""

    def __init__(
        self,
        desk: Desk,
        writer: QuestionWriter | None = None,
        engine: SpeechToText | None = None,
        storage: ObjectStorage | None = None,
    ) -> None:
        """`writer` says questions in other words, `engine` and `storage` turn spoken answers into words.

        Without a writer questions stand as they are planned, without an engine spoken answers have to be written.
        """
        self._desk = desk
        self._writer = writer
        self._engine = engine
        self._storage = storage

    @activity.defn
    async def look_at_bot_interview(self, ask: BotAsk) -> BotStep:
        """Read the present state."""
        async with self._desk.sessions.begin() as session:
            return BotStep(await standing.view(session, ask.interview_id))

    @activity.defn
    async def lead_bot_interview(self, ask: BotAsk) -> BotStep:
        """Read the answer and say what comes next."""
        held = await self._read(ask)
        if held is not None:
            return held
        wanted = await self._lead(ask, None)
        if wanted is not None:
            await self._lead(ask, await self._word(wanted))
        return await self.look_at_bot_interview(ask)

    @activity.defn
    async def transcribe_bot_answer(self, ask: BotAsk) -> BotStep:
        """Find the words of a spoken answer, for the candidate to look at."""
        held = await self._held(ask, "transcribe", Flag.INTERVIEW_PROCESSING)
        if held is not None:
            return held
        async with self._desk.sessions.begin() as session:
            spoken = await speaking.waiting(session, ask.interview_id)
        if spoken is not None:
            words = await self._words(spoken)
            async with self._desk.sessions.begin() as session:
                await speaking.keep_words(session, spoken, words)
        return await self.look_at_bot_interview(ask)

    @activity.defn
    async def expire_bot_interview(self, ask: BotAsk) -> BotStep:
        """The interview is over, so this is. No gate: nothing is sent to anybody."""
        async with self._desk.sessions.begin() as session:
            if await standing.of_interview(session, ask.interview_id) is not None:
                await leading.expire(session, ask.interview_id, cause=cause(), at=self._desk.now(ask.at))
            return BotStep(await standing.view(session, ask.interview_id))

    @activity.defn
    async def close_bot_interview(self, ask: BotAsk) -> BotStep:
        """Nothing of it waits at a gate any more."""
        async with self._desk.sessions.begin() as session:
            await gates.forget_steps(session, activity.info().workflow_id or "")
            return BotStep(None)

    async def _read(self, ask: BotAsk) -> BotStep | None:
        """Keep the answer as a turn, unless a gate is closed: then everything waits as it is."""
        held = await self._held(ask, "lead", Flag.GLOBAL_AUTOMATION)
        if held is None:
            async with self._desk.sessions.begin() as session:
                await leading.read_answer(session, ask.interview_id, at=self._desk.now(ask.at))
        return held

    async def _held(self, ask: BotAsk, name: str, flag: Flag) -> BotStep | None:
        """What a step leaves behind that does not happen now: its gate is closed, or its interview is gone."""
        at, why = self._desk.now(ask.at), cause()
        async with self._desk.sessions.begin() as session:
            interview = await find.interview_or_none(session, ask.interview_id)
            if interview is None:
                return BotStep(None)
            job = await self._job(session, interview.job_id)
            step = Step(why.workflow_id or "", name, flag, subject(interview))
            held = await gates.held_by(session, step, job, why, at)
            return BotStep(await standing.view(session, ask.interview_id), held) if held is not None else None

    async def _lead(self, ask: BotAsk, worded: Worded | None) -> WordingAsk | None:
        async with self._desk.sessions.begin() as session:
            if await find.interview_or_none(session, ask.interview_id) is None:
                return None
            return await leading.lead(
                session,
                ask.interview_id,
                may_word=self._writer is not None,
                worded=worded,
                cause=cause(),
                at=self._desk.now(ask.at),
            )

    async def _word(self, wanted: WordingAsk) -> Worded:
        """What the language model says. Out of reach or too slow: nothing, and the question stands as planned."""
        if self._writer is None:
            return Worded(wanted, None)
        try:
            return Worded(wanted, await self._writer.word(wanted))
        except UnavailableError as error:
            log.warning("a question is asked without the language model: %s", error.message)
            return Worded(wanted, None)

    async def _words(self, spoken: Spoken) -> str | None:
        """The words of a recording. None: there are none to be had, so the candidate writes instead."""
        if self._engine is None or self._storage is None:
            return None
        try:
            with tempfile.TemporaryDirectory(prefix="understudy-") as folder:
                path = Path(folder) / "answer"
                with path.open("wb") as file:
                    async for chunk in self._storage.read(spoken.storage_key):
                        await asyncio.to_thread(file.write, chunk)
                found = await words_of(self._engine, path, language=spoken.language)
        except UnavailableError as error:
            if activity.info().attempt < MOST_TRIES:
                raise
            log.warning("a spoken answer stays without words: %s", error.message)
            return None
        except UnderstudyError as error:
            log.warning("a spoken answer has no words: %s", error.message)
            return None
        return " ".join(segment.text.strip() for segment in found)

    async def _job(self, session: AsyncSession, job_id: object) -> Job | None:
        return await session.get(Job, job_id) if job_id else None
