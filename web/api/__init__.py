"""The JSON API under `/api/v1`."""

from fastapi import APIRouter

from web.api import (
    applications,
    audit,
    calendars,
    conversations,
    figures,
    flags,
    impact,
    interviewers,
    interviews,
    job_acts,
    jobs,
    keys,
    requirements,
    user_acts,
    users,
    webhooks,
    why,
)
from web.api.problems import PROBLEMS

router = APIRouter(prefix="/api/v1", responses=PROBLEMS)
for part in (
    jobs,
    job_acts,
    requirements,
    figures,
    impact,
    applications,
    why,
    interviews,
    conversations,
    interviewers,
    flags,
    audit,
    users,
    user_acts,
    keys,
    calendars,
    webhooks,
):
    router.include_router(part.router)
