"""`understudy impact`: figures of groups, rows for an outside auditor, links to the voluntary questions."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID, uuid4

import typer

from cli.acting import HIRING, As, Desk, database_settings, desk
from cli.console import Json, emit, note, say, table
from domain.vocabulary import LinkPurpose, UserRole

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from domain.impact import Report
    from domain.impact.release import Record

app = typer.Typer(
    help="Impact on groups: selection rates, ratios, and rows for an outside auditor. Not a bias audit.",
    no_args_is_help=True,
)

Job = Annotated[UUID, typer.Option("--job", help="The job.")]

_AUDITING = (UserRole.AUDITOR, UserRole.ADMIN)
_LIFETIME_DAYS = 60


@app.command()
def report(
    job: Annotated[
        UUID | None, typer.Option("--job", help="One job; default: all ranked jobs together.")
    ] = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Rates and ratios per step and group. Small groups are hidden. The look stands in the log."""
    found = asyncio.run(_report(as_email, job))
    if as_json:
        from web.api.impact import shape

        emit(shape(found).model_dump(mode="json"))
        return
    _print(found)


@app.command()
def export(
    job: Job,
    out: Annotated[Path, typer.Option(help="CSV file to write; `-` is stdout.", allow_dash=True)],
    as_email: As = None,
) -> None:
    """Write one anonymous row per applicant for an outside auditor.

    No names; ids are made anew for each export. Sex and race stand in a row only as far as the report shows them.
    """
    from cli.export import writing
    from domain.impact import NOT_AN_AUDIT

    rows = asyncio.run(_export(as_email, job))
    columns = tuple(rows[0].columns) if rows else ()
    with writing(out, "csv", ("id", "sex", "race_ethnicity", *columns)) as write:
        for row in rows:
            told = {str(column): int(inside) for column, inside in row.columns.items()}
            write({"id": uuid4().hex, "sex": row.sex, "race_ethnicity": row.race_ethnicity, **told})
    note(f"{len(rows)} rows written. {NOT_AN_AUDIT}")


@app.command()
def links(job: Job, as_email: As = None) -> None:
    """Print a link to the voluntary questions for each applicant of a job, as JSON lines for a mail merge.

    A link lets its holder answer, replace or withdraw, and shows no answer. Send it to the applicant only.
    """
    for application_id, url in asyncio.run(_links(as_email, job)):
        emit({"application_id": str(application_id), "about_me": url})


async def _report(email: str | None, job_id: UUID | None) -> "Report":
    from services import impact

    async with _looking(email, job_id, "report") as session:
        return await impact.report(session, job_id, minimum=database_settings().impact_minimum)


async def _export(email: str | None, job_id: UUID) -> "list[Record]":
    from services import impact

    async with _looking(email, job_id, "export") as session:
        return await impact.records(session, job_id, minimum=database_settings().impact_minimum)


@asynccontextmanager
async def _looking(email: str | None, job_id: UUID | None, how: str) -> "AsyncIterator[AsyncSession]":
    """Note the look in somebody's name; then a transaction that may go into the role which reads answers."""
    async with desk(email) as at:
        await _note(at, job_id, how)
        async with at.sessions.begin() as session:
            yield session


async def _note(at: Desk, job_id: UUID | None, how: str) -> None:
    from services import find, impact

    roles = (*_AUDITING, UserRole.RECRUITER) if job_id else _AUDITING
    async with at.begin(*roles) as act:
        if job_id is not None:
            await find.job(act.session, job_id)
        await impact.note_view(act.session, job_id, cause=act.cause(), at=act.at, how=how)


async def _links(email: str | None, job_id: UUID) -> list[tuple[UUID, str]]:
    from datetime import timedelta

    from sqlalchemy import select

    from models import Application
    from runtime.wiring import links as signer
    from services import find

    signed = signer(database_settings())
    async with desk(email) as at, at.begin(*HIRING) as act:
        await find.job(act.session, job_id)
        until = act.at + timedelta(days=_LIFETIME_DAYS)
        wanted = (
            select(Application.id, Application.link_generation)
            .where(Application.job_id == job_id)
            .order_by(Application.created_at)
        )
        return [
            (one, signed.about_me(one, signed.sign(one, LinkPurpose.ABOUT_ME, generation, until)))
            for one, generation in await act.session.execute(wanted)
        ]


def _print(found: "Report") -> None:
    say(found.notice)
    say(f"{found.applicants} applicants; groups of fewer than {found.minimum} are hidden.")
    for one in found.tables:
        say("")
        what = "gave no answer" if one.rest_is_unknown else "gave no answer or belong to a hidden group"
        say(f"By {one.dimension.replace('_', ' ')}: {one.rest} {what}.")
        table(
            ("step", "group", "of", "reached", "rate", "95 % interval", "ratio", "p", "note"),
            (
                (
                    column,
                    ", ".join(line.group),
                    figure.of,
                    figure.reached,
                    f"{figure.rate:.1%}",
                    f"{figure.low:.1%} to {figure.high:.1%}",
                    None if figure.ratio is None else f"{figure.ratio:.2f}",
                    None if figure.p_value is None else f"{figure.p_value:.3f}",
                    "; ".join(
                        words
                        for words, holds in (
                            ("below four fifths", figure.is_below),
                            ("small sample", figure.is_small_sample),
                            (line.left_out or "", line.left_out is not None),
                        )
                        if holds
                    ),
                )
                for column in one.columns
                for line in one.lines
                if line.figures and (figure := line.figures.get(column))
            ),
            empty="No group can be shown.",
        )
        if hidden := [", ".join(line.group) for line in one.lines if line.applicants is None]:
            say(f"Hidden: {'; '.join(hidden)}.")
        for column, reason in one.withheld.items():
            say(f"Not broken down: {column} ({reason.replace('_', ' ')}).")
