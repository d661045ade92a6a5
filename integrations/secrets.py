"""Tokens at rest: AES-256-GCM with key ids, so that keys can be changed without a flag day.

A box is: version (1 byte), length of the key id (1 byte), key id, nonce (12 bytes), ciphertext and tag.
"""

import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.errors import SetupError, UnderstudyError

_VERSION = 1
_KEY_BYTES = 32
_NONCE_BYTES = 12  # 96 random bits: NIST SP 800-38D allows 2**32 boxes per key
_LONGEST_KEY_ID = 255


class SecretUnreadableError(UnderstudyError):
    """A stored secret cannot be opened: its key is gone, or somebody changed it."""

    code = "secret_unreadable"


class Keyring:
    """Encrypts with the current key, decrypts with whichever key a box names."""

    def __init__(self, keys: Mapping[str, bytes], current: str) -> None:
        """`keys` maps key ids to 32 random bytes each; `current` names the one for new boxes.

        Raises SetupError for a key of another length, an unusable key id, or a missing current key.
        """
        for key_id, key in keys.items():
            if len(key) != _KEY_BYTES:
                raise SetupError(f"Key {key_id!r} has {len(key)} bytes.", remedy="Give 32 random bytes.")
            if not 1 <= len(key_id.encode()) <= _LONGEST_KEY_ID:
                raise SetupError("A key id must have 1 to 255 bytes.", remedy="Use a name such as 2026-04.")
        if current not in keys:
            raise SetupError(f"Key {current!r} is not in the keyring.", remedy="Add it, or name another.")
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self._current = current

    def encrypt(self, plaintext: bytes, associated: bytes) -> bytes:
        """A box that opens only with the same `associated` bytes, for example the row's id."""
        key_id = self._current.encode()
        header = bytes((_VERSION, len(key_id))) + key_id
        nonce = os.urandom(_NONCE_BYTES)
        return header + nonce + self._ciphers[self._current].encrypt(nonce, plaintext, header + associated)

    def decrypt(self, box: bytes, associated: bytes) -> bytes:
        """The plaintext of a box.

        Raises SecretUnreadableError when the key is not in the keyring, the box was changed, or it belongs
        to something else.
        """
        if len(box) < 2 or box[0] != _VERSION:  # noqa: PLR2004 - version byte and length byte
            raise self._unreadable("It is not in the known format.")
        end = 2 + box[1]
        header, nonce, sealed = box[:end], box[end : end + _NONCE_BYTES], box[end + _NONCE_BYTES :]
        cipher = self._ciphers.get(header[2:].decode(errors="replace"))
        if cipher is None:
            raise self._unreadable("Its key is not in the keyring.")
        try:
            return cipher.decrypt(nonce, sealed, header + associated)
        except (InvalidTag, ValueError):  # ValueError: cut off inside the nonce
            raise self._unreadable("It was changed, or belongs to something else.") from None

    @staticmethod
    def _unreadable(why: str) -> SecretUnreadableError:
        return SecretUnreadableError(
            f"A stored secret cannot be opened. {why}",
            remedy="Put the earlier key back into the keyring, or connect the account again.",
        )
