"""What is read from resumes in five languages and several layouts."""

import textwrap

import pytest

from domain.language.education import EDUCATION_LEVELS
from domain.resume import SectionKind, read_resume
from tests.domain.resume import texts


def month(year: int, number: int) -> int:
    return year * 12 + number - 1


def test_sections_carry_their_heading_and_their_body() -> None:
    facts = read_resume(texts.ENGLISH)
    kinds = [section.kind for section in facts.sections]
    assert kinds == [
        SectionKind.HEADLINE,
        SectionKind.SUMMARY,
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.SKILLS,
        SectionKind.PROJECTS,
        SectionKind.LANGUAGES,
        SectionKind.CERTIFICATES,
    ]
    skills = facts.sections[4]
    assert skills.heading is not None
    assert texts.ENGLISH[skills.heading.start : skills.heading.end] == "Skills & Tools"
    assert "PostgreSQL" in texts.ENGLISH[skills.body.start : skills.body.end]
    assert facts.sections[0].heading is None


def test_headline_and_summary_are_read() -> None:
    facts = read_resume(texts.ENGLISH)
    assert facts.headline is not None
    assert facts.headline.text == "Front-end developer"
    assert facts.summary is not None
    assert facts.summary.text == "Ten years of web work."


def test_positions_are_read_newest_first_with_title_employer_and_months() -> None:
    newest, oldest = read_resume(texts.ENGLISH).positions
    assert newest.title is not None
    assert newest.employer is not None
    assert (newest.title.text, newest.employer.text) == ("Senior Developer", "Blue Fern Ltd")
    assert newest.current
    assert oldest.title is not None
    assert oldest.employer is not None
    assert (oldest.title.text, oldest.employer.text) == ("Web Developer", "Harrow Studio")
    assert (oldest.start, oldest.end, oldest.current) == (month(2014, 6), month(2018, 3), False)


def test_an_open_range_ends_with_the_latest_date_that_the_resume_names() -> None:
    newest = read_resume(texts.ENGLISH).positions[0]
    assert (newest.start, newest.end) == (month(2018, 3), month(2021, 2))


def test_an_open_range_ends_with_the_given_month_when_there_is_one() -> None:
    newest = read_resume(texts.ENGLISH, as_of=month(2024, 5)).positions[0]
    assert newest.end == month(2024, 6)


def test_an_expected_graduation_does_not_lengthen_a_current_position() -> None:
    text = (
        "Experience\nClerk\n01/2015 - present\nClerk\n01/2012 - 12/2014\nEducation\nB.A., expected 06/2019\n"
    )
    assert read_resume(text).positions[0].end == month(2015, 2)


def test_a_block_holds_everything_up_to_the_next_position() -> None:
    newest, oldest = read_resume(texts.ENGLISH).positions
    block = texts.ENGLISH[newest.span.start : newest.span.end]
    assert block.startswith("Senior Developer")
    assert block.endswith("2019 to 2020.")
    assert texts.ENGLISH[oldest.span.start : oldest.span.end].endswith("booking site.")


def test_skills_are_parted_outside_of_brackets_and_joined_over_wrapped_lines() -> None:
    skills = [item.text for item in read_resume(texts.ENGLISH).skills]
    assert skills == ["Python", "TypeScript (React, Vue)", "machine\nlearning", "C++", "PostgreSQL", "Redis"]


def test_projects_and_certificates_are_read_item_by_item() -> None:
    facts = read_resume(texts.ENGLISH)
    assert [item.text.split()[1] for item in facts.projects] == ["timetable", "bird"]
    assert facts.projects[0].text.endswith("each week")
    assert [item.text for item in facts.certificates] == ["Certified Scrum Master"]


def test_languages_carry_their_code_and_their_level() -> None:
    spoken = [(skill.code, skill.level) for skill in read_resume(texts.ENGLISH).languages]
    assert spoken == [("en", "native"), ("de", "B2"), ("es", "fluent")]


def test_degrees_carry_their_level() -> None:
    study = read_resume(texts.ENGLISH).education[0]
    assert EDUCATION_LEVELS[study.level] == "bachelor"
    assert "BSc Computer Science" in study.fact.text


@pytest.mark.parametrize(
    ("text", "titles", "employers", "months", "level", "codes"),
    [
        (
            texts.GERMAN,
            ["Gesundheits- und Krankenpfleger", "Altenpfleger"],
            ["Klinikum Lechau", "Haus am Anger"],
            [(month(2020, 10), month(2022, 1)), (month(2017, 1), month(2020, 10))],
            "vocational",
            [("de", "native"), ("en", "A2")],
        ),
        (
            texts.FRENCH,
            ["Développeuse Python", "Comptable"],
            ["Atelier du Lac", "Maison Verdier"],
            [(month(2019, 3), month(2022, 2)), (month(2015, 1), month(2019, 3))],
            "bachelor",
            [("fr", "native"), ("en", "C1")],
        ),
        (
            texts.SPANISH,
            ["Desarrolladora", "Contable"],
            ["Estudio Albor", "Grupo Sierra"],
            [(month(2018, 1), month(2023, 7)), (month(2013, 5), month(2018, 1))],
            "bachelor",
            [("es", "native"), ("en", "B2")],
        ),
        (
            texts.PORTUGUESE,
            ["Desenvolvedor backend", "Analista"],
            ["Saúde Digital", "Serra Azul Sistemas"],
            [(month(2022, 1), month(2024, 7)), (month(2020, 2), month(2022, 1))],
            "bachelor",
            [("pt", "native"), ("en", "B2")],
        ),
        (
            texts.ONE_WORD_LINES,
            ["Consultant", "Payroll Clerk"],
            ["Company Name", "Company Name"],
            [(month(2015, 8), month(2016, 2)), (month(2013, 2), month(2015, 9))],
            "master",
            [],
        ),
    ],
    ids=["german", "french", "spanish", "portuguese", "one word a line"],
)
def test_resumes_of_other_languages_and_layouts_are_read(
    text: str,
    titles: list[str],
    employers: list[str],
    months: list[tuple[int, int]],
    level: str,
    codes: list[tuple[str, str]],
) -> None:
    facts = read_resume(text)
    assert [p.title.text if p.title else None for p in facts.positions] == titles
    assert [p.employer.text if p.employer else None for p in facts.positions] == employers
    assert [(p.start, p.end) for p in facts.positions] == months
    assert EDUCATION_LEVELS[max(study.level for study in facts.education)] == level
    assert [(skill.code, skill.level) for skill in facts.languages] == codes
    assert len(facts.skills) == 2


def test_titles_are_found_below_their_dates_when_the_resume_puts_them_there() -> None:
    text = (
        "Experience\nCompany Name\nMay 2013\nto\nJuly 2015\nShift Manager\nCity\nState\nRan the bar.\n"
        "Company Name\nJune 2010\nto\nMay 2013\nBarista\nCity\nState\nMade coffee.\n"
    )
    assert [p.title.text for p in read_resume(text).positions if p.title] == ["Shift Manager", "Barista"]


def test_titles_on_the_line_of_their_dates_are_found() -> None:
    text = (
        "Experience\n2015 - 2018   Software Engineer at Acme Inc\n2012 - 2015   Test Engineer | Bolt GmbH\n"
    )
    found = [(p.title.text, p.employer.text) for p in read_resume(text).positions if p.title and p.employer]
    assert found == [("Software Engineer", "Acme Inc"), ("Test Engineer", "Bolt GmbH")]


def test_positions_without_dates_are_read_and_have_no_months() -> None:
    text = "Work History\nSales Representative\nCompany Name\nSold boats.\nStore Manager\nCompany Name\nRan a shop.\n"
    positions = read_resume(text).positions
    assert [p.title.text for p in positions if p.title] == ["Sales Representative", "Store Manager"]
    assert all(p.start is None and p.end is None for p in positions)


def test_dates_in_prose_and_of_studies_are_no_positions() -> None:
    text = (
        "Experience\nClerk, Acme Inc\n01/2010 - 12/2012\n- Kept the archive open from 2010 to 2011 and sorted it.\n"
        "Education\n2001 - 2005: Teacher training college\n"
    )
    assert len(read_resume(text).positions) == 1


@pytest.mark.parametrize("width", [25, 35, 45])
def test_hard_wrapped_lines_keep_positions_and_months(width: int) -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(line, width)) for line in texts.ENGLISH.splitlines())
    facts = read_resume(wrapped)
    assert [(p.start, p.end) for p in facts.positions] == [
        (p.start, p.end) for p in read_resume(texts.ENGLISH).positions
    ]


@pytest.mark.parametrize("between", ["\n• ", "     "])
def test_bullets_before_every_line_and_lost_line_breaks_keep_titles_and_months(between: str) -> None:
    noisy = between.join(texts.ONE_WORD_LINES.splitlines())
    read = [(p.title.text if p.title else None, p.start, p.end) for p in read_resume(noisy).positions]
    plain = [
        (p.title.text if p.title else None, p.start, p.end)
        for p in read_resume(texts.ONE_WORD_LINES).positions
    ]
    assert read == plain


def test_a_text_in_a_single_line_keeps_its_months() -> None:
    flat = " ".join(texts.ONE_WORD_LINES.split())
    assert [(p.start, p.end) for p in read_resume(flat).positions] == [
        (p.start, p.end) for p in read_resume(texts.ONE_WORD_LINES).positions
    ]


def test_zero_width_characters_change_no_fact() -> None:
    noisy = "\u200b".join(texts.ENGLISH)
    plain, read = read_resume(texts.ENGLISH), read_resume(noisy)
    assert [fact.text.replace("\u200b", "") for fact in read.skills] == [fact.text for fact in plain.skills]
    assert [(p.start, p.end) for p in read.positions] == [(p.start, p.end) for p in plain.positions]
    assert all(noisy[fact.start : fact.end] == fact.text for fact in read.skills)
