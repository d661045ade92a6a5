"""The door of every candidate page: the link is checked, then the form, then a page is shown.

Two kinds of links open it: that of an interview (`gate`), and that of an application without one (`applicant`).
"""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, ClassVar, NoReturn, Protocol, TypeVar
from uuid import UUID

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import ConflictError, LinkError, UnderstudyError
from domain.vocabulary import LinkPurpose, Trigger
from services import candidates
from services.log import Cause
from services.own import Named
from web.candidate.language import language_for
from web.candidate.phase import Phase
from web.candidate.refusals import refusal
from web.candidate.standing import Standing
from web.candidate.telling import Times, tell
from web.deps import WebDeps, deps_of
from web.statuses import status_of

T = TypeVar("T")

LINK_LIFETIME = timedelta(days=60)
"""Of links on pages; those in mails bring their own."""
MAX_FIELDS = 20


class View(Protocol):
    """What every page says of the application that it is about."""

    @property
    def title(self) -> str: ...
    @property
    def company(self) -> str: ...
    @property
    def masked_name(self) -> str: ...
    @property
    def phase(self) -> Phase | Standing: ...
    @property
    def zone(self) -> str: ...
    @property
    def chosen_language(self) -> str | None: ...
    @property
    def locale(self) -> str: ...
    @property
    def form_state(self) -> str: ...
    @property
    def no_move(self) -> ConflictError | None: ...


class _Keep(Protocol):
    """Keeps what somebody chose for reading."""

    async def __call__(
        self, session: AsyncSession, named: Named, value: str, /, *, cause: Cause, at: datetime
    ) -> None: ...


class Door(ABC):
    """One request to one candidate page, with a link that was checked."""

    linked: ClassVar[tuple[LinkPurpose, ...]]
    """Pages that lead to each other."""
    overview: ClassVar[str]
    """Template of the page on which everything stands."""

    def __init__(
        self, request: Request, purpose: LinkPurpose, named: Named, token: str, at: datetime
    ) -> None:
        """Check the link. Raises LinkError: forged, expired, or made for something else."""
        self.request = request
        self.deps: WebDeps = deps_of(request)
        self.purpose = purpose
        self.named = named
        self.token = token
        self.at = at
        self.generation = self.deps.links.check(token, self._id, purpose, at)

    @property
    def _id(self) -> UUID:
        found = self.named.interview_id or self.named.application_id
        assert found is not None  # noqa: S101 - a link names one of the two
        return found

    @abstractmethod
    async def enter(self, act: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """Run an act for whoever holds the link, in one transaction. Raises LinkError for a link of before."""

    @abstractmethod
    async def view(self) -> View:
        """The present state, read without changing anything."""

    @abstractmethod
    def path(self, purpose: LinkPurpose) -> str:
        """The address of another page about the same, with a fresh link where the purpose is another."""

    async def form(self) -> tuple[FormData, str]:
        """The submitted form and the state its page showed. Raises LinkError for a form that is not ours."""
        form = await self.request.form(max_fields=MAX_FIELDS, max_files=0)
        shown = self.deps.links.check_nonce(field_of(form, "nonce"), self._id, self.purpose, self.at)
        return form, shown

    async def settle(self, form: FormData) -> bool:
        """Keep a language or a zone, which every page lets people choose. Returns whether the form was about that.

        Raises InvalidInputError for one that there is not.
        """
        match form.get("action"):
            case "language":
                keep: _Keep = candidates.set_language
                value = field_of(form, "language")
            case "zone":
                keep, value = candidates.set_time_zone, field_of(form, "time_zone")
            case _:
                return False
        await self.enter(lambda session: keep(session, self.named, value, cause=cause(), at=self.at))
        return True

    def see_other(self, purpose: LinkPurpose, *, place: str = "") -> RedirectResponse:
        """After an act: go and look at a page, so that a reload repeats nothing."""
        return RedirectResponse(self.path(purpose) + place, HTTPStatus.SEE_OTHER)

    def times(self, view: View) -> Times:
        """In which language and zone this visit is told."""
        wish = self.request.headers.get("accept-language", "")
        return Times(language_for(view.chosen_language, view.locale, wish), view.zone, self.at)

    async def show(
        self, error: UnderstudyError | None = None, *, template: str | None = None, **context: Any
    ) -> HTMLResponse:
        """The page of this visit in its present state, with what went wrong on top."""
        view = await self.view()
        times = self.times(view)
        status = HTTPStatus.OK
        if error is not None:
            status = status_of(error)
        elif view.phase is Phase.TOO_LATE:
            status = HTTPStatus.GONE
        return tell(
            self.request,
            f"candidate/{template or self.purpose}.html",
            times,
            status=status,
            view=view,
            here=template or str(self.purpose),
            nonce=self.deps.links.nonce(self._id, self.purpose, view.form_state, self.at),
            keeps_place="kept" in self.request.query_params,
            error=refusal(times.language, error) if error else None,
            no_move=refusal(times.language, view.no_move) if view.no_move else None,
            **{f"{purpose}_path": self.path(purpose) for purpose in self.linked} | context,
        )


def refuse_replaced() -> NoReturn:
    """Raises LinkError: newer links replaced this one."""
    raise LinkError("This link was replaced by a newer one.", remedy="Open the newest mail you got from us.")


def cause(reason: str | None = None) -> Cause:
    """A candidate's own act."""
    return Cause(trigger=Trigger.MANUAL, actor_kind="candidate", reason=reason)


def field_of(form: FormData, name: str) -> str:
    """A field of a form; empty when it is missing."""
    value = form.get(name)
    return value if isinstance(value, str) else ""
