"""What pages and API share of connecting calendars: for whom, which calendar, and giving access back."""

import logging
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from domain.calendars import CalendarProviderName, CalendarUnavailableError
from domain.errors import InvalidInputError, NotFoundError, SetupError, UnderstudyError
from domain.vocabulary import UserRole
from models import CalendarAccount, User
from services.calendars import accounts
from web.acting import Act
from web.deps import CalendarChoice, Calendars, WebDeps

logger = logging.getLogger(__name__)

MAY = (UserRole.INTERVIEWER, UserRole.RECRUITER, UserRole.ADMIN)
"""Roles with calendars of their own."""
MOST_CHOICES = 100
"""Calendars of one account that are shown."""


def needed(deps: WebDeps) -> Calendars:
    """The means to connect calendars. Raises SetupError when this installation has none."""
    if deps.calendars is None:
        raise SetupError(
            "Calendars cannot be connected here.", remedy="Ask an admin to run: understudy doctor."
        )
    return deps.calendars


async def owner(act: Act, wanted: UUID | None) -> User:
    """Whose calendar this is about: the caller's own, or by an admin's hand another person's.

    Raises ForbiddenError, NotFoundError for a person who is not there or has no calendars.
    """
    act.needs(*MAY)
    if wanted is not None and wanted != act.user_id:
        act.needs(UserRole.ADMIN)
    found = await act.session.get(User, wanted or act.user_id)
    if found is None or found.role not in MAY:
        raise NotFoundError("There is no such user.", field="user")
    return found


def named(form: Mapping[str, str]) -> UUID | None:
    """The person whom a form names; None: whoever sent it. Raises NotFoundError."""
    try:
        return UUID(form["user"]) if form.get("user") else None
    except ValueError:
        raise NotFoundError("There is no such user.", field="user") from None


async def people(act: Act) -> list[User]:
    """Everybody whose calendar the caller may connect."""
    if act.role is not UserRole.ADMIN:
        return []
    query = select(User).where(User.role.in_(MAY)).order_by(User.name, User.id).limit(1000)
    return list(await act.session.scalars(query))


async def account(act: Act, account_id: UUID) -> CalendarAccount:
    """A calendar that the caller sees. Raises NotFoundError."""
    act.needs(*MAY)
    found = await accounts.find(act.session, account_id)
    if found is None:
        raise NotFoundError("There is no such calendar.", remedy="It may have been disconnected.")
    return found


def chosen(
    choices: Sequence[CalendarChoice], main: str | None, busy: Sequence[str] = ()
) -> tuple[CalendarChoice, list[str]]:
    """The calendar for entries (None: the account's main one, or its first) and further busy ones.

    Raises InvalidInputError for one that the account does not have, or that cannot be written to.
    """
    known = {choice.id: choice for choice in choices}
    usable = sorted((choice for choice in choices if choice.writable), key=lambda one: not one.main)
    if not usable:
        raise InvalidInputError(
            "This account has no calendar that entries can be written to.",
            field="calendar_id",
            remedy="Make one at the provider, or connect another account.",
        )
    entries = usable[0] if main is None else known.get(main)
    if entries is None or not entries.writable or not known.keys() >= set(busy):
        raise InvalidInputError("This account has no such calendar.", field="calendar_id")
    return entries, [each for each in dict.fromkeys(busy) if each != entries.id]


async def secret_of(act: Act, tools: Calendars, row: CalendarAccount) -> Mapping[str, str]:
    """What signs in to a connected calendar. Raises NotFoundError, or an error of its key."""
    return (await accounts.opened(act.session, tools.box, row)).secret


async def readable_secret(act: Act, tools: Calendars, row: CalendarAccount) -> Mapping[str, str]:
    """What signs in to a connected calendar; empty when it cannot be opened any more."""
    try:
        return await secret_of(act, tools, row)
    except UnderstudyError:
        return {}


async def give_back(tools: Calendars, provider: CalendarProviderName, secret: Mapping[str, str]) -> bool:
    """Tell the provider that access is not needed any more. Returns whether it is sure to have ended there.

    A CalDAV password is its owner's: only they can take it back.
    """
    token = secret.get(accounts.REFRESH)
    if provider is not CalendarProviderName.GOOGLE:
        return True
    if tools.google is None or token is None:
        return False
    try:
        await tools.google.revoke(token)
    except CalendarUnavailableError:
        logger.warning("access to a calendar could not be given back")
        return False
    return True
