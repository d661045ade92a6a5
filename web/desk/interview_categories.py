"""Interviews that have no type yet, and giving many of them one at once."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import InvalidInputError, UnderstudyError
from domain.vocabulary import InterviewStatus
from services.questions import catalogue, categories
from services.questions.categories import MOST_AT_ONCE, Category
from web.acting import HIRING
from web.desk.question_bank import skills_of, text_of
from web.desk.session import Desk, SignedIn
from web.reading.questions import list_without_type

router = APIRouter(prefix="/interview-categories")
SHOWN = MOST_AT_ONCE
FIELDS = SHOWN + catalogue.MOST_SKILLS + 20
"""A form may choose a whole page and tick every skill."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page is filtered by."""

    search: str = ""
    status: str = ""
    after: str | None = None


@router.api_route("", methods=["GET", "HEAD"])
async def show(
    desk: SignedIn, search: str = "", status: str = "", after: str | None = None, done: str = ""
) -> Response:
    """Interviews without a type, newest first."""
    said = f"{int(done)} interviews have a type now." if done.isdecimal() and len(done) < 5 else ""  # noqa: PLR2004 - a page holds far fewer
    return await _show(desk, Wanted(search[:100], status, after), said=said)


@router.post("")
async def put(desk: SignedIn) -> Response:
    """Give the chosen ones type and skills, each with a log row of its own."""
    await desk.request.form(max_fields=FIELDS, max_files=0)
    form = await desk.choices()
    try:
        ids = [UUID(value) for value in form.getlist("pick") if isinstance(value, str)]
        type_id = UUID(text_of(form, "type"))
    except ValueError:
        error = InvalidInputError("Choose a type.", field="type", remedy="Then choose interviews.")
        return await _show(desk, Wanted(), error=error)
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            skills = skills_of(form)
            if not skills:
                skills = [one.id for one in await catalogue.suggested_skills(act.session, type_id)]
            changed = await categories.categorise_many(
                act.session, ids, Category(type_id, skills), cause=act.cause(), at=act.at
            )
    except UnderstudyError as error:
        return await _show(desk, Wanted(), error=error)
    return RedirectResponse(f"{desk.caller.deps.root}/interview-categories?done={changed}", 303)


async def _show(
    desk: Desk, wanted: Wanted, *, said: str = "", error: UnderstudyError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        status = wanted.status if wanted.status in {one.value for one in InterviewStatus} else ""
        rows, next_ = await list_without_type(
            act.session,
            status=InterviewStatus(status) if status else None,
            search=wanted.search,
            after=wanted.after,
            limit=SHOWN,
        )
        return desk.show(
            "desk/interview_categories.html",
            act,
            error,
            rows=rows,
            next=next_,
            search=wanted.search,
            status_given=status,
            statuses=list(InterviewStatus),
            types=await catalogue.list_types(act.session),
            skills=await catalogue.list_skills(act.session),
            said=said,
        )
