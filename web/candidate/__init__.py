"""Pages of candidates: no sign-in, one signed link, forms without script. Opening one changes nothing (I10)."""

from fastapi import APIRouter

from web.candidate import (
    about_me,
    accept,
    application,
    erase,
    my_data,
    new_address,
    recording,
    reject,
    schedule,
    text,
)

router = APIRouter()
for part in (accept, reject, schedule, text, recording, about_me, application, my_data, erase, new_address):
    router.include_router(part.router, prefix="/interview")
router.include_router(about_me.applicants)
for part in (application, my_data, erase, new_address):
    router.include_router(part.applicants, prefix="/applicant")
