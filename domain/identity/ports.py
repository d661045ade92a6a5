"""What signing in asks of the outside world."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from domain.identity.arrival import Arrival


@dataclass(frozen=True, slots=True)
class SignInRequest:
    """Where a browser is sent to, and what is kept for it until it comes back."""

    url: str
    state: str
    nonce: str
    code_verifier: str


class IdentityProvider(Protocol):
    """A company's own sign-in, spoken to by OpenID Connect."""

    async def begin(self, redirect_uri: str) -> SignInRequest:
        """A new request, with fresh random values. Raises UnavailableError when the provider does not answer."""

    async def finish(self, answer: Mapping[str, str], request: SignInRequest, redirect_uri: str) -> Arrival:
        """Who came back, from the query of the address that the provider sent the browser to.

        Raises InvalidInputError for an answer that is not to this request or does not hold (state, signature, issuer,
        audience, time, nonce), ForbiddenError when the person or the provider refused, UnavailableError.
        """


@dataclass(frozen=True, slots=True)
class SignedMessage:
    """A message of the provider whose signature was checked."""

    id: str
    body: bytes


class MessageChecker(Protocol):
    """Checks the signature of a message."""

    def __call__(self, body: bytes, headers: Mapping[str, str]) -> SignedMessage:
        """The message. Raises InvalidInputError: forged, too old, or not signed at all."""
