"""Turns, voices and insights as programs send and get them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, Field

from domain.interview_room.captions import Format
from domain.interview_room.turns import (
    LONGEST_KEY,
    LONGEST_MS,
    LONGEST_TEXT,
    MOST_AT_ONCE,
    SpeakerRole,
    Turn,
)
from services.interview_room.turns import Added
from web.api.bodies import Body, Reasoned, Text
from web.api.shapes import Shape

SPEAKER = r"^speaker_[0-9]{1,3}$"
Voice = Annotated[str, Field(pattern=SPEAKER)]
Milliseconds = Annotated[int, Field(ge=0, le=LONGEST_MS)]


class TurnBody(Body):
    """What one speaker said. Voices are numbers, never names."""

    text: Annotated[Text, Field(max_length=LONGEST_TEXT)]
    timestamp: AwareDatetime | None = None
    speaker: Voice | None = None
    speaker_role: SpeakerRole | None = None
    turn_key: Annotated[Text, Field(min_length=1, max_length=LONGEST_KEY)] | None = None
    starts_ms: Milliseconds | None = None
    ends_ms: Milliseconds | None = None
    is_interim: bool = False
    confidence: Annotated[int, Field(ge=0, le=100)] | None = None

    def turn(self, received: datetime) -> Turn:
        """As it is kept; without a time, it was spoken as it arrived."""
        given = self.model_dump(exclude={"timestamp"})
        return Turn(**given, spoken_at=self.timestamp or received)


class NewTurns(Body):
    """A batch of live turns."""

    turns: Annotated[list[TurnBody], Field(min_length=1, max_length=MOST_AT_ONCE)]

    def all(self, received: datetime) -> list[Turn]:
        """The turns of the batch."""
        return [one.turn(received) for one in self.turns]


class AddedTurnShape(Shape):
    """A turn of a batch, as it stands now."""

    id: UUID
    sequence: int
    turn_key: str | None
    is_interim: bool


class AddedShape(Shape):
    """What became of a batch."""

    turns: list[AddedTurnShape]
    repeated: int
    last_sequence: int


class SpokenTurnShape(Shape):
    """A turn of the transcript."""

    id: UUID
    sequence: int
    turn_key: str | None
    timestamp: datetime
    starts_ms: int | None
    ends_ms: int | None
    text: str
    speaker: str | None
    speaker_role: SpeakerRole | None
    is_interim: bool
    confidence: int | None
    source: str
    revision: int


class TurnPage(Shape):
    """Turns in order; `next` is the `after` of the next page."""

    items: list[SpokenTurnShape]
    next: str | None


class SpeakersBody(Reasoned):
    """Who is host and who guest, by voice. Voices that are not named keep their role."""

    speakers: Annotated[dict[Voice, SpeakerRole], Field(min_length=1, max_length=20)]


class SpeakersShape(Shape):
    """Who is who, why, and how sure that is."""

    assigned: bool
    speakers: dict[str, SpeakerRole]
    confidence: int | None
    why: list[str]
    by: str | None

    @classmethod
    def of(cls, roles: dict[str, Any] | None, *, assigned: bool) -> "SpeakersShape":
        """From what is kept with the interview."""
        kept = roles or {}
        return cls(
            assigned=assigned,
            speakers=kept.get("speakers", {}),
            confidence=kept.get("confidence"),
            why=kept.get("why", []),
            by=kept.get("by"),
        )


class ImportedShape(Shape):
    """What became of a transcript file."""

    format: Format
    turns: int
    repeated: int
    replaced: int


def added_shape(added: Added) -> AddedShape:
    """As it is answered."""
    return AddedShape.model_validate(added)
