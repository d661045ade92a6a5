"""The desk: pages of recruiters and admins, behind a sign-in."""

from fastapi import APIRouter

from web.desk import (
    account,
    activity,
    alerts,
    api_keys,
    audit,
    audit_proof,
    board,
    board_act_pages,
    board_bulk,
    calendar_caldav,
    calendar_choice,
    calendar_google,
    calendars,
    conversations,
    digest,
    figures,
    flags,
    impact,
    jobs,
    password,
    provider,
    requests,
    requirements,
    review,
    sign_in,
    users,
    webhooks,
    why,
)

router = APIRouter()
identity_pages = (sign_in, provider, password, account, api_keys, users)
board_pages = (jobs, board, board_act_pages, board_bulk, review, activity)
calendar_pages = (calendar_google, calendar_caldav, calendar_choice, calendars)
for part in (
    *identity_pages,
    requests,
    requirements,
    conversations,
    *board_pages,
    impact,
    figures,
    digest,
    alerts,
    flags,
    audit,
    audit_proof,
    why,
    webhooks,
    *calendar_pages,
):
    router.include_router(part.router)
