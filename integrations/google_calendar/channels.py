"""Notices of changes. A notice has no content: it says "look again", and only its headers tell where it is from."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from googleapiclient.errors import HttpError

from domain.calendars import PushChannel
from integrations.google_calendar.failures import status_of

if TYPE_CHECKING:
    from googleapiclient._apis.calendar.v3.resources import CalendarResource

_ASKED = timedelta(days=7)
"""Life that is asked for; Google may grant less, and never renews."""
_UNSAID = timedelta(days=1)
"""Assumed when Google does not say how long a channel lives: renewed early rather than late."""
_GONE = 404


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """Channels of one account, for the length of one call."""

    service: "CalendarResource"
    retries: int

    def watch(self, calendar_id: str, channel_id: str, token: str, address: str) -> PushChannel:
        """Open a channel. Its id must be new: Google refuses one that was used."""
        answer = (
            self.service.events()
            .watch(
                calendarId=calendar_id,
                body={
                    "id": channel_id,
                    "type": "web_hook",
                    "address": address,
                    "token": token,
                    "params": {"ttl": str(int(_ASKED.total_seconds()))},
                },
            )
            .execute(num_retries=0)
        )
        said = answer.get("expiration")
        ends = datetime.fromtimestamp(int(said) / 1000, UTC) if said else datetime.now(UTC) + _UNSAID
        return PushChannel(channel_id, answer["resourceId"], ends)

    def unwatch(self, channel: PushChannel) -> None:
        """Close a channel; one that is gone is done."""
        request = self.service.channels().stop(
            body={"id": channel.channel_id, "resourceId": channel.resource_id}
        )
        try:
            request.execute(num_retries=self.retries)
        except HttpError as error:
            if status_of(error) != _GONE:
                raise


def genuine(headers: Mapping[str, str], channel: PushChannel, token: str) -> bool:
    """Whether a notice came over `channel`, which was opened with `token`. Compares in constant time.

    A channel that was replaced goes on speaking until it ends; its notices are not genuine any more.
    """
    got = {name.lower(): value for name, value in headers.items()}
    expected = {
        "x-goog-channel-id": channel.channel_id,
        "x-goog-resource-id": channel.resource_id,
        "x-goog-channel-token": token,
    }
    fits = [hmac.compare_digest(got.get(name, "").encode(), said.encode()) for name, said in expected.items()]
    return bool(token) and all(fits)


def is_greeting(headers: Mapping[str, str]) -> bool:
    """Whether a notice only says that its channel was opened; nothing has changed then."""
    got = {name.lower(): value for name, value in headers.items()}
    return got.get("x-goog-resource-state") == "sync"
