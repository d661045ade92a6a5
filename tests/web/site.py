"""A web tier over a test's own database, with a clock that the test moves, and readers of its pages."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx
from sqlalchemy import text

from domain.vocabulary import LinkPurpose
from integrations.links import SignedLinks
from tests.support.data import MONDAY, Data, Sessions
from tests.support.identity import as_, session_for
from web.desk.session import COOKIE

BASE = "http://understudy.test"
FORM_KEY = "the-form-key-of-these-tests"
TABLES = (
    "users", "jobs", "candidates", "applications", "interviews", "negotiation_sessions", "automation_logs",
    "email_messages", "outbox", "interview_interviewers", "held_steps", "feature_flags",
)  # fmt: skip


@dataclass
class Clock:
    """Business time as the test wants it."""

    now: datetime = MONDAY

    def __call__(self) -> datetime:
        """The present."""
        return self.now

    def forward(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


@dataclass
class Site:
    """What a test of pages and API needs."""

    http: httpx.AsyncClient
    links: SignedLinks
    clock: Clock
    data: Data
    owner: Sessions

    def link(self, interview_id: UUID, purpose: LinkPurpose, *, generation: int = 0, days: float = 60) -> str:
        """The path of a candidate page with a fresh token."""
        token = self.links.sign(interview_id, purpose, generation, self.clock.now + timedelta(days=days))
        return urlsplit(self.links.url(interview_id, purpose, token)).path

    async def submit(self, path: str, **fields: str) -> httpx.Response:
        """Open a page, then send its form as a browser would."""
        nonce = nonce_of(await self.http.get(path))
        return await self.http.post(path, data={"nonce": nonce, **fields})

    async def an_invitation(self, **job: Any) -> UUID:
        """The interview of a candidate who was just invited."""
        job_id = await self.data.a_job(openings=1, at=self.clock.now, **job)
        await self.data.scored(job_id, 80, 70, at=self.clock.now)
        await self.data.closed_and_ranked(job_id, self.clock.now)
        (interview,) = await self.data.invited(job_id, self.clock.now)
        return interview

    async def accepted(self, interview_id: UUID) -> str:
        """Let the candidate accept. Returns the path of the page of times."""
        answer = await self.submit(self.link(interview_id, LinkPurpose.ACCEPT))
        assert answer.status_code == 303
        return answer.headers["location"]

    async def row(self, sql: str, **values: Any) -> Any:
        """One row, seen by the owner."""
        async with self.owner.begin() as session:
            return (await session.execute(text(sql), values)).one()

    async def snapshot(self) -> dict[str, list[str]]:
        """Everything in the database, to tell whether anything changed."""
        found = {}
        async with self.owner.begin() as session:
            for table in TABLES:
                rows = await session.scalars(text(f"SELECT t::text FROM {table} t ORDER BY 1"))
                found[table] = list(rows)
        return found

    def api(self) -> dict[str, str]:
        """Headers of an API call with the first admin's key (for `http`, which puts the key in)."""
        return as_()

    def as_user(self, email: str) -> dict[str, str]:
        """Headers of an API call with a person's key."""
        return as_(email)

    async def sign_in(self, email: str | None = None) -> None:
        """From here on `http` is a browser in which a person signed in; None: the first admin."""
        self.http.cookies.clear()
        token = await session_for(self.owner, email)
        self.http.cookies.set(COOKIE, token, domain=self.http.base_url.host)


def nonce_of(response: httpx.Response) -> str:
    """The nonce of the page's forms."""
    found = re.search(r'name="nonce" value="([^"]+)"', response.text)
    assert found, response.text
    return unescape(found[1])


def csrf_of(response: httpx.Response) -> str:
    """The token of the forms of a page for people of the company."""
    found = re.search(r'name="csrf" value="([^"]+)"', response.text)
    assert found, response.text
    return unescape(found[1])


def phase_of(response: httpx.Response) -> str:
    """The phase that a candidate page shows."""
    found = re.search(r'data-phase="(\w+)"', response.text)
    assert found, response.text
    return found[1]


def starts_of(response: httpx.Response) -> list[str]:
    """The times that a page offers."""
    return [unescape(start) for start in re.findall(r'name="start" value="([^"]+)"', response.text)]
