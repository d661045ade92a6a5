"""`understudy job requirements`: what a job asks for, and what each requirement does to its list."""

import json
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from cli.acting import HIRING, acting
from cli.console import say, table
from domain.errors import InvalidInputError

if TYPE_CHECKING:
    from web.api.requirements import RequirementsShape


async def run(email: str | None, job_id: UUID, file: Path | None, reason: str | None) -> "RequirementsShape":
    """The requirements of a job, stated anew from a file when one is given."""
    from services import requirements
    from web.api.requirements import shape

    wanted = _read(file) if file else None
    async with acting(email, *(HIRING if wanted is not None else ())) as act:
        if wanted is not None:
            cause = act.cause(reason)
            await requirements.set_requirements(act.session, job_id, wanted, cause=cause, at=act.at)
        return await shape(act.session, job_id, act.role)


def printed(shown: "RequirementsShape") -> None:
    """A table for people."""
    if shown.suggested:
        say("Read from the advertisement; nothing is stored yet.")
    rows = (
        (
            "must" if effect.must else "nice",
            effect.text,
            f"{effect.met}/{effect.of}",
            effect.lacking_in_top,
            effect.leave_if_dropped,
            effect.leave_if_must,
        )
        for effect in shown.effects or ()
    )
    if shown.effects is None:  # whoever does not see everybody who applied gets the requirements alone
        rows = (
            (kind, one["text"], *[None] * 4) for kind in ("must", "nice") for one in shown.requirements[kind]
        )
    columns = ("", "requirement", "meet it", "of the top lack it", "leave if dropped", "leave if a must")
    table(columns, rows, empty="The job asks for nothing.")


def _read(file: Path) -> dict[str, object]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InvalidInputError(f"{file} is no JSON: {error}.", field="--set") from None
    if not isinstance(data, dict):
        raise InvalidInputError(
            f"{file} must hold an object.", field="--set", remedy='Like {"must": ["Python"]}.'
        )
    return data
