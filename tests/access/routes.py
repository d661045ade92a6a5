"""Every route of the application, taken from the application itself, and requests to it that are well formed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIWebSocketRoute, iter_route_contexts

SAFE = ("GET", "HEAD")
CANDIDATE = ("/interview/", "/about-me/", "/applicant/", "/files/")
HOOKS = ("/hooks/",)
API = "/api/v1"


@dataclass(frozen=True)
class Route:
    """One method at one address."""

    method: str
    path: str

    @property
    def names(self) -> tuple[str, ...]:
        """The parts of the address that are filled in."""
        return tuple(re.findall(r"{(\w+)}", self.path))

    @property
    def is_api(self) -> bool:
        """Whether programs call it."""
        return self.path.startswith(API)

    @property
    def is_candidate(self) -> bool:
        """Whether it is reached by a signed link, without a sign-in."""
        return self.path.startswith((*CANDIDATE, "/digest/off/"))

    def at(self, values: Mapping[str, object]) -> str:
        """The address with its parts filled in."""
        return re.sub(r"{(\w+)}", lambda found: str(values[found[1]]), self.path)

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def routes(app: FastAPI) -> list[Route]:
    """All of them; HEAD is answered by what answers GET."""
    return sorted(set(_all(app)), key=str)


def _all(app: FastAPI) -> Iterator[Route]:
    for context in iter_route_contexts(app.routes):
        path, methods = context.path, context.methods
        if isinstance(context.original_route, APIWebSocketRoute):
            # Tried by tests/web/test_turn_socket.py: who may not connect is told before the connection.
            continue
        assert path is not None, context.original_route
        assert methods, context.original_route
        yield from (Route(method, path) for method in methods if method != "HEAD")


NOT_IDS = frozenset({"name", "act_name", "token", "type_id", "skill_id", "question_id"})
"""Parts of an address that name nobody's row: a flag, a button, a signature, the catalogue of all who hire."""

NOT_SET_UP = {"GET /calendars/google/callback", "GET /calendars/{account_id}/choose"}
"""Leads to a provider that the application of these tests is not registered with."""


def bodies(app: FastAPI) -> dict[Route, dict[str, Any]]:
    """For calls of the API: what to send, from the examples of its own description."""
    found = {}
    for path, operations in app.openapi()["paths"].items():
        for method, operation in operations.items():
            content = (
                operation.get("requestBody", {}).get("content", {}) if isinstance(operation, dict) else {}
            )
            if "application/json" in content:
                found[Route(method.upper(), path)] = content["application/json"]["example"]
    return found
