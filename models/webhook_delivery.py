"""What became of one log row at one endpoint."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.webhooks.rules import DeliveryStatus
from models.base import Base, words


class WebhookDelivery(Base):
    """One event at one endpoint, with its last answer. The event itself stands in the log; kept for 30 days."""

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        Index(
            "ix_webhook_deliveries_again",
            "endpoint_id",
            "sequence",
            postgresql_where=text("status = 'again'"),
        ),
    )

    endpoint_id: Mapped[UUID] = mapped_column(
        ForeignKey("webhook_endpoints.id", ondelete="CASCADE"), primary_key=True
    )
    sequence: Mapped[int] = mapped_column(BigInteger(), primary_key=True, autoincrement=False)
    event_id: Mapped[UUID]
    """Id of the log row."""
    action_type: Mapped[str]
    job_id: Mapped[UUID | None]
    status: Mapped[DeliveryStatus] = mapped_column(words(DeliveryStatus))
    attempts: Mapped[int] = mapped_column(Integer(), server_default="0")
    response_status: Mapped[int | None] = mapped_column(Integer())
    """HTTP status of the last answer; null: there was none, `failure` says why."""
    failure: Mapped[str | None]
    duration_ms: Mapped[int | None] = mapped_column(Integer())
    """Milliseconds that the last try took."""
    last_attempt_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now(), index=True)
    """Wall-clock time: how long rows are kept is plumbing, not business."""
