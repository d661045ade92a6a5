"""What a person changes by two links at once."""

import asyncio

from sqlalchemy import select

from models import Candidate, Interview
from services import candidates
from services.own import Named
from tests.services.arrange import until_blocked
from tests.support.data import BY_CANDIDATE, MONDAY, Data, Sessions


async def test_two_new_addresses_at_once_are_two_changes(data: Data, owner_sessions: Sessions) -> None:
    job = await data.a_job(openings=1)
    await data.scored(job, 80)
    await data.closed_and_ranked(job)
    (interview,) = await data.invited(job)
    async with owner_sessions.begin() as session:
        row = await session.get_one(Interview, interview)
        person, application = row.candidate_id, row.application_id

    async def want(named: Named, address: str) -> None:
        async with owner_sessions.begin() as session:
            await candidates.want_address(session, named, address, cause=BY_CANDIDATE, at=MONDAY)

    async with owner_sessions.begin() as first:
        named = Named(interview_id=interview)
        await candidates.want_address(first, named, "one@example.org", cause=BY_CANDIDATE, at=MONDAY)
        await first.flush()
        second = asyncio.create_task(want(Named(application_id=application), "two@example.org"))
        await until_blocked(owner_sessions)
    await second
    async with owner_sessions.begin() as session:
        query = select(Candidate.email_changes, Candidate.pending_email).where(Candidate.id == person)
        found = (await session.execute(query)).one()
    assert tuple(found) == (2, "two@example.org")
