"""Tokens at rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import SetupError
from integrations.secrets import Keyring, SecretUnreadableError

OLD, NEW = b"o" * 32, b"n" * 32
RING = Keyring({"2026-01": OLD, "2026-04": NEW}, "2026-04")


@given(st.binary(max_size=200), st.binary(max_size=50))
def test_what_was_encrypted_comes_back(plaintext: bytes, associated: bytes) -> None:
    assert RING.decrypt(RING.encrypt(plaintext, associated), associated) == plaintext


def test_a_box_has_the_documented_form_and_never_repeats() -> None:
    first, second = RING.encrypt(b"token", b"row"), RING.encrypt(b"token", b"row")
    assert first[:9] == b"\x01\x072026-04"
    assert len(first) == 9 + 12 + len(b"token") + 16
    assert first[9:21] != second[9:21]
    assert b"token" not in first


def test_an_earlier_key_still_opens_its_boxes() -> None:
    box = Keyring({"2026-01": OLD}, "2026-01").encrypt(b"token", b"row")
    assert RING.decrypt(box, b"row") == b"token"


def test_every_changed_byte_is_noticed() -> None:
    box = RING.encrypt(b"token", b"row")
    for place in range(len(box)):
        changed = box[:place] + bytes((box[place] ^ 1,)) + box[place + 1 :]
        with pytest.raises(SecretUnreadableError, match="connect the account again"):
            RING.decrypt(changed, b"row")


def test_every_cut_is_noticed() -> None:
    box = RING.encrypt(b"token", b"row")
    for length in range(len(box)):
        with pytest.raises(SecretUnreadableError):
            RING.decrypt(box[:length], b"row")


def test_a_box_of_another_row_or_key_does_not_open() -> None:
    box = RING.encrypt(b"token", b"row 1")
    with pytest.raises(SecretUnreadableError, match="belongs to something else"):
        RING.decrypt(box, b"row 2")
    with pytest.raises(SecretUnreadableError, match="not in the keyring"):
        Keyring({"2026-01": OLD}, "2026-01").decrypt(box, b"row 1")
    with pytest.raises(SecretUnreadableError, match="was changed"):
        Keyring({"2026-04": OLD}, "2026-04").decrypt(box, b"row 1")


@pytest.mark.parametrize(
    ("keys", "current"),
    [({"a": b"short"}, "a"), ({"a": OLD}, "b"), ({"": OLD}, ""), ({"x" * 256: OLD}, "x" * 256)],
)
def test_an_unusable_keyring_is_a_mistake_of_the_setup(keys: dict[str, bytes], current: str) -> None:
    with pytest.raises(SetupError):
        Keyring(keys, current)
