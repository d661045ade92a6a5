"""A person's hand in a calendar: what people do in Google's own pages, without the API."""

from copy import deepcopy
from datetime import datetime

from tests.doubles.google.calendars import Calendar, Json
from tests.doubles.google.clock import stamp
from tests.doubles.google.errors import not_found
from tests.doubles.google.world import World


class Hand:
    """Acts of one person in one calendar. Events are named by iCalUID, or by id."""

    def __init__(self, world: World, calendar: Calendar) -> None:
        self._world = world
        self._calendar = calendar

    def events(self) -> list[Json]:
        """Copies of the events that stand, earliest first."""
        with self._world.lock:
            live = [each for each in self._calendar.events.values() if each["status"] != "cancelled"]
            return sorted(deepcopy(live), key=lambda each: str(each["start"]))

    def event(self, name: str) -> Json:
        """A copy of an event, deleted or not. Raises 404."""
        with self._world.lock:
            return deepcopy(self._known(name))

    def write(self, title: str, start: datetime, end: datetime, *, transparent: bool = False) -> str:
        """Make an event of one's own; returns its id."""
        with self._world.lock:
            event = self._world.events.insert(
                self._calendar,
                self._calendar.id,
                {
                    "summary": title,
                    "start": {"dateTime": start.isoformat()},
                    "end": {"dateTime": end.isoformat()},
                    **({"transparency": "transparent"} if transparent else {}),
                },
                conferences=False,
            )
            self._world.written("invitation", self._calendar, event, "none")
            return str(event["id"])

    def receive(self, uid: str, title: str, start: datetime, end: datetime, organizer: str) -> str:
        """Let Gmail add an invitation that came by mail; returns its id. Only its organizer may change it."""
        with self._world.lock:
            event = self._world.events.import_(
                self._calendar,
                self._calendar.id,
                {
                    "iCalUID": uid,
                    "summary": title,
                    "start": {"dateTime": start.isoformat()},
                    "end": {"dateTime": end.isoformat()},
                    "organizer": {"email": organizer},
                    "attendees": [{"email": self._calendar.id}],
                },
                conferences=False,
            )
            del event["privateCopy"]
            self._world.written("import", self._calendar, event, "none")
            return str(event["id"])

    def reply(self, name: str, answer: str, *, who: str | None = None, comment: str = "") -> None:
        """Answer an invitation: `accepted`, `declined`, `tentative`; `who` else than the calendar's owner."""
        with self._world.lock:
            event = deepcopy(self._known(name))
            for attendee in event.get("attendees", []):
                if attendee["email"].lower() == (who or self._calendar.id).lower():
                    attendee["responseStatus"] = answer
                    if comment:
                        attendee["comment"] = comment
            self._save(event)

    def decline(self, name: str, *, who: str | None = None) -> None:
        """Say no."""
        self.reply(name, "declined", who=who)

    def move(self, name: str, start: datetime, end: datetime) -> None:
        """Drag an event to another time."""
        with self._world.lock:
            event = deepcopy(self._known(name))
            event["start"]["dateTime"], event["end"]["dateTime"] = start.isoformat(), end.isoformat()
            if not event.get("privateCopy"):
                event["sequence"] = event.get("sequence", 0) + 1
            self._save(event)

    def retitle(self, name: str, title: str) -> None:
        """Change an event's title."""
        with self._world.lock:
            self._save({**deepcopy(self._known(name)), "summary": title})

    def delete(self, name: str) -> None:
        """Delete an event."""
        with self._world.lock:
            self._save({**deepcopy(self._known(name)), "status": "cancelled"})

    def empty_bin(self, name: str) -> None:
        """Delete an event so that nothing but its id remains, as Google may do with deleted events at any time."""
        with self._world.lock:
            event = self._known(name)
            bare = {"kind": "calendar#event", "id": event["id"], "status": "cancelled"}
            self._world.calendars.save(self._calendar, bare)
            self._world.push.changed(self._calendar.id)

    def forget_sync_tokens(self) -> None:
        """Let every sync token given so far be too old (410)."""
        with self._world.lock:
            self._calendar.forgotten_before = self._world.calendars.version + 1
            self._world.calendars.version = next(self._world.calendars.versions)

    def refuse_restoring(self) -> None:
        """Answer 403 to a patch of a deleted event, as people report of events that they were invited to."""
        self._calendar.restores = False

    def make_unreadable(self, reason: str | None = "internalError") -> None:
        """Let busy times of this calendar fail inside a success; None makes it well again."""
        self._calendar.unreadable = reason

    def unshare(self) -> None:
        """Take this calendar from everybody: it is not found any more."""
        with self._world.lock:
            self._calendar.roles.clear()

    def revoke_access(self) -> None:
        """Remove the app from the account's third-party access."""
        with self._world.lock:
            self._world.people.revoke_all(self._calendar.id)

    def _known(self, name: str) -> Json:
        event = self._calendar.by_uid(name) or self._calendar.events.get(name)
        if event is None:
            raise not_found()
        return event

    def _save(self, event: Json) -> None:
        event["updated"] = stamp(self._world.clock.now())
        self._world.calendars.save(self._calendar, event)
        self._world.push.changed(self._calendar.id)
