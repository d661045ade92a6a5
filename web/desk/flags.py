"""The flags: what each holds, and the kill switch behind a question."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import NotFoundError
from domain.vocabulary import Flag, UserRole
from feature_flags.registry import FLAGS
from services import flags
from web.desk.session import SignedIn
from web.render import page

router = APIRouter(prefix="/flags")


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn) -> Response:
    """All flags with what they hold now."""
    async with desk.caller.begin() as act:
        states = await flags.list_flags(act.session)
        return page(
            desk.request,
            "desk/flags.html",
            flags=states,
            meanings=FLAGS,
            may_change=act.role is UserRole.ADMIN,
            kill_switch=Flag.GLOBAL_AUTOMATION,
            me=act,
            csrf=desk.csrf,
        )


@router.api_route("/{name}/confirm", methods=["GET", "HEAD"])
async def ask(desk: SignedIn, name: str) -> Response:
    """The question before the kill switch. Changes nothing."""
    async with desk.caller.begin() as act:
        flag = next((flag for flag in await flags.list_flags(act.session) if flag.name == name), None)
        if flag is None:
            raise NotFoundError("There is no such flag.")
        act.needs(UserRole.ADMIN)
        return page(
            desk.request,
            "desk/confirm.html",
            flag=flag,
            meaning=FLAGS[Flag(name)],
            me=act,
            csrf=desk.csrf,
        )


@router.post("/{name}")
async def change(desk: SignedIn, name: str) -> Response:
    """Switch a flag. The kill switch goes off only from its question."""
    form = await desk.form()
    enabled = form.get("enabled") == "on"
    root = desk.caller.deps.root
    if name == Flag.GLOBAL_AUTOMATION and not enabled and form.get("confirmed") != "yes":
        return RedirectResponse(f"{root}/flags/{name}/confirm", 303)
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        reason = form.get("reason", "").strip() or None
        await flags.set_flag(act.session, name, enabled=enabled, cause=act.cause(reason), at=act.at)
    return RedirectResponse(f"{root}/flags", 303)
