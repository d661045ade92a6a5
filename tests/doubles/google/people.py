"""Accounts and what they granted: codes, access tokens, refresh tokens."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_urlsafe

from tests.doubles.google.clock import Clock
from tests.doubles.google.errors import bad_credentials

TOKEN_LIFE = timedelta(seconds=3599)
CODE_LIFE = timedelta(minutes=10)


@dataclass
class Grant:
    """One consent of one account; a refresh token stands for it."""

    email: str
    scopes: tuple[str, ...]
    refresh_token: str
    revoked: bool = False


@dataclass
class Access:
    """An access token."""

    grant: Grant
    ends: datetime


@dataclass
class Code:
    """What the browser carries from the consent page to the app. Good for one exchange."""

    grant: Grant
    redirect_uri: str
    challenge: str
    ends: datetime
    with_refresh_token: bool


@dataclass
class Consent:
    """What the person at the consent page will answer."""

    email: str | None = None
    """Who signs in; None: whom `login_hint` names, else the first account."""
    deny: bool = False
    untick: set[str] = field(default_factory=set)
    """Scopes whose boxes the person unticks."""
    earlier: set[str] = field(default_factory=set)
    """Scopes that the person granted at another time; Google adds them to the token."""
    lasts: timedelta | None = None
    """Grant access for so long only, as Google does for an app in testing (seven days)."""
    remembered: bool = False
    """Answer as if an earlier consent still stood: Google then gives no refresh token, whatever is asked."""


class People:
    """Who is there, and which tokens they gave."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.emails: list[str] = []
        self.consent = Consent()
        self.grants: list[Grant] = []
        self.codes: dict[str, Code] = {}
        self._access: dict[str, Access] = {}
        self.refreshes = 0
        """How often a refresh token was exchanged."""

    def grant(self, email: str, scopes: tuple[str, ...]) -> Grant:
        """A new consent."""
        made = Grant(email, scopes, f"1//{token_urlsafe(32)}")
        self.grants.append(made)
        return made

    def access_token(self, grant: Grant) -> str:
        """A new access token for a consent."""
        token = f"ya29.{token_urlsafe(32)}"
        self._access[token] = Access(grant, self._clock.now() + TOKEN_LIFE)
        return token

    def by_refresh_token(self, token: str) -> Grant | None:
        """The consent behind a refresh token, unless it was revoked."""
        return next((each for each in self.grants if each.refresh_token == token and not each.revoked), None)

    def by_access_token(self, token: str) -> Grant:
        """The consent behind an access token. Raises 401."""
        access = self._access.get(token)
        if access is None or access.grant.revoked or access.ends <= self._clock.now():
            raise bad_credentials()
        return access.grant

    def revoke(self, token: str) -> bool:
        """End the consent behind a token of either kind; False when there is none."""
        grant = self.by_refresh_token(token)
        if grant is None and token in self._access and not self._access[token].grant.revoked:
            grant = self._access[token].grant
        if grant is None:
            return False
        grant.revoked = True
        return True

    def revoke_all(self, email: str) -> None:
        """What happens when a person removes the app from the account."""
        for each in self.grants:
            if each.email == email:
                each.revoked = True

    def forget_access_tokens(self) -> None:
        """Refuse every access token given so far; refresh tokens stay good."""
        self._access.clear()
