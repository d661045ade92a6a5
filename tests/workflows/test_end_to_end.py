"""A whole hiring without skipping time: files in, mails out, everybody answered."""

from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import timedelta
from email.message import EmailMessage as ParsedMail
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from temporalio.client import Client

from domain.identifiers import application_workflow, calendar_uid, interview_workflow, job_workflow
from domain.vocabulary import JobStatus
from integrations.mailbox.server import Mailbox
from integrations.mailbox.store import StoredMail
from models import Application
from services import applications, jobs
from services.applications import Upload
from services.interviews import answer, end
from tests.conftest import Sessions
from tests.support.data import BY_CANDIDATE, Data
from tests.support.worker import running, settings_for
from tests.workflows.hiring import HOUR, Hiring, wall_clock

RESUMES = {
    "ana": b"Ana Prado\nBaker\n\nExperience\nBaker, Mill Lane Bakery, 2014 - 2024\n"
    b"Made sourdough bread and rye bread, did the oven work, on night shifts.\n",
    "ben": b"Ben Okafor\nBaker\nMade white bread in a supermarket, two years.\n",
    "cleo": b"Cleo Marin\nPastry cook. Some bread, mostly cakes.\n",
    "dara": b"Dara Lind\nWaiter and barista, coffee and service.\n",
    "emil": b"Emil Sand\nForklift driver in a warehouse, licence since 2015.\n",
    "fay": b"%PDF-1.7\nthis is no PDF at all",
}
UNREADABLE = "fay"


@pytest.fixture
async def mailbox(tmp_path: Path) -> AsyncIterator[Mailbox]:
    """The embedded mail server."""
    server = Mailbox(tmp_path / "mail")
    await server.start()
    yield server
    await server.stop()


@pytest.mark.parametrize("cached", [2000, 0], ids=["cached", "replayed-at-each-task"])
async def test_a_job_is_filled_and_everybody_hears_of_it(
    client: Client,
    database_url: str,
    data: Data,
    owner_sessions: Sessions,
    mailbox: Mailbox,
    cached: int,
) -> None:
    settings = settings_for(database_url, f"smtp://127.0.0.1:{mailbox.smtp_port}", cached)
    recruiter = await data.a_user(email="rosa@hiring.example")
    async with running(client, settings, dispatcher=True) as app:
        hiring = Hiring(app, data, owner_sessions)
        post = Post(hiring, mailbox)
        job_id = await data.a_job(
            1,
            2,
            at=wall_clock(),
            recruiter_id=recruiter,
            description="We look for a baker: sourdough bread, rye bread, oven work, night shifts.",
            windows={"minimum_notice": timedelta(0)},
        )
        people = await _apply(hiring, job_id)
        await hiring.recruiter(jobs.close, job_id)

        # The best one is invited, accepts and picks a time.
        hiring.applications = [people["ana"]]
        interview = await hiring.invited()
        await post.until("ana", "invitation")
        await hiring.candidate(answer.accept, interview)
        await post.until("ana", "slot_choice")
        start = (await hiring.free(interview))[0]
        await hiring.pick(interview, start)
        mail = await post.until("ana", "confirmation")
        entry = _calendar_part(post.message(mail))
        assert entry.get_param("method") == "REQUEST"
        lines = entry.get_content().replace("\r\n ", "").splitlines()
        assert f"UID:{calendar_uid(interview)}" in lines
        assert f"DTSTART:{start:%Y%m%dT%H%M%SZ}" in lines
        await post.until("rosa@hiring.example", "interviewer_confirmation")

        # It takes place; the job is done and all others get their answer.
        await hiring.recruiter(end.complete, interview, at=start + HOUR)
        assert await app.result(job_workflow(job_id)) == "filled"
        assert await app.result(interview_workflow(interview)) == "completed"
        for name in ("ben", "cleo", "dara", "emil", "fay"):
            await post.until(name, "regret")
        await post.until("ana", "interviewed")
        await post.until("rosa@hiring.example", "job_finished")

        assert (await hiring.the_job(job_id)).status is JobStatus.FILLED
        received = post.received()["ana@example.org"]
        assert received == ["confirmation", "interviewed", "invitation", "slot_choice"]
        assert post.received()["ben@example.org"] == ["regret"]
        assert all(mail.deliveries == 1 for mail in post.mails())
        await _scores_make_sense(owner_sessions, people)

        await hiring.record(job_workflow(job_id))
        await hiring.record(interview_workflow(interview))
        for name, application_id in people.items():
            paths = {"ana": "application-scored", UNREADABLE: "application-unreadable"}
            await hiring.record(application_workflow(application_id), paths.get(name))


async def _apply(hiring: Hiring, job_id: UUID) -> dict[str, UUID]:
    people = {}
    for name, content in RESUMES.items():
        kind = "pdf" if content.startswith(b"%PDF") else "txt"
        upload = Upload(f"{name}.{kind}", content, name.title(), f"{name}@example.org")
        async with hiring.app.sessions.begin() as session:
            people[name], new = await applications.submit(
                session, job_id, upload, cause=BY_CANDIDATE, at=wall_clock()
            )
            assert new
    return people


async def _scores_make_sense(owner: Sessions, people: dict[str, UUID]) -> None:
    async with owner() as session:
        rows = {row.id: row for row in await session.scalars(select(Application))}
    scores = {name: rows[application].fit_score for name, application in people.items()}
    assert scores["ana"] > scores["ben"] > scores["dara"]
    assert scores[UNREADABLE] == 0
    assert rows[people[UNREADABLE]].unreadable_reason
    assert all(row.ai_processed for row in rows.values())


def _calendar_part(mail: ParsedMail) -> ParsedMail:
    parts = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert parts, "the mail carries no calendar entry"
    assert isinstance(parts[0], ParsedMail)
    return parts[0]


class Post:
    """What the mail server has taken."""

    def __init__(self, hiring: Hiring, mailbox: Mailbox) -> None:
        self._hiring = hiring
        self._store = mailbox._store

    def mails(self) -> list[StoredMail]:
        """All mails, newest first."""
        return self._store.newest_first()

    def message(self, mail: StoredMail) -> ParsedMail:
        """A whole mail."""
        return self._store.message(mail)

    def received(self) -> dict[str, list[str]]:
        """Templates by address, in alphabetical order."""
        found: dict[str, list[str]] = defaultdict(list)
        for mail in self.mails():
            for address in mail.to:
                found[address].append(mail.template or "")
        return {address: sorted(templates) for address, templates in found.items()}

    async def until(self, who: str, template: str) -> StoredMail:
        """The mail of a template to somebody (a name of the cast, or an address), once it is there."""
        address = who if "@" in who else f"{who}@example.org"

        async def arrived() -> StoredMail | None:
            mails = self._store.newest_first(address, template)
            return mails[0] if mails else None

        return await self._hiring.app.until(arrived, f"{template} to {who}")
