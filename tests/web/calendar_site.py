"""A web tier on a real port, with a Google and people who connect calendars in their browsers."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import text

from tests.conftest import Sessions
from tests.doubles.google import GoogleDouble, Hand
from tests.support.data import Data
from tests.support.identity import key_for, session_for
from tests.support.patience import PATIENCE_SECONDS
from tests.web.site import Clock
from web.desk.session import COOKIE

INES = "ines@hiring.example"
CONSENT = "understudy_consent"
ACCOUNTS = "SELECT provider, calendar_id, health, busy_calendar_ids, user_id FROM calendar_accounts"
EVERYTHING = (
    "users", "jobs", "interviews", "automation_logs", "email_messages", "outbox", "calendar_accounts",
    "calendar_tokens", "calendar_busy", "calendar_entries",
)  # fmt: skip


@dataclass
class CalendarSite:
    """What a test of the calendars' pages needs."""

    url: str
    google: GoogleDouble
    ines: Hand
    """The interviewer's hand in her Google calendar."""
    data: Data
    owner: Sessions
    clock: Clock
    user: UUID
    """The interviewer."""
    browsers: list[httpx.AsyncClient] = field(default_factory=list)

    async def browser(self, email: str = INES) -> "Browser":
        """Somebody's browser, signed in to the desk."""
        http = httpx.AsyncClient(base_url=self.url, trust_env=False, timeout=PATIENCE_SECONDS)
        self.browsers.append(http)
        http.cookies.set(COOKIE, await session_for(self.owner, email))
        return Browser(self, http)

    async def close(self) -> None:
        """Close all browsers."""
        for http in self.browsers:
            await http.aclose()

    async def rows(self, sql: str, **values: Any) -> list[Any]:
        """Rows, seen by the owner."""
        async with self.owner.begin() as session:
            return list((await session.execute(text(sql), values)).all())

    async def everything(self) -> str:
        """All tables in which something about calendars may stand, as text."""
        return repr(
            [await self.rows(f"SELECT '{t}', row_to_json(t)::text FROM {t} t ORDER BY 2") for t in EVERYTHING]
        )

    async def api(self, email: str = INES) -> dict[str, str]:
        """Headers of an API call with somebody's key."""
        return {"Authorization": f"Bearer {await key_for(self.owner, email)}"}


@dataclass
class Browser:
    """One person's browser."""

    site: CalendarSite
    http: httpx.AsyncClient

    async def get(self, path: str) -> httpx.Response:
        """Open a page."""
        return await self.http.get(path)

    async def press(self, page: str, path: str, **fields: str) -> httpx.Response:
        """Open a page, then send one of its forms."""
        token = hidden(await self.http.get(page), "csrf")
        return await self.http.post(path, data={"csrf": token, **fields})

    async def consent(self, **fields: str) -> str:
        """Begin to connect Google and answer its page. Returns the address that Google leads back to."""
        page = await self.press("/calendars", "/calendars/google/connect", **fields)
        assert page.status_code == 200, page.text
        link = re.search(r'<a class="button" href="([^"]+)">Continue to Google', page.text)
        assert link, page.text
        address = unescape(link[1])
        assert page.headers["refresh"] == f"0; url={address}"
        async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE_SECONDS) as elsewhere:
            answer = await elsewhere.get(address)
        assert answer.status_code == 302, answer.text
        return str(answer.headers["location"])

    async def come_back(self, address: str) -> httpx.Response:
        """Follow Google's redirect as a browser does: the desk's own cookie (SameSite=Strict) stays behind."""
        kept = {c.name: c.value or "" for c in self.http.cookies.jar if c.name == CONSENT}
        async with httpx.AsyncClient(trust_env=False, cookies=kept, timeout=PATIENCE_SECONDS) as other_site:
            answer = await other_site.get(address)
        if any(header.startswith(f'{CONSENT}=""') for header in answer.headers.get_list("set-cookie")):
            self.http.cookies.delete(CONSENT)
        return answer


def hidden(page: httpx.Response, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]+)"', page.text)
    assert found, page.text
    return unescape(found[1])


def account_of(page: httpx.Response) -> str:
    """The id of the first calendar on a page."""
    found = re.search(r"/calendars/([0-9a-f-]{36})/", page.text)
    assert found, page.text
    return found[1]
