"""Signing in and out."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from web.acting import Caller, is_token
from web.deps import Deps, ReceivedAt
from web.desk import session
from web.desk.session import SignedIn
from web.render import page

router = APIRouter()


@router.api_route("/sign-in", methods=["GET", "HEAD"])
async def show(request: Request) -> Response:
    """The form that asks for the API token."""
    return page(request, "desk/sign_in.html", refused=False)


@router.post("/sign-in")
async def enter(request: Request, deps: Deps, at: ReceivedAt) -> Response:
    """Check the token and give the browser its cookie."""
    form = await request.form(max_fields=5, max_files=0)
    token, email = form.get("token"), form.get("email")
    who = email.strip() if isinstance(email, str) and email.strip() else None
    if not isinstance(token, str) or not is_token(deps, token.strip()):
        return _refused(request)
    try:
        async with Caller(deps, at, email=who).begin() as act:
            user_id = act.user_id
    except HTTPException:
        return _refused(request)
    response = RedirectResponse(f"{deps.root}/", 303)
    session.sign_in(deps, response, user_id)
    return response


def _refused(request: Request) -> Response:
    response = page(request, "desk/sign_in.html", refused=True)
    response.status_code = 401
    return response


@router.post("/sign-out")
async def leave(desk: SignedIn, deps: Deps) -> Response:
    """Take the cookie away."""
    await desk.form()
    response = RedirectResponse(f"{deps.root}/sign-in", 303)
    session.sign_out(deps, response)
    return response
