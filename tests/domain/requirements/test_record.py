"""Requirements as JSON."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.requirements import CEFR, Kind, Requirement, Requirements, dump, extract, lenient, parse
from domain.requirements.model import MOST_ITEMS
from tests.domain.requirements.advertisements import ADVERTISEMENTS

TEXTS = st.sampled_from(
    ["Python", "Baking", "C++", "Wundmanagement", "gestão de estoque", "École", "SQL", "Kundendienst"]
)
SPANS = st.none() | st.tuples(st.integers(0, 50), st.integers(51, 99))


@st.composite
def requirements(draw: st.DrawFn) -> Requirements:
    items = []
    for number in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(Kind))
        items.append(
            Requirement(
                f"{draw(TEXTS)} {'abcdefg'[number]}",
                kind,
                draw(st.booleans()),
                draw(st.integers(1, 480)) if kind is Kind.EXPERIENCE else 0,
                draw(st.sampled_from(["de", "en", "pt"])) if kind is Kind.LANGUAGE else "",
                draw(st.sampled_from(["", *CEFR])) if kind is Kind.LANGUAGE else "",
                draw(st.integers(1, 5)) if kind is Kind.EDUCATION else 0,
                tuple(draw(st.lists(TEXTS, max_size=3, unique=True))),
                draw(SPANS),
            )
        )
    return Requirements(tuple(items))


@settings(max_examples=80, deadline=None)
@given(requirements())
def test_what_is_written_reads_back_the_same(wanted: Requirements) -> None:
    assert parse(dump(wanted)) == wanted


@pytest.mark.parametrize("text", [one.text for one in ADVERTISEMENTS], ids=lambda text: text[:12])
def test_what_was_extracted_reads_back_the_same(text: str) -> None:
    found = extract("", text)
    assert parse(dump(found)) == found


def test_short_forms_are_read() -> None:
    found = parse(
        {
            "must": ["Python", "3 years of nursing"],
            "nice": ["Java or Kotlin"],
            "years": 2,
            "languages": ["German B2", "en"],
            "licences": ["CDL"],
            "education": "Bachelor's degree in law",
        }
    )
    assert [(item.text, item.kind.value, item.must) for item in found.items] == [
        ("Python", "skill", True),
        ("3 years of nursing", "experience", True),
        ("2 years of experience", "experience", True),
        ("German B2", "language", True),
        ("English", "language", True),
        ("CDL", "licence", True),
        ("Bachelor's degree in law", "education", True),
        ("Java or Kotlin", "skill", False),
    ]
    assert [item.months for item in found.items] == [0, 36, 24, 0, 0, 0, 0, 0]
    assert found.nice[0].alternatives == ("Java", "Kotlin")


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"musts": ["Python"]}, "musts"),
        ({"must": [{"text": "Python", "weight": 3}]}, "must.0.weight"),
        ({"must": [7]}, "must.0"),
        ({"must": [""]}, "must.0"),
        ({"must": ["x" * 121]}, "must.0"),
        ({"must": ["Python"] * (MOST_ITEMS + 1)}, "must"),
        ({"years": -1}, "years"),
        ({"years": True}, "years"),
        ({"years": float("nan")}, "years"),
        ({"languages": ["Klingon"]}, "languages.0"),
        ({"must": [{"text": "German", "kind": "language", "level": "D1"}]}, "must.0.level"),
        ({"must": [{"text": "Python", "kind": "language"}]}, "must.0.language"),
        ({"must": [{"text": "Python", "span": [5, 5]}]}, "must.0.span"),
        ({"must": [{"text": "Python", "kind": "experience", "months": 10_000}]}, "must.0.months"),
        ({"education": "kindness"}, "education.0"),
        ({"must": ["Postleitzahl 10115"]}, "must.0"),
        ({"must": ["94107"]}, "must.0"),
        ({"nice": ["under 35"]}, "nice.0"),
        ({"must": ["male candidates"]}, "must.0"),
        ({"must": [{"text": "Sales", "alternatives": ["EU citizenship"]}]}, "must.0.alternatives.0"),
        ({"licences": ["US citizenship"]}, "licences.0"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_field(data: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse(data)
    assert caught.value.field == field


def test_skills_that_sound_like_traits_are_no_traits() -> None:
    texts = [
        "ISO 27001",
        "Gender studies",
        "Work with people with disabilities",
        "Asian cuisine",
        "ISO 13485",
        "Age management",
    ]
    assert [item.text for item in parse({"must": texts}).items] == texts


def test_what_older_jobs_hold_is_read_as_far_as_it_fits() -> None:
    found = lenient(
        {
            "technical_skills": ["Go", "SQL"],
            "nice_to_have": ["Rust"],
            "perks": ["fruit"],
            "years": "many",
            "must": ["under 35"],
        }
    )
    assert [(item.text, item.must) for item in found.items] == [("Go", True), ("SQL", True), ("Rust", False)]
