"""Keeping evidence: the rows are made equal to what the rules find, so a repeat changes nothing."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.interview_room.turns import SpeakerRole
from domain.language.languages import LANGUAGES
from domain.processing.evidence import Piece, Said, Sought, evidence_in
from domain.processing.vocabulary import EvidenceKind
from domain.requirements.model import Kind
from models import Interview, InterviewEvidence, InterviewSkill, Skill, Transcript
from services import requirements

DEFAULT_LANGUAGE = "en"
_ASKED = frozenset({Kind.SKILL, Kind.EXPERIENCE})
"""Requirements that people speak about in words of their own; licences and degrees are papers."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the rules work on."""

    turns: tuple[Transcript, ...]
    sought: tuple[Sought, ...]
    language: str


async def read(session: AsyncSession, interview_id: UUID) -> Read:
    """Turns of an interview, and what is looked for in them: its skills, and what its job asks for."""
    interview = await session.get_one(Interview, interview_id)
    query = (
        select(Transcript)
        .where(Transcript.interview_id == interview_id, Transcript.is_interim.is_(False))
        .order_by(Transcript.sequence)
    )
    turns = tuple(await session.scalars(query))
    skills = await session.execute(
        select(Skill.id, Skill.skill_name)
        .join(InterviewSkill, InterviewSkill.skill_id == Skill.id)
        .where(InterviewSkill.interview_id == interview_id)
        .order_by(Skill.skill_name)
    )
    sought = [Sought(EvidenceKind.SKILL, name, (name,), skill_id) for skill_id, name in skills]
    if interview.job_id is not None:
        wanted = (await requirements.asked(session, interview.job_id)).requirements
        sought += [
            Sought(EvidenceKind.REQUIREMENT, item.text, (item.text, *item.alternatives))
            for item in wanted.items
            if item.kind in _ASKED
        ]
    return Read(turns, tuple(sought), language_of(interview.language))


def language_of(code: str | None) -> str:
    """One of the languages that rules know."""
    short = (code or DEFAULT_LANGUAGE)[:2].casefold()
    return short if short in LANGUAGES else DEFAULT_LANGUAGE


async def find(material: Read) -> list[Piece]:
    """What the rules find. In a thread: an hour of talk takes some hundred milliseconds."""
    said = [Said(turn.id, turn.text, turn.speaker_role == SpeakerRole.HOST) for turn in material.turns]
    return await asyncio.to_thread(evidence_in, said, material.sought, material.language)


async def keep(
    session: AsyncSession, interview_id: UUID, turns: Sequence[Transcript], pieces: Sequence[Piece]
) -> int:
    """Make the rows of an interview equal to these pieces. Returns how many there are."""
    by_id: Mapping[UUID, Transcript] = {turn.id: turn for turn in turns}
    await session.execute(
        delete(InterviewEvidence).where(
            InterviewEvidence.interview_id == interview_id,
            InterviewEvidence.id.not_in([piece.id for piece in pieces]),
        )
    )
    if pieces:
        new = insert(InterviewEvidence)
        # The same place in the same turn: words may have been corrected, and its speaker found since.
        changed = {
            "quote": new.excluded.quote,
            "speaker_role": new.excluded.speaker_role,
            "skill_id": new.excluded.skill_id,
        }
        rows = [
            {
                "id": piece.id,
                "interview_id": interview_id,
                "turn_id": piece.turn_id,
                "kind": piece.kind,
                "about": piece.about,
                "quote": piece.quote,
                "speaker_role": by_id[piece.turn_id].speaker_role,
                "at": by_id[piece.turn_id].timestamp,
                "starts_ms": by_id[piece.turn_id].starts_ms,
                "skill_id": piece.skill_id,
            }
            for piece in pieces
        ]
        await session.execute(new.on_conflict_do_update(index_elements=["id"], set_=changed), rows)
    return len(pieces)
