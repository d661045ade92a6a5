"""Signing in with a password, and out."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from domain.errors import UnderstudyError
from domain.identity.redirects import safe_next
from domain.identity.throttle import WINDOW
from services.identity import passwords, sessions, sign_in
from web.deps import Deps, WebDeps
from web.desk import session
from web.desk.session import SignedIn
from web.origin import origin_of, refuse_other_sites
from web.render import page
from web.statuses import status_of

router = APIRouter()


@router.api_route("/sign-in", methods=["GET", "HEAD"])
async def show(request: Request, deps: Deps) -> Response:
    """The form; where there is a provider, the way to it first."""
    return _form(request, deps, request.query_params.get("next"))


@router.post("/sign-in")
async def enter(request: Request, deps: Deps) -> Response:
    """Check the password and give the browser a new session.

    Every refusal looks the same and takes the same work: it does not tell whether there is such an account.
    """
    refuse_other_sites(request, deps)
    await request.body()  # also of what calls itself no form: too large is told as too large
    form = await request.form(max_fields=5, max_files=0)
    given = {name: value if isinstance(value, str) else "" for name, value in form.items()}
    email, password = given.get("email", "").strip(), given.get("password", "")
    origin, now = origin_of(request, session.held(request)), deps.wall()
    async with deps.sessions.begin() as transaction:
        tried = await sign_in.begin(transaction, email, origin, key=deps.form_key.encode(), now=now)
    if tried.throttled:
        return _form(request, deps, given.get("next"), HTTPStatus.TOO_MANY_REQUESTS)
    token = None
    if await passwords.matches(tried.password_hash, password):
        async with deps.sessions.begin() as transaction:
            token = await sign_in.finish(transaction, tried, origin, now=now)
    if token is None:
        return _form(request, deps, given.get("next"), HTTPStatus.UNAUTHORIZED)
    response = RedirectResponse(f"{deps.root}{safe_next(given.get('next'))}", 303)
    session.sign_in(deps, response, token)
    return response


@router.post("/sign-out")
async def leave(desk: SignedIn, deps: Deps) -> Response:
    """End the session and take the cookie away."""
    await desk.form()
    async with deps.sessions.begin() as transaction:
        await sessions.end(transaction, desk.token)
    response = RedirectResponse(f"{deps.root}/sign-in", 303)
    session.sign_out(deps, response)
    return response


def refusal(request: Request, deps: WebDeps, error: UnderstudyError) -> Response:
    """The form with what is wrong, in words for whoever wants to sign in."""
    return _form(request, deps, None, status_of(error), error=error)


def _form(
    request: Request,
    deps: WebDeps,
    wanted: str | None,
    status: HTTPStatus = HTTPStatus.OK,
    *,
    error: UnderstudyError | None = None,
) -> Response:
    throttled = status is HTTPStatus.TOO_MANY_REQUESTS
    return page(
        request,
        "desk/sign_in.html",
        status=status,
        headers={"Retry-After": str(int(WINDOW.total_seconds()))} if throttled else None,
        refused=status is HTTPStatus.UNAUTHORIZED,
        wait=WINDOW if throttled else None,
        error=error,
        next=safe_next(wanted),
        provider=deps.identity.provider is not None,
    )
