"""One kill at the worst moment each."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

import pytest
from temporalio.api.enums.v1 import TimeoutType

from runtime.embedded.supervisor import Stack
from tests.crash.scenario import new_stack, owner_sessions, patient_world, settings_for
from tests.crash.stage import Stage, until
from tests.runtime.embedded_home import new_home

pytestmark = [pytest.mark.crash, pytest.mark.slow]

AN_HOUR_A_SECOND = 3600.0


@pytest.fixture(scope="module")
async def stage() -> AsyncIterator[Stage]:
    """One stack for the tests of this file; each brings its own job."""
    with new_home() as home:
        stack = new_stack(home, settings_for(home, AN_HOUR_A_SECOND), [])
        await stack.start()
        try:
            async with patient_world(stack) as world, owner_sessions(stack) as sessions:
                yield Stage(stack, world, sessions)
        finally:
            await stack.stop()


async def test_a_step_whose_worker_died_after_its_commit_is_not_done_twice(stage: Stage) -> None:
    async with stage.blocked("email_messages", written="interviews") as somebody_waits:
        job_id = await stage.job()
        # The step that invites has written its rows and hangs at its mail. Temporal will not hear of its end.
        await somebody_waits()
        stage.stack.kill("temporal", signal.SIGSTOP)
        # Nor is its mail handed over before the worker dies: without a note of that it would be handed over twice.
        stage.stack.kill("mailbox", signal.SIGSTOP)
    interview_id = await stage.interview(job_id)
    # Both die: what the worker has said may already wait at Temporal's door.
    await stage.kill("temporal", "worker")
    stage.stack.kill("mailbox", signal.SIGCONT)

    invitation = await stage.mail(interview_id, "invitation")
    await stage.accept_and_pick(invitation)
    await stage.mail(interview_id, "confirmation")
    # Not the step's whole time limit went by until somebody else took it up, only the silence of its worker.
    assert await stage.first_step(interview_id) == (2, TimeoutType.TIMEOUT_TYPE_HEARTBEAT)
    assert await stage.actions(interview_id, "invitation_sent") == 1
    assert (await stage.world.deliveries())[invitation.message_id] == 1


async def test_a_mail_whose_sender_died_before_it_noted_it_is_sent_again_under_its_name(stage: Stage) -> None:
    stage.stack.kill("mailbox", signal.SIGSTOP)
    job_id = await stage.job()
    interview_id = await stage.interview(job_id)
    async with stage.blocked("automation_logs") as somebody_waits:
        stage.stack.kill("mailbox", signal.SIGCONT)
        invitation = await stage.mail(interview_id, "invitation")
        await somebody_waits()
        await stage.kill("worker")

    await until(lambda: stage.actions(interview_id, "mail_sent"), "the note of the mail")
    mails = [m for m in await stage.world.mails() if m.interview_id == interview_id]
    assert mails == [invitation]
    assert (await stage.world.deliveries())[invitation.message_id] == 2
    assert await stage.actions(interview_id, "mail_sent") == 1


async def test_a_mail_whose_acceptance_was_never_heard_is_one_mail_although_the_worker_dies(
    stage: Stage,
) -> None:
    rules = f"{stage.world.mailbox_url}/api/rules"
    # Only mails to the people of the next job: others may still be written to.
    address = rf"\.{stage.jobs}\.\d+@applicants\.example"
    rule = {"address": address, "stage": "answer_lost", "times": 1}
    assert (await stage.world.send("POST", rules, json=rule)).status_code == 201
    interview_id = await stage.interview(await stage.job())
    invitation = await stage.mail(interview_id, "invitation")
    await stage.kill("worker")

    await until(lambda: stage.actions(interview_id, "mail_sent"), "the note of the mail")
    mails = [m for m in await stage.world.mails() if m.interview_id == interview_id]
    assert mails == [invitation]
    assert (await stage.world.deliveries())[invitation.message_id] == 2
    assert await stage.actions(interview_id, "mail_sent") == 1


async def test_an_answer_whose_confirmation_got_lost_with_the_web_tier_is_there_on_reload(
    stage: Stage,
) -> None:
    interview_id = await stage.interview(await stage.job())
    link = (await stage.mail(interview_id, "invitation")).link("accept")
    fields = await stage.form(link)
    async with _sent(link, fields):
        await until(lambda: stage.actions(interview_id, "invitation_accepted"), "the commit")
        await stage.kill("web")

    again = await stage.world.send("POST", link, data=fields)
    assert again.status_code == 303
    assert "choose" in (await stage.world.send("GET", link)).text.lower()
    await stage.mail(interview_id, "slot_choice")
    assert await stage.actions(interview_id, "invitation_accepted") == 1


@asynccontextmanager
async def _sent(link: str, fields: dict[str, str]) -> AsyncIterator[None]:
    """A form was sent, its answer is never read."""
    where, body = urlsplit(link), urlencode(fields).encode()
    _, writer = await asyncio.open_connection(where.hostname, where.port)
    head = (
        f"POST {where.path} HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    with closing(writer):
        writer.write(head.encode() + body)
        await writer.drain()
        yield


async def test_an_answer_in_time_counts_although_the_worker_was_down_past_the_deadline(stage: Stage) -> None:
    # The first of these candidates answers in time, the other one never does.
    answered = await stage.interview(await stage.job(confirmation_window="PT36H"))
    silent = await stage.interview(await stage.job(confirmation_window="PT36H"))
    invitation = await stage.mail(answered, "invitation")
    await stage.mail(silent, "invitation")
    await stage.stack.halt("worker")
    await stage.accept_and_pick(invitation)
    deadline = await stage.value("SELECT confirmation_deadline FROM interviews WHERE id = :id", id=silent)
    await stage.world.rest(deadline - stage.world.now() + timedelta(hours=1))
    await stage.stack.resume("worker")

    await stage.mail(answered, "confirmation")
    await stage.mail(silent, "expired")
    assert await stage.actions(answered, "interview_expired") == 0
    assert await stage.actions(silent, "interview_expired") == 1


async def test_after_everything_died_at_once_a_new_start_goes_on_without_a_person() -> None:
    with new_home() as home:
        settings = settings_for(home, AN_HOUR_A_SECOND)
        stack = new_stack(home, settings, [])
        await stack.start()
        try:
            async with patient_world(stack) as world, owner_sessions(stack) as sessions:
                stage = Stage(stack, world, sessions)
                job_id = await stage.job(confirmation_window="PT24H")
                first = await stage.interview(job_id)
                await stage.mail(first, "invitation")
        finally:
            await _kill_all(stack)
        stack = new_stack(home, settings, [])
        await stack.start()
        try:
            async with patient_world(stack) as world, owner_sessions(stack) as sessions:
                stage = Stage(stack, world, sessions)
                await stage.mail(first, "expired")
                second = await stage.interview(job_id, 2)
                await stage.mail(second, "invitation")
                assert await stage.actions(first, "interview_expired") == 1
        finally:
            await stack.stop()


async def _kill_all(stack: Stack) -> None:
    """What a power cut does to processes, the supervisor included."""
    for part in stack.processes:
        if part.pid:
            os.kill(part.pid, signal.SIGKILL)
    await stack.stop()
