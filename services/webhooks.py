"""Endpoints that follow the log: adding, changing, replaying. Secrets leave the database only encrypted."""

import base64
import re
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.ports import SecretBox
from domain.webhooks.address import checked
from domain.webhooks.rules import SECRET_OVERLAP, DeliveryStatus, OffReason
from models import AutomationLog, Job, User, WebhookDelivery, WebhookEndpoint
from services import log, outbox
from services.log import Cause, Entry, Subject
from services.webhook_feed import visible

SECRET_BYTES = 32
ACTION = re.compile(r"[a-z_]{1,60}")
MOST_PER_OWNER = 20
MOST_REPLAYS = 100
"""Events that may wait to be sent once more at one endpoint."""


@dataclass(frozen=True, slots=True)
class NewEndpoint:
    """An endpoint to be added. Empty `actions` and `job_ids`: everything that the owner may see."""

    owner_id: UUID
    url: str
    description: str = ""
    actions: Sequence[str] = ()
    job_ids: Sequence[UUID] = ()
    after_sequence: int | None = None
    """The log is followed from here; None: from now on."""


async def create(
    session: AsyncSession,
    box: SecretBox,
    new: NewEndpoint,
    private_hosts: Collection[str] = (),
    *,
    cause: Cause,
    at: datetime,
) -> tuple[WebhookEndpoint, str]:
    """Add an endpoint. Returns it with its signing secret, which nobody can read again.

    Raises InvalidInputError for an address that may not be called or a job that the caller does not see,
    ConflictError when the owner has too many.
    """
    url = checked(new.url, private_hosts)
    _check_actions(new.actions)
    await _check_jobs(session, new.job_ids)
    owned = await session.scalar(
        select(func.count()).select_from(WebhookEndpoint).where(WebhookEndpoint.owner_id == new.owner_id)
    )
    if (owned or 0) >= MOST_PER_OWNER:
        raise ConflictError(
            f"There are {MOST_PER_OWNER} endpoints already.", remedy="Change or remove one of them."
        )
    endpoint_id, secret = uuid4(), _new_secret()
    cursor = new.after_sequence if new.after_sequence is not None else await newest(session)
    endpoint = WebhookEndpoint(
        id=endpoint_id,
        owner_id=new.owner_id,
        url=url,
        description=new.description,
        actions=list(new.actions),
        job_ids=[str(job_id) for job_id in new.job_ids],
        secret=box.encrypt(secret.encode(), _associated(endpoint_id)),
        cursor=cursor,
    )
    session.add(endpoint)
    await session.flush()
    await session.refresh(endpoint)
    await _note(session, endpoint, "webhook_added", _filters(endpoint), cause=cause, at=at)
    await outbox.start_webhook(session, endpoint_id, at)
    return endpoint, secret


async def change(
    session: AsyncSession,
    endpoint: WebhookEndpoint,
    given: Mapping[str, Any],
    private_hosts: Collection[str] = (),
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """Change what is given: url, description, actions, job_ids, enabled. Switched on, it goes on where it stopped.

    Raises InvalidInputError as `create` does.
    """
    if "url" in given:
        endpoint.url = checked(given["url"], private_hosts)
    if "job_ids" in given:
        await _check_jobs(session, given["job_ids"])
        endpoint.job_ids = [str(job_id) for job_id in given["job_ids"]]
    if "actions" in given:
        _check_actions(given["actions"])
        endpoint.actions = list(given["actions"])
    if "description" in given:
        endpoint.description = given["description"]
    if "enabled" in given and given["enabled"] != endpoint.enabled:
        endpoint.enabled = given["enabled"]
        endpoint.off_reason = None if endpoint.enabled else OffReason.BY_HAND.value
    endpoint.failures, endpoint.failing_since, endpoint.next_attempt_at = 0, None, None
    await session.flush()
    await _note(session, endpoint, "webhook_changed", _filters(endpoint), cause=cause, at=at)
    await _wake(session, endpoint, at)
    await session.refresh(endpoint)


async def remove(session: AsyncSession, endpoint: WebhookEndpoint, *, cause: Cause, at: datetime) -> None:
    """Forget an endpoint with its secret and deliveries."""
    await _note(session, endpoint, "webhook_removed", {}, cause=cause, at=at)
    await outbox.tell_webhook(session, endpoint.id, f"webhook:{endpoint.id}:removed", "removed")
    await session.delete(endpoint)
    await session.flush()


async def change_secret(
    session: AsyncSession, box: SecretBox, endpoint: WebhookEndpoint, *, cause: Cause, at: datetime
) -> str:
    """A new signing secret. The one before signs along for a day, so that the receiver can change over."""
    secret = _new_secret()
    endpoint.previous_secret, endpoint.previous_until = endpoint.secret, at + SECRET_OVERLAP
    endpoint.secret = box.encrypt(secret.encode(), _associated(endpoint.id))
    await session.flush()
    await _note(session, endpoint, "webhook_secret_changed", {}, cause=cause, at=at)
    await session.refresh(endpoint)
    return secret


async def replay_from(
    session: AsyncSession, endpoint: WebhookEndpoint, after_sequence: int, *, cause: Cause, at: datetime
) -> None:
    """Go on after this sequence: back to send events again, forward to leave out one that is always refused."""
    top = await newest(session)
    if not 0 <= after_sequence <= max(top, endpoint.cursor):
        raise InvalidInputError(
            "The log does not reach so far.", field="after_sequence", remedy=f"Give a number from 0 to {top}."
        )
    was, endpoint.cursor = endpoint.cursor, after_sequence
    endpoint.failures, endpoint.failing_since, endpoint.next_attempt_at = 0, None, None
    await session.flush()
    details = {"from": was, "after_sequence": after_sequence}
    await _note(session, endpoint, "webhook_replayed", details, cause=cause, at=at)
    await _wake(session, endpoint, at)
    await session.refresh(endpoint)


async def replay_one(
    session: AsyncSession, endpoint: WebhookEndpoint, sequence: int, *, cause: Cause, at: datetime
) -> WebhookDelivery:
    """Send one event once more, out of order. Raises NotFoundError, ConflictError when too many wait."""
    waiting = await session.scalar(
        select(func.count())
        .select_from(WebhookDelivery)
        .where(WebhookDelivery.endpoint_id == endpoint.id, WebhookDelivery.status == DeliveryStatus.AGAIN)
    )
    if (waiting or 0) >= MOST_REPLAYS:
        raise ConflictError(
            f"{MOST_REPLAYS} events wait already.", remedy="Replay from a sequence number instead."
        )
    owner = await session.get(User, endpoint.owner_id)
    row = await session.scalar(
        select(AutomationLog).where(AutomationLog.sequence == sequence, visible(endpoint, owner))
    )
    if row is None:
        raise NotFoundError("This endpoint gets no such event.", field="sequence")
    values = {"status": DeliveryStatus.AGAIN, "event_id": row.id, "action_type": row.action_type}
    statement = insert(WebhookDelivery).values(
        endpoint_id=endpoint.id, sequence=sequence, job_id=row.job_id, **values
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["endpoint_id", "sequence"], set_={"status": DeliveryStatus.AGAIN}
        )
    )
    await _note(session, endpoint, "webhook_replayed", {"sequence": sequence}, cause=cause, at=at)
    await _wake(session, endpoint, at)
    found = await session.get(WebhookDelivery, (endpoint.id, sequence), populate_existing=True)
    assert found is not None  # noqa: S101 - written above
    return found


async def find(session: AsyncSession, endpoint_id: UUID, *, lock: bool = False) -> WebhookEndpoint:
    """An endpoint that the caller sees. Raises NotFoundError."""
    found = await session.get(
        WebhookEndpoint, endpoint_id, with_for_update=True if lock else None, populate_existing=True
    )
    if found is None:
        raise NotFoundError("There is no such endpoint.", field="endpoint_id", remedy="List the endpoints.")
    return found


async def newest(session: AsyncSession) -> int:
    """The newest sequence that the caller sees."""
    return await session.scalar(select(func.coalesce(func.max(AutomationLog.sequence), 0))) or 0


def open_secrets(box: SecretBox, endpoint: WebhookEndpoint, at: datetime) -> list[str]:
    """The secrets that sign now, newest first. Raises an error of the hierarchy when one cannot be opened."""
    boxes = [endpoint.secret]
    if endpoint.previous_secret and endpoint.previous_until and endpoint.previous_until > at:
        boxes.append(endpoint.previous_secret)
    return [box.decrypt(each, _associated(endpoint.id)).decode() for each in boxes]


def _check_actions(actions: Sequence[str]) -> None:
    if wrong := next((one for one in actions if not ACTION.fullmatch(one)), None):
        raise InvalidInputError(
            "This is no kind of log row.",
            field="actions",
            remedy=f"Use names such as job_closed, not {wrong[:60]!r}.",
        )


async def _check_jobs(session: AsyncSession, job_ids: Sequence[UUID]) -> None:
    seen = set(await session.scalars(select(Job.id).where(Job.id.in_(job_ids)))) if job_ids else set()
    if missing := set(job_ids) - seen:
        raise InvalidInputError(f"There is no job {min(missing)}.", field="job_ids")


def _new_secret() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def _associated(endpoint_id: UUID) -> bytes:
    return f"webhook:{endpoint_id}".encode()


def _filters(endpoint: WebhookEndpoint) -> dict[str, Any]:
    # Never the address: it may hold a token.
    return {"enabled": endpoint.enabled, "actions": endpoint.actions, "job_ids": endpoint.job_ids}


async def _wake(session: AsyncSession, endpoint: WebhookEndpoint, at: datetime) -> None:
    step = f"{at.timestamp()}:{uuid4().hex[:8]}"
    if endpoint.enabled:
        await outbox.start_webhook(session, endpoint.id, at)
    await outbox.tell_webhook(session, endpoint.id, f"webhook:{endpoint.id}:{step}", "webhook_changed")


async def _note(
    session: AsyncSession,
    endpoint: WebhookEndpoint,
    action: str,
    details: Mapping[str, Any],
    *,
    cause: Cause,
    at: datetime,
) -> None:
    entry = Entry(
        action=action,
        key=f"{action}:{endpoint.id}:{at.timestamp()}:{uuid4().hex[:8]}",
        subject=Subject(),
        at=at,
        details={"endpoint_id": str(endpoint.id), **details},
    )
    await log.record(session, cause, entry)
