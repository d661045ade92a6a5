"""Why a recording gave no words, in sentences for people."""

from collections.abc import Mapping

from domain.speech import UnreadableRecordingError

REASONS: Mapping[str, tuple[str, str]] = {
    "not_wave": (
        "The recording is not a WAV file, and the local engine reads no other sound.",
        "Convert it to WAV, or set up a Deepgram-compatible service.",
    ),
    "damaged": ("The recording is damaged: its header makes no sense.", "Export it again and upload that."),
    "unknown_coding": (
        "The recording is a WAV file with a coding that cannot be read.",
        "Export it as PCM with 8, 16 or 24 bits.",
    ),
    "empty": ("The recording holds no sound.", "Upload the right file."),
    "too_big": ("The recording needs more memory than a recording may.", "Split it, or export it again."),
    "too_slow": (
        "The engine could not finish a piece of the recording in time.",
        "Export it again, then retry.",
    ),
    "language": (
        "The local engine knows English only, and this interview is held in another language.",
        "Upload a transcript, or set up a Deepgram-compatible service.",
    ),
    "refused": (
        "The speech service cannot read this recording.",
        "Export it in a common format and upload that.",
    ),
}


def unreadable(code: str) -> UnreadableRecordingError:
    """The error of a reason."""
    why, remedy = REASONS.get(code, REASONS["damaged"])
    return UnreadableRecordingError(why, field="recording", remedy=remedy)
