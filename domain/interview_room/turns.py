"""A turn of an interview: what one speaker said at one moment, and which turns are fit to be kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.errors import InvalidInputError

LONGEST_TEXT = 8_000
"""Characters of one turn: about ten minutes of speech without a pause."""
LONGEST_KEY = 200
LONGEST_SPEAKER = 50
"""As the column is wide."""
MOST_AT_ONCE = 500
"""Turns of one batch."""
MOST_OF_INTERVIEW = 20_000
"""Turns of one interview: a whole day of quick talk."""
CERTAIN = 100
"""Percent."""
LONGEST_MS = 2**31 - 1
"""A column of 32 bits; 24 days of recording."""


class Source(StrEnum):
    """How a turn came in."""

    LIVE = "live"
    FILE = "file"
    SPEECH = "speech"
    BOT = "bot"


class SpeakerRole(StrEnum):
    """Who asks and who answers."""

    HOST = "host"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said."""

    text: str
    spoken_at: datetime
    """Aware. As the sender says, or the moment it arrived."""
    speaker: str | None = None
    """A voice, not a name: `speaker_0`, `speaker_1`."""
    speaker_role: SpeakerRole | None = None
    """Where the sender knows it; otherwise the roles are detected."""
    turn_key: str | None = None
    """The sender's own id; the same one again is the same turn."""
    starts_ms: int | None = None
    ends_ms: int | None = None
    """Place in the recording, in milliseconds from its start."""
    is_interim: bool = False
    """The words may still change; a turn that is not interim takes its place. Needs a `turn_key`."""
    confidence: int | None = None
    """Of the recognizer, in percent."""
    source: Source = Source.LIVE


def checked(turns: Iterable[Turn]) -> list[Turn]:
    """Turns that may be kept, in the order in which they were spoken; empty ones are left out.

    Raises InvalidInputError that names the turn by its place in the batch, counted from 0.
    """
    kept = []
    for place, turn in enumerate(turns):
        if place >= MOST_AT_ONCE:
            raise InvalidInputError(
                f"A batch holds at most {MOST_AT_ONCE} turns.", field="turns", remedy="Send them in parts."
            )
        _check(turn, f"turns.{place}")
        if turn.text.strip():
            kept.append(turn)
    return sorted(kept, key=lambda turn: turn.spoken_at)


def _check(turn: Turn, at: str) -> None:
    if len(turn.text) > LONGEST_TEXT:
        raise InvalidInputError(
            f"A turn holds at most {LONGEST_TEXT} characters, this one {len(turn.text)}.",
            field=f"{at}.text",
            remedy="Send it as several turns.",
        )
    if "\x00" in turn.text or "\x00" in (turn.turn_key or "") or "\x00" in (turn.speaker or ""):
        raise InvalidInputError("A turn holds a zero character.", field=f"{at}.text", remedy="Leave it out.")
    if turn.spoken_at.tzinfo is None:
        raise InvalidInputError(
            "The time of a turn has no zone.", field=f"{at}.spoken_at", remedy="End it with Z or an offset."
        )
    if turn.turn_key is not None and not 1 <= len(turn.turn_key) <= LONGEST_KEY:
        raise InvalidInputError(
            f"The key of a turn has 1 to {LONGEST_KEY} characters.", field=f"{at}.turn_key"
        )
    if turn.speaker is not None and not 1 <= len(turn.speaker) <= LONGEST_SPEAKER:
        raise InvalidInputError(f"A speaker has 1 to {LONGEST_SPEAKER} characters.", field=f"{at}.speaker")
    if turn.is_interim and turn.turn_key is None:
        raise InvalidInputError(
            "An interim turn needs a key, or its final words cannot take its place.",
            field=f"{at}.turn_key",
            remedy="Give it a turn_key and send the final turn under the same one.",
        )
    if turn.confidence is not None and not 0 <= turn.confidence <= CERTAIN:
        raise InvalidInputError("Confidence is a percentage, 0 to 100.", field=f"{at}.confidence")
    _check_place(turn, at)


def _check_place(turn: Turn, at: str) -> None:
    starts, ends = turn.starts_ms, turn.ends_ms
    if (starts is not None and not 0 <= starts <= LONGEST_MS) or (
        ends is not None and not 0 <= ends <= LONGEST_MS
    ):
        raise InvalidInputError(
            f"A place in the recording is 0 to {LONGEST_MS} milliseconds.", field=f"{at}.starts_ms"
        )
    if starts is not None and ends is not None and ends < starts:
        raise InvalidInputError("A turn ends before it starts.", field=f"{at}.ends_ms")


def merged(turns: Iterable[Turn]) -> list[Turn]:
    """The same turns, each key once: its first final words, or else its newest interim ones, in its first place."""
    found: dict[object, Turn] = {}
    for place, turn in enumerate(turns):
        key: object = place if turn.turn_key is None else turn.turn_key
        if key not in found or found[key].is_interim:
            found[key] = turn
    return list(found.values())
