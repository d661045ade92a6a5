"""The demo's recruiter: says how interviews went, over the API, when a mail asks."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus

import httpx

from demo.candidates import Person
from demo.corpus import Temper
from demo.world import Mail, World

RECRUITER = "recruiter@understudy.example"


async def work(world: World, people: Mapping[tuple[str, str], Person]) -> None:
    """Answer the recruiter's mails until cancelled."""
    seen: set[str] = set()
    invited: dict[str, str] = {}
    async with asyncio.TaskGroup() as group:
        while True:
            for mail in await world.mails():
                if mail.template == "invitation":
                    invited[mail.interview_id] = mail.to.lower()
                if mail.message_id in seen or mail.to != RECRUITER:
                    continue
                if mail.template == "outcome_request":
                    seen.add(mail.message_id)
                    group.create_task(_say_how_it_went(world, mail, invited[mail.interview_id], people))
            await asyncio.sleep(0.2)


async def _say_how_it_went(
    world: World, mail: Mail, address: str, people: Mapping[tuple[str, str], Person]
) -> None:
    interview = await world.api("GET", f"/interviews/{mail.interview_id}")
    person = people[address, interview["job_id"]]
    came = person.card.temper is not Temper.NO_SHOW
    act = "complete" if came else "no-show"
    for _ in range(50):
        try:
            await world.api("POST", f"/interviews/{mail.interview_id}/{act}")
        except httpx.HTTPStatusError as error:
            if error.response.status_code != HTTPStatus.CONFLICT:
                raise
            await world.rest(timedelta(minutes=30))  # the grace of a no-show is not over yet
        else:
            person.tell("was interviewed" if came else "did not come")
            return
    world.tell("Recruiter could not record an outcome")
