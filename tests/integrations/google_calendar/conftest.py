"""A fresh Google for each test, an adapter that speaks to it, and no way out to any other."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from integrations.google_calendar import GoogleApp, GoogleCalendar
from tests.doubles.google import GoogleDouble, Hand
from tests.integrations.google_calendar.office import OWNER, Office


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every connection and name look-up must stay on this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in {"127.0.0.1", "::1"}:
            raise AssertionError(f"outbound connection to {address[0]}")
        connect(self, address)

    look_up = socket.getaddrinfo

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        if host not in {None, "127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"look-up of {host}")
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture
def google() -> Iterator[GoogleDouble]:
    """A Google with nobody in it."""
    with GoogleDouble() as double:
        yield double


@pytest.fixture
def owner(google: GoogleDouble) -> Hand:
    """The interviewer's hand in their calendar."""
    return google.add_account(OWNER, "Europe/Berlin")


@pytest.fixture
def office(google: GoogleDouble, owner: Hand) -> Office:
    """The product's side: the adapter, and where it keeps renewed secrets."""
    del owner  # the account must be there first
    app = GoogleApp(**google.app(), timeout=timedelta(seconds=5))
    office = Office(google, app)
    office.calendar = GoogleCalendar(app, office.keep)
    return office
