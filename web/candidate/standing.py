"""Where an application without an interview stands for its applicant."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.messages import ReasonClass
from domain.messages.wording import one_line
from domain.vocabulary import ShortlistStatus
from models import Application, EmailMessage, Job
from services.own import Named, rows
from web.candidate.names import masked


class Standing(StrEnum):
    """What an applicant is told of the own application."""

    RECEIVED = "received"
    """It arrived; nothing was decided yet."""
    BEHIND = "behind"
    """The order is made; places and bench are filled by others for now."""
    ON_THE_LIST = "on_the_list"
    """On the bench: the next free place may be theirs."""
    PLACED = "placed"
    """They have a place; the invitation has a link of its own."""
    ENDED = "ended"


OF_STATUS = {
    ShortlistStatus.PENDING: Standing.RECEIVED,
    ShortlistStatus.BUFFER: Standing.ON_THE_LIST,
    ShortlistStatus.SHORTLISTED: Standing.PLACED,
    ShortlistStatus.REJECTED: Standing.ENDED,
    ShortlistStatus.EXPIRED: Standing.ENDED,
}


@dataclass(frozen=True, slots=True)
class ApplicantView:
    """One application as whoever applied may see it: nothing of a rank, nothing of others."""

    title: str
    company: str
    masked_name: str
    phase: Standing
    zone: str
    chosen_language: str | None
    locale: str
    review_until: datetime | None
    """When a person looks at the order at the latest, while that is still to come."""
    reason: ReasonClass | None
    """Why it ended, as the final answer says."""

    @property
    def form_state(self) -> str:
        """What the nonce of a form remembers."""
        return self.phase

    @property
    def no_move(self) -> ConflictError | None:
        """There is no interview that could be moved."""
        return None


async def read_applicant_view(session: AsyncSession, named: Named, now: datetime) -> ApplicantView:
    """Read it as the applicant. Raises LinkError when the application is gone."""
    own = await rows(session, named)
    application = await session.get_one(Application, own.application_id)
    job = await session.get_one(Job, own.job_id)
    final = await session.scalar(select(EmailMessage.details).where(EmailMessage.final_of == application.id))
    reason = (final or {}).get("reason_class")
    review = job.review_deadline if job.review_confirmed_at is None else None
    is_behind = application.shortlist_status is ShortlistStatus.PENDING and job.ranked_at is not None
    return ApplicantView(
        title=one_line(job.title),
        company=one_line(job.company),
        masked_name=masked(own.candidate.name),
        phase=Standing.BEHIND if is_behind else OF_STATUS[application.shortlist_status],
        zone=own.candidate.time_zone,
        chosen_language=own.candidate.language,
        locale=own.candidate.locale,
        review_until=review if review is not None and review > now else None,
        reason=ReasonClass(reason) if isinstance(reason, str) else None,
    )
