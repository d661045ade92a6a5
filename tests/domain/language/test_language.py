"""Languages, words and levels of education as read from text."""

import pytest

from domain.language.education import EDUCATION_LEVELS, education_level
from domain.language.languages import detect
from domain.language.terms import words_of


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
