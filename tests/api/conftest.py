"""The API over a fresh database, called by its people."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from integrations.secrets import Keyring
from tests.support.data import MONDAY, Data, Sessions
from tests.support.identity import signs
from tests.support.storage import media_in
from tests.web.site import BASE, FORM_KEY, Clock, Site
from web.app import create_app
from web.deps import Rates, WebDeps, Webhooks

ADA, ROSA, BEN = "ada@hiring.example", "rosa@hiring.example", "ben@hiring.example"
HOOKS = Webhooks(Keyring({"test": b"k" * 32}, "test"), frozenset({"127.0.0.1"}))


@pytest.fixture
def rates() -> Rates:
    """Requests a minute; a test that is about them says how many."""
    return Rates()


@pytest.fixture
async def site(
    web_sessions: Sessions, owner_sessions: Sessions, data: Data, rates: Rates, tmp_path: Path
) -> AsyncIterator[Site]:
    """An application with an admin and two recruiters."""
    clock = Clock()
    links = SignedLinks("k" * 40, BASE)
    deps = WebDeps(
        web_sessions, clock, links, BASE, FORM_KEY, webhooks=HOOKS, rates=rates, media=media_in(tmp_path)
    )
    app = create_app(deps)
    await data.a_user(UserRole.ADMIN, email=ADA, name="Ada Admin", created_at=MONDAY)
    for email in (ROSA, BEN):
        await data.a_user(email=email)
    # From another machine: requests from loopback are not counted by address.
    transport = httpx.ASGITransport(app, client=("203.0.113.7", 40_000))
    hooks = {"request": [signs(owner_sessions)]}
    async with httpx.AsyncClient(transport=transport, base_url=BASE, event_hooks=hooks) as client:
        yield Site(client, links, clock, data, owner_sessions)
