"""Everything that the double knows, behind one lock: handlers run in its server's thread, hands in the caller's."""

from dataclasses import dataclass, field
from threading import RLock

from tests.doubles.google.calendars import Calendar, Calendars, Json
from tests.doubles.google.clock import Clock
from tests.doubles.google.events import Events
from tests.doubles.google.faults import Faults
from tests.doubles.google.listing import Listing
from tests.doubles.google.people import People
from tests.doubles.google.push import Push


@dataclass(frozen=True)
class Mail:
    """A mail that Google would have sent for an event."""

    kind: str
    """`invitation`, `update` or `cancellation`."""
    uid: str
    to: tuple[str, ...]


@dataclass
class World:
    """State and rules of one double."""

    client_id: str
    client_secret: str
    clock: Clock = field(default_factory=Clock)
    lock: RLock = field(default_factory=RLock)
    mails: list[Mail] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Every request that arrived, as "METHOD path"."""

    def __post_init__(self) -> None:
        self.people = People(self.clock)
        self.calendars = Calendars()
        self.events = Events(self.calendars, self.clock)
        self.listing = Listing(self.calendars)
        self.push = Push(self.clock)
        self.faults = Faults(self.clock)

    def written(self, kind: str, calendar: Calendar, event: Json, send_updates: str) -> Json:
        """Tell watchers of a written event, and mail its attendees when asked to."""
        self.push.changed(calendar.id)
        others = tuple(each["email"] for each in event.get("attendees", []) if not each.get("self"))
        if others and send_updates in {"all", "externalOnly"}:
            self.mails.append(Mail(kind, event["iCalUID"], others))
        return event
