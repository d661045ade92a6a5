"""Who acts in the name of a company: found by token or cookie, then every transaction says so (I13)."""

import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.exceptions import HTTPException

from domain.errors import ForbiddenError
from domain.vocabulary import Trigger, UserRole
from models import User
from services import conversation, users
from services.context import act_as_user
from services.log import Cause
from web.deps import Deps, ReceivedAt, WebDeps

NOBODY = UUID(int=0)
HIRING = (UserRole.RECRUITER, UserRole.ADMIN)
bearer = HTTPBearer(auto_error=False, description="The API token of this installation.")


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
class Caller:
    """Somebody whose token or cookie was checked. `email` or `user_id` says who; neither: the first admin."""

    deps: WebDeps
    at: datetime
    email: str | None = None
    user_id: UUID | None = None
    counts_waiting: bool = False
    """Pages show how many conversations wait for a person."""

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Act]:
        """A transaction in the name of this caller. Raises HTTPException 401 for an unknown user."""
        async with self.deps.sessions.begin() as session:
            # Looking for the user happens in the role that sees users and nothing else.
            await act_as_user(session, UserRole.INTERVIEWER, NOBODY)
            user = await self._user(session)
            if user is None:
                raise unauthorized("There is no such user.")
            await act_as_user(session, user.role, user.id)
            counts = self.counts_waiting and user.role in HIRING
            waiting = await conversation.count_unanswered(session) if counts else 0
            yield Act(session, user.id, user.name, user.role, user.time_zone, self.at, waiting)

    async def _user(self, session: AsyncSession) -> User | None:
        if self.user_id is not None:
            return await session.get(User, self.user_id)
        if self.email is not None:
            return await users.by_email(session, self.email)
        return await users.first_admin(session)


def unauthorized(why: str) -> HTTPException:
    """401 with the challenge that RFC 6750 asks for."""
    return HTTPException(401, why, {"WWW-Authenticate": "Bearer"})


def is_token(deps: WebDeps, given: str) -> bool:
    """Whether this is the API token, compared in constant time."""
    return hmac.compare_digest(given.encode(), deps.api_token.encode())


def _caller(
    deps: Deps,
    at: ReceivedAt,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
    x_understudy_user: Annotated[
        str | None,
        Header(max_length=254, description="Act as this user (mail address) instead of the first admin."),
    ] = None,
) -> Caller:
    if credentials is None or not is_token(deps, credentials.credentials):
        raise unauthorized("The API token is missing or wrong.")
    return Caller(deps, at, email=x_understudy_user)


ApiCaller = Annotated[Caller, Depends(_caller)]
