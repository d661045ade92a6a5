"""Where the mail server is, read from one address."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote, urlsplit

from domain.errors import SetupError

Security = Literal["none", "tls", "starttls"]

# Submission ports of RFC 8314 (465) and RFC 6409 (587), relay of RFC 5321 (25).
_SCHEMES: dict[str, tuple[Security, int]] = {
    "smtp": ("none", 25),
    "smtps": ("tls", 465),
    "smtp+starttls": ("starttls", 587),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A mail server and how to talk to it."""

    host: str
    port: int
    security: Security
    username: str | None = None
    password: str | None = field(default=None, repr=False)


def parse_endpoint(url: str) -> Endpoint:
    """Read `smtp://`, `smtps://` or `smtp+starttls://` `[user:password@]host[:port]`.

    User and password are percent-decoded. Raises SetupError without repeating the address, which may hold a
    password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _unusable("It cannot be read as an address.") from None
    if parts.scheme not in _SCHEMES:
        raise _unusable(f"It must begin with one of {', '.join(f'{name}://' for name in _SCHEMES)}.")
    if not parts.hostname:
        raise _unusable("It names no host.")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise _unusable(
            "It goes on after the port; a password with special characters must be percent-encoded."
        )
    security, usual_port = _SCHEMES[parts.scheme]
    return Endpoint(
        host=parts.hostname,
        port=usual_port if port is None else port,
        security=security,
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def _unusable(why: str) -> SetupError:
    return SetupError(
        f"SMTP_URL is not usable. {why}",
        field="smtp_url",
        remedy="Use for example smtp+starttls://user:password@mail.example.com:587.",
    )
