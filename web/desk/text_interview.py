"""The text interview of a job: whether a machine offers it, and what the job tells that machine."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.interview_bot.texts import LONGEST, questions_of
from domain.states import FINAL_JOB
from services import find
from services.interview_bot import settings
from services.interview_bot.settings import BotSettings
from web.acting import HIRING
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/jobs/{job_id}/text-interview")
TEXTS = ("custom_screening_prompt", "custom_interview_questions", "custom_bot_instructions")


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, job_id: UUID, said: str = "") -> Response:
    """What is set, and how many have taken one."""
    return await _show(desk, job_id, said=said)


@router.post("")
async def change(desk: SignedIn, job_id: UUID) -> Response:
    """Set all of it."""
    form = await desk.form()
    wanted = BotSettings(form.get("offered") == "yes", **{name: form.get(name, "") for name in TEXTS})
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            await settings.change(act.session, job_id, wanted, cause=act.cause(), at=act.at)
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, job_id, error=error, written=wanted)
    return RedirectResponse(f"{desk.caller.deps.root}/jobs/{job_id}/text-interview?said=saved", 303)


async def _show(
    desk: Desk,
    job_id: UUID,
    *,
    said: str = "",
    error: UnderstudyError | None = None,
    written: BotSettings | None = None,
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        job = await find.job(act.session, job_id)
        kept = settings.of_job(job)
        return desk.show(
            "desk/text_interview.html",
            act,
            error,
            job=job,
            kept=written or kept,
            questions=questions_of(kept.custom_interview_questions),
            taken=await settings.taken(act.session, job_id),
            may_change=job.status not in FINAL_JOB,
            longest=LONGEST,
            said="Saved." if said == "saved" else "",
        )
