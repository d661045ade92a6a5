"""Figure `dropout_to_mail`: a seat is vacated, the replacement's invitation is at the mail server."""

import asyncio
import html
import random
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlalchemy import text

from bench.figures import Figure, Goal, spread
from bench.ground import Ground, tell, until
from bench.machine import cpu_seconds
from bench.population import answer_some, now, open_interviews, states
from domain.errors import UnavailableError
from domain.ports import OutgoingMail
from domain.vocabulary import LinkPurpose
from integrations.mail.smtp import SmtpMailer
from runtime.dispatcher import LINK_LIFETIME
from runtime.wiring import links, needed

GOAL_SECONDS = 1.0
NONCE = re.compile(r'name="nonce" value="([^"]+)"')
WARM_UP = 5


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    jobs: int
    seats: int
    drops: int
    per_second: float


FULL = Size(jobs=20, seats=50, drops=150, per_second=3.0)
QUICK = Size(jobs=4, seats=50, drops=45, per_second=3.0)

# The vacated seat's log row carries the clock's time at the start of the transaction that vacates it: a little
# before its commit, so the figure is never flattered. The mail's `sent_at` is the clock's time right after the
# mail server's 250. The seat tells which promotion answers which drop-out; no seat is vacated twice here.
PASSED_ON = text("""
SELECT v.application_id AS left_by, v.created_at AS vacated_at, p.created_at AS promoted_at,
       m.created_at AS invited_at, m.sent_at, m.message_id
FROM automation_logs v
JOIN automation_logs p ON p.job_id = v.job_id AND p.action_type = 'promoted'
    AND p.details ->> 'seat' = v.details ->> 'rank'
JOIN email_messages m ON m.application_id = p.application_id AND m.template = 'invitation'
WHERE v.entity = 'application' AND v.previous_state = 'shortlisted' AND m.sent_at IS NOT NULL
  AND v.application_id = ANY (:left)
""")


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who is about to leave: the page with its form is open already."""

    application_id: UUID
    address: str
    nonce: str


async def measure_dropout(ground: Ground, job_ids: Sequence[UUID], size: Size) -> Figure:
    """Let candidates decline or withdraw by their pages, evenly in time, and follow each seat."""
    seen_states = await states(ground.owner, job_ids)
    async with httpx.AsyncClient(timeout=20) as http:
        leavers = await _leavers(ground, http, job_ids, size.drops + WARM_UP)
        await _leave_all(ground, http, leavers[:WARM_UP], size.per_second)
        tell(f"dropout_to_mail: {size.drops} drop-outs, {size.per_second:g} each second")
        before = _cpu(ground)
        left = await _leave_all(ground, http, leavers[WARM_UP:], size.per_second)
        cpu = {
            part: round(1000 * (used - before[part]) / size.drops, 1) for part, used in _cpu(ground).items()
        }
    rows = {row["left_by"]: row for row in await _passed_on(ground, list(left))}
    await _check_mailbox(ground, {row["message_id"] for row in rows.values()})
    tell("dropout_to_mail: the bare mails")
    bare = await _bare_mails(ground, size)
    whole = spread([(row["sent_at"] - row["vacated_at"]).total_seconds() for row in rows.values()])
    return Figure(
        name="dropout_to_mail",
        what=(
            "from the start of the transaction that vacates the seat to the mail server's acceptance of the"
            f" replacement's invitation, p99 of {whole.count} drop-outs among {sum(seen_states.values())} open"
            " interviews"
        ),
        unit="s",
        value=whole.p99,
        goal=Goal(GOAL_SECONDS),
        floor=bare.p99,
        floor_is="as many bare mails by the same SMTP client at the pace of the product's own (four a drop-out), p99",
        today="a cron job every five minutes: 150 s on average",
        detail={
            "vacated_to_mail": whole,
            "posted_to_mail": spread(
                [(row["sent_at"] - left[key][0]).total_seconds() for key, row in rows.items()]
            ),
            "answered_to_mail": spread(
                [(row["sent_at"] - left[key][1]).total_seconds() for key, row in rows.items()]
            ),
            "vacated_to_promoted": spread(
                [(row["promoted_at"] - row["vacated_at"]).total_seconds() for row in rows.values()]
            ),
            "promoted_to_invited": spread(
                [(row["invited_at"] - row["promoted_at"]).total_seconds() for row in rows.values()]
            ),
            "invited_to_mail": spread(
                [(row["sent_at"] - row["invited_at"]).total_seconds() for row in rows.values()]
            ),
            "bare_mail": bare,
            "cpu_ms_each": cpu,
            "per_second": size.per_second,
            "states_before": seen_states,
        },
    )


def _cpu(ground: Ground) -> dict[str, float]:
    """Processor seconds of each part so far (PostgreSQL works in processes of its own: not seen)."""
    return {part: cpu_seconds(ground.pid(part)) for part in ("worker", "web", "temporal", "mailbox")}


async def arrange(ground: Ground, size: Size) -> list[UUID]:
    """Open interviews in three states: invited, accepted, booked."""
    tell(f"dropout_to_mail: opening {size.jobs * size.seats} interviews")
    job_ids = await open_interviews(ground, size.jobs, size.seats, size.seats * 4)
    tell("dropout_to_mail: candidates accept and book")
    await answer_some(ground, job_ids)
    return job_ids


async def _leavers(
    ground: Ground, http: httpx.AsyncClient, job_ids: Sequence[UUID], count: int
) -> list[Leaver]:
    async with ground.owner() as session:
        found = await session.execute(
            text(
                "SELECT id, application_id, link_generation FROM interviews WHERE job_id = ANY (:jobs)"
                " AND status IN ('invitation_sent', 'slot_pending', 'confirmed') ORDER BY id"
            ),
            {"jobs": list(job_ids)},
        )
        rows = random.Random(2).sample(found.all(), count)
    signer = links(ground.settings)
    leavers = []
    for row in rows:
        token = signer.sign(row.id, LinkPurpose.REJECT, row.link_generation, now() + LINK_LIFETIME)
        address = signer.url(row.id, LinkPurpose.REJECT, token)
        page = await http.get(address)
        nonce = NONCE.search(page.text)
        if nonce is None:
            raise UnavailableError(f"The page to decline has no form (HTTP {page.status_code}).")
        leavers.append(Leaver(row.application_id, address, html.unescape(nonce[1])))
    return leavers


async def _leave_all(
    ground: Ground, http: httpx.AsyncClient, leavers: Sequence[Leaver], per_second: float
) -> dict[UUID, tuple[datetime, datetime]]:
    """Who left, with the times of the request and of its answer. Returns when every mail is out."""
    left: dict[UUID, tuple[datetime, datetime]] = {}

    async def leave(leaver: Leaver, at: float) -> None:
        await asyncio.sleep(max(0.0, at - time.monotonic()))
        posted = now()
        form = {"action": "leave", "confirm": "yes", "nonce": leaver.nonce}
        answer = await http.post(leaver.address, data=form)
        if not answer.is_redirect:
            raise UnavailableError(f"A decline was refused (HTTP {answer.status_code}).")
        left[leaver.application_id] = posted, now()

    start = time.monotonic() + 0.05
    async with asyncio.TaskGroup() as group:
        for number, leaver in enumerate(leavers):
            group.create_task(leave(leaver, start + number / per_second))

    async def all_passed_on() -> bool:
        return len(await _passed_on(ground, list(left))) == len(leavers)

    await until(all_passed_on, "every vacated seat passed on", every=0.5)
    return left


async def _passed_on(ground: Ground, left: Sequence[UUID]) -> list[dict[str, Any]]:
    async with ground.owner() as session:
        found = await session.execute(PASSED_ON, {"left": list(left)})
        return [dict(row) for row in found.mappings()]


async def _check_mailbox(ground: Ground, wanted: set[str]) -> None:
    """The mailbox itself must hold every invitation that counts."""
    async with httpx.AsyncClient(timeout=60) as http:
        answer = await http.get(
            f"{ground.stack.mailbox_url}/api/mails", params={"template": "invitation", "limit": 20_000}
        )
    held = {mail["message_id"] for mail in answer.raise_for_status().json()}
    if missing := wanted - held:
        raise UnavailableError(f"{len(missing)} invitations are marked sent but not in the mailbox.")


async def _bare_mails(ground: Ground, size: Size) -> Any:
    """Mails without a product around them, at the same pace; seconds each."""
    mailer = SmtpMailer(needed(ground.settings.smtp_url, "SMTP_URL"), ground.settings.mail_from)
    taken: list[float] = []

    async def one(at: float) -> None:
        await asyncio.sleep(max(0.0, at - time.monotonic()))
        began = time.perf_counter()
        await mailer.send(bare_mail())
        taken.append(time.perf_counter() - began)

    start = time.monotonic() + 0.05
    async with asyncio.TaskGroup() as group:
        for number in range(size.drops):
            group.create_task(one(start + number / (size.per_second * 4)))
    await mailer.close()
    return spread(taken)


def bare_mail() -> OutgoingMail:
    """A mail as long as an invitation."""
    words = "You are invited to an interview. " * 40
    return OutgoingMail(
        message_id=f"<{uuid4()}@bench.example>",
        to_name="Person",
        to_address=f"{uuid4().hex[:12]}@example.org",
        subject="Invitation",
        text=words,
        html=f"<p>{words}</p>",
        sent_at=now(),
    )
