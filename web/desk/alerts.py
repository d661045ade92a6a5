"""What needs an admin: open alerts, seen or not, and those of the last week that are over."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.vocabulary import UserRole
from services import troubles
from services.alerts import admin_sentences
from web.desk.session import SignedIn

router = APIRouter(prefix="/alerts")


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn) -> Response:
    """Every alert in one sentence."""
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        alerts = await troubles.listed(act.session, act.at)
        told = await admin_sentences(act.session, alerts)
        return desk.show(
            "desk/alerts.html",
            act,
            open=[(alert, told[alert.id]) for alert in alerts if alert.over_at is None],
            over=[(alert, told[alert.id]) for alert in alerts if alert.over_at is not None],
        )


@router.post("/{alert_id}")
async def see(desk: SignedIn, alert_id: UUID) -> Response:
    """Mark an alert as seen: it is not mailed again while it lasts."""
    await desk.form()
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await troubles.see(act.session, alert_id, cause=act.cause(), at=act.at)
    return RedirectResponse(f"{desk.caller.deps.root}/alerts", 303)
