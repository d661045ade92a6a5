"""No-show risk on a real database: computed, kept with its parts, logged, skipped at a closed gate, never selecting."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, select, text, update
from sqlalchemy.exc import DBAPIError

from domain.risk import Band, Part, RiskFacts
from domain.vocabulary import Flag, MailTemplate, ShortlistStatus, UserRole
from models import Application, AutomationLog, Candidate, EmailMessage, Interview, NoShowRisk
from services import find, flags, preparation, risk, shortlist, slots
from services.context import act_as_user
from services.interviews import answer, end
from services.interviews.view import look
from tests.conftest import Sessions
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, MONDAY, Data
from web.reading.risk import risks_of

HOUR = timedelta(hours=1)


@pytest.fixture
async def booked(data: Data, worker_sessions: Sessions) -> UUID:
    """An interview that was accepted after 12 of 48 hours and booked straight away."""
    return (await a_booking(data, worker_sessions))[0]


async def a_booking(
    data: Data, worker: Sessions, people: int = 1, accepted_after: timedelta = 12 * HOUR, **job: Any
) -> list[UUID]:
    job_id = await data.a_job(people, **job)
    await data.scored(job_id, *(90 - n for n in range(people)))
    await data.closed_and_ranked(job_id)
    interviews = await data.invited(job_id)
    at = MONDAY + accepted_after
    for interview in interviews:
        async with worker.begin() as session:
            await answer.accept(session, interview, cause=BY_CANDIDATE, received_at=at)
            row = await find.interview(session, interview)
            free = await slots.free(session, await find.job(session, job_id), row, at)
            await answer.pick(session, interview, free[-1].start, cause=BY_CANDIDATE, received_at=at)
    return interviews


async def kept(worker: Sessions, interview: UUID) -> list[NoShowRisk]:
    async with worker() as session:
        query = select(NoShowRisk).where(NoShowRisk.interview_id == interview).order_by(NoShowRisk.ordinal)
        return list(await session.scalars(query))


async def logged(worker: Sessions, *actions: str) -> list[AutomationLog]:
    async with worker() as session:
        query = select(AutomationLog).where(AutomationLog.action_type.in_(actions))
        return list(await session.scalars(query.order_by(AutomationLog.sequence)))


async def compute(worker: Sessions, *interviews: UUID, after: timedelta = 13 * HOUR) -> int:
    async with worker.begin() as session:
        return len(await risk.compute(session, interviews, cause=AUTO, at=MONDAY + after))


async def make_red(owner: Sessions, interview: UUID, missed: int = 12) -> None:
    """Facts as bad as can be: late, moved, incomplete, and often missed before."""
    async with owner.begin() as session:
        row = await find.interview(session, interview)
        await session.execute(
            update(Candidate).where(Candidate.id == row.candidate_id).values(email=None, phone=None)
        )
        await session.execute(update(Interview).where(Interview.id == interview).values(reschedules=3))
        await session.execute(
            text(
                "INSERT INTO interviews (id, candidate_id, status, confirmation_deadline, duration)"
                " SELECT gen_random_uuid(), :who, 'invitation_sent', now(), interval '1 hour'"
                " FROM generate_series(1, :many)"
            ),
            {"who": row.candidate_id, "many": missed},
        )
        await session.execute(text("ALTER TABLE interviews DISABLE TRIGGER USER"))
        await session.execute(
            text("UPDATE interviews SET status = 'no_show' WHERE candidate_id = :who AND id <> :id"),
            {"who": row.candidate_id, "id": interview},
        )
        await session.execute(text("ALTER TABLE interviews ENABLE TRIGGER USER"))


async def test_a_booked_interview_has_a_value_with_its_parts_and_facts(
    booked: UUID, worker_sessions: Sessions
) -> None:
    assert await compute(worker_sessions, booked) == 1

    [row] = await kept(worker_sessions, booked)
    assert row.facts == asdict(RiskFacts(answer_share=0.25, missing=2))
    assert {one["part"]: one["points"] for one in row.parts} == {
        "response": 0.075, "negotiation": 0.0, "completeness": 0.133, "history": 0.125,
    }  # fmt: skip
    assert float(row.value) == 0.333
    assert (row.rule, row.outcome) == ("no-show-1", None)
    async with worker_sessions() as session:
        interview = await find.interview(session, booked)
        assert interview.no_show_risk == row.value
    [entry] = await logged(worker_sessions, risk.COMPUTED)
    assert (entry.flag, entry.flag_enabled) == ("no_show_prediction", True)
    assert entry.details["band"] == "yellow"


async def test_a_computation_that_changes_nothing_leaves_no_row_and_no_log(
    booked: UUID, worker_sessions: Sessions
) -> None:
    await compute(worker_sessions, booked)
    assert await compute(worker_sessions, booked, after=40 * HOUR) == 0
    assert len(await kept(worker_sessions, booked)) == 1
    assert len(await logged(worker_sessions, risk.COMPUTED)) == 1


async def test_a_moved_booking_is_computed_anew_and_the_value_of_before_stays(
    booked: UUID, worker_sessions: Sessions
) -> None:
    await compute(worker_sessions, booked)
    at = MONDAY + 20 * HOUR
    async with worker_sessions.begin() as session:
        row = await find.interview(session, booked)
        job = await find.job(session, row.job_id or booked)
        start = next(
            s.start for s in await slots.free(session, job, row, at) if s.start != row.scheduled_time
        )
        await answer.pick(session, booked, start, cause=BY_CANDIDATE, received_at=at)
        assert (await look(session, booked)).risk_due
    await compute(worker_sessions, booked, after=21 * HOUR)

    first, second = await kept(worker_sessions, booked)
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert second.value > first.value
    async with worker_sessions() as session:
        assert not (await look(session, booked)).risk_due


async def test_at_a_closed_gate_nothing_is_computed_and_the_log_says_so_once(
    booked: UUID, worker_sessions: Sessions
) -> None:
    async with worker_sessions.begin() as session:
        await flags.set_flag(session, Flag.NO_SHOW_PREDICTION, enabled=False, cause=BY_HAND, at=MONDAY)
    assert await compute(worker_sessions, booked) == 0
    assert await compute(worker_sessions, booked) == 0

    assert await kept(worker_sessions, booked) == []
    [entry] = await logged(worker_sessions, risk.SKIPPED)
    assert (entry.interview_id, entry.flag, entry.flag_enabled) == (booked, "no_show_prediction", False)


async def test_only_booked_interviews_have_a_risk(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(1)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    [invited] = await data.invited(job_id)
    assert await compute(worker_sessions, invited) == 0


@pytest.mark.parametrize(
    ("act", "status"),
    [(end.complete, "completed"), (end.no_show, "no_show"), (end.cancel_interview, "cancelled")],
)
async def test_the_outcome_is_kept_beside_the_value_that_stood_last(
    booked: UUID, worker_sessions: Sessions, act: object, status: str
) -> None:
    await compute(worker_sessions, booked)
    async with worker_sessions.begin() as session:
        start = (await find.interview(session, booked)).scheduled_time
        assert start is not None
        assert callable(act)
        await act(session, booked, cause=BY_HAND, at=start + HOUR)
    [row] = await kept(worker_sessions, booked)
    assert row.outcome == status


async def test_many_interviews_take_as_many_statements_as_one(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    one = await a_booking(data, worker_sessions)
    many = await a_booking(
        data, worker_sessions, people=6, interviewer_ids=tuple([await data.a_user() for _ in range(6)])
    )
    counts = []
    for interviews in (one, many):
        async with worker_sessions.begin() as session:
            statements: list[str] = []
            connection = (await session.connection()).sync_connection
            assert connection is not None
            event.listen(connection, "before_cursor_execute", lambda *a, s=statements: s.append(a[2]))
            assert len(await risk.compute(session, interviews, cause=AUTO, at=MONDAY + 13 * HOUR)) == len(
                interviews
            )
            counts.append(len(statements))
    assert counts[0] == counts[1]


async def test_upcoming_interviews_come_page_by_page_the_nearest_first(
    data: Data, worker_sessions: Sessions
) -> None:
    many = await a_booking(data, worker_sessions, people=3)
    async with worker_sessions() as session:
        first = await risk.upcoming(session, MONDAY, None, 2)
        second = await risk.upcoming(session, MONDAY, first[-1], 2)
        late = await risk.upcoming(session, MONDAY + timedelta(days=60), None, 2)
    assert sorted(one for _, one in (*first, *second)) == sorted(many)
    assert [*first, *second] == sorted([*first, *second])
    assert late == []


async def test_a_red_risk_is_noted_and_brings_one_early_reminder(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    [interview] = await a_booking(data, worker_sessions, accepted_after=47 * HOUR)
    await make_red(owner_sessions, interview)
    await compute(worker_sessions, interview, after=48 * HOUR)
    async with worker_sessions() as session:
        seen = (await risks_of(session, [interview]))[interview]
        start = (await find.interview(session, interview)).scheduled_time
    assert start is not None
    assert seen.band is Band.RED
    [note] = await logged(worker_sessions, risk.RED)
    assert "personal word" in note.details["advice"]

    sent = []
    for before in (timedelta(days=5), timedelta(days=2), timedelta(days=2) - HOUR, timedelta(hours=30)):
        async with worker_sessions.begin() as session:
            sent.append(await preparation.remind_early(session, [interview], cause=AUTO, at=start - before))
    assert sent == [0, 1, 0, 0]
    async with worker_sessions() as session:
        reminders = await session.scalars(
            select(EmailMessage).where(EmailMessage.template == MailTemplate.REMINDER)
        )
        assert [one.interview_id for one in reminders] == [interview]


async def test_the_highest_risk_leaves_its_seat_and_rank_alone(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(1, 2)
    first, second, third = await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    await data.invited(job_id)
    async with owner_sessions.begin() as session:
        # Risks turned against the order of scores: whoever is best has the highest.
        for application, value in ((first, 1), (second, 1), (third, 0)):
            await session.execute(
                update(Interview).where(Interview.application_id == application).values(no_show_risk=value)
            )
    async with worker_sessions.begin() as session:
        await end.reject(session, first, cause=BY_HAND, at=MONDAY + HOUR)
        job = await find.job(session, job_id, lock=True)
        await shortlist.fill_vacant(session, job, may_promote=True, cause=AUTO, at=MONDAY + HOUR)
    async with worker_sessions() as session:
        places = {a.id: a.shortlist_status for a in await session.scalars(select(Application))}
    assert places[second] is ShortlistStatus.SHORTLISTED
    assert places[third] is ShortlistStatus.BUFFER


async def test_a_recruiter_sees_the_risks_of_own_jobs_only(
    booked: UUID, data: Data, worker_sessions: Sessions, web_sessions: Sessions
) -> None:
    await compute(worker_sessions, booked)
    async with worker_sessions() as session:
        job = await find.job(session, (await find.interview(session, booked)).job_id or booked)
    stranger = await data.a_user()
    for user, sees in ((job.recruiter_id, True), (stranger, False)):
        async with web_sessions.begin() as session:
            await act_as_user(session, UserRole.RECRUITER, user)
            found = await risks_of(session, [booked])
        assert (booked in found) is sees
        if sees:
            assert {part.part for part in found[booked].parts} == set(Part)
            assert round(sum(part.points for part in found[booked].parts), 3) == found[booked].value


@pytest.mark.parametrize("statement", ["UPDATE no_show_risks SET value = 0", "DELETE FROM no_show_risks"])
async def test_nobody_changes_what_was_thought(
    statement: str, worker_sessions: Sessions, web_sessions: Sessions
) -> None:
    for sessions in (worker_sessions, web_sessions):
        async with sessions() as session:
            with pytest.raises(DBAPIError, match="permission denied"):
                await session.execute(text(statement))


async def test_erasing_the_person_erases_what_was_thought(
    booked: UUID, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    await compute(worker_sessions, booked)
    async with owner_sessions.begin() as session:
        row = await find.interview(session, booked)
        await session.execute(text("DELETE FROM candidates WHERE id = :id"), {"id": row.candidate_id})
    assert await kept(worker_sessions, booked) == []
