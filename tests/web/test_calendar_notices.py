"""Notices of Google at `/hooks/google-calendar`: genuine ones wake a calendar's workflow, others learn nothing."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text

from domain.calendars import CalendarProviderName
from domain.vocabulary import UserRole
from integrations.google_calendar import GoogleCalendar
from integrations.links import SignedLinks
from runtime.calendar_connecting import for_web
from runtime.calendars import NOTICES, channel_signer, google_app, keyring
from services.calendars import accounts, busy
from services.calendars.accounts import NewAccount
from tests.conftest import Sessions
from tests.doubles.google import GoogleDouble
from tests.support.calendars import a_port, serving, tokens, with_google
from tests.support.data import BY_HAND, MONDAY, Data
from tests.support.patience import PATIENCE_SECONDS
from tests.support.worker import settings_for
from tests.web.site import FORM_KEY, Clock
from web.app import create_app
from web.deps import WebDeps

INES = "ines@hiring.example"


@dataclass
class Hook:
    """A connected calendar with an open channel, and where its notices go."""

    url: str
    google: GoogleDouble
    account: UUID
    channel: str
    sign: Callable[[str], str]
    owner: Sessions

    def headers(self, **changes: str) -> dict[str, str]:
        """Those of a genuine notice."""
        return {
            "X-Goog-Channel-ID": self.channel,
            "X-Goog-Channel-Token": self.sign(self.channel),
            "X-Goog-Message-Number": "7",
            "X-Goog-Resource-State": "exists",
            "X-Goog-Resource-ID": "abc",
            **changes,
        }

    async def post(self, changes: Mapping[str, str] | None = None, content: bytes = b"") -> httpx.Response:
        """Send a notice."""
        async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE_SECONDS) as http:
            return await http.post(
                self.url + NOTICES, headers=self.headers(**(changes or {})), content=content
            )

    async def told(self) -> list[str]:
        """Keys of the messages that notices left for the calendar's workflow."""
        async with self.owner() as session:
            query = text(
                "SELECT message_key FROM outbox WHERE workflow_id = :id AND payload->>'cause' = 'notice' ORDER BY id"
            )
            return list(await session.scalars(query, {"id": f"calendar-{self.account}"}))


@pytest.fixture
async def hook(
    database_url: str,
    web_sessions: Sessions,
    worker_sessions: Sessions,
    owner_sessions: Sessions,
    data: Data,
) -> AsyncIterator[Hook]:
    """The channel is opened by the adapter that the worker uses."""
    with a_port() as port, GoogleDouble() as google:
        settings = with_google(settings_for(database_url), google, base_url=port.url)
        links = SignedLinks("k" * 40, port.url)
        deps = WebDeps(web_sessions, Clock(), links, port.url, FORM_KEY, calendars=for_web(settings))
        user = await data.a_user(UserRole.INTERVIEWER, email=INES)
        google.add_account(INES)
        sign, app, channel_id = channel_signer(settings), google_app(settings), str(uuid4())
        assert app is not None
        async with serving(create_app(deps), port):
            async with worker_sessions.begin() as session:
                new = NewAccount(user, CalendarProviderName.GOOGLE, tokens(google, INES), INES)
                row = await accounts.connect(session, keyring(settings), new, cause=BY_HAND, at=MONDAY)
                account = await accounts.opened(session, keyring(settings), row)
            adapter = GoogleCalendar(app, _keep)
            channel = await adapter.watch(account, channel_id, sign(channel_id), port.url + NOTICES)
            async with worker_sessions.begin() as session:
                await busy.keep_channel(session, account.id, channel)
            yield Hook(port.url, google, account.id, channel_id, sign, owner_sessions)


async def _keep(account_id: UUID, secret: object) -> None:
    raise AssertionError("fresh tokens are not renewed")


async def test_a_genuine_notice_wakes_the_workflow_once_however_often_it_comes(hook: Hook) -> None:
    for number in ("7", "7", "8"):
        answer = await hook.post({"X-Goog-Message-Number": number})
        assert (answer.status_code, answer.text) == (204, "")
    assert await hook.told() == [f"notice:{hook.channel}:{n}" for n in (7, 8)]


async def test_googles_own_notices_arrive(hook: Hook) -> None:
    hook.google.push.changed(INES)
    await asyncio.to_thread(hook.google.push.stop)  # delivers what is queued: the greeting and the change
    assert hook.google.push.undelivered == 0
    assert await hook.told() == [f"notice:{hook.channel}:2"]


@pytest.mark.parametrize(
    "change",
    [
        {"X-Goog-Channel-Token": "forged"},
        {"X-Goog-Channel-Token": ""},
        {"X-Goog-Channel-ID": "another-channel"},
        {"X-Goog-Channel-ID": "x" * 5000},
        {"X-Goog-Message-Number": "7; DROP TABLE users"},
        {"X-Goog-Message-Number": ""},
        {"X-Goog-Message-Number": "9" * 500},
    ],
    ids=str,
)
async def test_a_forged_notice_is_not_found_and_changes_nothing(hook: Hook, change: dict[str, str]) -> None:
    answer = await hook.post(change)
    assert answer.status_code == 404
    assert hook.channel not in answer.text
    assert await hook.told() == []


async def test_a_well_signed_channel_that_is_not_in_use_any_more_is_not_found(hook: Hook) -> None:
    old = str(uuid4())
    answer = await hook.post({"X-Goog-Channel-ID": old, "X-Goog-Channel-Token": hook.sign(old)})
    assert answer.status_code == 404
    assert await hook.told() == []


async def test_the_greeting_of_a_new_channel_wakes_nobody(hook: Hook) -> None:
    assert (await hook.post({"X-Goog-Resource-State": "sync"})).status_code == 204
    assert await hook.told() == []


async def test_a_body_is_not_read_however_large(hook: Hook) -> None:
    assert (await hook.post(content=b"x" * 3_000_000)).status_code == 204
    assert len(await hook.told()) == 1


async def test_a_notice_needs_no_sign_in_and_only_posts_are_notices(hook: Hook) -> None:
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE_SECONDS) as http:
        shown = await http.get(hook.url + NOTICES, headers=hook.headers())
        beside = await http.post(f"{hook.url}{NOTICES}/more", headers=hook.headers())
    assert (shown.status_code, beside.status_code) == (405, 404)
    assert await hook.told() == []


async def test_no_token_is_logged(hook: Hook, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await hook.post()
    await hook.post({"X-Goog-Channel-Token": "forged-token"})
    # The test's own client and server run in this process: of theirs only what names the token would count.
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith(("httpcore", "httpx"))]
    assert not any(hook.sign(hook.channel) in line or "forged-token" in line for line in ours)


async def test_where_calendars_are_not_set_up_there_are_no_notices(web_sessions: Sessions) -> None:
    deps = WebDeps(web_sessions, Clock(), SignedLinks("k" * 40, "http://x.test"), "http://x.test", FORM_KEY)
    transport = httpx.ASGITransport(create_app(deps))
    async with httpx.AsyncClient(transport=transport, base_url="http://x.test") as http:
        assert (await http.post(NOTICES, headers={"X-Goog-Channel-ID": "a"})).status_code == 404
