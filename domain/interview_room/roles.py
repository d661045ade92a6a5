"""Who is host and who is guest, from what was said: pure, and able to say why.

An interview has one guest, the candidate; everybody else asks, so whoever speaks least like a guest is a host.
Weights were set by hand on scripted dialogues (tests/domain/interview_room); they only order the voices of one
interview, and a person's word always stands above them.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.interview_room import role_words as words
from domain.interview_room.turns import CERTAIN, SpeakerRole

ASSIGNED_AFTER = 5
"""Final turns that must have been heard (two voices or more)."""
JUDGED_UNTIL = 40
"""Turns after which a detected role stays, also when later talk would say otherwise."""
VOICES = 2
"""Fewest voices among which somebody asks and somebody answers."""
PLANNED_WORDS, PLANNED_SHARE = 3, 0.7
"""A planned question was asked when so much of its words was heard; shorter ones are too common to tell."""
KNOWN, HOSTING, INVITING, ASKING, GUEST, ABOUT_HOUSE, LENGTH, FIRST = 4.0, 3.0, 2.0, 2.0, 3.0, 1.5, 0.8, 0.5
"""Weights: planned questions, welcoming, inviting to tell, asking, telling of own work, asking about the house,
length of turns, speaking first."""

SURE = 2.5
"""Distance between guest and nearest host at which it is about 80 percent sure."""


@dataclass(frozen=True, slots=True)
class Said:
    """One final turn, as far as roles need it."""

    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Who is who."""

    speakers: Mapping[str, SpeakerRole]
    confidence: int
    """How sure, 50 to 99 percent; 100 when a person said so."""
    why: tuple[str, ...]
    """Plain sentences that count what was heard; they quote nobody."""
    by: str = "rules"
    """`rules`, `sender` (the source of the turns said so) or `person`."""

    def as_json(self) -> dict[str, Any]:
        """As it is kept: `host` and `guest` name one voice each, `speakers` all of them."""
        first = {role.value: speaker for speaker, role in reversed(list(self.speakers.items()))}
        return {
            **first,
            "speakers": {speaker: role.value for speaker, role in self.speakers.items()},
            "confidence": self.confidence,
            "why": list(self.why),
            "by": self.by,
        }


@dataclass(slots=True)
class _Heard:
    """What was counted of one voice."""

    turns: int = 0
    words: int = 0
    known: int = 0
    hosting: int = 0
    inviting: int = 0
    asking: int = 0
    telling: int = 0
    about_house: int = 0

    def share(self, count: int) -> float:
        return count / self.turns


def detect(
    said: Sequence[Said],
    questions: Collection[str] = (),
    known: Mapping[str, SpeakerRole] | None = None,
) -> Roles | None:
    """Roles of everybody heard; None while too little was said or only one voice was heard.

    `questions` are texts that the host means to ask; `known` are roles that somebody told, which stay.
    """
    told = known or {}
    heard = _count(said, questions)
    if len(said) < ASSIGNED_AFTER or len(heard) < VOICES:
        return None
    usual = math.exp(sum(math.log(1 + one.words / one.turns) for one in heard.values()) / len(heard))
    first = said[0].speaker
    scores = {
        speaker: _score(one, usual) + (FIRST if speaker == first else 0.0) for speaker, one in heard.items()
    }
    ranked = sorted(heard, key=lambda speaker: (scores[speaker], -heard[speaker].turns, speaker))
    margin = scores[ranked[1]] - scores[ranked[0]]
    guests = {speaker for speaker, role in told.items() if role is SpeakerRole.GUEST}
    guests = guests or {next((speaker for speaker in ranked if speaker not in told), ranked[0])}
    speakers = {
        speaker: SpeakerRole.GUEST if speaker in guests else SpeakerRole.HOST for speaker in sorted(heard)
    } | dict(told)
    confidence = min(99, round(50 + 50 * (1 - math.exp(-margin / SURE))))
    why = tuple(_why(speaker, heard[speaker], speakers[speaker]) for speaker in sorted(heard))
    return Roles(speakers, confidence, why)


def chosen(speakers: Mapping[str, SpeakerRole]) -> Roles:
    """What a person said: nothing detected or sent later changes it."""
    return Roles(dict(sorted(speakers.items())), CERTAIN, ("Set by a person.",), by="person")


def told(speakers: Mapping[str, SpeakerRole]) -> Roles:
    """What the source of the turns said: it stays until a person says otherwise."""
    return Roles(dict(sorted(speakers.items())), CERTAIN, ("Told by the source of the turns.",), by="sender")


def _count(said: Sequence[Said], questions: Collection[str]) -> dict[str, _Heard]:
    planned = [
        tokens for tokens in (words.tokens(text) for text in questions) if len(tokens) >= PLANNED_WORDS
    ]
    heard: dict[str, _Heard] = {}
    for turn in said:
        one = heard.setdefault(turn.speaker, _Heard())
        plain, spoken = words.plain(turn.text), words.tokens(turn.text)
        one.turns += 1
        one.words += len(turn.text.split())
        one.known += any(len(tokens & spoken) >= PLANNED_SHARE * len(tokens) for tokens in planned)
        one.hosting += words.HOSTING.search(plain) is not None
        one.inviting += words.INVITING.search(plain) is not None
        asks = words.is_question(turn.text, plain)
        is_about_house = asks and words.ABOUT_HOUSE.search(plain) is not None
        one.about_house += is_about_house
        one.asking += asks and not is_about_house
        one.telling += words.TELLING.search(plain) is not None
    return heard


def _score(one: _Heard, usual_words: float) -> float:
    """How much like a host."""
    longer = math.log((1 + one.words / one.turns) / usual_words)
    return (
        KNOWN * min(1.0, one.known)
        + HOSTING * min(1.0, one.hosting)
        + INVITING * one.share(one.inviting)
        + ASKING * one.share(one.asking)
        - GUEST * one.share(one.telling)
        - ABOUT_HOUSE * one.share(one.about_house)
        - LENGTH * longer
    )


def _why(speaker: str, one: _Heard, role: SpeakerRole) -> str:
    counted = {
        "planned questions": one.known,
        "welcoming or leading": one.hosting,
        "asking": one.asking + one.inviting,
        "telling of own work": one.telling,
        "asking about the house": one.about_house,
    }
    parts = [f"{what} {count}\u00d7" for what, count in counted.items() if count]
    parts.append(f"{round(one.words / one.turns)} words a turn")
    return f"{speaker} sounds like the {role}: {', '.join(parts)}."
