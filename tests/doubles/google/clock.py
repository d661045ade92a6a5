"""The double's clock: real, until somebody moves it on."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the time; `advance` lets tokens, channels and quotas end without waiting."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC) + self._ahead

    def advance(self, by: timedelta) -> None:
        """Move on."""
        self._ahead += by


def stamp(moment: datetime) -> str:
    """An instant as Google writes `created` and `updated`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
