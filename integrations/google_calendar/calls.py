"""One call of Google's library: its own thread, its own connection, one error language, one token renewal."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp, Request  # type: ignore[import-untyped]  # ships no types
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError

from domain.calendars import CalendarAccount, KeepSecret
from integrations.google_calendar.app import GoogleApp
from integrations.google_calendar.connection import connection
from integrations.google_calendar.failures import FAILURES, asks_for_new_token, meaning, unavailable
from integrations.google_calendar.secret import GoogleSecret

if TYPE_CHECKING:
    from googleapiclient._apis.calendar.v3.resources import CalendarResource

Result = TypeVar("Result")


@dataclass(slots=True)
class _Shared:
    """The tokens of one account while calls are under way."""

    secret: GoogleSecret
    renewing: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0


class Calls:
    """Runs work against the API in an account's name.

    Calls of one account that are under way together share their tokens: a token that ended is renewed once, not
    once per call. Nothing stays in memory after the last of them. Belongs to one event loop.
    """

    def __init__(self, app: GoogleApp, keep_secret: KeepSecret) -> None:
        self._app = app
        self._keep = keep_secret
        self._under_way: dict[tuple[UUID, str], _Shared] = {}

    async def run(self, account: CalendarAccount, work: "Callable[[CalendarResource], Result]") -> Result:
        """Do `work` in a thread; it may be done twice when the token is refused, so it must be repeatable.

        A cancelled caller leaves the thread running: what it wrote may still land.
        Raises the three errors of `domain.calendars`.
        """
        async with self._tokens(account) as shared:
            token = await self._renewed(account.id, shared, refused="")
            try:
                return await asyncio.to_thread(self._speak, token, work)
            except FAILURES as error:
                if not (isinstance(error, HttpError) and asks_for_new_token(error)):
                    raise meaning(error) from None
            token = await self._renewed(account.id, shared, refused=token)
            try:
                return await asyncio.to_thread(self._speak, token, work)
            except FAILURES as error:
                raise meaning(error) from None

    @asynccontextmanager
    async def _tokens(self, account: CalendarAccount) -> AsyncIterator[_Shared]:
        given = GoogleSecret.read(account.secret)
        key = (account.id, given.refresh_token)
        shared = self._under_way.setdefault(key, _Shared(given))
        if given.expiry > shared.secret.expiry:
            shared.secret = given
        shared.users += 1
        try:
            yield shared
        finally:
            shared.users -= 1
            if not shared.users:
                del self._under_way[key]

    async def _renewed(self, account_id: UUID, shared: _Shared, *, refused: str) -> str:
        """An access token that lasts and is not the `refused` one."""
        async with shared.renewing:
            secret = shared.secret
            if secret.lasts(datetime.now(UTC)) and secret.access_token != refused:
                return secret.access_token
            try:
                shared.secret = await asyncio.to_thread(self._renew, secret)
            except FAILURES as error:
                raise meaning(error) from None
            await self._keep(account_id, shared.secret.mapping())
            return shared.secret.access_token

    def _renew(self, secret: GoogleSecret) -> GoogleSecret:
        credentials = Credentials(  # type: ignore[no-untyped-call]  # the library's constructor has no types
            token=None,
            refresh_token=secret.refresh_token,
            token_uri=self._app.token_uri,
            client_id=self._app.client_id,
            client_secret=self._app.client_secret,
        )
        with closing(connection(self._app)) as line:
            credentials.refresh(Request(line))  # type: ignore[no-untyped-call]  # as above
        if not (credentials.token and credentials.expiry):
            raise unavailable("Google's token endpoint gave no token.")
        return GoogleSecret(
            access_token=credentials.token,
            refresh_token=credentials.refresh_token or secret.refresh_token,
            expiry=credentials.expiry.replace(tzinfo=UTC),  # the library's expiry is naive UTC
            scopes=secret.scopes,
            ends=secret.ends,
        )

    def _speak(self, token: str, work: "Callable[[CalendarResource], Result]") -> Result:
        credentials = Credentials(token=token)  # type: ignore[no-untyped-call]  # as above
        # A refused token comes back as an error: it is renewed here, once for all calls, not by the library.
        authorized = AuthorizedHttp(credentials, http=connection(self._app), refresh_status_codes=())
        with build(
            "calendar",
            "v3",
            http=authorized,
            static_discovery=True,
            client_options={"api_endpoint": self._app.api_endpoint},
        ) as service:
            return work(service)
