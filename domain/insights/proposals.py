"""What a language model may add: each proposal is judged here, and kept only where the transcript bears it out.

The model's answer is data. It names a turn by its number and quotes it; everything else about the insight (its place,
its origin, that nothing is said twice) is decided by rules.
"""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.insights.model import Found, Kind, Said, Severity

MOST = 5
"""Proposals of one answer that are looked at."""
SHORTEST_QUOTE = 12
"""Characters; a shorter quote proves nothing."""
LONGEST = {"content": 400, "suggestion": 400, "topic": 100}
MOST_TURNS = 12
"""New turns that the model is given at once, the last ones."""
MOST_KNOWN = 30
LONGEST_TURN = 2_000


class Dropped(StrEnum):
    """Why a proposal was dropped; counted and shown."""

    MALFORMED = "malformed"
    """Not the fields that were asked for."""
    NOT_SAID = "not_said"
    """The quote does not stand in that turn, word for word."""
    NOT_THE_CANDIDATE = "not_the_candidate"
    """The quote is the interviewer's."""
    REPEATED = "repeated"
    """It was said already."""
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Ask:
    """What the model is given: what is known, and the turns to judge."""

    turns: tuple[Said, ...]
    known: tuple[str, ...]
    """Contents of insights that stand already."""
    skills: tuple[str, ...]


class InsightProposer(Protocol):
    """Proposes insights. A port: the answer is not to be trusted."""

    async def propose(self, ask: Ask) -> Sequence[object]:
        """Proposals as they came, at most a few; each ought to be an object with type, severity, content,
        suggestion, topic, turn (number) and evidence.

        Bounded in time. Raises UnavailableError: not reached, refused, too slow, or no list of objects.
        """


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of an answer."""

    kept: tuple[Found, ...]
    dropped: Mapping[Dropped, int]
    asked: int
    """How many proposals it held."""


def judge(proposals: Sequence[object], ask: Ask, known: Collection[str] = frozenset()) -> Judged:
    """Keep what is well formed, quotes the candidate word for word, and is new; count the rest by reason."""
    turns = {turn.sequence: turn for turn in ask.turns}
    said = {_plain(text) for text in ask.known}
    kept: list[Found] = []
    dropped: dict[Dropped, int] = {}
    for place, proposal in enumerate(proposals):
        outcome = Dropped.TOO_MANY if place >= MOST else _judged(proposal, turns)
        if isinstance(outcome, Found):
            is_new = outcome.fingerprint not in {*known, *(one.fingerprint for one in kept)}
            if is_new and _plain(outcome.content) not in said:
                said.add(_plain(outcome.content))
                kept.append(outcome)
                continue
            outcome = Dropped.REPEATED
        dropped[outcome] = dropped.get(outcome, 0) + 1
    return Judged(tuple(kept), dropped, len(proposals))


def _judged(proposal: object, turns: Mapping[int, Said]) -> Found | Dropped:
    if not isinstance(proposal, dict):
        return Dropped.MALFORMED
    kind, severity = proposal.get("type"), proposal.get("severity")
    content, evidence, number = proposal.get("content"), proposal.get("evidence"), proposal.get("turn")
    if (
        not isinstance(kind, str)
        or kind not in set(Kind)
        or not isinstance(severity, str)
        or severity not in set(Severity)
        or not isinstance(content, str)
        or not isinstance(evidence, str)
        or not isinstance(number, int)
        or not 0 < len(_line(content)) <= LONGEST["content"]
    ):
        return Dropped.MALFORMED
    turn = turns.get(number)
    if turn is None or len(evidence.strip()) < SHORTEST_QUOTE or evidence.strip() not in turn.text:
        return Dropped.NOT_SAID
    if turn.role != "guest":
        return Dropped.NOT_THE_CANDIDATE
    quote = evidence.strip()
    return Found(
        Kind(kind),
        Severity(severity),
        _line(content),
        # Of one quote the model says one thing of a kind, in whatever words.
        f"model:{kind}:{hashlib.sha256(f'{turn.sequence}:{quote}'.encode()).hexdigest()[:16]}",
        turn.sequence,
        turn_id=turn.turn_id,
        topic=_optional(proposal.get("topic"), "topic"),
        suggestion=_optional(proposal.get("suggestion"), "suggestion"),
        evidence=quote,
    )


def _optional(value: object, name: str) -> str | None:
    text = _line(value) if isinstance(value, str) else ""
    return text[: LONGEST[name]] or None


def _line(text: str) -> str:
    """One line without control characters: a model's text is shown as text, whatever it holds."""
    return re.sub(r"\s+", " ", "".join(one if one.isprintable() else " " for one in text)).strip()


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
