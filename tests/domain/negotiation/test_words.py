"""What the bot says: complete, in the right language, and harmless whatever was typed."""

import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.negotiation.bot import Handover, Move
from domain.negotiation.reading import Clarification, Topic
from domain.negotiation.text.language import guess
from domain.negotiation.turns import TalkFacts
from domain.negotiation.words import say
from tests.domain.negotiation.turns import BARE, CLARIFICATIONS, FACTS, LANGUAGES, TURNS, text

ENGLISH_ONLY = {
    "the",
    "and",
    "you",
    "your",
    "with",
    "please",
    "times",
    "these",
    "that",
    "we",
    "have",
    "until",
}


def test_every_move_handover_and_topic_is_among_the_turns() -> None:
    assert {turn.move for turn in TURNS.values()} == set(Move)
    assert {turn.handover for turn in TURNS.values()} == {None, *Handover}
    assert {turn.clarification.topic for turn in TURNS.values() if turn.clarification} == set(Topic)


@pytest.mark.parametrize(
    ("language", "name", "facts"),
    list(product(LANGUAGES, TURNS, [FACTS, BARE])),
    ids=lambda value: "" if isinstance(value, TalkFacts) else value,
)
def test_every_turn_has_words_in_every_language(language: str, name: str, facts: TalkFacts) -> None:
    spoken = say(replace(TURNS[name], language=language), facts)

    words = text(spoken)
    assert spoken.paragraphs
    for leftover in ("{", "}", "None", "  ", " .", "..", "()", "\n\n"):
        assert leftover not in words
    assert guess(words) == language
    assert all(paragraph[-1] in ".?" for paragraph in spoken.paragraphs)
    if language != "en":
        assert not ENGLISH_ONLY & set(re.findall(r"[a-z]+", words.lower()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_different_turns_say_different_things(language: str) -> None:
    said = [say(replace(turn, language=language), FACTS).paragraphs for turn in TURNS.values()]
    same = {"escalate", "clarify", "clarify which_day", "clarify say_again"}  # equal to a turn beside them
    assert len(set(said)) >= len(TURNS) - len(same)


def test_options_are_numbered_from_one_and_carry_their_starts() -> None:
    turn = TURNS["propose"]
    options = say(turn, FACTS).options
    assert tuple(start for start, _ in options) == turn.proposals
    assert [words[:3] for _, words in options] == ["1. ", "2. ", "3. "]


def test_an_offer_says_what_was_understood_until_when_it_holds_and_how_to_answer() -> None:
    assert say(TURNS["propose"], FACTS).paragraphs == (
        (
            "I understood: Monday, 13 April, 12:00–17:00; Tuesday, 14 April, 12:00–17:00; "
            "Wednesday, 15 April, 12:00–17:00; and 2 more times (Berlin time)."
        ),
        "These times are free. Held for you until Saturday, 11 April, 11:00 (Berlin, UTC+2).",
        "To take one, answer with its number. If none of them suits you, write other days or times.",
    )


HOSTILE = [
    "line one\r\nBcc: everybody@evil.example",
    "<script>alert(1)</script>",
    "\u202egnp.exe\u202c \u2066hidden\u2069",
    "{who} {0.__class__} %s {{",
    "x" * 5_000,
    "\x00\x07\u2028\u2029",
]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_typed_text_stays_short_and_on_one_line(hostile: str, language: str) -> None:
    facts = replace(FACTS, recruiter=hostile, interviewers=(hostile,), location=hostile, video_url="")
    who = {"en": "Who will be there?", "de": "Mit wem spreche ich?"}.get(language, "Who will be there?")
    for turn in TURNS.values():
        asks = replace(turn, language=language, asks=(hostile, who, "Where is it?"))
        for part in text(say(asks, facts)).split("\n"):
            assert part.isprintable()
            assert not set(part) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
            assert len(f"{part}|".splitlines()) == 1


@given(
    st.sampled_from(Topic),
    st.dictionaries(st.sampled_from(["weekday", "date", "options", "clock"]), st.text(max_size=12)),
    st.sampled_from(LANGUAGES),
)
def test_unusable_parameters_give_the_plain_question(
    topic: Topic, parameters: dict[str, str], language: str
) -> None:
    turn = replace(TURNS["clarify"], language=language, clarification=Clarification(topic, parameters))
    (paragraph,) = say(turn, FACTS).paragraphs
    assert paragraph.isprintable()
    assert "?" in paragraph


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        (CLARIFICATIONS[Topic.WHICH_DATE], "Tuesday and 15 April, but 15 April is a Wednesday."),
        (CLARIFICATIONS[Topic.WHICH_OPTION], "fits what you wrote: 1 and 3."),
        (CLARIFICATIONS[Topic.AM_OR_PM], "You wrote 7:30. Do you mean 07:30 or 19:30?"),
        ({"clock": "12"}, "You wrote 12. Do you mean 00:00 or 12:00?"),
    ],
)
def test_the_question_back_is_precise(parameters: dict[str, str], words: str) -> None:
    topic = next(t for t in Topic if CLARIFICATIONS[t].keys() == parameters.keys())
    turn = replace(TURNS["clarify"], clarification=Clarification(topic, parameters))
    assert words in text(say(turn, FACTS))


@pytest.mark.parametrize(
    ("wish", "language"), [("pt-BR", "pt"), ("de_AT", "en"), ("DE", "de"), ("nl", "en"), ("", "en")]
)
def test_a_language_without_words_is_answered_in_english(wish: str, language: str) -> None:
    assert guess(text(say(replace(TURNS["book"], language=wish), FACTS))) == language


def test_an_unknown_zone_is_an_error_of_the_input() -> None:
    with pytest.raises(InvalidInputError, match="time zone"):
        say(TURNS["book"], replace(FACTS, zone="Mars/Olympus"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_else_is_ever_mentioned(language: str) -> None:
    others = ("candidate", "applicant", "bewerber", "kandidat", "candidat", "candidato", "aspirante")
    for turn in TURNS.values():
        words = text(say(replace(turn, language=language), FACTS)).lower()
        assert not any(re.search(rf"\b{other}", words) for other in others)
