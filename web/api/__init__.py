"""The JSON API under `/api/v1`."""

from fastapi import APIRouter

from web.api import applications, audit, flags, impact, interviews, job_acts, jobs, requirements, users, why
from web.api.shapes import PROBLEMS

router = APIRouter(prefix="/api/v1", responses=PROBLEMS)
for part in (jobs, job_acts, requirements, impact, applications, why, interviews, flags, audit, users):
    router.include_router(part.router)
