"""What goes, what stays, and that masking is quick, settled and never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.masking import MOST_CHARACTERS, TOKEN, VERSION, mask
from tests.domain.masking.identities import NAMES, STREETS
from tests.support.effort import done_within

STAYS = (
    "Head Baker and line cook; may travel. Will start in May.",
    "Sales at Christian Dior and Mark & Spencer.",
    "English (native level not needed), German (fluent), French B2",
    "Female health, women's wear, man-hours and age-related care.",
    "GC with He carrier gas; He leak testing; He-Ne laser.",
    "HIS integration, HER2 assays, MS Office, Ms Access, Medical Records, MS Excel",
    "Processed visa applications and religious literature for a single point of contact.",
    "Windows Server 2012, ISO 9001:2015, budget of 1,200,000 over 12 years",
    "2010 - 2014 Manager, revenue 5 000 000",
    "Taught patients aged 65 and children age 6-12; a 25-year-old company",
    "Sr. Software Engineer, High School Teacher, College Recruiting",
    "Worked the photo desk and the photography team, address validation, name matching",
)


@pytest.mark.parametrize("line", STAYS)
def test_ordinary_words_stay(line: str) -> None:
    text = f"Summary\n{line}\nSkills\nExcel"
    assert mask(text).text == text


@pytest.mark.parametrize(
    ("line", "masked", "kind"),
    [
        ("Name: Rosa Luxemburg", "▮", "name"),
        ("Date of birth: 12 May 1985", "▮", "birth_date"),
        ("Gender: Female", "▮", "gender"),
        ("Pronouns: she/her", "▮", "pronoun"),
        ("Age: 32", "▮", "age"),
        ("I am 32 years old and weld.", "I am ▮ and weld.", "age"),
        ("Nationality: Indian", "▮", "nationality"),
        ("US Citizen", "▮", "nationality"),
        ("Religion\t Hindu", "▮", "religion"),
        ("Married, two children", "▮", "marital_status"),
        ("[Photo]", "▮", "photo"),
        ("Mail me at a.b@c.org.", "Mail me at ▮.", "contact"),
        ("See linkedin.com/in/someone for more", "See ▮ for more", "contact"),
        ("Call (617) 555-1234", "Call ▮", "contact"),
        ("Mr. Scott Tetreault was my lead", "▮ was my lead", "gender"),
        ("Born in 1985 in Lagos", "▮", "birth_date"),
        ("Lives at 12 Elm Street, Springfield, OR 97477 now", "Lives at ▮ now", "address"),
        ("Graduated in 2010", "Graduated in ▮", "graduation_year"),
        ("Degree from the University of Leeds, 2010", "Degree from the ▮", "school"),
        ("She knows that her work helps him", "▮ knows that ▮ work helps ▮", "pronoun"),
    ],
)
def test_what_tells_who_somebody_is_goes(line: str, masked: str, kind: str) -> None:
    found = mask(f"Summary\nGood with the team and for the work.\n{line}\nEnd of it.")
    assert found.text.split("\n")[2] == masked
    assert found.removed[kind] >= 1


def test_a_school_and_its_years_go_and_the_degree_stays() -> None:
    text = (
        "Experience\nAnalyst\n2015 - 2019\nEducation\nBachelor of Science\n:\nPhysics\n2011\n"
        "University of Florida\nMBA, Finance, Wharton School, 06/2013 - 2014\nSkills\nSQL 2012"
    )
    assert mask(text).text == (
        f"Experience\nAnalyst\n2015 - 2019\nEducation\nBachelor of Science\n:\nPhysics\n{TOKEN}\n"
        f"MBA, Finance, {TOKEN}\nSkills\nSQL 2012"
    )


def test_a_title_in_the_header_stays_beside_the_name() -> None:
    assert mask("Jane Doe, RN | Registered Nurse | jane@x.org | Boston\n\nSummary\nCare.").text == (
        f"{TOKEN}, RN | Registered Nurse | {TOKEN}\n\nSummary\nCare."
    )
    assert mask("Engineering Director\nSummary\nx").text == "Engineering Director\nSummary\nx"


def test_what_was_cut_is_counted() -> None:
    removed = mask(f"{NAMES[0]}\n{STREETS[0]}\nPronouns: she/her\n\nSummary\nx").removed
    assert dict(removed) == {"name": 1, "address": 1, "postal_code": 1, "pronoun": 1}
    assert VERSION.startswith("masking-")


FRAGMENTS = (
    *NAMES, *STREETS, "She", "he", "Mr.", "Frau", "▮", ",", " ", "  ", "\n", "\n\n", "\t", " - ", "(", ")", "[", "/",
    ":", "Education",
    "Summary", "2010", "'12", "University", "of", "The", "and", "und", "der", "para", "los", "el",
    "Ingenieurin", "una directora",
    "Date of birth", "Name", "Phone", "+1 617 555 1234", "a@b.cd", "married", "2 children",
    "32 years old", "born", "Sex", "photo",
    "salesman", "MIT", "M.", "Lebenslauf", "resume of", "City, ST", "Boston, MA", "•", "\u200b",
    "\x00", "’s", "II", "PhD",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=40), st.booleans())
def test_masking_twice_is_masking_once(fragments: list[str], spaced: bool) -> None:
    once = mask((" " if spaced else "").join(fragments)).text
    assert mask(once).text == once


@given(st.text(max_size=300), st.lists(st.text(max_size=30), max_size=3))
def test_nothing_makes_masking_fail(text: str, known: list[str]) -> None:
    once = mask(text, known).text
    assert len(mask(once, known).text) <= len(once)


@pytest.mark.parametrize(
    "unit",
    ["she and Mr. Smith ", "A", " ", "\n", "▮ ", "1", "(", "12 Main ", "salesman ",
    "Of The University ", "a@", "+1 ", "Az-", "€ß 1.", "née ",
     "x: ", "Str. ", "\t-", "[", "12 rue de la "],
)  # fmt: skip
def test_five_megabytes_of_anything_take_seconds_at_most(unit: str) -> None:
    text = unit * (5_000_000 // len(unit))
    masked = done_within(5, lambda: mask(text))
    assert len(masked.text) <= MOST_CHARACTERS
    assert mask(masked.text).text == masked.text
