"""Connecting a Google account: to Google's page of consent and back.

Coming back is a GET that changes something, which is safe here alone: its state proves that this very browser
began. The desk's own cookie does not travel along, because the way back begins at another site; what is needed
stands in a cookie of its own that is sealed, lives ten minutes, is sent to this one address and counts once.
"""

import hmac
from typing import Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Request
from fastapi.responses import Response

from domain.calendars import CalendarProviderName
from domain.errors import InvalidInputError, SetupError, UnderstudyError
from services.calendars import accounts
from services.calendars.accounts import NewAccount
from web import connecting, sealed
from web.acting import Caller, Proof
from web.deps import Calendars, Deps, OAuth, ReceivedAt, WebDeps
from web.desk.session import SignedIn
from web.render import page

router = APIRouter(prefix="/calendars/google")
COOKIE = "understudy_consent"
PURPOSE = "google-consent"
BACK = "/calendars/google/callback"


@router.post("/connect")
async def begin(desk: SignedIn) -> Response:
    """Send the browser to Google, with a cookie that will prove that it began here."""
    form = await desk.form()
    deps = desk.caller.deps
    tools, google = _tools(deps)
    async with desk.caller.begin() as act:
        owner = await connecting.owner(act, connecting.named(form))
        consent = google.begin(f"{deps.base_url.rstrip('/')}{BACK}", login_hint=owner.email)
        kept = {
            "state": consent.state,
            "verifier": consent.code_verifier,
            "by": desk.caller.proof.digest.hex(),
            "user": str(owner.id),
            "nonce": uuid4().hex,
        }
        # No redirect: a browser would hold it against the form, which may lead to this site alone (form-action).
        html = desk.show(
            "desk/calendar_google.html",
            act,
            headers={"Refresh": f"0; url={consent.url}"},
            url=consent.url,
            owner=owner,
        )
    html.set_cookie(
        COOKIE,
        sealed.seal(deps, tools.box, PURPOSE, kept),
        max_age=sealed.LIFETIME_SECONDS,
        path=f"{deps.root}{BACK}",
        secure=deps.is_secure,
        httponly=True,
        samesite="lax",
    )
    return html


@router.get("/callback")
async def finish(request: Request, deps: Deps, at: ReceivedAt) -> Response:
    """Google sent the browser back: take the consent, and connect the account's main calendar."""
    tools, google = _tools(deps)
    try:
        kept = _kept(request, deps, tools)
    except UnderstudyError as error:
        # The cookie stays: a stranger's link with a made-up state must not end what the person began.
        return _failed(request, error)
    try:
        proof = Proof("session", bytes.fromhex(kept["by"]))
        caller = Caller(deps, at, proof, sign_in=f"{deps.root}/sign-in")
        html = await _connect(request, caller, tools, google, kept)
    except UnderstudyError as error:
        html = _failed(request, error)
    html.delete_cookie(
        COOKIE, path=f"{deps.root}{BACK}", secure=deps.is_secure, httponly=True, samesite="lax"
    )
    return html


async def _connect(
    request: Request, caller: Caller, tools: Calendars, google: OAuth, kept: dict[str, Any]
) -> Response:
    back = f"{caller.deps.base_url.rstrip('/')}{BACK}"
    secret = await google.finish(f"{back}?{request.url.query}", kept["state"], kept["verifier"], back)
    choices = await tools.choices(CalendarProviderName.GOOGLE, secret)
    main, _ = connecting.chosen(choices, None)
    async with caller.begin() as act:
        owner = await connecting.owner(act, UUID(kept["user"]))
        new = NewAccount(owner.id, CalendarProviderName.GOOGLE, secret, main.id)
        row = await accounts.connect(
            act.session, tools.box, new, cause=act.cause(), at=act.at, once=kept["nonce"]
        )
        return page(
            request,
            "desk/calendar_connected.html",
            owner=owner,
            main=main,
            more=len(choices) - 1,
            account_id=row.id,
        )


def _kept(request: Request, deps: WebDeps, tools: Calendars) -> dict[str, Any]:
    """What was kept for this browser. Raises InvalidInputError when the answer is not to its own request."""
    kept = sealed.unseal(deps, tools.box, PURPOSE, request.cookies.get(COOKIE, ""))
    state = request.query_params.get("state", "")
    if not hmac.compare_digest(state.encode(), str(kept["state"]).encode()):
        raise InvalidInputError(
            "This answer belongs to another request.", remedy="Begin again from your calendars."
        )
    return kept


def _tools(deps: WebDeps) -> tuple[Calendars, OAuth]:
    tools = connecting.needed(deps)
    if tools.google is None:
        raise SetupError(
            "Google Calendar is not set up here.", remedy="Ask an admin to run: understudy doctor."
        )
    return tools, tools.google


def _failed(request: Request, error: UnderstudyError) -> Response:
    return page(request, "desk/calendar_failed.html", error=error)
