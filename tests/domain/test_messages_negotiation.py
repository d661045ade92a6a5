"""Mails of a negotiation: to the candidate in their language, to the team with the reason."""

from dataclasses import replace
from itertools import product

import pytest

from domain.messages import compose
from domain.messages.candidate_negotiation import talk_facts
from domain.negotiation.bot import Handover, Move
from domain.negotiation.text.language import guess
from domain.negotiation.turns import keep
from domain.negotiation.words import say
from domain.vocabulary import LinkPurpose
from domain.vocabulary import MailTemplate as T
from tests.domain.test_messages import FULL, MINIMAL, OFFER, words

LANGUAGES = ("en", "de", "fr", "es", "pt")


@pytest.mark.parametrize(("move", "language"), list(product(Move, LANGUAGES)))
def test_a_negotiation_answer_says_what_the_page_says_in_the_candidates_language(
    move: Move, language: str
) -> None:
    handover = Handover.LAST_ROUND if move is Move.ESCALATE else None
    turn = replace(OFFER, move=move, language=language, handover=handover)
    facts = replace(FULL, turn=keep(turn))

    message = compose(T.NEGOTIATION_ANSWER, facts)

    spoken = say(turn, talk_facts(facts))
    assert message.paragraphs[1 : len(spoken.paragraphs) + 1] == spoken.paragraphs
    assert guess("\n".join((*message.paragraphs, message.footer))) == language
    assert "Data Engineer" in message.subject
    options = [value for _, value in message.facts][: len(turn.proposals)]
    assert [f"{number}. {value}" for number, value in enumerate(options, start=1)] == [
        words for _, words in spoken.options
    ]
    assert all(label and value for label, value in (*message.facts, *message.actions))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_that_is_not_known_points_to_the_page(language: str) -> None:
    message = compose(T.NEGOTIATION_ANSWER, replace(FULL, turn=None, language=language))
    assert guess("\n".join((*message.paragraphs, message.footer))) == language
    assert [address for _, address in message.actions] == [FULL.links[LinkPurpose.SCHEDULE]]
    assert message.facts == ()


@pytest.mark.parametrize("why", Handover)
def test_an_escalation_says_why_and_what_was_asked(why: Handover) -> None:
    turn = replace(OFFER, move=Move.ESCALATE, proposals=(), handover=why)
    texts = {
        reason: words(compose(T.ESCALATION, replace(FULL, turn=keep(replace(turn, handover=reason)))))
        for reason in Handover
    }
    assert len(set(texts.values())) == len(Handover)
    assert "Is there parking?" in texts[why]
    assert "ended after 3 rounds" in texts[why]


def test_words_of_a_candidate_reach_the_team_on_one_line_and_in_bounds() -> None:
    asked = ("Hello\r\nBcc: x@evil.example \u202egnp.exe", "x" * 4000)
    lines = dict(compose(T.CANDIDATE_QUESTION, replace(FULL, asked=asked)).facts)
    assert lines["Asked (1)"] == "Hello Bcc: x@evil.example gnp.exe"
    assert lines["Asked (2)"] == "x" * 999 + "…"


def test_one_message_is_passed_on_as_the_candidates_words() -> None:
    message = compose(T.CANDIDATE_QUESTION, replace(MINIMAL, asked=("When will you call me?",)))
    assert message.facts == (("In their words", "When will you call me?"),)
