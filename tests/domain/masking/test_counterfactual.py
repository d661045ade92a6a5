"""Who somebody is leaves no trace: the masked copies of one resume under many names are the same bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.masking import TOKEN, mask
from tests.domain.masking.identities import EVERYBODY, Person, people
from tests.support.realdata import part, rows

BASES = (
    (
        "Summary\nHead Baker at a bakery in Washington. Ten years of baking bread.\nExperience\nBaker\n2010 - 2014\n"
        "Cook and pastry work, page layout of menus. Young team, grace under pressure.\n"
    ),
    "Python developer\nExperience\nBuilt services in Python; they replaced the old ones. HIS and EHR systems.\n",
    "Engineering Director\n2001 to 2009\nLed teams of forty people. He leak testing of vacuum vessels.\n",
)


@pytest.mark.parametrize("base", BASES)
def test_sixty_people_give_one_masked_copy(base: str) -> None:
    copies = {mask(person.resume(base)).text for person in EVERYBODY}
    assert len(copies) == 1
    (copy,) = copies
    assert copy.startswith(f"{TOKEN}\n")
    assert f"describe {TOKEN} as reliable" in copy


@given(first=people, second=people, base=st.sampled_from(BASES))
def test_any_two_people_give_the_same_copy(first: Person, second: Person, base: str) -> None:
    assert mask(first.resume(base)).text == mask(second.resume(base)).text


@given(first=people, second=people)
def test_a_known_name_goes_wherever_it_stands(first: Person, second: Person) -> None:
    def resume(person: Person) -> str:
        return f"Summary\nA welder of 12 years.\nReferences\n{person.name} welds well, says the manager."

    masked = {mask(resume(person), [person.name]).text for person in (first, second)}
    assert masked == {f"Summary\nA welder of 12 years.\nReferences\n{TOKEN} welds well, says the manager."}


def test_parts_of_a_known_name_go_where_they_mean_the_person() -> None:
    text = "Summary\nPriya led the audit. Worked with Sharma Textiles Inc. Ms. Sharma signs, and priya-lib was written."
    assert mask(text, ["Priya Sharma"]).text == (
        f"Summary\n{TOKEN} led the audit. Worked with Sharma Textiles Inc. {TOKEN} signs, and priya-lib was written."
    )


@pytest.mark.realdata
def test_real_resumes_under_many_names_give_one_masked_copy() -> None:
    texts = [str(row["text"]) for row in part(rows("dev_resumes"), 4)]
    for place, text in enumerate(texts):
        group = [*EVERYBODY[:8], EVERYBODY[place % len(EVERYBODY)]]
        masked = {mask(person.resume(text)).text for person in group}
        assert len(masked) == 1, place
        assert mask(masked.copy().pop()).text in masked, place
