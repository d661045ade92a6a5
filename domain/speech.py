"""What the product asks of an engine that turns speech into words: from a recording, and while people speak."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from domain.errors import UnderstudyError

LIVE_RATE = 16_000
"""Samples a second of live sound: signed, 16 bits, little-endian, one channel."""


class UnreadableRecordingError(UnderstudyError):
    """The recording gave no words for good: damaged, empty, not sound. The message is shown as the reason."""

    code = "unreadable_recording"


class SpeechRefusedError(UnderstudyError):
    """The speech service takes no work from this installation: its key or its account has to be mended."""

    code = "speech_refused"


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that belong together: a sentence, or what one speaker said without a pause."""

    text: str
    starts_ms: int
    """From the start of the recording or of the live sound; `ends_ms` likewise."""
    ends_ms: int
    speaker: str | None = None
    """A voice, `speaker_0`, where the engine tells voices apart."""
    confidence: int | None = None
    """Percent, where the engine says so."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Some more of a recording, in order. Together they cover it without gaps."""

    segments: tuple[Segment, ...]
    upto_ms: int
    """Everything before this is dealt with: whoever goes on later starts from here."""
    total_ms: int
    """Length of the recording."""


@dataclass(frozen=True, slots=True)
class LiveWords:
    """What the engine makes of live sound now."""

    segment: Segment
    is_final: bool
    """False: the words may still change; the next ones take their place."""
    ends_utterance: bool = False
    """The speaker has paused."""


class LiveSpeech(Protocol):
    """One stream of live sound. Iterating ends after `finish`, when the last words have come."""

    async def send(self, sound: bytes) -> None:
        """Hand over sound, see LIVE_RATE. Raises UnavailableError when the engine is gone."""

    async def finish(self) -> None:
        """There is no more sound; the last words come."""

    def __aiter__(self) -> AsyncIterator[LiveWords]:
        """Words as they come. Raises UnavailableError when the engine ends before `finish`."""


class SpeechToText(Protocol):
    """An engine."""

    name: str
    """For people and rows, for example `moonshine`."""

    def transcribe(
        self, recording: Path, *, from_ms: int = 0, language: str = "en"
    ) -> AsyncGenerator[Heard, None]:
        """The words of a recording, a piece at a time; the same recording gives the same pieces.

        `from_ms` is the `upto_ms` of the last piece that somebody has already. Raises UnreadableRecordingError
        and SpeechRefusedError for good, UnavailableError when the same call may work later.
        """

    def live(self, *, language: str = "en") -> AbstractAsyncContextManager[LiveSpeech]:
        """Open a stream. Raises SpeechRefusedError, UnavailableError."""


async def words_of(engine: SpeechToText, recording: Path, *, language: str = "en") -> list[Segment]:
    """All words of a short recording at once; raises as `transcribe` does."""
    return [
        segment
        async for heard in engine.transcribe(recording, language=language)
        for segment in heard.segments
    ]
