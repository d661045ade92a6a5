"""Which addresses may be called: users type them in, so they must not lead into our own network (OWASP SSRF)."""

from collections.abc import Collection
from urllib.parse import urlsplit, urlunsplit

from domain.errors import InvalidInputError
from domain.network import is_literal, is_public

LONGEST = 2_000
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
REMEDY = "Use an address that begins with https:// and is reachable from the internet."


def checked(text: str, private_hosts: Collection[str] = ()) -> str:
    """The address in its plain form. `private_hosts` are names that an operator allowed.

    Raises InvalidInputError; the address itself stays out of the message, it may hold a token.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if is_literal(host) else host.encode("idna").decode().lower()
    except (ValueError, UnicodeError):
        raise _refused("It cannot be read as an address.") from None
    if not host or len(text) > LONGEST or any(c <= " " or c in "\\\x7f" for c in text):
        raise _refused("It cannot be read as an address.")
    if parts.username is not None or parts.password is not None:
        raise _refused("User and password do not belong into the address.")
    if parts.scheme != "https" and not (
        parts.scheme == "http" and host in LOOPBACK and host in private_hosts
    ):
        raise _refused("It must begin with https://.")
    if is_literal(host) and host not in private_hosts and not is_public(host):
        raise _refused("It leads into a private network.")
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port is None else f"{shown}:{port}"
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def _refused(why: str) -> InvalidInputError:
    return InvalidInputError(f"This address cannot be called. {why}", field="url", remedy=REMEDY)
