"""The live feed of a job's log: nothing is missed, nothing comes twice, nothing goes to whom it does not concern."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import httpx
import pytest
import uvicorn
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services import log
from services.log import Cause, Entry, Subject
from tests.support.calendars import a_port
from tests.support.data import MONDAY, Sessions
from tests.support.identity import session_for
from tests.support.patience import PATIENCE_SECONDS
from tests.web.site import FORM_KEY, Clock, Site
from tests.web.statements import recorded
from web.app import create_app
from web.deps import WebDeps
from web.desk import activity_feeds
from web.desk.session import COOKIE

ROSA, EVE = "rosa@hiring.example", "eve@hiring.example"


@dataclass
class Server:
    """A web tier on a port of loopback."""

    url: str
    server: uvicorn.Server
    task: asyncio.Task[None]


@pytest.fixture
async def server(site: Site) -> AsyncIterator[Server]:
    """The application of `site`, over real HTTP."""
    app = site.http._transport.app  # type: ignore[attr-defined]  # the web tier of the site
    with a_port() as port:
        config = uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws="none")
        running = uvicorn.Server(config)
        task = asyncio.create_task(running.serve([port.listening]))
        yield Server(port.url, running, task)
        running.should_exit = True
        await task


@dataclass
class Reader:
    """An event source as browsers have it."""

    lines: list[dict[str, object]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    grew: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def wait_for(self, number: int) -> None:
        """Until so many lines came."""
        async with asyncio.timeout(PATIENCE_SECONDS), self.grew:
            await self.grew.wait_for(lambda: len(self.lines) >= number)

    @property
    def sequences(self) -> list[object]:
        """The numbers of the rows that came."""
        return [line["sequence"] for line in self.lines]


@asynccontextmanager
async def reading(
    site: Site, server: Server, job_id: UUID, email: str, after: str, last_event_id: str | None = None
) -> AsyncIterator[Reader]:
    """Read a job's feed until the end of the block."""
    reader = Reader()
    cookies = {COOKIE: await session_for(site.owner, email)}
    headers = {"Last-Event-ID": last_event_id} if last_event_id else {}

    async def read() -> None:
        try:
            # A server that stops breaks off in the middle of the stream: browsers connect again.
            with suppress(httpx.RemoteProtocolError):
                await listen()
        finally:
            reader.ended.set()

    async def listen() -> None:
        async with (
            httpx.AsyncClient(base_url=server.url, cookies=cookies, timeout=None) as client,
            client.stream("GET", f"/jobs/{job_id}/activity/stream?after={after}", headers=headers) as answer,
        ):
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith("text/event-stream")
            async for line in answer.aiter_lines():
                reader.opened.set()
                if line.startswith("id: "):
                    reader.ids.append(line[4:])
                if line.startswith("data: "):
                    async with reader.grew:
                        reader.lines.append(json.loads(line[6:]))
                        reader.grew.notify_all()

    task = asyncio.create_task(read())
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await reader.opened.wait()
        yield reader
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _note(sessions: Sessions, job_id: UUID, number: int = 1) -> None:
    async with sessions.begin() as session:
        await _write(session, job_id, number)


async def _write(session: AsyncSession, job_id: UUID, number: int = 1) -> None:
    entries = [Entry("job_rescored", str(uuid4()), Subject(job_id), MONDAY) for _ in range(number)]
    await log.record(session, Cause(), *entries)


async def _all(site: Site, job_id: UUID) -> list[int]:
    async with site.owner.begin() as session:
        rows = await session.scalars(
            text("SELECT sequence FROM automation_logs WHERE job_id = :job ORDER BY sequence"),
            {"job": job_id},
        )
        return list(rows)


@pytest.fixture
async def job(site: Site) -> UUID:
    """A job of Rosa's."""
    return await site.data.a_job(recruiter_id=await site.data.a_user(name="Rosa", email=ROSA))


async def test_what_is_committed_late_is_not_missed(
    site: Site, server: Server, job: UUID, worker_sessions: Sessions
) -> None:
    async with reading(site, server, job, ROSA, "0-0") as reader:
        before = await _all(site, job)
        await reader.wait_for(len(before))
        # The first takes its number first and commits last.
        async with worker_sessions() as slow:
            await _write(slow, job)
            await _note(worker_sessions, job)
            await asyncio.sleep(3 * activity_feeds.TICK_SECONDS)
            await slow.commit()
        await reader.wait_for(len(before) + 2)
        assert sorted(map(int, map(str, reader.sequences))) == await _all(site, job)
        assert len(set(reader.ids)) == len(reader.ids)


async def test_a_reader_goes_on_where_the_connection_broke(
    site: Site, server: Server, job: UUID, worker_sessions: Sessions
) -> None:
    async with reading(site, server, job, ROSA, "0-0") as first:
        await _note(worker_sessions, job, 5)
        await first.wait_for(len(await _all(site, job)))
    broke_at = len(first.lines) - 3
    await _note(worker_sessions, job, 450)
    async with reading(site, server, job, ROSA, "0-0", first.ids[broke_at]) as second:
        expected = (await _all(site, job))[broke_at + 1 :]
        await second.wait_for(len(expected))
        assert second.sequences == expected


async def test_a_page_and_its_feed_together_hold_everything(
    site: Site, server: Server, job: UUID, worker_sessions: Sessions
) -> None:
    await site.sign_in(ROSA)
    async with worker_sessions() as slow:
        await _write(slow, job)
        page = await site.http.get(f"/jobs/{job}/activity")
        await slow.commit()
    after = page.text.partition("stream?after=")[2].partition('"')[0]
    shown = {int(one.partition('"')[0]) for one in page.text.split('data-sequence="')[1:]}
    async with reading(site, server, job, ROSA, after) as reader:
        await _note(worker_sessions, job)
        everything = set(await _all(site, job))
        await reader.wait_for(len(everything - shown))
        assert shown | {int(str(one)) for one in reader.sequences} == everything


async def test_nobody_hears_of_somebody_elses_job(
    site: Site, server: Server, job: UUID, worker_sessions: Sessions
) -> None:
    eve = await site.data.a_user(name="Eve", email=EVE)
    own = await site.data.a_job(recruiter_id=eve)
    async with (
        reading(site, server, own, EVE, "0-0") as hers,
        reading(site, server, job, ROSA, "0-0") as other,
    ):
        await _note(worker_sessions, job, 3)
        await other.wait_for(len(await _all(site, job)))
        await _note(worker_sessions, own)
        await hers.wait_for(len(await _all(site, own)))
        assert set(hers.sequences).isdisjoint(await _all(site, job))
        # The job passes on to somebody else: its reader hears nothing more of it.
        async with site.owner.begin() as session:
            await session.execute(
                text("UPDATE jobs SET recruiter_id = :eve WHERE id = :job"), {"eve": eve, "job": job}
            )
        heard = len(other.lines)
        await _note(worker_sessions, job)
        await _note(worker_sessions, own)
        await hers.wait_for(len(await _all(site, own)))
        assert len(other.lines) == heard


async def test_whoever_is_signed_out_hears_nothing_more(
    site: Site, server: Server, job: UUID, worker_sessions: Sessions
) -> None:
    async with reading(site, server, job, ROSA, "0-0") as reader:
        await reader.wait_for(1)
        async with site.owner.begin() as session:
            await session.execute(text("DELETE FROM web_sessions"))
        heard = len(reader.lines)
        await _note(worker_sessions, job)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await reader.ended.wait()
        assert len(reader.lines) == heard


async def test_many_readers_cost_one_question_while_nothing_happens(
    site: Site, server: Server, job: UUID
) -> None:
    async with (
        reading(site, server, job, ROSA, "0-0") as first,
        reading(site, server, job, ROSA, "0-0") as second,
    ):
        await first.wait_for(1)
        await second.wait_for(1)
        mark = str(activity_feeds.MARK)
        with recorded(site) as statements:
            # A few looks go on reading, however long each takes. It is quiet when two have asked for the mark alone.
            async with asyncio.timeout(PATIENCE_SECONDS):
                while [one for one, _ in statements.found[-3:]] != 3 * [mark]:  # noqa: ASYNC110 - nothing tells
                    await asyncio.sleep(activity_feeds.TICK_SECONDS / 10)
            quiet = len(statements.found)
            await asyncio.sleep(4 * activity_feeds.TICK_SECONDS)
        asked = [statement for statement, _ in statements.found[quiet:]]
        assert set(asked) == {mark}
        assert len(asked) <= 5


async def test_a_server_that_stops_ends_its_feeds(web_sessions: Sessions, site: Site, job: UUID) -> None:
    app = create_app(WebDeps(web_sessions, Clock(), site.links, "http://127.0.0.1", FORM_KEY))
    with a_port() as port:
        config = uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws="none")
        running = uvicorn.Server(config)
        task = asyncio.create_task(running.serve([port.listening]))
        async with reading(site, Server(port.url, running, task), job, ROSA, "0-0") as reader:
            await reader.wait_for(1)
            running.should_exit = True
            async with asyncio.timeout(PATIENCE_SECONDS):
                await task
                await reader.ended.wait()


async def test_one_browser_follows_only_so_many_jobs_at_a_time(
    site: Site, server: Server, job: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activity_feeds, "MOST_OF_ONE", 1)
    cookies = {COOKIE: await session_for(site.owner, ROSA)}
    stream = f"/jobs/{job}/activity/stream?after=0-0"
    async with httpx.AsyncClient(base_url=server.url, cookies=cookies, timeout=PATIENCE_SECONDS) as browser:
        async with browser.stream("GET", stream) as first:
            lines = first.aiter_lines()
            assert await anext(lines)
            refused = await browser.get(stream)
        assert (refused.status_code, "Retry-After" in refused.headers) == (429, True)
    async with reading(site, server, job, ROSA, "0-0") as other:
        await other.wait_for(1)


async def test_a_position_that_is_none_is_refused(site: Site, job: UUID) -> None:
    await site.sign_in(ROSA)
    for after in ("", "x", "1", "1-x", "-1-2", "9" * 30 + "-1", "١-٢"):
        answer = await site.http.get(f"/jobs/{job}/activity/stream", params={"after": after})
        assert answer.status_code in {404, 422}, after
