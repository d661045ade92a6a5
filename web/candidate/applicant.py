"""The door of pages about an application without an interview: its link holds from the first mail on."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import LinkPurpose
from services.context import act_as_applicant
from services.own import Named, link_generation
from web.candidate.door import LINK_LIFETIME, Door, refuse_replaced
from web.candidate.standing import ApplicantView, read_applicant_view

T = TypeVar("T")


class ApplicantVisit(Door):
    """One request with the link of an application.

    It opens what belongs to the application, never an interview: whoever is invited meanwhile gets links of the
    interview by mail.
    """

    linked = (LinkPurpose.ABOUT_ME, LinkPurpose.APPLICATION)
    overview = "applicant"

    def __init__(
        self, request: Request, purpose: LinkPurpose, application_id: UUID, token: str, at: datetime
    ) -> None:
        """Check the link. Raises LinkError: forged, expired, or made for something else."""
        self.application_id = application_id
        super().__init__(request, purpose, Named(application_id=application_id), token, at)

    async def enter(self, act: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """Run an act for the applicant, in one transaction. Raises LinkError for a link that was revoked."""
        async with self.deps.sessions.begin() as session:
            await act_as_applicant(session, self.application_id)
            self.refuse_revoked(await link_generation(session, self.application_id))
            return await act(session)

    def refuse_revoked(self, generation: int) -> None:
        """Raises LinkError for a link that was replaced by newer ones; `generation` holds now."""
        if generation != self.generation:
            refuse_replaced()

    async def view(self) -> ApplicantView:
        """The present state, read without changing anything."""
        return await self.enter(lambda session: read_applicant_view(session, self.named, self.at))

    def path(self, purpose: LinkPurpose) -> str:
        """The address of one of this application's pages, with a fresh link where the purpose is another."""
        token = self.token
        if purpose is not self.purpose:
            until = self.at + LINK_LIFETIME
            token = self.deps.links.sign(self.application_id, purpose, self.generation, until)
        return urlsplit(self.deps.links.applicant_url(self.application_id, purpose, token)).path
