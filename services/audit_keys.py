"""Ed25519 keys of the log (RFC 8032): one signs, older ones are still believed."""

import base64
import binascii
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from domain.errors import InvalidInputError, SetupError

SEED_BYTES = 32


def key_id(public: Ed25519PublicKey) -> str:
    """Fingerprint of a public key: SHA-256 of its 32 bytes in groups of four, enough of it to compare by eye."""
    digest = hashlib.sha256(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:32]
    return "-".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def read_public(pem: bytes) -> Ed25519PublicKey:
    """A public key from its PEM. Raises InvalidInputError for anything else."""
    try:
        key = load_pem_public_key(pem)
    except (ValueError, TypeError):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise InvalidInputError(
            "This is not an Ed25519 public key.", field="key", remedy="Give the PEM of /api/v1/audit/key."
        )
    return key


@dataclass(frozen=True)
class TrustedKeys:
    """Public keys by their fingerprint; implements `domain.audit.seal.Trust`."""

    keys: dict[str, Ed25519PublicKey]

    @classmethod
    def of(cls, publics: Iterable[Ed25519PublicKey]) -> "TrustedKeys":
        """Believe these keys."""
        return cls({key_id(public): public for public in publics})

    def is_genuine(self, named: str | None, message: bytes, signature: bytes) -> bool | None:
        """Whether the signature is that key's; None when the key is not known here."""
        public = self.keys.get(named or "")
        if public is None:
            return None
        try:
            public.verify(signature, message)
        except InvalidSignature:
            return False
        return True


class LogKeys:
    """The installation's own keys: the first signs, all are believed. Implements `domain.audit.seal.Signer`."""

    def __init__(self, setting: str) -> None:
        """`setting`: seeds of 32 bytes in URL-safe base64, separated by commas. Raises SetupError."""
        seeds = [_seed(part) for part in setting.split(",")]
        privates = [Ed25519PrivateKey.from_private_bytes(seed) for seed in seeds]
        self._private = privates[0]
        self.trusted = TrustedKeys.of(private.public_key() for private in privates)
        self.key_id = key_id(self._private.public_key())
        self.public_pem = self._private.public_key().public_bytes(
            Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
        )

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature, 64 bytes."""
        return self._private.sign(message)


def _seed(text: str) -> bytes:
    text = text.strip()
    try:
        seed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        seed = b""
    if len(seed) != SEED_BYTES:
        raise SetupError(
            "UNDERSTUDY_AUDIT_KEY is not a key: 32 bytes in URL-safe base64 are needed.",
            remedy='Make one: python -c "import secrets; print(secrets.token_urlsafe(32))"',
        )
    return seed
