"""The text interview that a machine leads: what a job tells it, and how far one interview's is."""

from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, Field
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from domain.interview_bot.texts import LONGEST
from domain.vocabulary import BotState
from services import find
from services.interview_bot import settings, standing
from services.interview_bot.settings import BotSettings
from web.acting import HIRING, ApiCaller
from web.api.bodies import Reasoned, Text
from web.api.shapes import Shape
from web.etags import IfMatch

router = APIRouter(tags=["text interviews"])
BotText = Annotated[Text, Field(max_length=LONGEST)]


class TextInterviewSettings(Reasoned):
    """All of it: what is left out is emptied."""

    bot_interview_offered: bool
    custom_bot_instructions: BotText | None = None
    custom_screening_prompt: BotText | None = None
    custom_interview_questions: BotText | None = None


class TextInterviewSettingsShape(Shape):
    """What a job tells the machine."""

    bot_interview_offered: bool
    custom_bot_instructions: str | None
    custom_screening_prompt: str | None
    custom_interview_questions: str | None


class TextInterviewShape(Shape):
    """How far a text interview is. What was said stands in the transcript."""

    interview_id: UUID
    state: BotState
    language: str
    asks: int
    answered: int
    planned: int
    started_at: AwareDatetime
    stopped_at: AwareDatetime | None
    ended_at: AwareDatetime | None


@router.get("/jobs/{job_id}/text-interview", summary="Get what a job tells the machine")
async def get(caller: ApiCaller, job_id: UUID) -> TextInterviewSettingsShape:
    """Whether a text interview is offered, and the texts that shape it."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        return await _shape(act.session, job_id)


@router.put("/jobs/{job_id}/text-interview", summary="Set what a job tells the machine")
async def put(
    caller: ApiCaller, job_id: UUID, body: TextInterviewSettings, wanted: IfMatch
) -> TextInterviewSettingsShape:
    """Possible until the job has ended. Text interviews that were begun keep the questions they have planned."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await find.job(act.session, job_id, lock=True)
        await wanted.holds(partial(_shape, act.session, job_id))
        new = BotSettings(**body.model_dump(exclude={"reason"}))
        await settings.change(act.session, job_id, new, cause=act.cause(body.reason), at=act.at)
        return await _shape(act.session, job_id)


@router.get("/interviews/{interview_id}/text-interview", summary="Get how far a text interview is")
async def of_interview(caller: ApiCaller, interview_id: UUID) -> TextInterviewShape:
    """404 before the candidate began it."""
    async with caller.begin() as act:
        bot = await standing.of_interview(act.session, interview_id)
        if bot is None:
            raise NotFoundError("No text interview was begun.", field="interview_id")
        return TextInterviewShape.model_validate(bot)


async def _shape(session: AsyncSession, job_id: UUID) -> TextInterviewSettingsShape:
    return TextInterviewSettingsShape.model_validate(settings.of_job(await find.job(session, job_id)))
