"""Pages of candidates: no sign-in, one signed link, forms without script. Opening one changes nothing (I10)."""

from fastapi import APIRouter

from web.candidate import accept, reject, schedule

router = APIRouter(prefix="/interview")
for part in (accept, reject, schedule):
    router.include_router(part.router)
