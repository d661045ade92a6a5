"""Where a request comes from: another site's page, which network, which kind of browser."""

import ipaddress
from urllib.parse import urlsplit

from fastapi import Request

from domain.errors import ForbiddenError
from services.identity.sign_in import Origin
from web.deps import WebDeps

_OWN = frozenset({"same-origin", "none"})
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip
_NETWORK_BITS = {4: 32, 6: 64}
"""Of an IPv6 address, whoever has one has the whole /64."""


def refuse_other_sites(request: Request, deps: WebDeps) -> None:
    """For forms before anybody is signed in, which no session can vouch for: refuse those of other sites' pages.

    Browsers say where a form comes from (Sec-Fetch-Site, else Origin); a program that says nothing has no cookies
    that somebody could misuse. Raises ForbiddenError.
    """
    fetched = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    named = origin is None or _site(origin) == _site(deps.base_url)
    own = named if fetched is None else fetched in _OWN
    if not own:
        raise ForbiddenError("This form is not from our page.", remedy="Open the sign-in page and try again.")


def is_own_page(origin: str | None, deps: WebDeps) -> bool:
    """Whether a browser's connection comes from a page of this installation; one that does not say so, does not."""
    return origin is not None and _site(origin) == _site(deps.base_url)


def _site(address: str) -> tuple[str, str] | None:
    """Scheme and host of an address; None for what is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts.scheme, parts.netloc


def origin_of(request: Request, held: str) -> Origin:
    """Network, browser, and the session token that it holds already."""
    return Origin(network(request.client.host if request.client else ""), client_name(request), held)


def network(host: str) -> str:
    """The address, or of an IPv6 address its /64."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 6 and address.ipv4_mapped is not None:  # noqa: PLR2004 - the version of IPv6
        address = address.ipv4_mapped
    return str(ipaddress.ip_network((address, _NETWORK_BITS[address.version]), strict=False))


def client_name(request: Request) -> str:
    """Browser and system, such as `Firefox on Linux`; nothing of what else the browser says about itself."""
    said = request.headers.get("user-agent", "")
    browser = next((name for mark, name in _BROWSERS if mark in said), "A browser")
    system = next((name for mark, name in _SYSTEMS if mark in said), "")
    return f"{browser} on {system}" if system else browser
