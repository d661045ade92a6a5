"""What the API tells of files."""

from datetime import datetime
from typing import Any
from uuid import UUID

from domain.media_types import RecordingKind
from services.media.files import LinkedFile
from services.media.recordings import Recording
from web.api.shapes import Shape

UPLOAD: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The bytes of the file, as they are; Content-Type says what its sender takes it for.",
        "content": {
            "application/octet-stream": {
                "schema": {"type": "string", "format": "binary"},
                "example": "(the bytes of a recording)",
            }
        },
    },
    "parameters": [
        {
            "name": "X-File-Name",
            "in": "header",
            "required": True,
            "description": "The file's name, percent-encoded where it is not ASCII.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 800},
            "example": "interview.webm",
        }
    ],
}
"""OpenAPI of an upload: it is read as a stream, so the framework does not see it."""


class FileShape(Shape):
    """A file, with addresses that read it without a key until `expires_at`."""

    id: UUID
    filename: str
    media_type: str
    size: int
    created_at: datetime
    url: str | None
    download_url: str | None
    expires_at: datetime | None


class JobMediaShape(Shape):
    """The files that a job shows in its interviews, in their order."""

    items: list[FileShape]


class RecordingShape(Shape):
    """A recording of an interview."""

    id: UUID
    interview_id: UUID
    kind: RecordingKind
    uploaded_by: UUID | None
    created_at: datetime
    file: FileShape


class RecordingsShape(Shape):
    """The recordings of one interview, oldest first."""

    items: list[RecordingShape]


def file_shape(linked: LinkedFile) -> FileShape:
    """A file with its addresses."""
    file = linked.file
    return FileShape(
        id=file.id,
        filename=file.filename,
        media_type=file.media_type,
        size=file.size,
        created_at=file.created_at,
        url=linked.url,
        download_url=linked.download_url,
        expires_at=linked.expires_at,
    )


def recording_shape(recording: Recording, linked: LinkedFile) -> RecordingShape:
    """A recording with its file."""
    return RecordingShape(
        id=recording.id,
        interview_id=recording.interview_id,
        kind=recording.kind,
        uploaded_by=recording.uploaded_by,
        created_at=recording.created_at,
        file=file_shape(linked),
    )
