"""What the demo's actors share: the clock, the web tier, the mailbox."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx

from domain.tempo import Tempo

PATIENCE_SECONDS = 20.0
"""How long an actor tries when the web tier does not answer (it may be restarting)."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as the mailbox shows it."""

    message_id: str
    to: str
    template: str
    interview_id: str
    links: tuple[str, ...]

    def link(self, purpose: str) -> str:
        """The link for accepting, rejecting or scheduling."""
        return next(link for link in self.links if f"/interview/{purpose}/" in link)


@dataclass
class World:
    """The running product, seen from outside: only HTTP, SMTP's mailbox, and the time."""

    tempo: Tempo
    base_url: str
    mailbox_url: str
    keys: Mapping[str, str]
    """API keys of the demo's own people, by `recruiter` and `admin`."""
    http: httpx.AsyncClient
    events: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        """Business time."""
        return self.tempo.business(datetime.now(UTC))

    async def rest(self, span: timedelta) -> None:
        """Let business time pass."""
        await asyncio.sleep(self.tempo.wall_span(span).total_seconds())

    def tell(self, event: str) -> None:
        """Add a line to the story."""
        self.events.append(f"{self.now():%a %d %b %H:%M}  {event}")

    async def api(self, method: str, path: str, **options: Any) -> Any:
        """Call the JSON API as the recruiter. Tries again while the web tier is not there."""
        return await self._call("recruiter", method, path, **options)

    async def admin(self, method: str, path: str, **options: Any) -> Any:
        """Call the JSON API as the admin."""
        return await self._call("admin", method, path, **options)

    async def _call(self, who: str, method: str, path: str, **options: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.keys[who]}"}
        response = await self.send(method, f"{self.base_url}/api/v1{path}", headers=headers, **options)
        response.raise_for_status()
        return response.json()

    async def send(self, method: str, url: str, **options: Any) -> httpx.Response:
        """One request, repeated while nobody listens."""
        deadline = asyncio.get_running_loop().time() + PATIENCE_SECONDS
        while True:
            try:
                return await self.http.request(method, url, **options)
            except httpx.TransportError:
                if asyncio.get_running_loop().time() > deadline:
                    raise
                await asyncio.sleep(0.2)

    async def mails(self) -> list[Mail]:
        """Every mail that was delivered so far."""
        response = await self.send("GET", f"{self.mailbox_url}/api/mails", params={"limit": 100_000})
        response.raise_for_status()
        body = response.json()
        return [
            Mail(m["message_id"], m["to"], m["template"] or "", m["interview"] or "", tuple(m["links"]))
            for m in (body["mails"] if isinstance(body, dict) else body)
        ]

    async def upload(self, job_id: UUID, filename: str, content: bytes, fields: dict[str, str]) -> None:
        """Send an application."""
        await self.api(
            "POST", f"/jobs/{job_id}/applications", files={"file": (filename, content)}, data=fields
        )
