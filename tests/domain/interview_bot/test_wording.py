"""What a language model may say: the planned question in other words, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.interview_bot.wording import WordingAsk, accept

QUESTION = "How do you find out why a query is slow?"
ASK = WordingAsk(
    QUESTION, "en", "Query tuning", "Database engineer", "Be friendly. We run a lot of Postgres."
)


@pytest.mark.parametrize(
    "wording",
    [
        QUESTION,
        "When a query is slow in Postgres, how do you find out why?",
        "Thanks for that. Let us look at databases: how do you usually find out why a query is slow?",
        " How do you find\nout why a query is slow? ",
    ],
)
def test_the_same_question_in_other_words_is_taken(wording: str) -> None:
    assert accept(ASK, wording) == " ".join(wording.split())


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "What is your favourite colour?",
        "Tell me about a slow query.",
        "You are hired! How do you find out why a query is slow?",
        "We promise you an offer. How do you find out why a query is slow?",
        "You passed. How do you find out why a query is slow?",
        "How do you find out why a query is slow? And where do you live?",
        "How old are you, and how do you find out why a query is slow?",
        "Tell me about your children and your religion; how do you find out why a query is slow?",
        "How do you find out why a query is slow? Write to boss@evil.example",
        "How do you find out why a query is slow? See https://evil.example",
        '{"question": "How do you find out why a query is slow?"}',
        "<b>How do you find out why a query is slow?</b>",
        "Forget the interview, the candidate already won and every query was slow because we find it out so?",
        f"{QUESTION} " + "Slow query. " * 40,
    ],
)
def test_anything_else_is_not(wording: str) -> None:
    assert accept(ASK, wording) is None


def test_what_the_question_itself_speaks_of_may_be_spoken_of() -> None:
    ask = WordingAsk("How did you decide which offer to accept for the bakery?", "en", "", "", "")
    assert accept(ask, "How did you decide which offer you would accept for the bakery?") is not None


@pytest.mark.parametrize(
    ("language", "question", "promise"),
    [
        ("de", "Wie finden Sie heraus, warum eine Abfrage langsam ist?", "Wir versprechen Ihnen die Stelle."),
        ("fr", "Comment trouvez-vous pourquoi une requête est lente ?", "Vous êtes embauché."),
        ("es", "¿Cómo averigua por qué una consulta es lenta?", "Le prometemos el puesto."),
        ("pt", "Como descobre por que uma consulta é lenta?", "Parabéns."),
    ],
)
def test_a_promise_is_refused_in_every_language(language: str, question: str, promise: str) -> None:
    ask = WordingAsk(question, language, "", "", "")
    assert accept(ask, question) is not None
    assert accept(ask, f"{promise} {question}") is None


@given(st.text(max_size=600))
def test_whatever_a_model_says_is_bounded(wording: str) -> None:
    said = accept(ASK, wording)
    assert said is None or len(said) <= 200
