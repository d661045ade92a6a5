"""Where incoming mail lies, read from one address."""

import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote, urlsplit

from domain.errors import SetupError

Security = Literal["none", "tls", "starttls"]

# RFC 8314: 993 speaks TLS from the first byte; 143 is RFC 9051's.
_SCHEMES: dict[str, tuple[Security, int]] = {
    "imaps": ("tls", 993),
    "imap+starttls": ("starttls", 143),
    "imap": ("none", 143),
}
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_FOLDER = re.compile(r"[ -~]{1,200}")


@dataclass(frozen=True, slots=True)
class ImapEndpoint:
    """A folder of a mailbox and how to get to it."""

    host: str
    port: int
    security: Security
    username: str
    password: str = field(repr=False)
    folder: str = "INBOX"


def parse_imap(url: str) -> ImapEndpoint:
    """Read `imaps://`, `imap+starttls://` or, on loopback only, `imap://` `user:password@host[:port][/folder]`.

    User, password and folder are percent-decoded. Raises SetupError without repeating the address.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _unusable("It cannot be read as an address.") from None
    if parts.scheme not in _SCHEMES:
        raise _unusable(f"It must begin with one of {', '.join(f'{name}://' for name in _SCHEMES)}.")
    security, usual_port = _SCHEMES[parts.scheme]
    if not parts.hostname or not parts.username or not parts.password:
        raise _unusable("It must name a host, a user and a password.")
    if security == "none" and parts.hostname not in _LOOPBACK:
        raise _unusable("Without TLS the password could be read on the way.")
    folder = unquote(parts.path.strip("/")) or "INBOX"
    if not _FOLDER.fullmatch(folder) or parts.query or parts.fragment:
        raise _unusable("The folder's name must be plain ASCII.")
    return ImapEndpoint(
        host=parts.hostname,
        port=usual_port if port is None else port,
        security=security,
        username=unquote(parts.username),
        password=unquote(parts.password),
        folder=folder,
    )


def _unusable(why: str) -> SetupError:
    return SetupError(
        f"UNDERSTUDY_INBOX_URL is not usable. {why}",
        field="inbox_url",
        remedy="Use for example imaps://user:password@mail.example.com/INBOX.",
    )
