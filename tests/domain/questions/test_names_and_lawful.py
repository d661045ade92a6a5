"""Skills are recognised in requirements and evidence by name; questions about protected traits are refused."""

import re
from pathlib import Path

import pytest

from domain.errors import InvalidInputError
from domain.questions.lawful import protected_topic, refuse_protected
from domain.questions.model import Grounds
from domain.questions.names import aliases, grounds_of, in_resume
from domain.requirements import parse

BANK = Path(__file__).parents[3] / "migrations" / "sql" / "0015_questions_bank.sql"
QUESTIONS = re.findall(r"\n     '([^']+)'\)", BANK.read_text("utf-8"))


def test_brackets_and_ampersands_give_a_skill_its_other_names() -> None:
    assert aliases("Databases (SQL)") == {"databases sql", "sql"}
    assert aliases("Algorithms & Data Structures") >= {"algorithms", "data structures"}
    assert "communication" in aliases("Communication")


def test_requirements_say_whether_a_skill_is_a_must() -> None:
    wanted = parse({"must": ["Python", "3 years of SQL"], "nice": ["Go"]})
    assert grounds_of("Python", wanted) is Grounds.MUST
    assert grounds_of("Databases (SQL)", wanted) is Grounds.MUST
    assert grounds_of("Go", wanted) is Grounds.NICE
    assert grounds_of("Java", wanted) is None


def test_a_short_name_is_met_only_by_itself() -> None:
    assert grounds_of("Go", parse({"must": ["Ready to go abroad"]})) is None


def test_java_is_not_javascript() -> None:
    assert grounds_of("Java", parse({"must": ["JavaScript"]})) is None


def test_evidence_of_the_score_names_a_skill_or_says_that_it_was_looked_for_in_vain() -> None:
    about = [{"about": "Python", "quote": "Python, 5 years"}]
    matches = [{"requirement": "Go", "met": 0.0}, {"requirement": "Kotlin", "met": 1.0}]
    assert in_resume("Python", about, matches) is True
    assert in_resume("Kotlin", about, matches) is True
    assert in_resume("Go", about, matches) is False
    assert in_resume("Leadership", about, matches) is None
    assert in_resume("Leadership", None, None) is None


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Are you married?", "family"),
        ("Do you plan to have children?", "family"),
        ("Are you pregnant?", "family"),
        ("How old are you?", "age"),
        ("When do you plan to retire?", "age"),
        ("Do you have any disability?", "health"),
        ("How often were you sick last year?", "health"),
        ("Where are you really from?", "origin"),
        ("What is your mother tongue?", "origin"),
        ("Do you go to church?", "religion or belief"),
        ("Are you gay?", "sex or orientation"),
        ("What is your current salary?", "arrests or salary history"),
    ],
)
def test_a_question_about_a_protected_trait_is_refused_by_name(question: str, topic: str) -> None:
    assert protected_topic(question) == topic
    with pytest.raises(InvalidInputError, match=topic):
        refuse_protected(question)


@pytest.mark.parametrize(
    "question",
    [
        "How would you keep customers' health data safe?",
        "Have you built software for children?",
        "When would you retire an old service?",
        "Which of these two designs would you vote for?",
        "Tell me about your race condition of last year.",
        "Have you worked with single sign-on?",
        "Did you have a family of algorithms to choose from?",
    ],
)
def test_a_question_about_work_is_not(question: str) -> None:
    refuse_protected(question)


def test_no_question_of_the_first_bank_asks_about_a_protected_trait() -> None:
    assert len(QUESTIONS) >= 8 * 13
    assert [
        (question, protected_topic(question)) for question in QUESTIONS if protected_topic(question)
    ] == []
