"""Which files are taken in, for what, and how large. What a file is, its content says, never its name alone.

Only types that browsers play or show without running anything in them: no HTML, no SVG, no office documents.
"""

from collections.abc import Mapping
from enum import StrEnum

from domain.errors import InvalidInputError

MIB = 1024 * 1024
GIB = 1024 * MIB
LARGEST = 2 * GIB
"""Bytes; what an installation may lower or raise by a setting."""


class Family(StrEnum):
    """What somebody does with a file."""

    AUDIO = "audio"
    VIDEO = "video"
    IMAGE = "image"
    DOCUMENT = "document"
    TRANSCRIPT = "transcript"


class RecordingKind(StrEnum):
    """What a recording of an interview is."""

    AUDIO = "audio"
    VIDEO = "video"
    TRANSCRIPT = "transcript"


FAMILIES: Mapping[str, Family] = {
    "audio/wav": Family.AUDIO,
    "audio/mpeg": Family.AUDIO,
    "audio/ogg": Family.AUDIO,
    "audio/flac": Family.AUDIO,
    "audio/mp4": Family.AUDIO,
    "audio/aac": Family.AUDIO,
    "audio/webm": Family.AUDIO,
    "video/mp4": Family.VIDEO,
    "video/webm": Family.VIDEO,
    "video/ogg": Family.VIDEO,
    "video/quicktime": Family.VIDEO,
    "video/x-matroska": Family.VIDEO,
    "image/png": Family.IMAGE,
    "image/jpeg": Family.IMAGE,
    "image/gif": Family.IMAGE,
    "image/webp": Family.IMAGE,
    "application/pdf": Family.DOCUMENT,
    "text/vtt": Family.TRANSCRIPT,
    "application/x-subrip": Family.TRANSCRIPT,
    "application/json": Family.TRANSCRIPT,
}
"""Accepted media types."""

LIMITS: Mapping[Family, int] = {
    Family.IMAGE: 25 * MIB,
    Family.DOCUMENT: 50 * MIB,
    Family.TRANSCRIPT: 2 * MIB,
}
"""Bytes of one file; audio and video may have all that the installation allows."""

OF_JOBS = frozenset({Family.AUDIO, Family.VIDEO, Family.IMAGE, Family.DOCUMENT})
OF_RECORDINGS: Mapping[RecordingKind, Family] = {
    RecordingKind.AUDIO: Family.AUDIO,
    RecordingKind.VIDEO: Family.VIDEO,
    RecordingKind.TRANSCRIPT: Family.TRANSCRIPT,
}
TWO_FACED: Mapping[str, str] = {
    "video/webm": "audio/webm",
    "video/mp4": "audio/mp4",
    "video/ogg": "audio/ogg",
}
"""Containers that hold sound alone as well, and look the same from outside: the uploader's word decides."""
IN_PLACE = frozenset({Family.AUDIO, Family.VIDEO, Family.IMAGE})
"""Shown by a browser in the page; everything else is saved."""

LONGEST_NAME = 200


def limit_of(families: frozenset[Family], largest: int) -> int:
    """Bytes that a file of one of these families may have at most."""
    return max(min(LIMITS.get(family, largest), largest) for family in families)


def checked_type(
    found: str | None, declared: str, families: frozenset[Family], size: int, largest: int
) -> str:
    """The media type under which a file is kept. `found` is what its content is, `declared` what its sender says.

    Raises InvalidInputError naming what is taken: for another type, and for one that is too large of its kind.
    """
    declared = declared.partition(";")[0].strip().lower()
    if (
        found is not None
        and found in TWO_FACED
        and (declared == TWO_FACED[found] or Family.VIDEO not in families)
    ):
        found = TWO_FACED[found]
    family = FAMILIES.get(found) if found is not None else None
    if found is None or family not in families:
        raise InvalidInputError(
            "This kind of file is not taken here.",
            field="file",
            remedy=f"Send one of: {', '.join(kinds_of(families))}.",
        )
    limit = limit_of(frozenset({family}), largest)
    if size > limit:
        raise too_large(limit)
    return found


def too_large(limit: int) -> InvalidInputError:
    """The error of a file with more than `limit` bytes."""
    return InvalidInputError(
        f"The file is larger than {megabytes(limit)}.", field="file", remedy="Send a smaller one."
    )


def megabytes(size: int) -> str:
    """`25 MiB`, `2 GiB`; below one MiB in KiB, rounded up."""
    if size >= GIB and size % GIB == 0:
        return f"{size // GIB} GiB"
    return f"{size // MIB} MiB" if size >= MIB else f"{-(-size // 1024)} KiB"


def kinds_of(families: frozenset[Family]) -> list[str]:
    """Accepted media types of some families, in the order of the table."""
    return [media_type for media_type, family in FAMILIES.items() if family in families]


def family_of(media_type: str) -> Family | None:
    """The family of a stored file; None for what was not taken in as media."""
    return FAMILIES.get(media_type)


def plain_name(given: str) -> str:
    """A file name to keep: no path, no control characters, at most 200 characters, never empty."""
    last = given.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    if len(kept) > LONGEST_NAME:
        stem, dot, ending = kept.rpartition(".")
        tail = f"{dot}{ending[:16]}" if stem else ""
        kept = (stem or kept)[: LONGEST_NAME - len(tail)] + tail
    return kept or "file"
