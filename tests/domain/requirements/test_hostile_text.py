"""Advertisements written to wear a rule out cost no more than their length, and say what they said."""

import time

import pytest

from domain.requirements import extract


@pytest.mark.parametrize("filler", [" ", "-", "(", ", ", "- ", "x or "])
def test_rows_of_one_sign_take_linear_time(filler: str) -> None:
    line = "- must have Python" + (filler * 580)[:580] + "x\n"
    began = time.process_time()
    extract("Engineer", "Requirements:\n" + line * 80)
    assert time.process_time() - began < 3


def test_sentences_within_a_bracket_that_never_closes_take_linear_time() -> None:
    began = time.process_time()
    extract("Engineer", "Requirements:\n- must (" + "A. " * 60_000)
    assert time.process_time() - began < 3


def test_a_row_of_blanks_parts_columns() -> None:
    found = extract(
        "Engineer", "Requirements:\n- Python            - Django\n- Kubernetes (e.g. EKS). Docker is a must."
    )
    assert {item.text for item in found.items} >= {"Python", "Django", "Kubernetes", "Docker"}
