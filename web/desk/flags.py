"""The flags: what each holds, its exceptions and history; the kill switch behind a question."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import JSONResponse, RedirectResponse, Response

from domain.errors import InvalidInputError, StaleStateError
from domain.vocabulary import Flag, UserRole
from feature_flags.registry import FLAGS
from services import find, flags
from services.flags import Seen
from web.acting import HIRING
from web.desk.session import Desk, SignedIn
from web.paging import cursor, read_cursor
from web.reading import flags as reading

router = APIRouter(prefix="/flags")
ALL = 100
OWN_VALUES: dict[str, bool | None] = {"on": True, "off": False, "none": None}


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn) -> Response:
    """All flags with what they hold now."""
    async with desk.caller.begin() as act:
        states = await flags.list_flags(act.session)
        people = await reading.names(
            act.session, act, {flag.updated_by for flag in states if flag.updated_by}
        )
        return desk.show(
            "desk/flags.html",
            act,
            flags=states,
            people=people,
            meanings=FLAGS,
            waits=reading.waits,
            may_change=act.role is UserRole.ADMIN,
            kill_switch=Flag.GLOBAL_AUTOMATION,
        )


@router.api_route("/now", methods=["GET", "HEAD"])
async def now(desk: SignedIn) -> Response:
    """What the page's script asks every second: state, version and held steps of each flag."""
    async with desk.caller.begin() as act:
        return JSONResponse(
            {
                flag.name: {
                    "state": "on" if flag.enabled else "off",
                    "version": flag.version,
                    "waits": reading.waits(flag.held_steps),
                }
                for flag in await flags.list_flags(act.session)
            }
        )


@router.api_route("/{name}", methods=["GET", "HEAD"])
async def detail(desk: SignedIn, name: str) -> Response:
    """One flag: switch, roll-out, values for single jobs, history with the way back."""
    before = desk.request.query_params.get("before", "")
    async with desk.caller.begin() as act:
        flag = await reading.one(act.session, name)
        own = await reading.overrides(act.session, act, name)
        may_override = act.role in HIRING and name != Flag.GLOBAL_AUTOMATION
        history, older = await reading.history(
            act.session,
            act,
            name,
            int(before) if before.isdecimal() and len(before) < 19 else None,  # noqa: PLR2004 - a bigint
        )
        return desk.show(
            "desk/flag.html",
            act,
            flag=flag,
            meaning=FLAGS[Flag(name)],
            overrides=own,
            jobs=await reading.jobs_to_choose(act.session, {one.job_id for one in own})
            if may_override
            else [],
            history=history,
            older=older,
            waits=reading.waits,
            may_change=act.role is UserRole.ADMIN,
            may_override=may_override,
            is_kill_switch=name == Flag.GLOBAL_AUTOMATION,
        )


@router.api_route("/{name}/waiting", methods=["GET", "HEAD"])
async def waiting(desk: SignedIn, name: str) -> Response:
    """The steps that a flag holds now, those that wait longest first."""
    after = desk.request.query_params.get("after")
    key = read_cursor(after, datetime.fromisoformat, str, str) if after else None
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        flag = await reading.one(act.session, name)
        steps = await reading.held(act.session, name, (key[0], key[1], key[2]) if key else None)
        shown = steps[: reading.SHOWN]
        last = shown[-1] if len(steps) > len(shown) else None
        return desk.show(
            "desk/flags_waiting.html",
            act,
            flag=flag,
            steps=shown,
            next=cursor(last.since.isoformat(), last.workflow_id, last.step) if last else None,
            waits=reading.waits,
        )


@router.api_route("/{name}/confirm", methods=["GET", "HEAD"])
async def ask(desk: SignedIn, name: str) -> Response:
    """The question before the kill switch. Changes nothing."""
    async with desk.caller.begin() as act:
        flag = await reading.one(act.session, name)
        act.needs(UserRole.ADMIN)
        return desk.show(
            "desk/flags_confirm.html",
            act,
            flag=flag,
            meaning=FLAGS[Flag(name)],
        )


@router.post("/{name}")
async def change(desk: SignedIn, name: str) -> Response:
    """Switch a flag or change its roll-out. The kill switch goes off only from its question."""
    form = await desk.form()
    enabled = {"on": True, "off": False}.get(form.get("enabled", ""))
    root = desk.caller.deps.root
    if name == Flag.GLOBAL_AUTOMATION and enabled is False and form.get("confirmed") != "yes":
        return RedirectResponse(f"{root}/flags/{name}/confirm", 303)
    try:
        async with desk.caller.begin() as act:
            act.needs(UserRole.ADMIN)
            await flags.set_flag(
                act.session,
                name,
                enabled=enabled,
                rollout_percentage=_whole(form.get("rollout"), "rollout"),
                seen_version=_whole(form.get("version"), "version"),
                cause=act.cause(form.get("reason", "").strip() or None),
                at=act.at,
            )
    except StaleStateError as stale:
        return await _conflict(desk, name, stale)
    return RedirectResponse(f"{root}/flags/{name}" if form.get("back") == "flag" else f"{root}/flags", 303)


@router.post("/{name}/jobs")
async def override(desk: SignedIn, name: str) -> Response:
    """Give a job a value of its own, or take it away. Recruiters may for own jobs."""
    form = await desk.form()
    if form.get("value") not in OWN_VALUES or form.get("seen", "none") not in OWN_VALUES:
        raise InvalidInputError("Choose on, off, or none.", field="value")
    try:
        job_id = UUID(form.get("job", ""))
    except ValueError:
        raise InvalidInputError("Choose a job.", field="job") from None
    seen = Seen(OWN_VALUES[form["seen"]]) if "seen" in form else None
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            await find.job(act.session, job_id)
            await flags.set_override(
                act.session,
                name,
                job_id,
                OWN_VALUES[form["value"]],
                seen=seen,
                cause=act.cause(form.get("reason", "").strip() or None),
                at=act.at,
            )
    except StaleStateError as stale:
        return await _conflict(desk, name, stale)
    return RedirectResponse(f"{desk.caller.deps.root}/flags/{name}", 303)


async def _conflict(desk: Desk, name: str, stale: StaleStateError) -> Response:
    """Two people at once: what the other one did, and the way to decide anew."""
    async with desk.caller.begin() as act:
        flag = await reading.one(act.session, name)
        changes, _ = await reading.history(act.session, act, name, None)
        latest = changes[0] if changes else None
        return desk.show("desk/flags_conflict.html", act, stale, flag=flag, latest=latest)


def _whole(text: str | None, field: str) -> int | None:
    if text is None or not text.strip():
        return None
    if not text.strip().isdecimal() or len(text) > 9:  # noqa: PLR2004 - far more than any of them
        raise InvalidInputError("This is not a whole number.", field=field)
    return int(text)
