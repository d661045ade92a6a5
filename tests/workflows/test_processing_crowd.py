"""Fifty interviews of one job at the same time: none is stuck, none waits for another in a circle."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from temporalio.client import Client

from domain.processing.progress import story
from domain.vocabulary import ProcessingStatus
from models import Interview, InterviewEvidence, Theme
from services.processing import sweep
from tests.conftest import Sessions
from tests.support import processing as arrange
from tests.support.data import Data
from tests.workflows.processing_room import Room, a_room, settings_in

CROWD = 50
LONGEST_SECONDS = 120.0
"""On a machine whose cores others use as well; alone it takes about a tenth of it."""


@pytest.fixture
async def room(
    client: Client, database_url: str, data: Data, owner_sessions: Sessions, tmp_path: Path
) -> AsyncIterator[Room]:
    async with a_room(client, settings_in(tmp_path, database_url), data, owner_sessions) as made:
        yield made


@pytest.mark.slow
async def test_fifty_interviews_side_by_side_all_become_ready(room: Room) -> None:
    job = await arrange.a_job(room.hiring.data)
    interviews = [await arrange.an_interview(room.owner, job) for _ in range(CROWD)]
    for interview in interviews:
        await arrange.with_turns(room.worker, interview)
    await asyncio.gather(*(room.ask(interview) for interview in interviews))

    async def all_over() -> bool:
        async with room.owner() as session:
            left = select(func.count()).where(Interview.processing_status == ProcessingStatus.PROCESSING)
            return not await session.scalar(left)

    await room.hiring.app.until(all_over, "the crowd", LONGEST_SECONDS)
    async with room.owner() as session:
        rows = (await session.scalars(select(Interview))).all()
        evidence = await session.scalar(select(func.count()).select_from(InterviewEvidence))
        themes = await session.scalar(select(func.count()).select_from(Theme))
    assert {row.processing_status for row in rows} == {ProcessingStatus.READY}
    assert {story(row.processing_metadata).attempt for row in rows} == {1}
    assert evidence == CROWD * (story(rows[0].processing_metadata).evidence_count or 0)
    assert themes
    async with room.worker.begin() as session:
        assert (await sweep.look(session, datetime.now(UTC))).stuck == 0
