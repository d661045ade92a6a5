"""The words of signing in, as the database stores them."""

from enum import StrEnum


class SignInMeans(StrEnum):
    """How somebody signed in."""

    PASSWORD = "password"  # noqa: S105 - the word, not a password
    OIDC = "oidc"


class SignInOutcome(StrEnum):
    """What became of a try."""

    SUCCEEDED = "succeeded"
    REFUSED = "refused"
    """Wrong address or password, a password that ran out, or somebody who may not sign in."""
    THROTTLED = "throttled"
    """Too many tries before: the password was not even looked at."""


class Scope(StrEnum):
    """What an API key may be used for, within what its owner may do."""

    READ = "read"
    WRITE = "write"
    AUDIT = "audit"
    ADMIN = "admin"
    TRANSCRIPTS = "transcripts:write"
