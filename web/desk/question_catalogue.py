"""Types of interviews and skills as pages. Admins keep them, everybody who hires looks at them."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import InvalidInputError, UnderstudyError
from domain.vocabulary import UserRole
from services.questions import catalogue
from web.acting import MEMBERS, Act
from web.desk.question_bank import chosen, skills_of, text_of
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/question-bank")
SAID = {"added": "It is added.", "changed": "The change is made.", "removed": "It is deleted."}


@router.api_route("/types", methods=["GET", "HEAD"])
async def types(desk: SignedIn, search: str = "", said: str = "") -> Response:
    """Every type."""
    return await _types(desk, search=search, said=said)


@router.post("/types")
async def add_type(desk: SignedIn) -> Response:
    """Add a type."""
    form = await chosen(desk)
    try:
        async with desk.caller.begin() as act:
            act.needs(UserRole.ADMIN)
            await catalogue.create_type(
                act.session,
                text_of(form, "name"),
                text_of(form, "description"),
                cause=act.cause(),
                at=act.at,
            )
    except UnderstudyError as error:
        return await _types(desk, error=error, given=text_of(form, "name"))
    return _back(desk, "types", "added")


@router.api_route("/types/{type_id}", methods=["GET", "HEAD"])
async def type_(desk: SignedIn, type_id: UUID, said: str = "") -> Response:
    """One type, with the skills that it suggests."""
    return await _type(desk, type_id, said=said)


@router.post("/types/{type_id}")
async def change_type(desk: SignedIn, type_id: UUID) -> Response:
    """Rename, describe, and say which skills it suggests: together, or not at all."""
    form = await chosen(desk)
    try:
        async with desk.caller.begin() as act:
            act.needs(UserRole.ADMIN)
            await catalogue.change_type(
                act.session,
                type_id,
                name=text_of(form, "name"),
                description=text_of(form, "description"),
                cause=act.cause(),
                at=act.at,
            )
            await catalogue.suggest_skills(
                act.session, type_id, skills_of(form), cause=act.cause(), at=act.at
            )
    except UnderstudyError as error:
        return await _type(desk, type_id, error=error)
    return _back(desk, f"types/{type_id}", "changed")


@router.post("/types/{type_id}/remove")
async def remove_type(desk: SignedIn, type_id: UUID) -> Response:
    """Delete it; asked for by a box that has to be ticked."""
    form = await desk.form()
    if form.get("sure") != "yes":
        return await _type(desk, type_id, error=_not_sure())
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await catalogue.remove_type(act.session, type_id, cause=act.cause(), at=act.at)
    return _back(desk, "types", "removed")


@router.api_route("/skills", methods=["GET", "HEAD"])
async def skills(desk: SignedIn, search: str = "", said: str = "") -> Response:
    """Every skill."""
    return await _skills(desk, search=search, said=said)


@router.post("/skills")
async def add_skill(desk: SignedIn) -> Response:
    """Add a skill."""
    form = await chosen(desk)
    try:
        async with desk.caller.begin() as act:
            act.needs(UserRole.ADMIN)
            await catalogue.create_skill(
                act.session,
                text_of(form, "name"),
                text_of(form, "description"),
                cause=act.cause(),
                at=act.at,
            )
    except UnderstudyError as error:
        return await _skills(desk, error=error, given=text_of(form, "name"))
    return _back(desk, "skills", "added")


@router.api_route("/skills/{skill_id}", methods=["GET", "HEAD"])
async def skill(desk: SignedIn, skill_id: UUID, said: str = "") -> Response:
    """One skill."""
    return await _skill(desk, skill_id, said=said)


@router.post("/skills/{skill_id}")
async def change_skill(desk: SignedIn, skill_id: UUID) -> Response:
    """Rename or describe it."""
    form = await chosen(desk)
    try:
        async with desk.caller.begin() as act:
            act.needs(UserRole.ADMIN)
            await catalogue.change_skill(
                act.session,
                skill_id,
                name=text_of(form, "name"),
                description=text_of(form, "description"),
                cause=act.cause(),
                at=act.at,
            )
    except UnderstudyError as error:
        return await _skill(desk, skill_id, error=error)
    return _back(desk, f"skills/{skill_id}", "changed")


@router.post("/skills/{skill_id}/remove")
async def remove_skill(desk: SignedIn, skill_id: UUID) -> Response:
    """Delete it; asked for by a box that has to be ticked."""
    form = await desk.form()
    if form.get("sure") != "yes":
        return await _skill(desk, skill_id, error=_not_sure())
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await catalogue.remove_skill(act.session, skill_id, cause=act.cause(), at=act.at)
    return _back(desk, "skills", "removed")


def _not_sure() -> InvalidInputError:
    return InvalidInputError("Tick the box to delete it.", field="sure")


async def _types(
    desk: Desk, *, search: str = "", said: str = "", error: UnderstudyError | None = None, given: str = ""
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        rows = await catalogue.list_types(act.session, search[:100])
        suggested = await catalogue.suggestions(act.session, (row.id for row in rows))
        facts = {"rows": rows, "suggested": suggested, "search": search, "given": given}
        return _shown(desk, act, "desk/interview_types.html", error, said, **facts)


async def _type(
    desk: Desk, type_id: UUID, *, said: str = "", error: UnderstudyError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        row = await catalogue.type_by_id(act.session, type_id)
        suggested = await catalogue.suggested_skills(act.session, type_id)
        facts = {
            "row": row,
            "suggested": suggested,
            "suggested_ids": {one.id for one in suggested},
            "skills": await catalogue.list_skills(act.session),
        }
        return _shown(desk, act, "desk/interview_type.html", error, said, **facts)


async def _skills(
    desk: Desk, *, search: str = "", said: str = "", error: UnderstudyError | None = None, given: str = ""
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        rows = await catalogue.list_skills(act.session, search[:100])
        facts = {"rows": rows, "search": search, "given": given}
        return _shown(desk, act, "desk/skills.html", error, said, **facts)


async def _skill(
    desk: Desk, skill_id: UUID, *, said: str = "", error: UnderstudyError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        row = await catalogue.skill_by_id(act.session, skill_id)
        return _shown(desk, act, "desk/skill.html", error, said, row=row)


def _shown(
    desk: Desk, act: Act, template: str, error: UnderstudyError | None, said: str, **facts: Any
) -> Response:
    return desk.show(
        template,
        act,
        error,
        said=SAID.get(said, ""),
        may_keep=act.role is UserRole.ADMIN,
        **facts,
    )


def _back(desk: Desk, path: str, said: str) -> RedirectResponse:
    return RedirectResponse(f"{desk.caller.deps.root}/question-bank/{path}?said={said}", 303)
