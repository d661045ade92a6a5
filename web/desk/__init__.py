"""The desk: pages of recruiters and admins, behind a sign-in."""

from fastapi import APIRouter

from web.desk import (
    calendar_caldav,
    calendar_choice,
    calendar_google,
    calendars,
    conversations,
    flags,
    impact,
    jobs,
    requirements,
    sign_in,
    why,
)

router = APIRouter()
calendar_pages = (calendar_google, calendar_caldav, calendar_choice, calendars)
for part in (sign_in, requirements, conversations, jobs, impact, flags, why, *calendar_pages):
    router.include_router(part.router)
