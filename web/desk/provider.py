"""Signing in at the company's OpenID provider: there and back.

Coming back is a GET that changes something, which is safe here: its state proves that this very browser began. What
is needed stands in a signed cookie that lives ten minutes and is sent to this one address. The desk's own cookie is
`SameSite=Strict` and would not travel along with a redirect that begins at another site, so a page of ours leads on.
"""

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from itsdangerous import BadData, URLSafeTimedSerializer

from domain.errors import NotFoundError, UnderstudyError
from domain.identity import SignInMeans, SignInOutcome
from domain.identity.arrival import Arrival
from domain.identity.ports import IdentityProvider, SignInRequest
from domain.identity.redirects import safe_next
from services.identity import arrivals, sessions, sign_in
from web.deps import Deps, ReceivedAt, WebDeps
from web.desk import session
from web.desk.sign_in import refusal
from web.origin import origin_of, refuse_other_sites
from web.render import page

router = APIRouter(prefix="/sign-in")
COOKIE = "understudy_sign_in"
BACK = "/sign-in/callback"
LIFETIME_SECONDS = 10 * 60


@router.post("/provider")
async def begin(request: Request, deps: Deps) -> Response:
    """Send the browser to the provider, with a cookie that will prove that it began here."""
    refuse_other_sites(request, deps)
    provider = _provider(deps)
    form = await request.form(max_fields=5, max_files=0)
    wanted = form.get("next")
    try:
        asked = await provider.begin(_back(deps))
    except UnderstudyError as error:
        return refusal(request, deps, error)
    # No redirect: a browser would hold it against the form, which may lead to this site alone (form-action).
    html = page(
        request,
        "desk/to_provider.html",
        headers={"Refresh": f"0; url={asked.url}"},
        url=asked.url,
    )
    kept = {
        "state": asked.state,
        "nonce": asked.nonce,
        "verifier": asked.code_verifier,
        "next": safe_next(wanted if isinstance(wanted, str) else None),
    }
    html.set_cookie(
        COOKIE,
        str(_signer(deps).dumps(kept)),
        max_age=LIFETIME_SECONDS,
        path=f"{deps.root}{BACK}",
        secure=deps.is_secure,
        httponly=True,
        samesite="lax",
    )
    return html


@router.get("/callback")
async def finish(request: Request, deps: Deps, at: ReceivedAt) -> Response:
    """The provider sent the browser back: check what it says, and sign in whom it names."""
    provider = _provider(deps)
    try:
        kept: dict[str, Any] = _signer(deps).loads(request.cookies.get(COOKIE, ""), max_age=LIFETIME_SECONDS)
    except BadData:
        # The cookie of a sign-in that goes on in this browser stays: a stranger's link must not end it.
        return refusal(request, deps, _too_late())
    asked = SignInRequest("", kept["state"], kept["nonce"], kept["verifier"])
    try:
        person = await provider.finish(dict(request.query_params), asked, _back(deps))
        token = await _enter(request, deps, person, at)
    except UnderstudyError as error:
        html = refusal(request, deps, error)
    else:
        leads_to = f"{deps.root}{safe_next(str(kept['next']))}"
        html = page(
            request, "desk/signed_in.html", headers={"Refresh": f"0; url={leads_to}"}, leads_to=leads_to
        )
        session.sign_in(deps, html, token)
    html.delete_cookie(
        COOKIE, path=f"{deps.root}{BACK}", secure=deps.is_secure, httponly=True, samesite="lax"
    )
    return html


async def _enter(request: Request, deps: WebDeps, person: Arrival, at: datetime) -> str:
    origin, now = origin_of(request, session.held(request)), deps.wall()
    subject = f"{person.issuer} {person.subject}"
    key = deps.form_key.encode()
    try:
        async with deps.sessions.begin() as transaction:
            user_id = await arrivals.arrive(
                transaction,
                person,
                deps.identity.roles,
                trusts_mail=deps.identity.trusts_mail,
                now=now,
                at=at,
            )
            await sign_in.note(
                transaction, user_id, subject, origin, SignInOutcome.SUCCEEDED, key=key, now=now
            )
            return await sessions.begin(
                transaction, user_id, SignInMeans.OIDC, origin.client, instead_of=origin.held, now=now
            )
    except UnderstudyError:
        async with deps.sessions.begin() as transaction:
            await sign_in.note(transaction, None, subject, origin, SignInOutcome.REFUSED, key=key, now=now)
        raise


def _provider(deps: WebDeps) -> IdentityProvider:
    if deps.identity.provider is None:
        raise NotFoundError("There is no company sign-in here.", remedy="Sign in with your password.")
    return deps.identity.provider


def _too_late() -> UnderstudyError:
    return NotFoundError(
        "This sign-in took too long, or was begun in another browser.", remedy="Begin again."
    )


def _back(deps: WebDeps) -> str:
    return f"{deps.base_url.rstrip('/')}{BACK}"


def _signer(deps: WebDeps) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(deps.form_key, salt="understudy.sign-in")
