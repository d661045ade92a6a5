"""Feature flags. Changing one wakes what it held."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from domain.errors import InvalidInputError
from domain.vocabulary import UserRole
from services import find, flags
from web.acting import HIRING, Act, ApiCaller
from web.api.bodies import FlagChange, FlagOverride
from web.api.shapes import FlagChanged, FlagPage, FlagShape
from web.etags import IfMatch
from web.paging import DEFAULT, After, Limit
from web.reading.flags import one, page_of

router = APIRouter(prefix="/flags", tags=["flags"])


@router.get("", summary="List flags")
async def list_(caller: ApiCaller, after: After = None, limit: Limit = DEFAULT) -> FlagPage:
    """With what each holds now (for a recruiter: of own jobs) and its values for single jobs."""
    async with caller.begin() as act:
        rows, next_ = await page_of(act.session, after=after, limit=limit)
        return FlagPage(items=[FlagShape.model_validate(flag) for flag in rows], next=next_)


@router.get("/{name}", summary="Read a flag")
async def read(caller: ApiCaller, name: str) -> FlagShape:
    """One flag; `version` grows with each change of switch or roll-out."""
    async with caller.begin() as act:
        return FlagShape.model_validate(await one(act.session, name))


@router.put("/{name}", summary="Switch a flag or change its roll-out")
async def change(caller: ApiCaller, name: str, body: FlagChange, if_match: IfMatch) -> FlagChanged:
    """`global_automation` is the kill switch: off holds every automatic step of every job.

    Give the `version` that you saw, and a change that somebody else made since answers 409. If-Match does the
    same for the whole flag, held steps included.
    """
    if body.enabled is None and body.rollout_percentage is None:
        raise InvalidInputError(
            "Nothing is to be changed.", field="enabled", remedy="Give enabled or a roll-out."
        )
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await if_match.holds(_present(act, name))
        woken = await flags.set_flag(
            act.session,
            name,
            enabled=body.enabled,
            rollout_percentage=body.rollout_percentage,
            seen_version=body.version,
            cause=act.cause(body.reason),
            at=act.at,
        )
        return await _changed(act, name, woken)


@router.put("/{name}/jobs/{job_id}", summary="Give a flag its own value for one job")
async def override(
    caller: ApiCaller, name: str, job_id: UUID, body: FlagOverride, if_match: IfMatch
) -> FlagChanged:
    """Wins over switch and roll-out, never over the kill switch. Recruiters may for own jobs."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await find.job(act.session, job_id)
        await if_match.holds(_present(act, name))
        woken = await flags.set_override(
            act.session, name, job_id, body.enabled, cause=act.cause(body.reason), at=act.at
        )
        return await _changed(act, name, woken)


@router.delete("/{name}/jobs/{job_id}", summary="Take a job's own value of a flag away")
async def remove_override(
    caller: ApiCaller,
    name: str,
    job_id: UUID,
    if_match: IfMatch,
    reason: Annotated[str | None, Query(max_length=500)] = None,
) -> FlagChanged:
    """The job follows switch and roll-out again."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await find.job(act.session, job_id)
        await if_match.holds(_present(act, name))
        woken = await flags.set_override(act.session, name, job_id, None, cause=act.cause(reason), at=act.at)
        return await _changed(act, name, woken)


def _present(act: Act, name: str) -> Callable[[], Awaitable[FlagShape]]:
    async def shown() -> FlagShape:
        return FlagShape.model_validate(await one(act.session, name))

    return shown


async def _changed(act: Act, name: str, woken: int) -> FlagChanged:
    return FlagChanged(flag=FlagShape.model_validate(await one(act.session, name)), woken=woken)
