"""The routes of the Calendar API v3."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from tests.doubles.google import scopes
from tests.doubles.google.busy import freebusy
from tests.doubles.google.calendars import Json
from tests.doubles.google.errors import bad_credentials, invalid
from tests.doubles.google.fields import pick
from tests.doubles.google.people import Grant
from tests.doubles.google.world import World

Handler = Callable[["Call"], Json | None]


class Call:
    """One request in an account's name."""

    def __init__(self, request: Request, grant: Grant, body: Json) -> None:
        self.email = grant.email
        self.body = body
        self.path: dict[str, str] = {name: unquote(str(value)) for name, value in request.path_params.items()}
        self.query: dict[str, str] = dict(request.query_params)
        self.properties = request.query_params.getlist("privateExtendedProperty")
        self.if_match = request.headers.get("if-match")
        self.conferences = self.query.get("conferenceDataVersion") == "1"
        self.send_updates = self.query.get("sendUpdates", "none")


def calendar_api(world: World) -> APIRouter:
    """Everything below `/calendar/v3`."""
    router = APIRouter(prefix="/calendar/v3")

    def route(verb: str, path: str, method: str, handler: Handler) -> None:
        async def endpoint(request: Request) -> Response:
            scheme, _, token = request.headers.get("authorization", "").partition(" ")
            if scheme != "Bearer":
                raise bad_credentials()
            body = await _body(request)
            with world.lock:
                grant = world.people.by_access_token(token)
                world.faults.count(grant.email)
                scopes.require(grant, method)
                scopes.check_query(method, set(request.query_params))
                answer = handler(Call(request, grant, body))
            if answer is None:
                return Response(status_code=204)
            shown = pick(answer, request.query_params.get("fields"))
            return JSONResponse(shown, headers={"etag": answer["etag"]} if "etag" in answer else None)

        typed: Callable[[Request], Awaitable[Response]] = endpoint
        router.add_api_route(path, typed, methods=[verb], include_in_schema=False)

    acts = Acts(world)
    events = "/calendars/{calendar}/events"
    route("GET", "/users/me/calendarList", "calendar.calendarList.list", acts.calendar_list)
    route("POST", "/freeBusy", "calendar.freebusy.query", acts.free_busy)
    route("GET", events, "calendar.events.list", acts.list)
    route("POST", events, "calendar.events.insert", acts.insert)
    route("POST", f"{events}/import", "calendar.events.import", acts.import_)
    route("POST", f"{events}/watch", "calendar.events.watch", acts.watch)
    route("GET", events + "/{event}", "calendar.events.get", acts.get)
    route("PATCH", events + "/{event}", "calendar.events.patch", acts.patch)
    route("PUT", events + "/{event}", "calendar.events.update", acts.update)
    route("DELETE", events + "/{event}", "calendar.events.delete", acts.delete)
    route("POST", "/channels/stop", "calendar.channels.stop", acts.stop)
    return router


class Acts:
    """What each method does."""

    def __init__(self, world: World) -> None:
        self._world = world

    def calendar_list(self, call: Call) -> Json:
        """The calendars of the account."""
        items = [
            {
                "kind": "calendar#calendarListEntry",
                "id": each.id,
                "summary": each.id,
                "timeZone": each.zone,
                "accessRole": each.roles[call.email],
                **({"primary": True} if each.id == call.email else {}),
            }
            for each in self._world.calendars
            if call.email in each.roles
        ]
        return {"kind": "calendar#calendarList", "items": items, "nextSyncToken": "unused"}

    def free_busy(self, call: Call) -> Json:
        """Busy times."""
        return freebusy(self._world.calendars, call.email, call.body)

    def list(self, call: Call) -> Json:
        """A page of events."""
        calendar = self._world.calendars.get(call.path["calendar"], call.email, "reader")
        return self._world.listing.page(calendar, call.query, call.properties)

    def get(self, call: Call) -> Json:
        """One event, deleted or not."""
        calendar = self._world.calendars.get(call.path["calendar"], call.email, "reader")
        return self._world.events.known(calendar, call.path["event"])

    def insert(self, call: Call) -> Json:
        """A new event."""
        calendar = self._world.calendars.get(call.path["calendar"], call.email, "writer")
        event = self._world.events.insert(calendar, call.email, call.body, conferences=call.conferences)
        return self._world.written("invitation", calendar, event, call.send_updates)

    def import_(self, call: Call) -> Json:
        """A private copy."""
        calendar = self._world.calendars.get(call.path["calendar"], call.email, "writer")
        event = self._world.events.import_(calendar, call.email, call.body, conferences=call.conferences)
        return self._world.written("import", calendar, event, "none")

    def patch(self, call: Call) -> Json:
        """Some fields."""
        return self._changed(call, self._world.events.patch)

    def update(self, call: Call) -> Json:
        """All fields."""
        return self._changed(call, self._world.events.update)

    def delete(self, call: Call) -> None:
        """Cancel."""
        calendar = self._world.calendars.get(call.path["calendar"], call.email, "writer")
        event = self._world.events.delete(calendar, call.path["event"], if_match=call.if_match)
        self._world.written("cancellation", calendar, event, call.send_updates)

    def watch(self, call: Call) -> Json:
        """Open a channel."""
        calendar = self._world.calendars.get(call.path["calendar"], call.email, "reader")
        return self._world.push.watch(calendar.id, call.email, call.body)

    def stop(self, call: Call) -> None:
        """Close a channel."""
        self._world.push.end(call.email, call.body)

    def _changed(self, call: Call, change: Callable[..., Json]) -> Json:
        calendar = self._world.calendars.get(call.path["calendar"], call.email, "writer")
        event = change(
            calendar, call.path["event"], call.body, if_match=call.if_match, conferences=call.conferences
        )
        return self._world.written("update", calendar, event, call.send_updates)


async def _body(request: Request) -> Json:
    if not await request.body():
        return {}
    try:
        body: Any = await request.json()
    except ValueError as error:
        raise invalid("Parse Error") from error
    if not isinstance(body, dict):
        raise invalid("Parse Error")
    return body
