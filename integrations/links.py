"""Signed candidate links and form nonces: no table, no state, checked in constant time."""

import hashlib
import math
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from itsdangerous import BadData, URLSafeSerializer, base64_decode, base64_encode

from domain.errors import LinkError, SetupError
from domain.vocabulary import LinkPurpose

NONCE_LIFETIME = timedelta(hours=24)
_SHORTEST_KEY = 32
_LONGEST_TOKEN = 1024
_NEWEST = "Open the newest mail you got from us, or reply to it to reach a person."
_SIGN_IN = "Sign in and turn the mail off on the page of the digest."
_RELOAD = "Open the link in your mail again and repeat your answer; nothing was changed."


class SignedLinks:
    """Links as HMAC-SHA-256 tokens, one salt per purpose; implements `domain.ports.Links`."""

    def __init__(self, key: str, base_url: str) -> None:
        """`key` signs (at least 32 characters), `base_url` is where candidates reach the web tier.

        Raises SetupError for a short key or an address that is not http(s).
        """
        if len(key) < _SHORTEST_KEY:
            raise SetupError(
                f"The link key has {len(key)} characters; it needs at least {_SHORTEST_KEY}.",
                field="link_key",
                remedy="Set UNDERSTUDY_LINK_KEY to a long random text.",
            )
        parts = urlsplit(base_url)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
            raise SetupError(
                f"{base_url!r} cannot begin a link.",
                field="base_url",
                remedy="Set UNDERSTUDY_BASE_URL to an address such as https://hiring.example.com.",
            )
        self._key = key
        self._base = base_url.rstrip("/")

    def sign(self, interview_id: UUID, purpose: LinkPurpose, generation: int, expires_at: datetime) -> str:
        """A URL-safe token for one interview and one purpose. `generation` revokes older tokens when raised.

        The expiry is kept in whole seconds, rounded up: a link never dies before the moment it names.
        """
        payload = [interview_id.hex, generation, math.ceil(expires_at.timestamp())]
        return self._serializer(f"link.{purpose}").dumps(payload)

    def check(self, token: str, interview_id: UUID, purpose: LinkPurpose, now: datetime) -> int:
        """The generation a genuine token was signed with; the caller compares it with the row's.

        Raises LinkError: forged, expired, or made for another interview or purpose.
        """
        signed_id, generation, expiry = self._load(token, f"link.{purpose}", _NEWEST)
        if signed_id != interview_id.hex:
            raise LinkError("This link belongs to another interview.", remedy=_NEWEST)
        if now > datetime.fromtimestamp(expiry, UTC):
            raise LinkError("This link has expired.", remedy=_NEWEST)
        return int(generation)

    def url(self, interview_id: UUID, purpose: LinkPurpose, token: str) -> str:
        """The absolute address a mail shows: `{base}/interview/{purpose}/{interview_id}/{token}`."""
        return f"{self._base}/interview/{purpose}/{interview_id}/{token}"

    def about_me(self, application_id: UUID, token: str) -> str:
        """The absolute address of the voluntary questions for somebody who is not invited (yet)."""
        return f"{self._base}/about-me/{application_id}/{token}"

    def applicant_url(self, application_id: UUID, purpose: LinkPurpose, token: str) -> str:
        """As `url`, for an application without an interview: `{base}/applicant/{purpose}/{application_id}/{token}`."""
        if purpose is LinkPurpose.ABOUT_ME:
            return self.about_me(application_id, token)
        return f"{self._base}/applicant/{purpose}/{application_id}/{token}"

    def opt_out(self, user_id: UUID, expires_at: datetime) -> str:
        """The absolute address where somebody turns the digest off."""
        payload = [user_id.hex, "off", math.ceil(expires_at.timestamp())]
        return f"{self._base}/digest/off/{user_id}/{self._serializer('digest.off').dumps(payload)}"

    def check_opt_out(self, token: str, user_id: UUID, now: datetime) -> None:
        """Let a genuine token pass. Raises LinkError: forged, expired, or made for somebody else."""
        signed_id, _, expiry = self._load(token, "digest.off", _SIGN_IN)
        if signed_id != user_id.hex or now > datetime.fromtimestamp(expiry, UTC):
            raise LinkError("This link is no longer valid.", remedy=_SIGN_IN)

    def nonce(self, interview_id: UUID, purpose: LinkPurpose, state: str, now: datetime) -> str:
        """A token for the form on one page; `state` is what the page showed, as the caller names it."""
        payload = [interview_id.hex, state, math.ceil((now + NONCE_LIFETIME).timestamp())]
        return self._serializer(f"form.{purpose}").dumps(payload)

    def check_nonce(self, nonce: str, interview_id: UUID, purpose: LinkPurpose, now: datetime) -> str:
        """The state that the page showed when the nonce was made, at most 24 hours ago.

        Raises LinkError: forged, too old, or made for another interview or purpose.
        """
        signed_id, state, expiry = self._load(nonce, f"form.{purpose}", _RELOAD)
        if signed_id != interview_id.hex:
            raise LinkError("This form belongs to another interview.", remedy=_RELOAD)
        if now > datetime.fromtimestamp(expiry, UTC):
            raise LinkError("This page was open for too long.", remedy=_RELOAD)
        return str(state)

    def _serializer(self, salt: str) -> URLSafeSerializer:
        signing = {"digest_method": hashlib.sha256, "key_derivation": "hmac"}
        return URLSafeSerializer(self._key, salt=f"understudy.{salt}", signer_kwargs=signing)

    def _load(self, token: str, salt: str, remedy: str) -> tuple[str, Any, int]:
        """The parts of a genuine payload: interview id, generation or state, expiry in epoch seconds."""
        try:
            if len(token) <= _LONGEST_TOKEN and _is_canonical(token):
                payload: tuple[str, Any, int] = tuple(self._serializer(salt).loads(token))
                return payload
        except (BadData, UnicodeError):
            raise LinkError("This link is not valid.", remedy=remedy) from None
        raise LinkError("This link is not valid.", remedy=remedy)


def _is_canonical(token: str) -> bool:
    """Whether the signature has its only proper spelling: base64 leaves some last bits open."""
    signature = token.rpartition(".")[2]
    return base64_encode(base64_decode(signature)).decode() == signature
