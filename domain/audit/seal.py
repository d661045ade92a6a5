"""A signed seal: the head of the chain at one row, under a key that the database does not hold.

Whoever may change the database could compute a new chain; without the key they cannot sign its heads.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Seal:
    """A batch of rows that was sealed together."""

    first_sequence: int
    last_sequence: int
    rows: int
    head: bytes
    """The seal of its last row."""
    sealed_at: datetime
    key_id: str | None = None
    signature: bytes | None = None
    """Ed25519 over `message`; None where the installation has no key."""

    @property
    def message(self) -> bytes:
        """What is signed."""
        at = self.sealed_at.astimezone(UTC).isoformat(timespec="microseconds")
        parts = (self.first_sequence, self.last_sequence, self.rows, self.head.hex(), at)
        return ("understudy-seal-1\n" + "\n".join(str(part) for part in parts) + "\n").encode()


class Signer(Protocol):
    """Holds the private key of this installation."""

    @property
    def key_id(self) -> str:
        """Fingerprint of the public key."""

    @property
    def public_pem(self) -> bytes:
        """The public key, PEM (SubjectPublicKeyInfo)."""

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature, 64 bytes."""


class Trust(Protocol):
    """The public keys that this installation believes."""

    def is_genuine(self, key_id: str | None, message: bytes, signature: bytes) -> bool | None:
        """Whether the signature is that key's; None when the key is not known here."""
