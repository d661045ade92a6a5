"""Fields of files: media of jobs, recordings of interviews. As `words_hiring`."""

from typing import Any

WORDS: dict[str, tuple[str, Any] | str] = {
    "FileShape.id": "The file.",
    "FileShape.filename": ("Its name.", "interview.webm"),
    "FileShape.media_type": ("What it is, by its content.", "video/webm"),
    "FileShape.size": ("Bytes.", 48211904),
    "FileShape.url": (
        "Plays or shows it, or a part of it, without a key until `expires_at`. Null: not in the storage yet.",
        "https://hiring.example.com/files/7c5e2b1a-93d4-4b52-8c7e-5a1d0f6b2e31/WyJHRVQiLC.b3k",
    ),
    "FileShape.download_url": (
        "Saves it.",
        "https://hiring.example.com/files/7c5e2b1a-93d4-4b52-8c7e-5a1d0f6b2e31/WyJHRVQiLD.c4l",
    ),
    "FileShape.expires_at": "When both addresses end, on the wall clock.",
    "file_ids": "Files, in the order in which they are shown.",
    "RecordingShape.kind": ("What it is: `audio`, `video` or `transcript`.", "video"),
    "uploaded_by": "Who uploaded it; null: nobody who signs in, or somebody who was deleted.",
    "RecordingShape.file": "The file itself.",
}
