"""The JSON API under `/api/v1`."""

from fastapi import APIRouter

from web.api import (
    applications,
    audit,
    calendars,
    conversations,
    flags,
    impact,
    interviewers,
    interviews,
    job_acts,
    jobs,
    requirements,
    users,
    why,
)
from web.api.shapes import PROBLEMS

router = APIRouter(prefix="/api/v1", responses=PROBLEMS)
for part in (
    jobs,
    job_acts,
    requirements,
    impact,
    applications,
    why,
    interviews,
    conversations,
    interviewers,
    flags,
    audit,
    users,
    calendars,
):
    router.include_router(part.router)
