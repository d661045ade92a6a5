"""The long step of processing: words from recordings, a piece at a time, each piece one transaction."""

import asyncio
import tempfile
from contextlib import aclosing
from pathlib import Path

from temporalio import activity

from activities.contracts import ProcessingAsk, ProcessingResult
from activities.processing import note, run_of
from activities.step import Desk, cause
from domain.errors import SetupError, UnderstudyError
from domain.processing.vocabulary import Step, StepOutcome
from domain.speech import SpeechToText
from domain.storage import ObjectStorage
from services.processing import recordings, steps
from services.processing.recordings import Recording
from services.processing.steps import Run

OFF = "Speech to text is turned off here, and this interview has no transcript."


class TranscribingActivities:
    """Runs on a task queue of its own: whoever transcribes for minutes must not hold up the steps of hiring."""

    def __init__(self, desk: Desk, engine: SpeechToText | None, storage: ObjectStorage | None) -> None:
        self._desk = desk
        self._engine = engine
        self._storage = storage

    @activity.defn
    async def transcribe_recordings(self, ask: ProcessingAsk) -> ProcessingResult:
        """Turn what has no words yet into turns. A killed worker's successor goes on behind the last kept piece."""
        async with self._desk.sessions.begin() as session:
            run = run_of(ask, Step.TRANSCRIBING)
            begun = await steps.begin(session, run, cause=cause(), at=self._desk.now(ask.at))
        if begun.attempt is None:
            return ProcessingResult(ask.attempt, over=True)
        if begun.held_by is not None:
            return ProcessingResult(ask.attempt, held_by=begun.held_by)
        run = run_of(ask, Step.TRANSCRIBING, begun.attempt)
        try:
            return await self._transcribe(ask, run)
        except UnderstudyError as error:
            await note(self._desk, run, error)
            raise

    async def _transcribe(self, ask: ProcessingAsk, run: Run) -> ProcessingResult:
        async with self._desk.sessions.begin() as session:
            material = await recordings.material(session, ask.interview_id)
        files = () if material.has_text else material.recordings
        for number, recording in enumerate(files):
            if not await self._one(ask, run, recording, material.language, (number, len(files))):
                return ProcessingResult(run.attempt, over=True)
        async with self._desk.sessions.begin() as session:
            interview = await steps.wanted(session, run)
            if interview is None:
                return ProcessingResult(run.attempt, over=True)
            await recordings.check_words(session, interview.id)
            outcome = StepOutcome.DONE if files else StepOutcome.SKIPPED
            await steps.end(session, interview, run, self._desk.now(ask.at), outcome)
        return ProcessingResult(run.attempt)

    async def _one(
        self, ask: ProcessingAsk, run: Run, recording: Recording, language: str, place: tuple[int, int]
    ) -> bool:
        """Transcribe one recording to its end. False: a later request took over."""
        async with self._desk.sessions.begin() as session:
            known = await recordings.heard(session, ask.interview_id, recording.file_id)
        if known.is_done:
            return True
        if self._engine is None:
            raise SetupError(OFF, remedy="Set UNDERSTUDY_SPEECH, or upload a transcript.")
        with tempfile.TemporaryDirectory(prefix="understudy-") as folder:
            path = await self._fetch(recording, Path(folder))
            pieces = self._engine.transcribe(path, from_ms=known.upto_ms, language=language)
            async with aclosing(pieces) as heard_pieces:
                async for heard in heard_pieces:
                    activity.heartbeat()
                    done = heard.upto_ms / max(1, heard.total_ms)
                    async with self._desk.sessions.begin() as session:
                        is_wanted = await recordings.keep_words(
                            session,
                            run,
                            recording.file_id,
                            heard,
                            provider=self._engine.name,
                            at=self._desk.now(ask.at),
                            share=(place[0] + done) / place[1],
                        )
                    if not is_wanted:
                        return False
        return True

    async def _fetch(self, recording: Recording, folder: Path) -> Path:
        """The recording as a file of this machine, a part at a time."""
        path = folder / "recording"
        with path.open("wb") as file:
            if recording.storage_key is None:
                async with self._desk.sessions.begin() as session:
                    file.write(await recordings.content(session, recording.file_id) or b"")
            elif self._storage is None:
                raise SetupError("There is no object storage here.", remedy="Set UNDERSTUDY_STORAGE_URL.")
            else:
                async for chunk in self._storage.read(recording.storage_key):
                    await asyncio.to_thread(file.write, chunk)
        return path
