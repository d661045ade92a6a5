"""The secret of a connected account: tokens as they are kept, and as calls use them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from domain.calendars import CalendarGoneError

_EARLY = timedelta(seconds=60)
"""An access token is renewed this long before it ends: clocks differ, and a call takes a while."""


@dataclass(frozen=True, slots=True)
class GoogleSecret:
    """Tokens of one account.

    As a mapping: `access_token`, `refresh_token`, `expiry` (ISO, UTC), `scopes`, and `ends` where Google says it.
    """

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expiry: datetime
    """When the access token ends, aware."""
    scopes: str = ""
    """Granted scopes, separated by spaces."""
    ends: str = ""
    """When the refresh token ends (ISO, UTC), where access was given for a time only; empty: not by itself."""

    @classmethod
    def read(cls, kept: Mapping[str, str]) -> "GoogleSecret":
        """The secret in a kept mapping. A missing or odd `expiry` counts as past, so the token is renewed.

        Raises CalendarGoneError when there is no refresh token: nothing can be renewed.
        """
        if not kept.get("refresh_token"):
            raise CalendarGoneError(
                "This Google account has no refresh token.", remedy="Let its owner connect it again."
            )
        return cls(
            access_token=kept.get("access_token", ""),
            refresh_token=kept["refresh_token"],
            expiry=_moment(kept.get("expiry", "")),
            scopes=kept.get("scopes", ""),
            ends=kept.get("ends", ""),
        )

    def mapping(self) -> dict[str, str]:
        """The secret as it is kept."""
        return {
            "access_token": self.access_token,
            "refresh_token": self.refresh_token,
            "expiry": self.expiry.astimezone(UTC).isoformat(),
            "scopes": self.scopes,
            **({"ends": self.ends} if self.ends else {}),
        }

    def lasts(self, now: datetime) -> bool:
        """Whether the access token can still be used for a call that begins now."""
        return bool(self.access_token) and now < self.expiry - _EARLY


def _moment(text: str) -> datetime:
    past = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return past
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
