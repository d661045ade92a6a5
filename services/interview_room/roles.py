"""Host and guest of an interview: detected from what was said, corrected by a person, written onto every turn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError
from domain.interview_room import roles as rules
from domain.interview_room.roles import ASSIGNED_AFTER, JUDGED_UNTIL, Roles, Said
from domain.interview_room.turns import SpeakerRole, Turn
from models import Interview, InterviewQuestion, Transcript
from services import find, log
from services.log import Cause, Entry
from services.moves import subject

JUDGED_FROM = 200
"""Turns that roles are judged by, the first of the interview."""


def role_of(interview: Interview, turn: Turn) -> str | None:
    """The role of a turn's voice: as a person said, else as its sender says, else as detected so far."""
    known = _speakers(interview).get(turn.speaker) if turn.speaker is not None else None
    if turn.speaker_role is not None and (known is None or not _is_by(interview, "person")):
        return turn.speaker_role.value
    return known.value if known is not None else None


async def learn(session: AsyncSession, interview: Interview, batch: Sequence[Turn], *, turns: int) -> None:
    """Take over what the sender of a batch says of its voices, then judge the others once enough was said.

    `turns` is how many the interview holds. What a person said stays.
    """
    told = {
        turn.speaker: turn.speaker_role
        for turn in batch
        if turn.speaker is not None and turn.speaker_role is not None and not turn.is_interim
    }
    now = _speakers(interview)
    if told and not _is_by(interview, "person") and told.items() - now.items():
        fixed = now if _is_by(interview, "sender") else {}
        await _assign(session, interview, rules.told({**fixed, **told}))
    await _judge(session, interview, turns)


async def _judge(session: AsyncSession, interview: Interview, turns: int) -> None:
    fixed = {} if _is_by(interview, "rules") else _speakers(interview)
    is_settled = bool(fixed) or (interview.roles_assigned and turns > JUDGED_UNTIL)
    if turns < ASSIGNED_AFTER or (is_settled and not await _strangers(session, interview)):
        return
    query = (
        select(Transcript.text, Transcript.speaker)
        .where(
            Transcript.interview_id == interview.id,
            Transcript.speaker.is_not(None),
            Transcript.is_interim.is_(False),
        )
        .order_by(Transcript.sequence)
        .limit(JUDGED_FROM)
    )
    said = [Said(text, speaker) for text, speaker in await session.execute(query) if speaker is not None]
    found = rules.detect(said, await _planned(session, interview.id), fixed)
    if found is None or found.speakers == _speakers(interview):
        return
    if fixed:
        found = replace(found, by=(interview.roles or {})["by"])
    await _assign(session, interview, found)


def _speakers(interview: Interview) -> dict[str, SpeakerRole]:
    return {one: SpeakerRole(role) for one, role in (interview.roles or {}).get("speakers", {}).items()}


def _is_by(interview: Interview, who: str) -> bool:
    return bool((interview.roles or {"by": "rules"})["by"] == who)


async def correct(
    session: AsyncSession,
    interview_id: UUID,
    speakers: Mapping[str, SpeakerRole],
    *,
    cause: Cause,
    at: datetime,
) -> Interview:
    """A person says who is who; voices not named keep their role, and nothing detected later changes it.

    Raises InvalidInputError for a voice that was not heard, NotFoundError.
    """
    interview = await find.interview(session, interview_id, lock=True)
    query = select(Transcript.speaker).where(Transcript.interview_id == interview_id).distinct()
    heard = {speaker for speaker in await session.scalars(query) if speaker is not None}
    for speaker in speakers:
        if speaker not in heard:
            raise InvalidInputError(
                "Nobody of this name was heard.",
                field="speakers",
                remedy=f"Name one of: {', '.join(sorted(heard)) or 'nobody yet'}.",
            )
    kept = {
        speaker: SpeakerRole(role) for speaker, role in (interview.roles or {}).get("speakers", {}).items()
    }
    await _assign(session, interview, rules.chosen({**kept, **speakers}))
    key = f"interview:{interview.id}:speakers:{uuid4().hex}"
    named = {role.value: sum(one is role for one in speakers.values()) for role in SpeakerRole}
    await log.record(session, cause, Entry("speakers_named", key, subject(interview), at, details=named))
    return interview


async def _assign(session: AsyncSession, interview: Interview, found: Roles) -> None:
    interview.roles, interview.roles_assigned = found.as_json(), True
    await session.flush()
    for speaker, role in found.speakers.items():
        await session.execute(
            update(Transcript)
            .where(
                Transcript.interview_id == interview.id,
                Transcript.speaker == speaker,
                Transcript.speaker_role.is_distinct_from(role.value),
            )
            .values(speaker_role=role.value)
        )


async def _strangers(session: AsyncSession, interview: Interview) -> bool:
    """Whether a voice was heard that has no role."""
    query = select(Transcript.id).where(
        Transcript.interview_id == interview.id,
        Transcript.speaker.is_not(None),
        Transcript.speaker_role.is_(None),
        Transcript.is_interim.is_(False),
    )
    return await session.scalar(query.limit(1)) is not None


async def _planned(session: AsyncSession, interview_id: UUID) -> Sequence[str]:
    """Texts of the question plan."""
    query = select(InterviewQuestion.question_text_snapshot).where(
        InterviewQuestion.interview_id == interview_id
    )
    return (await session.scalars(query)).all()
