"""The demo's applicants: each answers mails as people do, over HTTP, in their own temper."""

import asyncio
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import httpx

from demo.corpus import DemoPerson, Temper
from demo.world import Mail, World

NONCE = re.compile(r'name="nonce" value="([^"]+)"')
START = re.compile(r'name="start" value="([^"]+)"')
LEAVE = re.compile(r'href="(/interview/reject/[^"]+)"')
QUICK = timedelta(hours=1)
SLOW = timedelta(hours=18)
WITHDRAWS_AFTER = timedelta(hours=3)
WISH_OUT_OF_REACH = "Sorry, I can only come on 1 January 2031."
"""Far outside of the window: nothing can fit, so it costs a round."""
WISH = "Any morning before 11 would work for me, or any day after 3 pm."
OFFERED = "is-proposed"
"""Marks times on the page that fit what was written."""


@dataclass
class Person:
    """One applicant with one interview."""

    world: World
    card: DemoPerson
    seen: set[str] = field(default_factory=set)
    negotiated: bool = False

    async def read(self, mail: Mail) -> None:
        """React to a mail, once."""
        match mail.template:
            case "invitation":
                await self._answer(mail)
            case "negotiation_answer":
                page = (await self.world.send("GET", mail.link("schedule"))).text
                if OFFERED in page:
                    await self._pick(mail.link("schedule"), "takes a proposed time")
                else:
                    await self._write(mail.link("schedule"), WISH)
            case "confirmation" if self.card.temper is Temper.WITHDRAWS:
                await self.world.rest(WITHDRAWS_AFTER)
                page = (await self.world.send("GET", mail.link("schedule"))).text
                leave = LEAVE.search(page)
                if leave is not None:
                    self.tell("withdraws after the confirmation")
                    link = self.world.base_url + html.unescape(leave.group(1))
                    await self._submit(link, {"action": "leave", "confirm": "yes"})

    async def _answer(self, mail: Mail) -> None:
        temper = self.card.temper
        await self.world.rest(SLOW if temper is Temper.SLOW else QUICK)
        if temper is Temper.SILENT:
            self.tell("does not answer")
            return
        if temper in {Temper.DECLINES, Temper.DECLINES_THEN_UNDOES}:
            self.tell("declines")
            await self._submit(mail.link("reject"), {"action": "leave", "confirm": "yes"})
            if temper is Temper.DECLINES:
                return
            await self.world.rest(QUICK)
            self.tell("takes the decline back")
            await self._submit(mail.link("reject"), {"action": "undo"})
        accepted = await self._submit(mail.link("accept"), {})
        if accepted is None or "location" not in accepted.headers:
            self.tell("comes too late to accept")
            return
        self.tell("accepts")
        schedule = self.world.base_url + accepted.headers["location"]
        if temper is Temper.NEGOTIATES:
            await self._write(schedule, WISH_OUT_OF_REACH)
            return
        if temper is Temper.SLOW:
            await self.world.rest(timedelta(hours=8))
        await self._pick(schedule, "picks a time")

    async def _write(self, link: str, text: str) -> None:
        self.tell(f"writes: “{text}”")
        await self._submit(link, {"action": "reply", "message": text})

    async def _pick(self, link: str, what: str) -> None:
        """Pick the first free time, or the last one to withdraw from; when somebody was faster, the next."""
        for _ in range(6):
            page = (await self.world.send("GET", link)).text
            starts = [html.unescape(s) for s in START.findall(page)]
            if not starts:
                self.tell("finds no free time")
                return
            # Half a day passes while a busy machine takes three seconds: the first time may be over by then.
            start = starts[-1] if self.card.temper is Temper.WITHDRAWS else starts[0]
            picked = await self._submit(link, {"action": "pick", "start": start}, page)
            if picked is not None and picked.is_redirect:
                self.tell(what)
                return
        self.tell("gives up looking for a time")

    async def _submit(
        self, link: str, fields: Mapping[str, str], page: str | None = None
    ) -> httpx.Response | None:
        if page is None:
            page = (await self.world.send("GET", link)).text
        nonce = NONCE.search(page)
        if nonce is None:
            self.tell("finds nothing to answer any more")
            return None
        data = {**fields, "nonce": html.unescape(nonce.group(1))}
        return await self.world.send("POST", link, data=data)

    def tell(self, what: str) -> None:
        """Add to the story, by first name."""
        self.world.tell(f"{self.card.name.split()[0]} {what}")


async def live(world: World, people: Mapping[tuple[str, str], Person]) -> None:
    """Let everybody read their mails until cancelled. Keys: mail address and job."""
    job_of: dict[str, str] = {}
    seen: set[str] = set()
    async with asyncio.TaskGroup() as group:
        while True:
            for mail in await world.mails():
                if mail.message_id in seen or not mail.interview_id:
                    continue
                seen.add(mail.message_id)
                if mail.interview_id not in job_of:
                    interview = await world.api("GET", f"/interviews/{mail.interview_id}")
                    job_of[mail.interview_id] = interview["job_id"]
                person = people.get((mail.to.lower(), job_of[mail.interview_id]))
                if person is not None:
                    group.create_task(person.read(mail))
            await asyncio.sleep(0.15)
