"""Months, education and positions as read from text."""

import pytest

from domain.scoring.dates import lines_beside_dates, months_of_experience
from domain.scoring.facts import (
    EDUCATION_LEVELS,
    education_asked,
    education_level,
    months_asked,
    named_skills,
    recent_position,
    requirement_texts,
)
from domain.scoring.languages import detect
from domain.scoring.terms import words_of


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("03/2016 to 08/2019", 42),
        ("Jan 2007\nto\nNov 2007", 11),
        ("January 2015 – March 2015", 3),
        ("2015 - 2018", 36),
        ("März 2015 bis Mai 2016", 15),
        ("févr. 2015 à juin 2015", 5),
        ("enero de 2015 hasta diciembre de 2015", 12),
        ("2015-03 - 2015-05", 3),
        ("01.2015 - 06.2015 and 04.2015 - 09.2015", 9),  # an overlap counts once
        ("06/2010 - Present\nupdated 05/2012", 24),  # open ranges end with the latest date named
        ("seit 01/2015, Stand 12/2015", 12),
        ("Education\n2008 - 2012\nExperience\n2013 - 2015", 24),  # studies are not work
        ("2019 - 2015", 0),
        ("call 2015-2019123", 0),
        ("born 1990", 0),
        ("", 0),
    ],
)
def test_months_are_counted_from_date_ranges(text: str, months: int) -> None:
    assert months_of_experience(text) == months


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ph.D. in Chemistry", "doctorate"),
        ("Master of Science", "master"),
        ("MBA, B.A. in History", "master"),
        ("Scrum Master", "none"),
        ("Bachelor of Arts", "bachelor"),
        ("Licenciatura en Derecho", "bachelor"),
        ("Ausbildung zum Bäcker", "vocational"),
        ("Abitur 2004", "secondary"),
        ("Welder", "none"),
    ],
)
def test_the_highest_education_is_found(text: str, level: str) -> None:
    assert EDUCATION_LEVELS[education_level(text)] == level


def test_a_job_asks_for_the_least_it_names() -> None:
    text = "BA/BS degree required, Ph.D. preferred; 5+ years of work, of these 3-5 years in sales"
    assert EDUCATION_LEVELS[education_asked(text)] == "bachelor"
    assert months_asked(text) == 36
    assert months_asked("a company 150 years old") == 0
    assert months_asked("") == 0


def test_the_position_is_a_line_beside_a_date_that_names_an_occupation() -> None:
    resume = "Ada Example\n2020\nNurse, Ward 3\nRegistered Nurse\n05/2015 to 06/2018\nCity Hospital"
    assert lines_beside_dates(resume) == ["Ada Example", "Registered Nurse"]
    assert recent_position(lines_beside_dates(resume)) == "Registered Nurse"
    assert recent_position(["Sales Manager 2015 - 2018"]) == "Sales Manager"
    assert recent_position(["Coordinated executive travel", "Ada Example"]) is None


def test_requirements_of_any_shape_are_read() -> None:
    requirements = {
        "skills": ["Go", {"must": "SQL"}],
        "experience": "seniors",
        "min_years": 3,
        "remote": True,
    }
    assert requirement_texts(requirements) == ["Go", "SQL", "seniors", "3 years"]
    assert named_skills(requirements) == ["Go", "SQL"]
    endless: dict[str, object] = {}
    endless["again"] = endless
    assert requirement_texts(endless) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I was responsible for the team and worked with the board of the company", "en"),
        ("Ich war für das Team verantwortlich und habe mit dem Vorstand an der Planung gearbeitet", "de"),
        ("J'ai travaillé avec les équipes de la direction pour le développement des ventes", "fr"),
        ("Trabajé con el equipo de la empresa para los clientes y las ventas de un producto", "es"),
        ("Trabalhei com a equipe da empresa para os clientes e as vendas de um produto não", "pt"),
        ("Am lucrat cu echipa de la firmă pentru clienți și am fost responsabil de vânzări", "ro"),
        ("Python SQL", "en"),
    ],
)
def test_the_language_is_recognised(text: str, code: str) -> None:
    assert detect(words_of(text.lower())) == code


def test_words_keep_what_names_a_technology_and_drop_bare_numbers() -> None:
    assert words_of("C++ and C#, 2015, 3D, Node.js; Ada’s") == ["c++", "and", "c#", "3d", "node", "js", "ada"]
