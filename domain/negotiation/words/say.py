"""One turn of the bot in words: paragraphs, and the times on offer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.negotiation.bot import Move
from domain.negotiation.turns import BotTurn, TalkFacts
from domain.negotiation.words.clarifying import question
from domain.negotiation.words.replies import passing_on, replies, unanswered
from domain.negotiation.words.teller import Teller


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the bot says: plain text, nothing of it escaped."""

    paragraphs: tuple[str, ...]
    options: tuple[tuple[datetime, str], ...] = ()
    """The times on offer with their numbered texts (`1. Tuesday, 14 April, 15:00 (Berlin, UTC+2)`)."""


def say(turn: BotTurn, facts: TalkFacts) -> Spoken:
    """The turn in the language that the candidate wrote in, with what they asked answered first.

    Raises InvalidInputError for an unknown zone and for an instant without a zone.
    """
    teller = Teller.speaking(turn.language, facts, turn.at)
    # A person who takes over gets the whole conversation; naming single questions would only confuse.
    left = () if turn.move is Move.ESCALATE else unanswered(turn, teller)
    paragraphs = (*replies(turn, teller), passing_on(left, teller), *_MOVES[turn.move](turn, teller))
    options = tuple(
        (start, teller.option(number, start)) for number, start in enumerate(turn.proposals, start=1)
    )
    return Spoken(tuple(filter(None, paragraphs)), options)


def passed_on(turn: BotTurn, facts: TalkFacts) -> tuple[str, ...]:
    """What the candidate asked and the bot cannot answer, in their words: the hiring team is told."""
    return unanswered(turn, Teller.speaking(turn.language, facts, turn.at))


def _propose(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    phrases = teller.phrases
    return (
        _understood(turn, teller),
        *_offer(turn, teller, phrases.one_proposal if len(turn.proposals) == 1 else phrases.proposals),
    )


def _propose_next_best(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    phrases = teller.phrases
    nearest = phrases.nearest_one if len(turn.proposals) == 1 else phrases.nearest
    return (phrases.taken, *_offer(turn, teller, nearest))


def _offer(turn: BotTurn, teller: Teller, intro: str) -> tuple[str, ...]:
    phrases = teller.phrases
    if not turn.proposals:
        return (phrases.more_times,)
    held = phrases.held.format(until=teller.moment(turn.held_until)) if turn.held_until else ""
    answer = phrases.how_to_answer_one if len(turn.proposals) == 1 else phrases.how_to_answer
    return (f"{intro} {held}".rstrip(), answer)


def _ask_other_times(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    phrases = teller.phrases
    window = phrases.window.format(until=teller.moment(turn.at + teller.facts.horizon))
    return (_understood(turn, teller), phrases.nothing_fits, f"{phrases.more_times} {window}")


def _understood(turn: BotTurn, teller: Teller) -> str:
    if not turn.understood:
        return ""
    return teller.phrases.understood.format(times=teller.understood(turn.understood))


def _book(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    phrases = teller.phrases
    booked = phrases.booked.format(when=teller.appointment(turn.chosen)) if turn.chosen else ""
    return (booked, phrases.entry_follows)


def _answer(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    answers = teller.phrases.answers
    return ("" if turn.asks else answers.nothing_asked, answers.go_on)


def _clarify(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    return (question(turn.clarification, teller),)


def _leave(_: BotTurn, teller: Teller) -> tuple[str, ...]:
    phrases, until = teller.phrases, teller.facts.undo_until
    return (phrases.left, phrases.undo.format(until=teller.moment(until)) if until else "")


def _escalate(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    phrases = teller.phrases
    sentence = phrases.handovers[turn.handover] if turn.handover else phrases.handover
    return (sentence.format(who=teller.somebody()), phrases.no_need_to_act)


_MOVES: Mapping[Move, Callable[[BotTurn, Teller], tuple[str, ...]]] = {
    Move.PROPOSE: _propose,
    Move.PROPOSE_NEXT_BEST: _propose_next_best,
    Move.ASK_OTHER_TIMES: _ask_other_times,
    Move.BOOK: _book,
    Move.ANSWER: _answer,
    Move.CLARIFY: _clarify,
    Move.LEAVE: _leave,
    Move.ESCALATE: _escalate,
}
