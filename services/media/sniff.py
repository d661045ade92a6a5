"""What a file is, told by its first bytes: its name and what its sender says do not count."""

import re

from puremagic import PureError, magic_string

HEAD_BYTES = 64 * 1024
"""What is looked at."""
_NAMES = {
    "audio/wave": "audio/wav",
    "audio/x-wav": "audio/wav",
    "audio/wav": "audio/wav",
    "audio/mpeg": "audio/mpeg",
    "audio/flac": "audio/flac",
    "audio/x-flac": "audio/flac",
    "audio/aac": "audio/aac",
    "audio/mp4": "audio/mp4",
    ".m4a": "audio/mp4",
    "video/mp4": "video/mp4",
    "video/webm": "video/webm",
    "video/quicktime": "video/quicktime",
    "video/x-matroska": "video/x-matroska",
    "image/png": "image/png",
    "image/jpeg": "image/jpeg",
    "image/gif": "image/gif",
    "image/webp": "image/webp",
    "application/pdf": "application/pdf",
}
"""What the library calls a type, by media type or by ending, and what we call it."""
_OGG = b"OggS"
_OGG_VIDEO = (b"theora", b"\x80theora", b"BBCD", b"OVP8")
_MPEG_AUDIO = re.compile(rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff][^\xf0-\xff\x00-\x0f].", re.DOTALL)
"""Frame of MPEG audio, layers I to III, without a tag before it; free and forbidden bit rates left out."""
_ADTS = re.compile(rb"\xff[\xf0\xf1\xf8\xf9]")
_SRT = re.compile(r"\s*\d{1,6}[ \t]*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{3}[ \t]+-->[ \t]+\d{1,3}:\d\d:\d\d[,.]\d{3}")
_VTT = re.compile(r"WEBVTT(?:[ \t\r\n]|$)")
_JSON = re.compile(r"\s*[\[{]")


def media_type_of(head: bytes) -> str | None:
    """The media type of a file that begins so; None: nothing that is known here."""
    if head.startswith(_OGG):
        return "video/ogg" if any(codec in head[:512] for codec in _OGG_VIDEO) else "audio/ogg"
    text = _text_of(head)
    if text is not None:
        return _of_text(text)
    if _ADTS.match(head):
        return "audio/aac"
    if _MPEG_AUDIO.match(head):
        return "audio/mpeg"
    return _of_magic(head)


def _of_magic(head: bytes) -> str | None:
    """What the library is surest of, where it has a name for it; of equals the first."""
    try:
        found = magic_string(head)
    except (PureError, ValueError):
        return None
    for match in found:
        if match.extension in _NAMES and not match.mime_type:
            return _NAMES[match.extension]
        if match.mime_type:
            return _NAMES.get(match.mime_type)
    return None


def _of_text(text: str) -> str | None:
    if text.startswith("%PDF-"):
        return "application/pdf"
    if _VTT.match(text):
        return "text/vtt"
    if _SRT.match(text):
        return "application/x-subrip"
    if _JSON.match(text):
        return "application/json"
    return None


def _text_of(head: bytes) -> str | None:
    """The head as text, when it is text: UTF-8 without control characters. A character may be cut at its end."""
    try:
        text = head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if len(head) < HEAD_BYTES or error.start < len(head) - 3:
            return None
        text = head[: error.start].decode("utf-8-sig")
    if not text or any(sign < " " and sign not in "\t\r\n\f" for sign in text):
        return None
    return text
