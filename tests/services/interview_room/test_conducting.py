"""What an interviewer may change of the interview's own row: how it is conducted, and nothing else."""

from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from domain.vocabulary import UserRole
from services.context import act_as_user
from services.find import interview as find_interview
from tests.support.data import Sessions


async def change(web_sessions: Sessions, me: UUID, what: str) -> None:
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.INTERVIEWER, me)
        await session.execute(text(f"UPDATE interviews SET {what}"))


async def test_an_interviewer_changes_how_an_interview_is_conducted_and_nothing_else_of_it(
    booked: UUID, web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    async with owner_sessions() as session:
        me = (await find_interview(session, booked)).interviewer_id
    assert me is not None
    await change(web_sessions, me, "language = 'de', roles = '{}', started_at = now()")
    for forbidden in (
        "status = 'cancelled'", "scheduled_time = now()", "video_url = 'x'", "version = 9", "interviewer_id = NULL",
        "no_show_risk = 0", "link_generation = 5", "duration = interval '1 hour 1 second'",
    ):  # fmt: skip
        with pytest.raises(DBAPIError) as caught:
            await change(web_sessions, me, forbidden)
        assert getattr(caught.value.orig, "sqlstate", None) in {"42501", "23514"}, forbidden
