"""Who acts in the name of a company: found by key or session, then every transaction says so (I13)."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.exceptions import HTTPException

from domain.errors import ForbiddenError
from domain.identity import Scope
from domain.identity.scopes import needed
from domain.vocabulary import Trigger, UserRole
from services import conversation
from services.identity import entry, tokens
from services.log import Cause
from web import rate_limit
from web.deps import Deps, ReceivedAt, WebDeps
from web.idempotency import RepeatableAct
from web.lately import Lately

HIRING = (UserRole.RECRUITER, UserRole.ADMIN)
"""Who sees everybody that applied for a job they see. Interviewers see those whom they interview, auditors nobody."""
MEMBERS = (*HIRING, UserRole.INTERVIEWER)
"""Who works with candidates."""
bearer = HTTPBearer(auto_error=False, description="An API key, `usk_...`.")


@dataclass(frozen=True, slots=True)
class Act:
    """One transaction of one person."""

    session: AsyncSession
    user_id: UUID
    name: str
    role: UserRole
    zone: str
    at: datetime
    """Business time at which the request arrived."""
    waiting: int = 0
    """Conversations that wait for words of this person, where they were counted."""

    def cause(self, reason: str | None = None) -> Cause:
        """What the log says: this person, by hand."""
        return Cause(Trigger.MANUAL, self.role.value, self.user_id, reason)

    def needs(self, *roles: UserRole) -> None:
        """Refuse other roles. Raises ForbiddenError naming those that may."""
        if self.role not in roles:
            raise ForbiddenError(
                f"The role {self.role} does not allow this.",
                remedy=f"Ask somebody who is {' or '.join(roles)}.",
            )


@dataclass(frozen=True, slots=True)
class Proof:
    """What a request brings to say who sends it: the token of a session or of a key, as the digest that is kept."""

    kind: Literal["session", "key"]
    digest: bytes

    @classmethod
    def of(cls, kind: Literal["session", "key"], token: str) -> "Proof":
        """From the token itself; text that is too long to be one matches nothing."""
        return cls(kind, tokens.digest(token[: tokens.LONGEST]))

    def known(self, session: AsyncSession, now: datetime, *, touch: bool) -> Awaitable[entry.Known | None]:
        """Who that is; from here on the transaction acts for them. `now` is on the wall clock."""
        find = entry.by_session if self.kind == "session" else entry.by_key
        return find(session, self.digest, now=now, touch=touch)


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody whose key or session holds. Every transaction asks again, so whoever is disabled is out at once."""

    deps: WebDeps
    at: datetime
    proof: Proof
    counts_waiting: bool = False
    """Pages show how many conversations wait for a person."""
    scope: Scope | None = None
    """What a key must be good for to do this; None: anything a session may."""
    sign_in: str | None = None
    """Where to send a browser that is signed out; None: a program, which gets 401."""
    repeatable: RepeatableAct | None = None
    """What makes a request with an Idempotency-Key happen once."""

    async def check(self) -> entry.Known:
        """Who this is, before anything else is done for them; notes the use of the session or key.

        Raises HTTPException (401, or 303 to the sign-in), ForbiddenError naming the scope that a key lacks.
        """
        async with self.deps.sessions.begin() as session:
            return await self._known(session, touch=True)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Act]:
        """A transaction in the name of this caller. Raises as `check` does."""
        repeatable = self.repeatable
        whole = self.deps.sessions.begin() if repeatable is None else repeatable.part(self.deps.sessions)
        async with whole as session:
            known = await self._known(session, touch=False)
            if repeatable is not None:
                await repeatable.claim(session, known.user_id, known.role)
            counts = self.counts_waiting and known.role in HIRING
            waiting = await conversation.count_unanswered(session) if counts else 0
            yield Act(session, known.user_id, known.name, known.role, known.zone, self.at, waiting)

    def apart(self) -> AbstractAsyncContextManager[Act]:
        """As `begin`, but outside of the one transaction of a repeatable request: for what has to be asked before its
        body is read, and for what others have to see before it ends."""
        return replace(self, repeatable=None).begin()

    async def _known(self, session: AsyncSession, *, touch: bool) -> entry.Known:
        known = await self.proof.known(session, self.deps.wall(), touch=touch)
        if known is None:
            raise self._refused()
        if self.scope is not None and self.scope not in known.scopes:
            raise ForbiddenError(
                f"This key lacks the scope {self.scope}.",
                field="scope",
                remedy="Make a key that has it, within what your role may do.",
            )
        return known

    def _refused(self) -> HTTPException:
        if self.sign_in is not None:
            return HTTPException(303, "Sign in first.", {"Location": self.sign_in})
        return unauthorized("The API key is missing, wrong, revoked or has ended.")


def unauthorized(why: str) -> HTTPException:
    """401 with the challenge that RFC 6750 asks for."""
    return HTTPException(401, why, {"WWW-Authenticate": "Bearer"})


async def _caller(
    request: Request,
    deps: Deps,
    at: ReceivedAt,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
) -> Caller:
    if credentials is None or not credentials.credentials.startswith(tokens.KEY):
        raise unauthorized("The API key is missing, wrong, revoked or has ended.")
    path = request.scope["path"].removeprefix(deps.root).removeprefix("/api/v1")
    proof = Proof.of("key", credentials.credentials)
    caller = Caller(
        deps,
        at,
        proof,
        scope=needed(request.method, path),
        repeatable=getattr(request.state, "repeatable", None),
    )
    request.state.known = await _checked(request, caller)
    rate_limit.count_user(request, request.state.known.user_id)
    return caller


async def _checked(request: Request, caller: Caller) -> entry.Known:
    """As `Caller.check`, but a key that was good a moment ago is not asked for: its transaction asks anyway."""
    lately: Lately = request.app.state.lately
    known = lately.known(caller.proof.digest)
    if known is None or (caller.scope is not None and caller.scope not in known.scopes):
        known = lately.keep(caller.proof.digest, await caller.check())
    return known


ApiCaller = Annotated[Caller, Depends(_caller)]
"""A program with a key whose scope allows this call; `request.state.known` says who (`services.identity.entry`)."""
