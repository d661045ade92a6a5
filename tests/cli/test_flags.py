"""`understudy flags`: gates seen and moved from the command line."""

from uuid import UUID

import pytest
from sqlalchemy import insert, select

from domain.vocabulary import Flag, UserRole
from models import AutomationLog, HeldStep, OutboxMessage
from tests.cli.command import understudy
from tests.conftest import Sessions
from tests.support.data import MONDAY, Data


@pytest.fixture
async def job(data: Data) -> UUID:
    await data.a_user(UserRole.ADMIN)
    return await data.a_job()


async def test_every_flag_is_listed_with_what_it_holds(
    database_url: str, owner_sessions: Sessions, job: UUID
) -> None:
    async with owner_sessions.begin() as session:
        await session.execute(
            insert(HeldStep).values(
                workflow_id=f"job-{job}", step="rank", gate="reminders", job_id=job, since=MONDAY
            )
        )
    listed = (await understudy(database_url, "flags", "list", "--json")).data["items"]
    assert [flag["name"] for flag in listed] == list(Flag)
    assert {flag["name"]: flag["held_steps"] for flag in listed}["reminders"] == 1
    human = await understudy(database_url, "flags", "list")
    assert all(name in human.out for name in Flag)


async def test_a_flag_is_switched_with_its_reason_and_wakes_what_waited(
    database_url: str, owner_sessions: Sessions, job: UUID
) -> None:
    closed = await understudy(database_url, "flags", "set", "reminders", "off", "--reason", "holidays")
    assert (closed.code, "reminders is off" in closed.out) == (0, True)
    async with owner_sessions.begin() as session:
        await session.execute(
            insert(HeldStep).values(
                workflow_id=f"job-{job}", step="rank", gate="reminders", job_id=job, since=MONDAY
            )
        )
    opened = await understudy(database_url, "flags", "set", "reminders", "on", "--rollout", 30)
    assert "for 30 % of jobs; 1 waiting process told" in opened.out
    async with owner_sessions() as session:
        reasons = await session.scalars(
            select(AutomationLog.reason).where(AutomationLog.action_type == "flag_changed")
        )
        assert set(reasons) == {"holidays", None}
        woken = await session.scalars(
            select(OutboxMessage.workflow_id).where(OutboxMessage.name == "gate_changed")
        )
        assert woken.all() == [f"job-{job}"]


async def test_a_job_gets_a_value_of_its_own_and_loses_it(database_url: str, job: UUID) -> None:
    async def overrides() -> dict[str, bool]:
        listed = (await understudy(database_url, "flags", "list", "--json")).data["items"]
        found: dict[str, bool] = next(f["overrides"] for f in listed if f["name"] == "reminders")
        return found

    await understudy(database_url, "flags", "set", "reminders", "off", "--job", job)
    assert await overrides() == {str(job): False}
    cleared = await understudy(database_url, "flags", "clear", "reminders", "--job", job)
    assert cleared.code == 0
    assert await overrides() == {}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("set", "remindrs", "on"), 3, "Flags are: global_automation, auto_shortlisting"),
        (("set", "reminders", "maybe"), 2, "maybe"),
        (("set", "reminders", "on", "--rollout", "101"), 2, "less than or equal to 100"),
        (("set", "reminders", "on", "--job", str(UUID(int=7)), "--rollout", "5"), 2, "not both"),
        (("set", "reminders", "on", "--job", str(UUID(int=7))), 3, "There is no job"),
        (("set", "global_automation", "on", "--job", "{job}"), 2, "The kill switch has no exceptions"),
        (("clear", "nothing", "--job", str(UUID(int=7))), 3, "Flags are:"),
    ],
)
async def test_what_cannot_be_set_is_refused_with_what_can(
    database_url: str, job: UUID, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = await understudy(database_url, "flags", *(a.format(job=job) for a in arguments))
    assert (done.code, done.out) == (code, "")
    assert said in done.words


async def test_only_an_admin_moves_a_gate_for_all_and_a_recruiter_for_own_jobs(
    database_url: str, data: Data, job: UUID
) -> None:
    rosa = ("--as", "rosa@hiring.example")
    own = await data.a_job(
        recruiter_id=await data.a_user(UserRole.RECRUITER, email="rosa@hiring.example"), title="Own"
    )
    for_all = await understudy(database_url, "flags", "set", "reminders", "off", *rosa)
    assert for_all.code == 5
    for_own = await understudy(database_url, "flags", "set", "reminders", "off", "--job", own, *rosa)
    assert (for_own.code, for_own.err) == (0, "")
    for_other = await understudy(database_url, "flags", "set", "reminders", "off", "--job", job, *rosa)
    assert for_other.code == 3
