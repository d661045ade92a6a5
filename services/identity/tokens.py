"""Random tokens, and the digests of them that are kept.

A token has 256 random bits, so nobody finds one by trying: a plain SHA-256 is enough, where a password, which people
choose, needs a slow hash. And the digest must be found by an index at every request.
"""

import hashlib
import secrets

SESSION = "uss_"
KEY = "usk_"
HINT_LENGTH = 8
LONGEST = 200
"""Characters of anything that is looked at as a token."""

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without characters that look alike."""
_GROUPS, _GROUP = 5, 4


def new(prefix: str) -> str:
    """A fresh token. The prefix lets scanners of secrets, and people, tell what it is."""
    return prefix + secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def one_time_password() -> str:
    """A password for one sign-in, easy to read to somebody: five groups of four, about 98 random bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
