"""Texts written to wear a rule out cost no more than their length."""

import pytest

from domain.masking import mask
from tests.support.effort import done_within

HEAD = "a.walsh@example.org\nExperience\n"

HOSTILE = {
    "floors that may be one detail or two": "lived, at 12 Main Street" + " 1°" * 40 + " x",
    "a label of contacts and blanks": "tel" + " " * 50_000 + "x",
    "a label of contacts, blanks and tabs": "mobile" + " \t" * 25_000 + "x",
    "a date of birth and blanks": "dob" + " " * 50_000 + "x",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_masking_is_not_worn_out_by(kind: str) -> None:
    done_within(2, lambda: mask(HEAD + HOSTILE[kind]))


@pytest.mark.parametrize(
    "address",
    [
        "Calle Mayor 5, 2° 3°B, 28013 Madrid",
        "Calle Mayor 5, 1° 2° 3°, esc A, pta 4, 28013 Madrid",
        "Strada Lungă 5, bl. A2, sc. B, et. 3, ap. 12, sector 2, jud. Ilfov, 077190 Voluntari",
    ],
)
def test_an_address_with_floors_and_stairs_is_still_cut(address: str) -> None:
    text = mask(f"{HEAD}Baker\nLives at {address} now.").text
    assert not any(sign.isdigit() for sign in text)
