"""The desk: pages of recruiters and admins, behind a sign-in."""

from fastapi import APIRouter

from web.desk import flags, impact, jobs, requirements, sign_in, why

router = APIRouter()
for part in (sign_in, requirements, jobs, impact, flags, why):
    router.include_router(part.router)
