"""Answers to what a candidate asks, from what is known of their own interview."""

from collections.abc import Callable, Mapping

from domain.negotiation.turns import BotTurn
from domain.negotiation.words.asking.questions import About, read_question
from domain.negotiation.words.teller import LONGEST_NAME, Teller
from domain.plain_text import clipped, one_line

LONGEST_ECHO = 120
"""Characters of a candidate's text that are repeated to them at most."""


def replies(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    """What can be answered, each answer once, in the order it was asked."""
    found: dict[str, None] = {}
    for ask in turn.asks:
        for about in read_question(ask, teller.language).about:
            found |= dict.fromkeys(_known(about, teller))
    return tuple(found)


def unanswered(turn: BotTurn, teller: Teller) -> tuple[str, ...]:
    """Those of the asks that a person has to answer, in the candidate's words.

    What was passed on when the turn was taken stays passed on, also when more is known by now.
    """
    return turn.passed_on or tuple(ask for ask in turn.asks if not _settled(ask, teller))


def passing_on(asks: tuple[str, ...], teller: Teller) -> str:
    """That a person gets these questions; empty when there are none."""
    answers = teller.phrases.answers
    if not asks:
        return ""
    if len(asks) > 1:
        return answers.several_passed_on.format(who=teller.to_somebody())
    return answers.passed_on.format(question=clipped(asks[0], LONGEST_ECHO), who=teller.to_somebody())


def _settled(ask: str, teller: Teller) -> bool:
    asked = read_question(ask, teller.language)
    return not asked.more and all(_settles(about, teller) for about in asked.about)


def _settles(about: About, teller: Teller) -> bool:
    """Whether what is known answers the subject in full: a place does not tell whether one has to come there."""
    facts = teller.facts
    if about in {About.REMOTE, About.LINK}:
        return bool(facts.video_url)
    return bool(_known(about, teller))


def _known(about: About, teller: Teller) -> tuple[str, ...]:
    """Sentences about the subject; none where nothing is known."""
    return _KNOWN[about](teller)


def _length(teller: Teller) -> tuple[str, ...]:
    length = teller.facts.length
    return (teller.phrases.answers.length.format(length=teller.clock.length(length)),) if length else ()


def _link(teller: Teller) -> tuple[str, ...]:
    url = one_line(teller.facts.video_url)
    return (teller.phrases.answers.video_at.format(url=url),) if url else ()


def _who(teller: Teller) -> tuple[str, ...]:
    names = teller.interviewers()
    return (teller.phrases.answers.who.format(names=names),) if names else ()


def _deadline(teller: Teller) -> tuple[str, ...]:
    until = teller.facts.choose_by
    return (teller.phrases.answers.deadline.format(until=teller.moment(until)),) if until else ()


def _bot(teller: Teller) -> tuple[str, ...]:
    return (teller.phrases.answers.bot,)


def _where(teller: Teller) -> tuple[str, ...]:
    facts, answers = teller.facts, teller.phrases.answers
    if facts.video_url:
        return (answers.video, *_link(teller))
    place = clipped(facts.location, LONGEST_NAME)
    return (answers.place.format(place=place),) if place else ()


def _zones(teller: Teller) -> tuple[str, ...]:
    answers, other = teller.phrases.answers, teller.facts.interviewer_zone
    here = teller.clock.place(teller.at)
    if not other or teller.clock.same_reading(teller.at, other):
        return (answers.zone.format(zone=here),)
    return (answers.zones.format(zone=here, other=teller.clock.elsewhere(other).place(teller.at)),)


_KNOWN: Mapping[About, Callable[[Teller], tuple[str, ...]]] = {
    About.LENGTH: _length,
    About.PLACE: _where,
    About.REMOTE: _where,
    About.LINK: _link,
    About.WHO: _who,
    About.ZONE: _zones,
    About.DEADLINE: _deadline,
    About.BOT: _bot,
}
