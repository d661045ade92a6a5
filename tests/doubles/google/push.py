"""Channels and the notices that go over them (guide "Push notifications")."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from ipaddress import ip_address
from queue import SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

import httpx

from tests.doubles.google.calendars import Json
from tests.doubles.google.clock import Clock
from tests.doubles.google.errors import GoogleError, not_found, required

_LONGEST = timedelta(days=7)


@dataclass
class Channel:
    """One subscription."""

    id: str
    calendar_id: str
    resource_id: str
    address: str
    token: str
    ends: datetime
    email: str
    messages: int = 0


@dataclass(frozen=True)
class Notice:
    """One notice on its way."""

    address: str
    headers: dict[str, str]


class Push:
    """Keeps channels and delivers notices from a thread of its own, in order."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.channels: dict[str, Channel] = {}
        self._used: set[str] = set()
        self.lose_notices = False
        """Drop notices, as Google says may happen."""
        self.undelivered = 0
        """Notices that nobody took."""
        self._queue: SimpleQueue[Notice | None] = SimpleQueue()
        self._postman: Thread | None = None

    def start(self) -> None:
        """Begin to deliver."""
        self._postman = Thread(target=self._deliver, name="google notices", daemon=True)
        self._postman.start()

    def stop(self) -> None:
        """Deliver what is queued and end."""
        if self._postman:
            self._queue.put(None)
            self._postman.join()

    def watch(self, calendar_id: str, email: str, body: Json) -> Json:
        """Open a channel and greet over it."""
        for name in ("id", "type", "address"):
            if not body.get(name):
                raise required(name)
        if body["type"] not in {"web_hook", "webhook"}:
            raise GoogleError(400, "invalid", "Unknown channel type", location=("parameter", "resource.type"))
        if not _may_be_called(body["address"]):
            raise GoogleError(400, "push.webhookUrlNotHttps", "WebHook callback must be HTTPS")
        if body["id"] in self._used:
            raise GoogleError(400, "channelIdNotUnique", "Channel id not unique")
        asked = timedelta(seconds=int(body.get("params", {}).get("ttl", _LONGEST.total_seconds())))
        channel = Channel(
            id=body["id"],
            calendar_id=calendar_id,
            resource_id=sha256(calendar_id.encode()).hexdigest()[:27],
            address=body["address"],
            token=body.get("token", ""),
            ends=self._clock.now() + min(asked, _LONGEST),
            email=email,
        )
        self._used.add(channel.id)
        self.channels[channel.id] = channel
        self._tell(channel, "sync")
        return {
            "kind": "api#channel",
            "id": channel.id,
            "resourceId": channel.resource_id,
            "resourceUri": _uri(calendar_id),
            "token": channel.token,
            "expiration": str(int(channel.ends.timestamp() * 1000)),
        }

    def end(self, email: str, body: Json) -> None:
        """Close a channel. Raises 404."""
        channel = self.channels.get(body.get("id", ""))
        if (
            channel is None
            or (channel.resource_id, channel.email) != (body.get("resourceId"), email)
            or channel.ends <= self._clock.now()
        ):
            raise not_found()
        del self.channels[channel.id]

    def changed(self, calendar_id: str) -> None:
        """Tell everybody who watches this calendar."""
        for channel in self.channels.values():
            if channel.calendar_id == calendar_id and channel.ends > self._clock.now():
                self._tell(channel, "exists")

    def _tell(self, channel: Channel, state: str) -> None:
        channel.messages += 1
        headers = {
            "X-Goog-Channel-ID": channel.id,
            "X-Goog-Channel-Expiration": format_datetime(channel.ends, usegmt=True),
            "X-Goog-Message-Number": str(channel.messages),
            "X-Goog-Resource-ID": channel.resource_id,
            "X-Goog-Resource-State": state,
            "X-Goog-Resource-URI": _uri(channel.calendar_id),
        }
        if channel.token:
            headers["X-Goog-Channel-Token"] = channel.token
        if not self.lose_notices:
            self._queue.put(Notice(channel.address, headers))

    def _deliver(self) -> None:
        with httpx.Client(timeout=60) as client:
            while notice := self._queue.get():
                try:
                    client.post(notice.address, headers=notice.headers).raise_for_status()
                except httpx.HTTPError:
                    self.undelivered += 1


def _uri(calendar_id: str) -> str:
    return f"https://www.googleapis.com/calendar/v3/calendars/{calendar_id}/events?alt=json"


def _may_be_called(address: str) -> bool:
    """Google wants https; this double also calls this machine, and nothing else."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
