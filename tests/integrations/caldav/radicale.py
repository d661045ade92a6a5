"""A real CalDAV server on loopback, and the owner of a calendar who works in it with a program of their own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote
from uuid import uuid4

import httpx

from domain.calendars import CalendarAccount, CalendarProviderName
from integrations.caldav import CalDavRules
from runtime.embedded.ports import free_port
from tests.support.listening import until_listening
from tests.support.patience import PATIENCE_SECONDS

RULES = CalDavRules(
    timeout=PATIENCE_SECONDS, private_hosts=frozenset({"127.0.0.1"}), plain_hosts=frozenset({"127.0.0.1"})
)
PASSWORD = "correct horse"  # of every user of the server
NEW_YORK = """BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
END:VTIMEZONE
"""


def clock() -> datetime:
    """What the provider stamps entries with."""
    return datetime(2026, 3, 1, 9, tzinfo=UTC)


def ics(*events: str) -> bytes:
    """A calendar object of these entries, each the lines between BEGIN and END."""
    bodies = "".join(f"BEGIN:VEVENT\nDTSTAMP:20260101T000000Z\n{event}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Owner//EN\n{NEW_YORK}{bodies}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


@dataclass
class Owner:
    """A user of the server with one calendar."""

    url: str
    """Of the server."""
    name: str
    collection: str
    http: httpx.Client = field(repr=False)

    def account(
        self,
        *,
        url: str | None = None,
        password: str = PASSWORD,
        calendar: str = "",
        zone: str = "",
        more: tuple[str, ...] = (),
    ) -> CalendarAccount:
        """The owner's connected account."""
        secret = {"url": url or self.url, "username": self.name, "password": password}
        if zone:
            secret["zone"] = zone
        collection = calendar or self.collection
        if url:
            collection = collection.replace(self.url, url)
        return CalendarAccount(uuid4(), uuid4(), CalendarProviderName.CALDAV, secret, collection, more)

    def add(self, name: str, *events: str, collection: str = "") -> None:
        """Write an object as another program does."""
        address = f"{collection or self.collection}{name}"
        self.http.put(
            address, content=ics(*events), headers={"Content-Type": "text/calendar"}
        ).raise_for_status()

    def objects(self) -> dict[str, str]:
        """All objects of the calendar, by name."""
        listing = self.http.request("PROPFIND", self.collection, headers={"Depth": "1"}).text
        names = [part.partition("<")[0] for part in listing.split("<href>")[1:]]
        path = httpx.URL(self.collection).path
        return {
            unquote(name.removeprefix(path)): self.http.get(self.url + name).raise_for_status().text
            for name in names
            if name.startswith(path) and name.endswith(".ics")
        }

    def edit(self, name: str, old: str, new: str) -> None:
        """Change the words of an object."""
        found = self.http.get(self.collection + name).raise_for_status().text
        assert old in found
        self.http.put(
            self.collection + name,
            content=found.replace(old, new).encode(),
            headers={"Content-Type": "text/calendar"},
        ).raise_for_status()

    def delete(self, name: str = "") -> None:
        """Remove an object, or the whole calendar."""
        self.http.delete(self.collection + name).raise_for_status()

    def make_calendar(self, zone: str = "", name: str = "") -> str:
        """Make a further calendar and return its address."""
        address = f"{self.url}/{self.name}/{name or uuid4().hex}/"
        stated = (
            f"<c:calendar-timezone>BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:{zone}\r\nEND:VTIMEZONE\r\n"
            "END:VCALENDAR</c:calendar-timezone>"
            if zone
            else ""
        )
        body = (
            '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
            f"<d:displayname>Work</d:displayname>{stated}</d:prop></d:set></c:mkcalendar>"
        )
        self.http.request("MKCALENDAR", address, content=body).raise_for_status()
        return address


@dataclass
class Radicale:
    """The running server."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @contextmanager
    def owner(self, zone: str = "") -> Iterator[Owner]:
        """A fresh user with a fresh calendar."""
        name = f"user{uuid4().hex[:8]}"
        with (self.folder / "users").open("a") as users:
            users.write(f"{name}:{PASSWORD}\n")
        with httpx.Client(auth=(name, PASSWORD), trust_env=False, timeout=PATIENCE_SECONDS) as http:
            owner = Owner(self.url, name, "", http)
            owner.collection = owner.make_calendar(zone)
            yield owner


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """A server of its own process, its data below `folder`."""
    port = free_port()
    (folder / "users").write_text("nobody:nobody\n")
    options = {
        "server-hosts": f"127.0.0.1:{port}",
        "storage-filesystem-folder": str(folder / "data"),
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(folder / "users"),
        "auth-htpasswd-encryption": "plain",
        "auth-delay": "0",
        "logging-level": "critical",
    }
    command = [sys.executable, "-m", "radicale", "--config", ""]
    command += [part for name, value in options.items() for part in (f"--{name}", value)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "TZ": "UTC"})
    try:
        until_listening(port, process)
        yield Radicale(port, folder)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
