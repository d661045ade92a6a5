"""The door of pages about an interview: the link is checked, then the form, then the interview is read."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import NoReturn, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import InvalidInputError, LinkError
from domain.vocabulary import LinkPurpose
from models import Interview
from services import find
from services.own import Named
from web.candidate.door import LINK_LIFETIME, Door, cause, field_of, refuse_replaced
from web.candidate.view import CandidateView, read_view
from web.transaction import as_candidate

__all__ = ["Visit", "cause", "field_of", "refuse_form", "refuse_unticked"]

T = TypeVar("T")


class Visit(Door):
    """One request with the link of an interview."""

    linked = (
        LinkPurpose.ACCEPT, LinkPurpose.REJECT, LinkPurpose.SCHEDULE, LinkPurpose.ABOUT_ME, LinkPurpose.APPLICATION,
        LinkPurpose.TEXT,
    )  # fmt: skip
    overview = "application"

    def __init__(
        self, request: Request, purpose: LinkPurpose, interview_id: UUID, token: str, at: datetime
    ) -> None:
        """Check the link. Raises LinkError: forged, expired, or made for something else."""
        self.interview_id = interview_id
        super().__init__(request, purpose, Named(interview_id=interview_id), token, at)

    async def interview(self, session: AsyncSession, *, lock: bool = False) -> Interview:
        """The interview that the link names. Raises LinkError for a link that was revoked."""
        found = await find.interview_or_none(session, self.interview_id, lock=lock)
        if found is None:
            raise LinkError("This interview no longer exists.", remedy="Reply to our mail to reach a person.")
        self.refuse_revoked(found)
        return found

    def refuse_revoked(self, interview: Interview) -> None:
        """Raises LinkError for a link that was replaced by newer ones."""
        if interview.link_generation != self.generation:
            refuse_replaced()

    async def enter(self, act: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """Run an act for the interview's candidate. Raises LinkError for a link that was revoked."""

        async def entered(session: AsyncSession) -> T:
            await self.interview(session)
            return await act(session)

        return await as_candidate(self.deps, self.interview_id, entered)

    async def view(self) -> CandidateView:
        """The present state, read without changing anything."""

        async def read(session: AsyncSession) -> CandidateView:
            interview = await self.interview(session)
            return await read_view(
                session, interview, self.at, with_slots=self.purpose is LinkPurpose.SCHEDULE
            )

        return await as_candidate(self.deps, self.interview_id, read)

    def path(self, purpose: LinkPurpose) -> str:
        """The address of one of this interview's pages, with a fresh link where the purpose is another."""
        token = self.token
        if purpose is not self.purpose:
            until = self.at + LINK_LIFETIME
            token = self.deps.links.sign(self.interview_id, purpose, self.generation, until)
        return urlsplit(self.deps.links.url(self.interview_id, purpose, token)).path


def refuse_form() -> NoReturn:
    """Raises InvalidInputError: the form has no action that the page offers."""
    raise InvalidInputError("This form is not complete.", remedy="Use the buttons of the page.")


def refuse_unticked(form: FormData) -> None:
    """Raises InvalidInputError when the box that confirms a grave act is not ticked."""
    if form.get("confirm") != "yes":
        raise InvalidInputError(
            "Nothing was sent: the box “Yes” is not ticked.",
            field="confirm",
            remedy="Tick it if you mean it.",
        )
