"""The product seen by patient people: they reload a page that does not come, and remember what they were told."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import httpx

from demo.candidates import NONCE
from demo.world import Mail, World

RELOADS_FOR_SECONDS = 60.0
NEWEST = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that the web tier said it has: from here on it must not get lost."""

    interview_id: str
    act: str
    """`accept`, `leave`, `undo`, `pick` or `reply`."""
    start: str | None = None


@dataclass
class PatientWorld(World):
    """Repeats every request, POST too, until an answer comes that is no server error."""

    acknowledged: list[Answer] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)
    """What went wrong on the way, by kind: the transport's error or the status."""
    _mails: dict[str, Mail] = field(default_factory=dict)

    async def send(self, method: str, url: str, **options: Any) -> httpx.Response:
        """One request, repeated while nobody answers or the answer is a server error."""
        deadline = asyncio.get_running_loop().time() + RELOADS_FOR_SECONDS
        while True:
            late = asyncio.get_running_loop().time() > deadline
            try:
                response = await self.http.request(method, url, **options)
                if response.status_code == HTTPStatus.FORBIDDEN and "nonce" in (options.get("data") or {}):
                    options["data"] = await self._fill_in_again(url, options["data"])
                    response = await self.http.request(method, url, **options)
            except httpx.TransportError as error:
                self.troubles[type(error).__name__] += 1
                if late:
                    raise
            else:
                if response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR or late:
                    self._remember(method, url, options.get("data"), response)
                    return response
                self.troubles[str(response.status_code)] += 1
            await asyncio.sleep(0.2)

    async def _fill_in_again(self, url: str, fields: dict[str, str]) -> dict[str, str]:
        """In scaled time a form is a day old, and refused, after some seconds without the web tier."""
        nonce = NONCE.search((await self.http.get(url)).text)
        return fields if nonce is None else {**fields, "nonce": nonce[1]}

    def _remember(self, method: str, url: str, data: Any, response: httpx.Response) -> None:
        parts = urlsplit(url).path.split("/")
        if method != "POST" or "interview" not in parts[1:2] or response.status_code != HTTPStatus.SEE_OTHER:
            return
        purpose, interview_id = parts[2], parts[3]
        act = "accept" if purpose == "accept" else data["action"]
        self.acknowledged.append(Answer(interview_id, act, data.get("start")))

    async def mails(self) -> list[Mail]:
        """Every mail that was delivered so far; only the newest are asked for, the others are known."""
        newest = await self._newest(NEWEST)
        if len(newest) == NEWEST and not any(mail.message_id in self._mails for mail in newest):
            newest = await self._newest(100_000)
        self._mails |= {mail.message_id: mail for mail in reversed(newest)}
        return list(self._mails.values())

    async def _newest(self, limit: int) -> list[Mail]:
        response = await self.send("GET", f"{self.mailbox_url}/api/mails", params={"limit": limit})
        response.raise_for_status()
        return [
            Mail(m["message_id"], m["to"], m["template"] or "", m["interview"] or "", tuple(m["links"]))
            for m in response.json()
        ]

    async def deliveries(self) -> dict[str, int]:
        """How often each Message-ID was handed to the mailbox."""
        response = await self.send("GET", f"{self.mailbox_url}/api/mails", params={"limit": 100_000})
        return {m["message_id"]: m["deliveries"] for m in response.json()}
