"""The web tier over a fresh database."""

from collections.abc import AsyncIterator

import httpx
import pytest

from integrations.links import SignedLinks
from tests.support.data import Data, Sessions
from tests.web.site import BASE, TOKEN, Clock, Site
from web.app import create_app
from web.deps import WebDeps


@pytest.fixture
async def site(web_sessions: Sessions, owner_sessions: Sessions, data: Data) -> AsyncIterator[Site]:
    """An application that speaks to a real database in the web tier's own role."""
    clock = Clock()
    links = SignedLinks("k" * 40, BASE)
    app = create_app(WebDeps(web_sessions, clock, links, BASE, TOKEN))
    transport = httpx.ASGITransport(app, raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
        yield Site(client, links, clock, data, owner_sessions)
