"""Rosa at her desk: jobs of hers, and buttons pressed as a browser would."""

import re
from html import unescape
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import text

from tests.web.site import Site

ROSA, BEN = "rosa@hiring.example", "ben@hiring.example"


async def a_job(site: Site, openings: int = 2, buffer: int | None = None, **draft: Any) -> UUID:
    """A job of hers, open for applications."""
    recruiter = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    return await site.data.a_job(openings, buffer, recruiter_id=recruiter, **draft)


async def a_ranked_job(site: Site, *scores: float, **job: Any) -> tuple[UUID, list[UUID]]:
    """A closed and ranked job of hers, and who applied."""
    job_id = await a_job(site, **job)
    people = await site.data.scored(job_id, *scores)
    await site.data.closed_and_ranked(job_id)
    return job_id, people


def fields_of(page: httpx.Response) -> dict[str, str]:
    """The hidden fields of the forms of a page."""
    return {
        name: unescape(value)
        for name, value in re.findall(r'name="(csrf|seen|until|opened)"[^>]*? value="([^"]*)"', page.text)
    }


async def press(site: Site, path: str, reason: str = "for a good reason", **fields: str) -> httpx.Response:
    """Open the page of an act, then send its form."""
    asked = await site.http.get(path)
    assert asked.status_code == 200, asked.text
    return await site.http.post(path, data={**fields_of(asked), "reason": reason, **fields})


async def states_of(site: Site, job_id: UUID) -> dict[str, int]:
    """How many applications there are in each status."""
    async with site.owner.begin() as session:
        rows = await session.execute(
            text("SELECT shortlist_status, count(*) FROM applications WHERE job_id = :job GROUP BY 1"),
            {"job": job_id},
        )
        return {row[0]: row[1] for row in rows}
