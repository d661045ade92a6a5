"""`understudy questions`: the bank of questions, from and to JSON Lines."""

import asyncio
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.acting import HIRING, As, acting
from cli.console import Json, emit, say, table
from domain.errors import InvalidInputError

app = typer.Typer(help="Questions: the bank, listed and imported.", no_args_is_help=True)

MOST_LINES = 10_000
KEYS = frozenset({"question", "skills", "difficulty", "minutes", "language"})


@app.callback()
def _group() -> None:
    """Questions: the bank, listed and imported."""


@app.command("list")
def list_(
    skill: Annotated[str | None, typer.Option(help="Only questions that show this skill.")] = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Show the bank. With --json each question has the form that `import` takes."""
    rows = asyncio.run(_list(as_email, skill))
    if as_json:
        emit({"questions": rows})
    else:
        cells = (
            (one["difficulty"], one["minutes"], ", ".join(one["skills"]), one["question"]) for one in rows
        )
        table(("level", "minutes", "skills", "question"), cells, "The bank has no such question.")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON Lines.", exists=True, dir_okay=False)],
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Add questions, one JSON object a line: {"question", "skills": [names], "difficulty", "minutes", "language"}.

    All or none. The first skill is the primary one; skills must be there. A question that stands in the bank already
    is left as it is, so importing a file again changes nothing.
    """
    added, known = asyncio.run(_import(as_email, _lines(file)))
    if as_json:
        emit({"added": added, "known": known})
    else:
        say(f"{added} questions were added, {known} stood in the bank already.")


def _lines(file: Path) -> list[dict[str, Any]]:
    """The objects of a file. Raises InvalidInputError naming the line."""
    found = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except ValueError:
            data = None
        if not isinstance(data, dict) or not isinstance(data.get("question"), str) or set(data) - KEYS:
            raise InvalidInputError(
                "This is no question.",
                field=f"line {number}",
                remedy='For example {"question": "How do you ...?", "skills": ["Python"], "difficulty": "easy"}.',
            )
        found.append({**data, "line": number})
    if len(found) > MOST_LINES:
        raise InvalidInputError(f"More than {MOST_LINES} questions.", field="FILE", remedy="Split the file.")
    return found


async def _list(email: str | None, skill: str | None) -> list[dict[str, Any]]:
    from services.questions import bank, catalogue
    from services.questions.bank import QuestionFilter

    async with acting(email) as act:
        names = {one.id: one.skill_name for one in await catalogue.list_skills(act.session)}
        wanted = [id_ for id_, name in names.items() if skill is not None and name.lower() == skill.lower()]
        if skill is not None and not wanted:
            raise InvalidInputError(f"There is no skill {skill}.", field="--skill")
        rows = (await act.session.scalars(bank.matching(QuestionFilter(skill_ids=wanted)))).all()
        shows = await bank.skills_of_questions(act.session, [row.id for row in rows])
        return [
            {
                "question": row.question_text,
                "skills": [names[one] for one in shows[row.id]],
                "difficulty": row.difficulty_level,
                "minutes": row.minutes,
                "language": row.language,
            }
            for row in rows
        ]


async def _import(email: str | None, lines: list[dict[str, Any]]) -> tuple[int, int]:
    from domain.errors import ConflictError
    from services.questions import bank, catalogue

    added = 0
    async with acting(email, *HIRING) as act:
        skills = {one.skill_name.lower(): one.id for one in await catalogue.list_skills(act.session)}
        for data in lines:
            try:
                new = bank.described(data, skills)
                await bank.create_question(act.session, new, cause=act.cause(), at=act.at)
                added += 1
            except ConflictError:
                continue
            except InvalidInputError as error:
                where = f"line {data['line']}, {error.field}"
                raise InvalidInputError(error.message, field=where, remedy=error.remedy) from error
    return added, len(lines) - added
