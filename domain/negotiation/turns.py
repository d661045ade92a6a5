"""One turn of a conversation as it is kept: what was understood and decided, not how it was worded.

Words are made when a turn is shown, in the reader's language and zone, so the page, the mail and the
recruiter's inbox cannot say different things.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.negotiation.bot import Decision, Handover, Move
from domain.negotiation.reading import Clarification, Reading, Topic
from domain.slots import Span


@dataclass(frozen=True, slots=True)
class BotTurn:
    """What the bot did with one message."""

    at: datetime
    move: Move
    round: int
    language: str
    """en, de, fr, es or pt: the language the candidate wrote in."""
    understood: tuple[Span, ...] = ()
    """The times that were read from the message."""
    proposals: tuple[datetime, ...] = ()
    """Starts on offer, held for the candidate."""
    held_until: datetime | None = None
    chosen: datetime | None = None
    clarification: Clarification | None = None
    handover: Handover | None = None
    asks: tuple[str, ...] = ()
    """What the candidate asked, in their words."""
    passed_on: tuple[str, ...] = ()
    """Those of `asks` that the bot could not answer; the recruiter got them."""
    rewritten: bool = False
    """Understood with the help of a language model."""


@dataclass(frozen=True, slots=True)
class PersonTurn:
    """What a person wrote: the candidate, or a recruiter who took over."""

    at: datetime
    sender: str
    """`candidate` or `recruiter`."""
    text: str
    proposals: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """What the bot may tell, and to whom. Nothing in it is about anybody else."""

    zone: str
    """The candidate's IANA zone; every time is named in it."""
    now: datetime
    length: timedelta
    interviewer_zone: str = ""
    """Named beside the candidate's when the clocks differ."""
    interviewers: tuple[str, ...] = ()
    job_title: str = ""
    company: str = ""
    location: str = ""
    video_url: str = ""
    recruiter: str = ""
    choose_by: datetime | None = None
    """The slot-selection deadline."""
    horizon: timedelta = timedelta(days=14)
    undo_until: datetime | None = None


def keep(turn: BotTurn | PersonTurn) -> dict[str, Any]:
    """The turn as JSON."""
    if isinstance(turn, PersonTurn):
        return {
            "at": turn.at.isoformat(),
            "from": turn.sender,
            "text": turn.text,
            "proposals": [start.isoformat() for start in turn.proposals],
        }
    return {
        "at": turn.at.isoformat(),
        "from": "bot",
        "move": turn.move.value,
        "round": turn.round,
        "language": turn.language,
        "understood": [[span.start.isoformat(), span.end.isoformat()] for span in turn.understood],
        "proposals": [start.isoformat() for start in turn.proposals],
        "held_until": turn.held_until.isoformat() if turn.held_until else None,
        "chosen": turn.chosen.isoformat() if turn.chosen else None,
        "clarification": [turn.clarification.topic.value, dict(turn.clarification.parameters)]
        if turn.clarification
        else None,
        "handover": turn.handover.value if turn.handover else None,
        "asks": list(turn.asks),
        "passed_on": list(turn.passed_on),
        "rewritten": turn.rewritten,
    }


def recall(kept: Mapping[str, Any]) -> BotTurn | PersonTurn:
    """A kept turn. Turns of before this form are read as far as they go."""
    at = datetime.fromisoformat(kept["at"])
    proposals = tuple(datetime.fromisoformat(start) for start in kept.get("proposals", ()))
    if kept["from"] != "bot":
        return PersonTurn(at, kept["from"], kept.get("text", ""), proposals)
    chosen, held_until, unclear = kept.get("chosen"), kept.get("held_until"), kept.get("clarification")
    fallback = Move.PROPOSE if proposals else Move.ASK_OTHER_TIMES
    return BotTurn(
        at=at,
        move=Move(kept["move"]) if "move" in kept else fallback,
        round=kept.get("round", 1),
        language=kept.get("language", "en"),
        understood=tuple(
            Span(datetime.fromisoformat(start), datetime.fromisoformat(end))
            for start, end in kept.get("understood", ())
        ),
        proposals=proposals,
        held_until=datetime.fromisoformat(held_until) if held_until else None,
        chosen=datetime.fromisoformat(chosen) if chosen else None,
        clarification=Clarification(Topic(unclear[0]), unclear[1]) if unclear else None,
        handover=Handover(kept["handover"]) if kept.get("handover") else None,
        asks=tuple(kept.get("asks", ())),
        passed_on=tuple(kept.get("passed_on", ())),
        rewritten=kept.get("rewritten", False),
    )


def told(decision: Decision, reading: Reading, at: datetime, held_until: datetime | None) -> BotTurn:
    """The turn of a decision that was carried out."""
    return BotTurn(
        at=at,
        move=decision.move,
        round=decision.round,
        language=reading.language,
        understood=reading.available or (),
        proposals=tuple(slot.start for slot in decision.proposals),
        held_until=held_until if decision.proposals else None,
        chosen=decision.chosen,
        clarification=decision.clarification,
        handover=decision.handover,
        asks=decision.asks,
    )
