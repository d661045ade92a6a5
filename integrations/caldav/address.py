"""Which addresses may be called at all: an interviewer types them in, and servers answer with further ones."""

import asyncio
import socket
from urllib.parse import urljoin, urlsplit, urlunsplit

from domain.errors import InvalidInputError
from domain.network import is_literal, is_public
from integrations.caldav.rules import CalDavRules

_SERVICE_NAMES = frozenset({"cal", "caldav", "calendar", "calendars", "dav", "www"})
_HTTPS_PORT, _HTTP_PORT = 443, 80
_LONGEST = 2_000
_SHORT_LABEL = 3


class AddressRefusedError(InvalidInputError):
    """The address of a calendar server may not be called."""

    code = "calendar_address_refused"


def server_url(text: str, rules: CalDavRules) -> str:
    """The address in full, with https where no scheme was given.

    Raises AddressRefusedError; the address itself stays out of the message, it may hold a password.
    """
    text = text.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host.encode("idna").decode().lower() if not is_literal(host) else host
    except (ValueError, UnicodeError):
        raise _refused("It cannot be read as an address.") from None
    if not host or len(text) > _LONGEST or any(character <= " " for character in text):
        raise _refused("It cannot be read as an address.")
    if parts.username is not None or parts.password is not None:
        raise _refused("User and password do not belong into the address.")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in rules.plain_hosts):
        raise _refused("It must begin with https://, or the password could be read on the way.")
    shown = f"[{host}]" if ":" in host else host
    standard = _HTTPS_PORT if parts.scheme == "https" else _HTTP_PORT
    netloc = shown if port in {None, standard} else f"{shown}:{port}"
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def next_url(current: str, reference: str, rules: CalDavRules) -> str:
    """The address that a server's answer at `current` refers to, by a redirect or a link.

    Sign-in data go along, so only the same host, a host below it, or a host beside a service name such as
    `caldav.` (`caldav.example.com` may lead to `p42-caldav.example.com`) is followed, never to plain http.
    Raises AddressRefusedError.
    """
    try:
        joined = urljoin(current, reference)
    except ValueError:
        raise _refused("The server referred to something that is no address.") from None
    target = server_url(joined, rules)
    here, there = urlsplit(current), urlsplit(target)
    if here.scheme == "https" and there.scheme != "https":
        raise _refused("The server referred to an address without https.")
    if not same_site(here.hostname or "", there.hostname or ""):
        raise _refused("The server referred to another host.", "Enter the address of that host instead.")
    return target


def same_site(host: str, other: str) -> bool:
    """Whether `other` may get what was meant for `host`."""
    if host == other:
        return True
    if is_literal(host) or is_literal(other):
        return False
    name, _, parent = host.partition(".")
    if name in _SERVICE_NAMES and _is_own_domain(parent):
        return other == parent or other.endswith(f".{parent}")
    return other.endswith(f".{host}") and _is_own_domain(host)


async def resolve(url: str, rules: CalDavRules) -> list[str]:
    """Addresses to connect to, in the order of the name service. All of them were checked.

    Connecting to these, not to the name, keeps a name service from answering differently the second time.
    Raises AddressRefusedError when one of them is not public, and OSError when the name is unknown.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or (_HTTPS_PORT if parts.scheme == "https" else _HTTP_PORT)
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if host not in rules.private_hosts and not all(is_public(address) for address in addresses):
        raise _refused(
            "It leads into a private network.",
            "An administrator can allow this host by name in the settings.",
        )
    return addresses


def _is_own_domain(domain: str) -> bool:
    """Whether a domain belongs to one owner: at least two labels, and not of the kind of `co.uk`."""
    labels = domain.split(".")
    return len(labels) > 2 or (  # noqa: PLR2004 - name and top level
        len(labels) == 2 and not (len(labels[0]) <= _SHORT_LABEL and len(labels[1]) == 2)  # noqa: PLR2004
    )


def _refused(
    why: str, remedy: str = "Enter the address that the calendar's provider names."
) -> AddressRefusedError:
    return AddressRefusedError(
        f"The address of the calendar server cannot be used. {why}", field="url", remedy=remedy
    )
