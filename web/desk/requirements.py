"""What a job asks for: read from its text or stated, with its effects, for its recruiter to correct."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.requirements import Effect, Requirement, Requirements, dump, parse
from services import find, requirements
from web.acting import HIRING, Act
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/jobs/{job_id}/requirements")
AROUND = 60
"""Characters of the advertisement shown on each side of the place."""


class Line(NamedTuple):
    """One requirement as the page shows it."""

    number: int
    item: Requirement
    effect: Effect | None
    """None for whoever does not see everybody who applied."""
    before: str
    found: str
    after: str


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, job_id: UUID) -> Response:
    """Must and nice, where each comes from, how many meet it, and forms to change them."""
    return await _show(desk, job_id)


@router.post("")
async def change(desk: SignedIn, job_id: UUID) -> Response:
    """Save the list as shown, drop one, switch one, or add one."""
    form = await desk.form()
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            asked = await requirements.asked(act.session, job_id)
            wanted = _changed(asked.requirements, form)
            await requirements.set_requirements(
                act.session, job_id, dump(wanted), cause=act.cause(), at=act.at
            )
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, job_id, error)
    return RedirectResponse(f"{desk.caller.deps.root}/jobs/{job_id}/requirements", 303)


async def _show(desk: Desk, job_id: UUID, error: UnderstudyError | None = None) -> Response:
    async with desk.caller.begin() as act:
        job = await find.job(act.session, job_id)
        asked = await requirements.asked(act.session, job_id)
        lines = await _lines(act, job_id, asked)
        return desk.show(
            "desk/requirements.html",
            act,
            error,
            job=job,
            asked=asked,
            must=[line for line in lines if line.item.must],
            nice=[line for line in lines if not line.item.must],
            openings=job.number_of_openings,
            may_change=asked.may_change and act.role in HIRING,
            sees_effects=act.role in HIRING,
        )


async def _lines(act: Act, job_id: UUID, asked: requirements.Asked) -> list[Line]:
    items = asked.requirements.items
    effects: Sequence[Effect | None] = [None] * len(items)
    if act.role in HIRING:
        effects = await requirements.effects_of(act.session, job_id, asked.requirements)
    lines = []
    for number, (item, effect) in enumerate(zip(items, effects, strict=True)):
        start, end = item.span or (0, 0)
        text = asked.description
        before, found, after = (
            text[max(0, start - AROUND) : start],
            text[start:end],
            text[end : end + AROUND] if end else "",
        )
        lines.append(Line(number, item, effect, before.rpartition("\n")[2], found, after.partition("\n")[0]))
    return lines


def _changed(now: Requirements, form: dict[str, str]) -> Requirements:
    """The list after one button. The text of the item tells whether the page still showed the same list."""
    items = list(now.items)
    act = form.get("act", "")
    if act == "add":
        kind = "must" if form.get("as") == "must" else "nice"
        return Requirements((*items, *parse({kind: [form.get("text", "")]}).items))
    if act in {"drop", "switch"}:
        number = next((i for i, item in enumerate(items) if item.text == form.get("text")), None)
        if number is None:
            raise ConflictError("This requirement is not there any more.", remedy="Look at the list again.")
        if act == "drop":
            del items[number]
        else:
            items[number] = replace(items[number], must=not items[number].must)
    elif act != "save":
        raise InvalidInputError("There is no such button.", field="act")
    return Requirements(tuple(items))
