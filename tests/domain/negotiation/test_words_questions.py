"""Questions: what is known is answered, the rest goes to a person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.negotiation.text.language import guess
from domain.negotiation.turns import BotTurn, keep, recall
from domain.negotiation.words import passed_on, say
from tests.domain.negotiation.turns import BARE, FACTS, LANGUAGES, TURNS, text

ASKS = {
    "en": ("How long does it take?", "Do you sponsor visas?"),
    "de": ("Wie lange dauert das Gespräch?", "Gibt es Parkplätze?"),
    "fr": ("Combien de temps dure l'entretien ?", "Y a-t-il un parking ?"),
    "es": ("¿Cuánto dura la entrevista?", "¿Hay aparcamiento?"),
    "pt": ("Quanto tempo dura a entrevista?", "Há estacionamento?"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_known_is_answered_and_the_rest_is_passed_on_to_a_named_person(language: str) -> None:
    turn = replace(TURNS["answer"], language=language, asks=ASKS[language])

    words = text(say(turn, FACTS))

    assert passed_on(turn, FACTS) == ASKS[language][1:]
    assert "60" in words
    assert ASKS[language][1] in words
    assert "Mia Ott" in words
    assert guess(words) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_told_the_bot_is_passed_on(language: str) -> None:
    turn = replace(TURNS["answer"], language=language, asks=ASKS[language])
    assert passed_on(turn, BARE) == ASKS[language]
    assert "60" not in text(say(turn, BARE))


def test_what_was_passed_on_when_the_turn_was_taken_stays_passed_on() -> None:
    asks = ("What is the link?",)
    turn = replace(TURNS["answer"], asks=asks)
    kept = recall(keep(replace(turn, passed_on=passed_on(turn, BARE))))
    assert isinstance(kept, BotTurn)
    assert passed_on(turn, FACTS) == ()
    assert passed_on(kept, FACTS) == asks


def test_a_person_who_takes_over_gets_the_questions_with_everything_else() -> None:
    turn = replace(TURNS["escalate last_round"], asks=ASKS["en"])
    words = text(say(turn, FACTS))
    assert "60 minutes" in words
    assert "visas" not in words
    assert "Mia Ott takes over" in words


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How long will it take?", "The interview takes 60 minutes."),
        ("Is it online or in person?", "The interview takes place by video."),
        ("Where is it?", "You join by video here: https://meet.example/abc"),
        ("Teams or what link do I use? Is it on Zoom?", "You join by video here: https://meet.example/abc"),
        ("Who will I be talking to?", "You will meet Noor Khan and Jo Li."),
        (
            "Which time zone are these times in?",
            "All times are given in your time zone (Berlin, UTC+2); the interviewer's is Kolkata, UTC+5:30.",
        ),
        (
            "Until when do I have to choose?",
            "You can choose a time until Saturday, 11 April, 11:00 (Berlin, UTC+2).",
        ),
        ("Am I talking to a bot?", "You are writing with an automatic assistant"),
    ],
)
def test_questions_that_the_bot_can_answer(question: str, answer: str) -> None:
    turn = replace(TURNS["answer"], asks=(question,))
    assert answer in text(say(turn, FACTS))
    assert passed_on(turn, FACTS) == ()


def test_a_place_is_told_but_whether_one_has_to_come_there_is_passed_on() -> None:
    facts = replace(FACTS, video_url="")
    turn = replace(TURNS["answer"], asks=("Is it online or in person?",))
    assert "The place given for this job is Berlin." in say(turn, facts).paragraphs
    assert passed_on(turn, facts) == turn.asks


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_most_120_characters_of_a_question_are_repeated(language: str) -> None:
    turn = replace(TURNS["answer"], language=language, asks=("q" * 5_000,))
    words = text(say(turn, FACTS))
    assert "q" * 119 + "…" in words
    assert "q" * 120 not in words


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_question_gets_an_answer_or_a_person(question: str, language: str) -> None:
    turn = replace(TURNS["answer"], language=language, asks=(question,))
    assert passed_on(turn, FACTS) in {(), (question,)}
    assert say(turn, FACTS).paragraphs
