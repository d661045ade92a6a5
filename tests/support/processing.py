"""Interviews to be processed: with turns, or with a recording."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import insert

from domain.interview_room.turns import Source, SpeakerRole, Turn
from models import Candidate, File, Interview, InterviewRecording, InterviewSkill, Skill
from services.interview_room.turns import add_turns
from tests.conftest import Sessions
from tests.support.data import Data

TALK = (
    "Tell me about your last project.",
    "I led a team of five engineers. We reduced the build time by 40%.",
    "Which languages did you use?",
    "I wrote the billing service in Python. The billing database was PostgreSQL.",
)
"""Host and guest in turn."""
REQUIREMENTS = {"must": ["Python", "PostgreSQL"], "nice": ["Kubernetes"]}


async def an_interview(owner: Sessions, job_id: UUID | None = None, language: str = "en") -> UUID:
    """An interview that took place, with a candidate of its own."""
    candidate, interview = uuid4(), uuid4()
    now = datetime.now(UTC)
    async with owner.begin() as session:
        await session.execute(
            insert(Candidate).values(id=candidate, name="Ana Alves", email=f"{candidate}@e.example")
        )
        await session.execute(
            insert(Interview).values(
                id=interview,
                job_id=job_id,
                candidate_id=candidate,
                confirmation_deadline=now,
                duration=timedelta(hours=1),
                language=language,
            )
        )
    return interview


async def a_job(data: Data) -> UUID:
    """A job with requirements."""
    return await data.a_job(title="Engineer", at=datetime.now(UTC), requirements=REQUIREMENTS)


async def with_skill(owner: Sessions, interview: UUID, name: str) -> UUID:
    """The interview is about a skill, new or known."""
    async with owner.begin() as session:
        known = await session.scalar(Skill.__table__.select().where(Skill.skill_name == name))
        skill = known or uuid4()
        if known is None:
            await session.execute(insert(Skill).values(id=skill, skill_name=name))
        await session.execute(insert(InterviewSkill).values(interview_id=interview, skill_id=skill))
    return skill


async def with_turns(sessions: Sessions, interview: UUID, talk: Sequence[str] = TALK) -> None:
    """What was said, host and guest in turn."""
    now = datetime.now(UTC)
    turns = [
        Turn(
            text,
            now + timedelta(seconds=10 * n),
            speaker=f"speaker_{n % 2}",
            speaker_role=SpeakerRole.GUEST if n % 2 else SpeakerRole.HOST,
            turn_key=f"t{n}",
            source=Source.LIVE,
        )
        for n, text in enumerate(talk)
    ]
    async with sessions.begin() as session:
        await add_turns(session, interview, turns, now)


async def with_recording(owner: Sessions, interview: UUID, content: bytes, name: str = "talk.wav") -> UUID:
    """A recording whose bytes lie in the database. Returns the recording's id."""
    file, recording = uuid4(), uuid4()
    async with owner.begin() as session:
        await session.execute(
            insert(File).values(
                id=file,
                filename=name,
                media_type="audio/wav",
                size=len(content),
                sha256=hashlib.sha256(content).digest(),
                content=content,
            )
        )
        await session.execute(
            insert(InterviewRecording).values(
                id=recording, interview_id=interview, file_id=file, kind="audio"
            )
        )
    return recording
