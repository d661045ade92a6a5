"""Endpoints that follow the log: what is in an applicant-tracking system, or any program of yours."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path
from pydantic import Field

from domain.errors import SetupError
from domain.webhooks.event import message_id
from domain.webhooks.rules import DeliveryStatus, OffReason
from models import WebhookDelivery, WebhookEndpoint
from services import webhooks
from services.webhooks import NewEndpoint
from web.acting import HIRING, ApiCaller
from web.api.bodies import Line, Reasoned, Text
from web.api.shapes import Shape
from web.deps import Deps, WebDeps, Webhooks
from web.etags import IfMatch
from web.paging import DEFAULT, LARGEST_NUMBER, After, Limit
from web.reading.webhooks import list_deliveries, list_endpoints

router = APIRouter(prefix="/webhooks", tags=["webhooks"])

Address = Annotated[Text, Field(min_length=1, max_length=2000)]
Actions = Annotated[list[Annotated[str, Field(pattern="^[a-z_]{1,60}$")]], Field(max_length=100)]
Jobs = Annotated[list[UUID], Field(max_length=200)]
Sequence = Annotated[int, Field(ge=0, le=LARGEST_NUMBER)]


class NewWebhook(Reasoned):
    """An address that is to follow the log. Empty filters: everything that you may see."""

    url: Address
    description: Line = ""
    actions: Actions = Field(default_factory=list)
    job_ids: Jobs = Field(default_factory=list)
    after_sequence: Sequence | None = None


class WebhookChange(Reasoned):
    """What is given changes; the rest stays."""

    url: Address | None = None
    description: Line | None = None
    actions: Actions | None = None
    job_ids: Jobs | None = None
    enabled: bool | None = None

    def given(self) -> dict[str, Any]:
        """What is to change."""
        names = self.model_fields_set - {"reason"}
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}


class Replay(Reasoned):
    """Where to go on."""

    after_sequence: Sequence


class WebhookShape(Shape):
    """An endpoint."""

    id: UUID
    owner_id: UUID
    url: str
    description: str
    actions: list[str]
    job_ids: list[UUID]
    enabled: bool
    off_reason: OffReason | None
    cursor: int
    failures: int
    failing_since: datetime | None
    next_attempt_at: datetime | None
    created_at: datetime


class WebhookWithSecret(Shape):
    """An endpoint with its signing secret, which is shown this once."""

    webhook: WebhookShape
    secret: str


class WebhookPage(Shape):
    """Endpoints, oldest first; `next` is the `after` of the next page."""

    items: list[WebhookShape]
    next: str | None


class DeliveryShape(Shape):
    """What became of one event at one endpoint."""

    sequence: int
    webhook_id: str
    action_type: str
    job_id: UUID | None
    status: DeliveryStatus
    attempts: int
    response_status: int | None
    failure: str | None
    duration_ms: int | None
    last_attempt_at: datetime | None
    delivered_at: datetime | None


class DeliveryPage(Shape):
    """Deliveries, newest events first; `next` is the `after` of the next page."""

    items: list[DeliveryShape]
    next: str | None


def needed(deps: WebDeps) -> Webhooks:
    """What webhooks need of the outside. Raises SetupError when this installation has none."""
    if deps.webhooks is None:
        raise SetupError(
            "Webhooks are not set up here.", remedy="Set UNDERSTUDY_SECRET_KEYS for the web tier."
        )
    return deps.webhooks


@router.get("", summary="List webhooks")
async def list_(caller: ApiCaller, after: After = None, limit: Limit = DEFAULT) -> WebhookPage:
    """The caller's own, an admin's everybody's."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        rows, next_ = await list_endpoints(act.session, after=after, limit=limit)
        return WebhookPage(items=[shape(row) for row in rows], next=next_)


@router.post("", status_code=201, summary="Follow the log with a webhook")
async def create(caller: ApiCaller, deps: Deps, body: NewWebhook) -> WebhookWithSecret:
    """Each row of the log that you may see is sent there, in order, until it is answered with 2xx. The answer holds
    the signing secret, this once."""
    tools = needed(deps)
    async with caller.begin() as act:
        act.needs(*HIRING)
        new = NewEndpoint(act.user_id, **body.model_dump(exclude={"reason"}))
        row, secret = await webhooks.create(
            act.session, tools.box, new, tools.private_hosts, cause=act.cause(body.reason), at=act.at
        )
        return WebhookWithSecret(webhook=shape(row), secret=secret)


@router.get("/{endpoint_id}", summary="Get a webhook")
async def get(caller: ApiCaller, endpoint_id: UUID) -> WebhookShape:
    """With how far it has come, and since when it fails."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        return shape(await webhooks.find(act.session, endpoint_id))


@router.patch("/{endpoint_id}", summary="Change a webhook, or switch it on or off")
async def change(
    caller: ApiCaller, deps: Deps, endpoint_id: UUID, body: WebhookChange, wanted: IfMatch
) -> WebhookShape:
    """Switched on again, it goes on where it stopped: nothing is lost while it is off."""
    tools = needed(deps)
    async with caller.begin() as act:
        act.needs(*HIRING)
        row = await webhooks.find(act.session, endpoint_id, lock=True)

        async def present() -> WebhookShape:
            return shape(row)

        await wanted.holds(present)
        cause = act.cause(body.reason)
        await webhooks.change(act.session, row, body.given(), tools.private_hosts, cause=cause, at=act.at)
        return shape(row)


@router.delete("/{endpoint_id}", status_code=204, summary="Remove a webhook")
async def remove(caller: ApiCaller, endpoint_id: UUID) -> None:
    """Its secret and what is known of its deliveries go with it."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        row = await webhooks.find(act.session, endpoint_id, lock=True)
        await webhooks.remove(act.session, row, cause=act.cause(), at=act.at)


@router.post("/{endpoint_id}/secret", summary="Make a new signing secret")
async def change_secret(
    caller: ApiCaller, deps: Deps, endpoint_id: UUID, body: Reasoned | None = None
) -> WebhookWithSecret:
    """Shown this once. The secret before signs along for 24 hours, so that the receiver can change over."""
    tools = needed(deps)
    async with caller.begin() as act:
        act.needs(*HIRING)
        row = await webhooks.find(act.session, endpoint_id, lock=True)
        cause = act.cause(body.reason if body else None)
        secret = await webhooks.change_secret(act.session, tools.box, row, cause=cause, at=act.at)
        return WebhookWithSecret(webhook=shape(row), secret=secret)


@router.post("/{endpoint_id}/replay", summary="Go on from another place of the log")
async def replay(caller: ApiCaller, endpoint_id: UUID, body: Replay) -> WebhookShape:
    """Back: events are sent again, with the same ids. Forward: leaves out one that the receiver always refuses."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        row = await webhooks.find(act.session, endpoint_id, lock=True)
        cause = act.cause(body.reason)
        await webhooks.replay_from(act.session, row, body.after_sequence, cause=cause, at=act.at)
        return shape(row)


@router.get("/{endpoint_id}/deliveries", summary="List the deliveries of a webhook")
async def deliveries(
    caller: ApiCaller,
    endpoint_id: UUID,
    status: DeliveryStatus | None = None,
    after: After = None,
    limit: Limit = DEFAULT,
) -> DeliveryPage:
    """Newest events first, kept for 30 days."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await webhooks.find(act.session, endpoint_id)
        rows, next_ = await list_deliveries(act.session, endpoint_id, status, after=after, limit=limit)
        return DeliveryPage(items=[delivery_shape(row) for row in rows], next=next_)


@router.post("/{endpoint_id}/deliveries/{sequence}/replay", summary="Send one event again")
async def replay_one(
    caller: ApiCaller,
    endpoint_id: UUID,
    sequence: Annotated[int, Path(ge=1, le=LARGEST_NUMBER)],
    body: Reasoned | None = None,
) -> DeliveryShape:
    """Once, out of order, with the same id. A failure is noted and not tried again by itself."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        row = await webhooks.find(act.session, endpoint_id, lock=True)
        cause = act.cause(body.reason if body else None)
        return delivery_shape(await webhooks.replay_one(act.session, row, sequence, cause=cause, at=act.at))


def shape(row: WebhookEndpoint) -> WebhookShape:
    """An endpoint as the API shows it: never its secret."""
    return WebhookShape.model_validate(row)


def delivery_shape(row: WebhookDelivery) -> DeliveryShape:
    """A delivery with the id that its message carries."""
    return DeliveryShape(
        sequence=row.sequence,
        webhook_id=message_id(row.event_id),
        action_type=row.action_type,
        job_id=row.job_id,
        status=row.status,
        attempts=row.attempts,
        response_status=row.response_status,
        failure=row.failure,
        duration_ms=row.duration_ms,
        last_attempt_at=row.last_attempt_at,
        delivered_at=row.delivered_at,
    )
