"""A provider's process, and somebody's hand in its pages."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import httpx

from runtime.embedded.ports import free_port

PROGRAM = Path(__file__).with_name("canaille_program.py")
CLIENT, SECRET = "understudy", "the-secret-of-understudy-at-the-provider"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account at the provider."""

    name: str
    email: str
    groups: tuple[str, ...] = ()
    password: str = "correct horse battery staple"


@dataclass(frozen=True, slots=True)
class Canaille:
    """A provider that runs."""

    issuer: str

    async def consent(self, address: str, person: Person) -> str:
        """Sign in on the provider's pages. Returns the address that it sends the browser back to."""
        async with httpx.AsyncClient(trust_env=False, timeout=30) as browser:
            page = await self._opened(browser, address)
            for field, value in (("login", person.name), ("password", person.password)):
                token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
                assert token, page.text
                form = {"csrf_token": unescape(token[1]), field: value}
                page = await browser.post(str(page.url), data=form)
                page = await self._followed(browser, page)
                if not str(page.url).startswith(self.issuer):
                    break
            return str(page.url)

    async def _opened(self, browser: httpx.AsyncClient, address: str) -> httpx.Response:
        return await self._followed(browser, await browser.get(address))

    async def _followed(self, browser: httpx.AsyncClient, page: httpx.Response) -> httpx.Response:
        """Follow redirects as long as they stay at the provider; then an empty page at the other site's address."""
        while page.has_redirect_location:
            address = urljoin(str(page.url), page.headers["location"])
            if not address.startswith(self.issuer):
                return httpx.Response(200, request=httpx.Request("GET", address))
            page = await browser.get(address)
        return page


@contextmanager
def canaille(
    redirect_uri: str, people: Sequence[Person], *, verified: str | None = "true"
) -> Iterator[Canaille]:
    """Run a provider that knows these people. `verified`: what it says of their mail addresses."""
    port = free_port()
    settings = {
        "client_id": CLIENT,
        "client_secret": SECRET,
        "redirect_uri": redirect_uri,
        "verified": verified,
        "people": [asdict(person) for person in people],
    }
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(port), json.dumps(settings)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready", "the provider did not start"
        yield Canaille(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.communicate(timeout=30)
