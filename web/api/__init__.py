"""The JSON API under `/api/v1`."""

from fastapi import APIRouter

from web.api import applications, audit, flags, interviews, job_acts, jobs, users
from web.api.shapes import PROBLEMS

router = APIRouter(prefix="/api/v1", responses=PROBLEMS)
for part in (jobs, job_acts, applications, interviews, flags, audit, users):
    router.include_router(part.router)
