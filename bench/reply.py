"""Figure `negotiation_reply`: a candidate writes in plain words, the answer stands in the conversation.

PostgreSQL itself says when both are committed: the message notifies the relay, the answer the mail dispatcher.
"""

import asyncio
import html
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import httpx
import psycopg
from sqlalchemy import select, text

from bench.bare import QUEUE, BareEcho
from bench.dropout import NONCE
from bench.figures import Figure, Goal, Spread, spread
from bench.ground import Ground, tell
from bench.invite import bare_worker
from bench.population import BY_CANDIDATE, close, fill, interviewers, new_job, now, open_interviews, settled
from domain.errors import UnavailableError
from domain.vocabulary import LinkPurpose
from integrations.links import SignedLinks
from models import NegotiationSession
from runtime.dispatcher import CHANNEL as ANSWERED
from runtime.dispatcher import LINK_LIFETIME
from runtime.relay import CHANNEL as WRITTEN
from runtime.wiring import links, needed
from services.interviews import answer

GOAL_MS = 300.0
WARM_UP = 3
AT_MOST_SECONDS = 30.0
WORDS = (
    "I could do any day between 9:00 and 17:00.",
    "Is it a video call, and how long will it take?",
    "Sorry, none of these work for me. Would any afternoon after 14:00 be possible?",
    "hm, hard to say",
)
"""Each candidate writes these, one after the other: times, a question, a refusal with other times, a riddle."""

TALKS = text("""
SELECT i.id, i.link_generation FROM interviews i WHERE i.job_id = :job ORDER BY i.id
""")
OPEN = text("SELECT replies > answered FROM negotiation_sessions WHERE interview_id = :id")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    people: int
    others: int = 50
    """Further open interviews, each with its live workflow."""


FULL = Size(people=50)
QUICK = Size(people=8)


@dataclass(frozen=True, slots=True)
class Talk:
    """One candidate's conversation."""

    interview_id: UUID
    address: str


@dataclass(frozen=True, slots=True)
class Took:
    """One message, in milliseconds to the commit of its answer."""

    from_commit: float
    from_post: float


class Commits:
    """Listens to PostgreSQL; each notification comes at the commit of its transaction."""

    def __init__(self, connection: psycopg.AsyncConnection[tuple[object, ...]]) -> None:
        self._connection = connection
        self._heard: asyncio.Queue[tuple[str, float]] = asyncio.Queue()

    async def listen(self) -> None:
        """Until cancelled."""
        async for one in self._connection.notifies():
            self._heard.put_nowait((one.channel, time.perf_counter()))

    def forget(self) -> None:
        """What was heard so far belongs to earlier messages."""
        while not self._heard.empty():
            self._heard.get_nowait()

    async def until(self, channel: str) -> float:
        """The instant of the next commit on a channel. Raises UnavailableError when none comes."""
        try:
            async with asyncio.timeout(AT_MOST_SECONDS):
                while True:
                    heard, at = await self._heard.get()
                    if heard == channel:
                        return at
        except TimeoutError:
            raise UnavailableError(f"Nothing was committed on {channel} in {AT_MOST_SECONDS:g} s.") from None


async def measure_reply(ground: Ground, size: Size) -> Figure:
    """One candidate after the other writes; nobody waits but for the answer."""
    tell(f"negotiation_reply: opening {size.others} other interviews")
    await open_interviews(ground, 1, size.others, size.others * 2)
    job_id = await _talking(ground, size.people + WARM_UP)
    talks = await _talks(ground, job_id)
    tell(f"negotiation_reply: {size.people} candidates write {len(WORDS)} messages each")
    async with _commits(ground) as commits, httpx.AsyncClient(timeout=20) as http:
        for talk in talks[:WARM_UP]:
            await _write_all(ground, http, commits, talk)
        took = [one for talk in talks[WARM_UP:] for one in await _write_all(ground, http, commits, talk)]
    floor = await _floor(ground, len(took))
    whole = spread([one.from_commit for one in took], 2)
    return Figure(
        name="negotiation_reply",
        what=f"from the commit of a candidate's message to the commit of its answer, p99 of {len(took)} messages"
        f" of {size.people} candidates, with {size.others} other open interviews",
        unit="ms",
        value=whole.p99,
        goal=Goal(GOAL_MS),
        floor=floor.p99,
        floor_is="an empty update of a parked workflow and an empty transaction, one after the other, p99",
        today="5 s",
        detail={
            "committed_to_answered_ms": whole,
            "posted_to_answered_ms": spread([one.from_post for one in took], 2),
            "by_message_p50_ms": [
                spread([one.from_commit for one in took[place :: len(WORDS)]], 2).p50
                for place in range(len(WORDS))
            ],
            "floor_ms": floor,
            "moves": await _moves(ground, job_id),
        },
    )


async def _talking(ground: Ground, people: int) -> UUID:
    """A job whose candidates accepted and look for a time; ten interviewers, one of whom takes each interview."""
    job_id = await new_job(ground.worker, ground.recruiter, people, 0, await interviewers(ground.owner, 10))
    async with ground.owner.begin() as session:
        await session.execute(
            text("UPDATE job_interviewers SET pool = 'any' WHERE job_id = :job"), {"job": job_id}
        )
    await fill(ground.owner, job_id, people)
    await close(ground.worker, job_id)
    await settled(ground, [job_id], people)
    async with ground.owner() as session:
        ids = [row.id for row in await session.execute(TALKS, {"job": job_id})]
    for interview_id in ids:
        async with ground.worker.begin() as session:
            await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=now())
    await settled(ground, [job_id], 0)
    return job_id


async def _talks(ground: Ground, job_id: UUID) -> list[Talk]:
    signer, until = links(ground.settings), now() + LINK_LIFETIME
    async with ground.owner() as session:
        rows = (await session.execute(TALKS, {"job": job_id})).all()
    return [Talk(row.id, _address(signer, row.id, row.link_generation, until)) for row in rows]


def _address(signer: SignedLinks, interview_id: UUID, generation: int, until: datetime) -> str:
    token = signer.sign(interview_id, LinkPurpose.SCHEDULE, generation, until)
    return signer.url(interview_id, LinkPurpose.SCHEDULE, token)


@asynccontextmanager
async def _commits(ground: Ground) -> AsyncIterator[Commits]:
    url = needed(ground.settings.database_url, "DATABASE_URL").replace(
        "postgresql+psycopg://", "postgresql://"
    )
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        for channel in (WRITTEN, ANSWERED):
            await connection.execute(psycopg.sql.SQL("LISTEN {}").format(psycopg.sql.Identifier(channel)))
        commits = Commits(connection)
        listening = asyncio.create_task(commits.listen())
        try:
            yield commits
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


async def _write_all(ground: Ground, http: httpx.AsyncClient, commits: Commits, talk: Talk) -> list[Took]:
    return [await _write(ground, http, commits, talk, words) for words in WORDS]


async def _write(ground: Ground, http: httpx.AsyncClient, commits: Commits, talk: Talk, words: str) -> Took:
    page = await http.get(talk.address)
    nonce = NONCE.search(page.text)
    if nonce is None:
        raise UnavailableError(f"The page of times has no form (HTTP {page.status_code}).")
    form = {"action": "reply", "message": words, "nonce": html.unescape(nonce[1])}
    commits.forget()
    posted = time.perf_counter()
    posting = asyncio.create_task(http.post(talk.address, data=form))
    committed = await commits.until(WRITTEN)
    answered = await commits.until(ANSWERED)
    # A mail to somebody else is no answer: a digest may come due at any moment.
    while await _is_open(ground, talk):
        answered = await commits.until(ANSWERED)
    if not (await posting).is_redirect:
        raise UnavailableError(f"A message was refused (HTTP {posting.result().status_code}).")
    return Took(1000 * (answered - committed), 1000 * (answered - posted))


async def _is_open(ground: Ground, talk: Talk) -> bool:
    async with ground.owner() as session:
        return bool(await session.scalar(OPEN, {"id": talk.interview_id}))


async def _floor(ground: Ground, count: int) -> Spread:
    taken: list[float] = []
    async with bare_worker(ground):
        handle = await ground.client.start_workflow(BareEcho.run, id=f"bare-{uuid4()}", task_queue=QUEUE)
        for number in range(WARM_UP + count):
            began = time.perf_counter()
            await handle.execute_update(BareEcho.look)
            async with ground.worker.begin() as session:
                await session.execute(text("SELECT 1"))
            if number >= WARM_UP:
                taken.append(1000 * (time.perf_counter() - began))
        await handle.terminate()
    return spread(taken, 2)


async def _moves(ground: Ground, job_id: UUID) -> dict[str, int]:
    """What the bot did. Raises UnavailableError when a message stayed unanswered."""
    async with ground.owner() as session:
        talks: Sequence[NegotiationSession] = (
            await session.scalars(
                select(NegotiationSession).where(
                    text("interview_id IN (SELECT id FROM interviews WHERE job_id = :job)").bindparams(
                        job=job_id
                    )
                )
            )
        ).all()
    if any(talk.answered < talk.replies for talk in talks):
        raise UnavailableError("A message was not answered.")
    return dict(Counter(turn["move"] for talk in talks for turn in talk.history if turn["from"] == "bot"))
