"""Advertisements written to wear a rule out cost no more than their length, and say what they said."""

import pytest

from domain.requirements import extract
from tests.support.effort import done_within


@pytest.mark.parametrize("filler", [" ", "-", "(", ", ", "- ", "x or "])
def test_rows_of_one_sign_take_linear_time(filler: str) -> None:
    line = "- must have Python" + (filler * 580)[:580] + "x\n"
    done_within(3, lambda: extract("Engineer", "Requirements:\n" + line * 80))


def test_sentences_within_a_bracket_that_never_closes_take_linear_time() -> None:
    done_within(3, lambda: extract("Engineer", "Requirements:\n- must (" + "A. " * 60_000))


def test_a_row_of_blanks_parts_columns() -> None:
    found = extract(
        "Engineer", "Requirements:\n- Python            - Django\n- Kubernetes (e.g. EKS). Docker is a must."
    )
    assert {item.text for item in found.items} >= {"Python", "Django", "Kubernetes", "Docker"}
