"""The digest as a page, for any morning; and turning its mail off, signed in or from the mail itself."""

from datetime import date, timedelta
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from domain.digest import DigestContent, morning, start_of
from domain.errors import InvalidInputError, LinkError
from domain.messages import digest as words
from domain.messages.tongue import Tongue
from domain.vocabulary import Trigger, UserRole
from domain.wall_clock import local_time
from models import User
from services import digest, digest_mail
from services.context import act_as_user
from services.log import Cause
from web.acting import HIRING, Act
from web.deps import Deps, ReceivedAt, WebDeps
from web.desk.session import SignedIn
from web.render import page

router = APIRouter(prefix="/digest")
OLDEST = timedelta(days=365)


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, day: str = "") -> Response:
    """The last 24 hours, or what the mail of a morning told; what waits and what is due is told as of now."""
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        chosen = _chosen(day, act)
        until = morning(chosen, act.zone) if chosen else act.at
        content = (await digest.read(act.session, {act.user_id: start_of(None, until)}, until, act.at))[
            act.user_id
        ]
        return desk.show(
            "desk/digest.html",
            act,
            content=content,
            jobs=_lines(content, act),
            day=chosen,
            today=local_time(act.at, act.zone).date(),
            by_mail=await digest_mail.wants(act.session, act.user_id),
        )


@router.post("")
async def switch(desk: SignedIn) -> Response:
    """Turn the mail on or off."""
    form = await desk.form()
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        await digest_mail.switch(
            act.session, act.user_id, on=form.get("by_mail") == "on", cause=act.cause(), at=act.at
        )
    return RedirectResponse(f"{desk.caller.deps.root}/digest", 303)


@router.api_route("/off/{user_id}/{token}", methods=["GET", "HEAD"])
async def ask_off(request: Request, deps: Deps, at: ReceivedAt, user_id: UUID, token: str) -> Response:
    """The question before the mail is turned off, from the mail's own link. Changes nothing."""
    deps.links.check_opt_out(token, user_id, at)
    return page(request, "desk/digest_off.html", done=False)


@router.post("/off/{user_id}/{token}")
async def turn_off(request: Request, deps: Deps, at: ReceivedAt, user_id: UUID, token: str) -> Response:
    """Turn the mail off: the page's button, and the one click of mail programs (RFC 8058). Only the token counts."""
    deps.links.check_opt_out(token, user_id, at)
    await _turn_off(deps, user_id, at)
    return page(request, "desk/digest_off.html", done=True)


async def _turn_off(deps: WebDeps, user_id: UUID, at: ReceivedAt) -> None:
    async with deps.sessions.begin() as session:
        # The least of the roles that may say this about themselves.
        await act_as_user(session, UserRole.INTERVIEWER, user_id)
        if await session.get(User, user_id) is None:
            raise LinkError("This link is no longer valid.")
        cause = Cause(Trigger.MANUAL, "user", user_id, "from the mail")
        await digest_mail.switch(session, user_id, on=False, cause=cause, at=at)


def _chosen(day: str, act: Act) -> date | None:
    if not day:
        return None
    try:
        chosen = date.fromisoformat(day)
    except ValueError:
        raise InvalidInputError("This is not a day.", field="day", remedy="For example 2026-03-02.") from None
    today = local_time(act.at, act.zone).date()
    return min(max(chosen, today - OLDEST), today)


def _lines(content: DigestContent, act: Act) -> list[dict[str, object]]:
    """Each job in the words of the mail."""
    t = Tongue("en", act.zone, act.at)
    return [
        {
            "news": news,
            "needed": words.needed(news),
            "happened": words.happened(news),
            "ahead": words.ahead(news, t),
        }
        for news in content.jobs
    ]
