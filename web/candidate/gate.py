"""The door of every candidate page: the link is checked, then the form, then the interview is read."""

from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import LinkError, UnderstudyError
from domain.vocabulary import LinkPurpose, Trigger
from models import Interview
from services import find
from services.log import Cause
from web.candidate.phase import Phase
from web.candidate.view import CandidateView, read_view
from web.deps import WebDeps, deps_of
from web.errors import status_of
from web.render import page
from web.transaction import as_candidate

LINK_LIFETIME = timedelta(days=60)
"""Of links on pages; those in mails bring their own."""
MAX_FIELDS = 20


class Visit:
    """One request to one candidate page, with a link that was checked."""

    def __init__(
        self, request: Request, purpose: LinkPurpose, interview_id: UUID, token: str, at: datetime
    ) -> None:
        """Check the link. Raises LinkError: forged, expired, or made for something else."""
        self.request = request
        self.deps: WebDeps = deps_of(request)
        self.purpose = purpose
        self.interview_id = interview_id
        self.token = token
        self.at = at
        self._generation = self.deps.links.check(token, interview_id, purpose, at)

    async def interview(self, session: AsyncSession, *, lock: bool = False) -> Interview:
        """The interview that the link names. Raises LinkError for a link that was revoked."""
        found = await find.interview_or_none(session, self.interview_id, lock=lock)
        if found is None:
            raise LinkError("This interview no longer exists.", remedy="Reply to our mail to reach a person.")
        if found.link_generation != self._generation:
            raise LinkError(
                "This link was replaced by a newer one.", remedy="Open the newest mail you got from us."
            )
        return found

    async def form(self) -> tuple[FormData, str]:
        """The submitted form and the state its page showed. Raises LinkError for a form that is not ours."""
        form = await self.request.form(max_fields=MAX_FIELDS, max_files=0)
        nonce = form.get("nonce")
        shown = self.deps.links.check_nonce(
            nonce if isinstance(nonce, str) else "", self.interview_id, self.purpose, self.at
        )
        return form, shown

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
            expires = self.at + LINK_LIFETIME
            token = self.deps.links.sign(self.interview_id, purpose, self._generation, expires)
        return urlsplit(self.deps.links.url(self.interview_id, purpose, token)).path

    def see_other(self, purpose: LinkPurpose) -> RedirectResponse:
        """After an act: go and look at a page, so that a reload repeats nothing."""
        return RedirectResponse(self.path(purpose), HTTPStatus.SEE_OTHER)

    async def show(self, error: UnderstudyError | None = None, **context: Any) -> HTMLResponse:
        """The page of this visit in its present state, with what went wrong on top."""
        view = await self.view()
        status = HTTPStatus.OK
        if error is not None:
            status = status_of(error)
        elif view.phase is Phase.TOO_LATE:
            status = HTTPStatus.GONE
        nonce = self.deps.links.nonce(self.interview_id, self.purpose, view.form_state, self.at)
        return page(
            self.request,
            f"candidate/{self.purpose}.html",
            status=status,
            view=view,
            now=self.at,
            nonce=nonce,
            error=error,
            accept_path=self.path(LinkPurpose.ACCEPT),
            reject_path=self.path(LinkPurpose.REJECT),
            schedule_path=self.path(LinkPurpose.SCHEDULE),
            about_me_path=self.path(LinkPurpose.ABOUT_ME),
            **context,
        )


def cause(reason: str | None = None) -> Cause:
    """A candidate's own act."""
    return Cause(trigger=Trigger.MANUAL, actor_kind="candidate", reason=reason)
