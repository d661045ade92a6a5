"""Interviews under processing: asking, waiting for the end, looking at what it left."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from temporalio.client import Client

from domain.identifiers import processing_workflow
from domain.processing.progress import story
from domain.processing.vocabulary import Step
from domain.vocabulary import ProcessingStatus
from models import Interview, InterviewEvidence, ProcessingStep
from runtime.settings import Settings
from services.processing.overview import timeline
from services.processing.start import request_processing
from tests.conftest import Sessions
from tests.support.data import Data
from tests.support.worker import running, settings_for
from tests.workflows.hiring import Hiring


def settings_in(folder: Path, database_url: str, **changes: Any) -> Settings:
    """Settings whose files lie in a folder of the test."""
    return settings_for(database_url).model_copy(update={"home": folder, **changes})


@dataclass
class Room:
    """A running worker and the interviews that it processes."""

    hiring: Hiring

    @property
    def owner(self) -> Sessions:
        """Transactions that arrange and look."""
        return self.hiring.owner

    @property
    def worker(self) -> Sessions:
        """Transactions in the worker's role."""
        return self.hiring.app.sessions

    async def ask(self, interview: UUID) -> int:
        """Ask for an interview to be processed. Returns the number of the request."""
        async with self.worker.begin() as session:
            return await request_processing(session, interview, None, datetime.now(UTC))

    async def ended(self, interview: UUID, attempt: int = 1) -> Interview:
        """The interview, once this request has ended in either way."""

        async def is_over() -> Interview | None:
            row = await self.hiring.interview(interview)
            over = row.processing_status in (ProcessingStatus.READY, ProcessingStatus.ERROR)
            return row if over and story(row.processing_metadata).attempt == attempt else None

        return await self.hiring.app.until(is_over, processing_workflow(interview))

    async def ready(self, interview: UUID, attempt: int = 1) -> Interview:
        """The interview, once it is ready."""
        row = await self.ended(interview, attempt)
        assert row.processing_status is ProcessingStatus.READY, row.processing_metadata
        return row

    async def steps(self, interview: UUID) -> list[ProcessingStep]:
        """The history of its steps."""
        async with self.owner() as session:
            return list(await timeline(session, interview))

    async def evidence(self, interview: UUID) -> dict[UUID, str]:
        """Its quotes."""
        row = InterviewEvidence
        async with self.owner() as session:
            rows = await session.scalars(select(row).where(row.interview_id == interview))
            return {row.id: row.quote for row in rows}

    async def change(self, statement: str, **values: object) -> None:
        """Direct SQL, for arranging what time or a fault would bring."""
        async with self.owner.begin() as session:
            await session.execute(text(statement), values)

    @asynccontextmanager
    async def paused_at(self, step: Step) -> AsyncIterator[None]:
        """Whoever ends this step waits until the block is left."""
        async with self.owner() as session:
            await session.execute(
                text("SELECT pg_advisory_lock(1802, :step)"), {"step": list(Step).index(step)}
            )
            try:
                yield
            finally:
                await session.execute(text("SELECT pg_advisory_unlock_all()"))

    async def can_pause(self) -> None:
        """Let steps be paused at their end, see `paused_at`."""
        await self.change(PAUSE_FUNCTION)
        await self.change(PAUSE_TRIGGER)

    async def until_paused(self, interview: UUID, step: Step) -> None:
        """Wait until a worker stands at the end of a step."""

        async def waits() -> bool:
            async with self.owner() as session:
                query = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 1802 AND objid = :n"
                query += " AND NOT granted"
                return bool(await session.scalar(text(query), {"n": list(Step).index(step)}))

        await self.hiring.app.until(waits, processing_workflow(interview))


PAUSE_FUNCTION = """
CREATE FUNCTION pause_for_tests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(1802, array_position(ARRAY['uploading', 'transcribing',
        'extracting_evidence', 'generating_themes', 'assigning_personas', 'complete'], NEW.step::text) - 1);
    RETURN NEW;
END $$
"""
PAUSE_TRIGGER = """
CREATE TRIGGER pause_for_tests BEFORE UPDATE ON processing_steps FOR EACH ROW
    WHEN (NEW.outcome IS NOT NULL) EXECUTE FUNCTION pause_for_tests()
"""


@asynccontextmanager
async def a_room(
    client: Client, settings: Settings, data: Data, owner: Sessions, **parts: Any
) -> AsyncIterator[Room]:
    """Worker and relay on a test's database."""
    async with running(client, settings, **parts) as app:
        yield Room(Hiring(app, data, owner))
