"""The own account: where one is signed in, tries to sign in, the way to password and keys."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select

from domain.identity.lifetimes import SESSION_IDLE
from models import Identity, LocalPassword, SignIn, User, WebSession
from services.identity import sessions
from web.desk import session
from web.desk.session import SignedIn

router = APIRouter(prefix="/account")
TRIES_SHOWN = 10
SAID = {
    "password": "Your password was changed. Your other browsers are signed out.",
    "ended": "That browser is signed out.",
}


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, said: str = "") -> Response:
    """Own sessions and tries. Nobody sees those of others, admins neither."""
    async with desk.caller.begin() as act:
        user = await act.session.get_one(User, act.user_id)
        own = await act.session.execute(
            select(*sessions.SHOWN)
            .where(
                WebSession.user_id == act.user_id,
                WebSession.last_seen_at > desk.caller.deps.wall() - SESSION_IDLE,
                WebSession.expires_at > desk.caller.deps.wall(),
            )
            .order_by(WebSession.last_seen_at.desc(), WebSession.id)
        )
        tries = await act.session.execute(
            select(SignIn.at, SignIn.means, SignIn.outcome)
            .where(SignIn.user_id == act.user_id)
            .order_by(SignIn.at.desc(), SignIn.id)
            .limit(TRIES_SHOWN)
        )
        return desk.show(
            "desk/account.html",
            act,
            email=user.email,
            sessions=own.all(),
            here=desk.session_id,
            tries=tries.all(),
            has_password=await act.session.scalar(
                select(LocalPassword.user_id).where(LocalPassword.user_id == act.user_id)
            ),
            has_provider=await act.session.scalar(
                select(Identity.user_id)
                .where(Identity.user_id == act.user_id, Identity.deleted_at.is_(None))
                .limit(1)
            ),
            said=SAID.get(said),
        )


@router.post("/sessions/{session_id}/end")
async def end(desk: SignedIn, session_id: UUID) -> Response:
    """Sign one own browser out; one that is out already stays so."""
    await desk.form()
    async with desk.caller.begin() as act:
        await sessions.end_one(act.session, act.user_id, session_id)
    return RedirectResponse(f"{desk.caller.deps.root}/account?said=ended", 303)


@router.post("/sign-out-everywhere")
async def everywhere(desk: SignedIn) -> Response:
    """Sign all own browsers out, this one too."""
    await desk.form()
    async with desk.caller.begin() as act:
        await sessions.sign_out_everywhere(act.session, act.user_id, cause=act.cause(), at=act.at)
    response = RedirectResponse(f"{desk.caller.deps.root}/sign-in", 303)
    session.sign_out(desk.caller.deps, response)
    return response
