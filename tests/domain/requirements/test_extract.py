"""Reading what an advertisement asks for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.requirements import Kind, extract
from domain.requirements.model import LONGEST_TEXT, MOST_ITEMS
from tests.domain.requirements.advertisements import ADVERTISEMENTS, Advertisement


@pytest.mark.parametrize("wanted", ADVERTISEMENTS, ids=lambda one: one.name)
def test_an_advertisement_gives_what_a_careful_reader_takes_from_it(wanted: Advertisement) -> None:
    found = extract(wanted.title, wanted.text)
    assert [item.text.casefold() for item in found.must] == [text.casefold() for text in wanted.must]
    assert [item.text.casefold() for item in found.nice] == [text.casefold() for text in wanted.nice]


@pytest.mark.parametrize("wanted", ADVERTISEMENTS, ids=lambda one: one.name)
def test_every_requirement_names_its_place_in_the_text(wanted: Advertisement) -> None:
    for item in extract(wanted.title, wanted.text).items:
        assert item.span is not None
        quote = wanted.text[slice(*item.span)].casefold()
        assert item.text.split()[0].casefold() in quote, (item, quote)


def test_kinds_carry_what_they_ask_for() -> None:
    text = "Requirements\n- Five years of nursing or midwifery\n- German C1\n- Driving licence class C"
    text += "\n- Master's degree"
    by_kind = {item.kind: item for item in extract("Nurse", text).items}
    assert by_kind[Kind.EXPERIENCE].months == 60
    assert by_kind[Kind.EXPERIENCE].alternatives == ("nursing", "midwifery")
    assert (by_kind[Kind.LANGUAGE].language, by_kind[Kind.LANGUAGE].level) == ("de", "C1")
    assert by_kind[Kind.LICENCE].text == "Driving licence class C"
    assert by_kind[Kind.EDUCATION].education == 4


def test_a_choice_is_one_requirement_with_alternatives() -> None:
    (item,) = extract("", "Requirements\n- Java, Kotlin or Scala").items
    assert item.alternatives == ("Java", "Kotlin", "Scala")
    (tools,) = extract("", "Requirements\n- Industry standard design tools (e.g. Photoshop, Sketch)").items
    assert tools.alternatives == ("Photoshop", "Sketch")


def test_a_long_bullet_is_reduced_to_its_terms() -> None:
    text = (
        "Requirements\n- You will have shown in past positions that you can use Kubernetes as well as Terraform "
        "to run large platforms under heavy load for demanding customers all over the world"
    )
    assert [item.text for item in extract("", text).items] == ["Kubernetes", "Terraform"]


def test_a_taxonomy_names_the_skills_of_long_bullets() -> None:
    text = "Requirements\n- You have often shown how to bake sourdough bread under time pressure for many guests a day"
    assert extract("", text).items == ()
    found = extract("", text, lambda line: ("sourdough bread",) if "sourdough bread" in line else ())
    assert [item.text for item in found.items] == ["sourdough bread"]


@pytest.mark.parametrize(
    "line",
    [
        "between 25 and 35 years old",
        "Female candidates only",
        "EU citizenship",
        "Must live in 94107",
        "Unverheiratet oder ledig",
        "Edad máxima 40",
        "Nationalité française",
        "Boa aparência",
        "Nichtraucher",
        "10115 Berlin",
        "SW1A 1AA",
    ],
)
def test_protected_traits_and_places_of_living_are_never_extracted(line: str) -> None:
    assert extract("", f"Requirements\n- {line}\n- Python").items[0].text == "Python"
    assert len(extract("", f"Requirements\n- {line}\n- Python").items) == 1


def test_benefits_company_and_equal_opportunity_ask_for_nothing() -> None:
    text = (
        "About us\nWe have 20 years of experience in bakeries and need good flour.\n"
        "Benefits\n- Python course required\n"
        "We are an equal opportunity employer; a disability is no disadvantage.\nHow to apply\nWith a letter."
    )
    assert extract("Baker", text).items == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"•-:,.;()/ \n",
                "must",
                "Java",
                "or",
                "5 years",
                "und",
                "Requirements",
                "B2",
                "Deutsch",
                "(e.g.",
            ]
        )
    )
)
def test_any_text_gives_short_items_inside_it(words: list[str]) -> None:
    text = " ".join(words)
    found = extract("", text)
    assert len(found.items) <= MOST_ITEMS
    for item in found.items:
        assert 0 < len(item.text) <= LONGEST_TEXT
        assert item.span is not None
        assert 0 <= item.span[0] < item.span[1] <= len(text)
