"""Turns of every kind, and facts to tell them with."""

from datetime import UTC, datetime, timedelta

from domain.negotiation.bot import Handover, Move
from domain.negotiation.reading import Clarification, Topic
from domain.negotiation.turns import BotTurn, TalkFacts
from domain.negotiation.words import Spoken
from domain.slots import Span

LANGUAGES = ("en", "de", "fr", "es", "pt")
AT = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
FACTS = TalkFacts(
    zone="Europe/Berlin",
    now=AT,
    length=timedelta(minutes=60),
    interviewer_zone="Asia/Kolkata",
    interviewers=("Noor Khan", "Jo Li"),
    location="Berlin",
    video_url="https://meet.example/abc",
    recruiter="Mia Ott",
    choose_by=AT + timedelta(days=1),
    undo_until=AT + timedelta(minutes=10),
)
BARE = TalkFacts(zone="Europe/Berlin", now=AT, length=timedelta())


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 4, day, hour, minute, tzinfo=UTC)


SPANS = tuple(Span(at(13 + day, 10), at(13 + day, 15)) for day in range(5))
CLARIFICATIONS = {
    Topic.WHICH_DATE: {"weekday": "2", "date": "2026-04-15"},
    Topic.WHICH_OPTION: {"options": "1,3"},
    Topic.AM_OR_PM: {"clock": "7:30"},
    Topic.WHICH_DAY: {},
    Topic.SAY_AGAIN: {},
}
TURNS = {
    "propose": BotTurn(
        AT, Move.PROPOSE, 1, "en", SPANS, (at(14, 13), at(15, 8), at(16, 7)), AT + timedelta(days=1)
    ),
    "propose one": BotTurn(AT, Move.PROPOSE, 1, "en", SPANS[:1], (at(14, 13),), AT + timedelta(days=1)),
    "next best": BotTurn(
        AT,
        Move.PROPOSE_NEXT_BEST,
        1,
        "en",
        proposals=(at(14, 13), at(14, 14)),
        held_until=AT + timedelta(days=1),
    ),
    "next best one": BotTurn(AT, Move.PROPOSE_NEXT_BEST, 1, "en", proposals=(at(14, 13),)),
    "other times": BotTurn(AT, Move.ASK_OTHER_TIMES, 2, "en", SPANS),
    "other times, nothing read": BotTurn(AT, Move.ASK_OTHER_TIMES, 2, "en"),
    "book": BotTurn(AT, Move.BOOK, 1, "en", chosen=at(14, 13)),
    "answer": BotTurn(AT, Move.ANSWER, 1, "en"),
    "leave": BotTurn(AT, Move.LEAVE, 1, "en"),
    "clarify": BotTurn(AT, Move.CLARIFY, 1, "en"),
    "escalate": BotTurn(AT, Move.ESCALATE, 3, "en"),
    **{
        f"clarify {topic}": BotTurn(AT, Move.CLARIFY, 1, "en", clarification=Clarification(topic, parameters))
        for topic, parameters in CLARIFICATIONS.items()
    },
    **{
        f"clarify {topic} plainly": BotTurn(AT, Move.CLARIFY, 1, "en", clarification=Clarification(topic))
        for topic in Topic
    },
    **{f"escalate {why}": BotTurn(AT, Move.ESCALATE, 3, "en", handover=why) for why in Handover},
}


def text(spoken: Spoken) -> str:
    return "\n".join((*spoken.paragraphs, *(words for _, words in spoken.options)))
