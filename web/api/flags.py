"""Feature flags. Changing one wakes what it held."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from domain.errors import InvalidInputError
from domain.vocabulary import UserRole
from services import find, flags
from web.acting import Act, ApiCaller
from web.api.bodies import FlagChange, FlagOverride
from web.api.shapes import FlagChanged, FlagShape

router = APIRouter(prefix="/flags", tags=["flags"])


@router.get("", summary="List flags")
async def list_(caller: ApiCaller) -> list[FlagShape]:
    """With what each holds now and its values for single jobs."""
    async with caller.begin() as act:
        return [FlagShape.model_validate(flag) for flag in await flags.list_flags(act.session)]


@router.put("/{name}", summary="Switch a flag or change its roll-out")
async def change(caller: ApiCaller, name: str, body: FlagChange) -> FlagChanged:
    """`global_automation` is the kill switch: off holds every automatic step of every job."""
    if body.enabled is None and body.rollout_percentage is None:
        raise InvalidInputError(
            "Nothing is to be changed.", field="enabled", remedy="Give enabled or a roll-out."
        )
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        woken = await flags.set_flag(
            act.session,
            name,
            enabled=body.enabled,
            rollout_percentage=body.rollout_percentage,
            cause=act.cause(body.reason),
            at=act.at,
        )
        return await _changed(act, name, woken)


@router.put("/{name}/jobs/{job_id}", summary="Give a flag its own value for one job")
async def override(caller: ApiCaller, name: str, job_id: UUID, body: FlagOverride) -> FlagChanged:
    """Wins over switch and roll-out, never over the kill switch."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await find.job(act.session, job_id)
        woken = await flags.set_override(
            act.session, name, job_id, body.enabled, cause=act.cause(body.reason), at=act.at
        )
        return await _changed(act, name, woken)


@router.delete("/{name}/jobs/{job_id}", summary="Take a job's own value of a flag away")
async def remove_override(
    caller: ApiCaller,
    name: str,
    job_id: UUID,
    reason: Annotated[str | None, Query(max_length=500)] = None,
) -> FlagChanged:
    """The job follows switch and roll-out again."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await find.job(act.session, job_id)
        woken = await flags.set_override(act.session, name, job_id, None, cause=act.cause(reason), at=act.at)
        return await _changed(act, name, woken)


async def _changed(act: Act, name: str, woken: int) -> FlagChanged:
    flag = next(flag for flag in await flags.list_flags(act.session) if flag.name == name)
    return FlagChanged(flag=FlagShape.model_validate(flag), woken=woken)
