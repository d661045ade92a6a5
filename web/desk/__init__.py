"""The desk: pages of recruiters and admins, behind a sign-in."""

from fastapi import APIRouter

from web.desk import flags, jobs, sign_in

router = APIRouter()
for part in (sign_in, jobs, flags):
    router.include_router(part.router)
