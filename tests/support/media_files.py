"""Small files of every kind, made by hand: their first bytes are what such files begin with."""

import io
import struct
import wave


def wav(seconds: float = 0.1, rate: int = 8000) -> bytes:
    """Silence."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(bytes(2 * int(seconds * rate)))
    return made.getvalue()


def _mp4(brand: bytes) -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + b"\0\0\x02\0isomiso2" + bytes(200)


def _matroska(kind: bytes) -> bytes:
    head = b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82"
    return head + bytes([0x80 + len(kind)]) + kind + b"B\x87\x81\x04" + bytes(200)


PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf"
    b"\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
)
VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\n<v Rosa>Tell me about bread.\n"
SRT = b"1\r\n00:00:00,000 --> 00:00:02,000\r\nRosa: Tell me about bread.\r\n"
JSON = b'[{"speaker": "Rosa", "text": "Tell me about bread."}]'

EVERY: dict[str, tuple[bytes, ...]] = {
    "audio/wav": (wav(),),
    "audio/mpeg": (
        b"ID3\x03\0\0\0\0\0\x0a" + bytes(10) + b"\xff\xfb\x90\0" + bytes(400),
        (b"\xff\xfb\x90\0" + bytes(413)) * 2,
        b"\xff\xf3\x90\0" + bytes(413),
    ),
    "audio/ogg": (b"OggS\0\x02" + bytes(20) + b"\x01\x13OpusHead", b"OggS\0\x02" + bytes(20) + b"\x01vorbis"),
    "video/ogg": (b"OggS\0\x02" + bytes(20) + b"\x01\x2a\x80theora",),
    "audio/flac": (b"fLaC\0\0\0\x22" + bytes(40),),
    "audio/mp4": (_mp4(b"M4A "),),
    "audio/aac": (b"\xff\xf1\x50\x80" + bytes(40),),
    "video/mp4": (_mp4(b"isom"), _mp4(b"mp42")),
    "video/quicktime": (_mp4(b"qt  "),),
    "video/webm": (_matroska(b"webm"),),
    "video/x-matroska": (_matroska(b"matroska"),),
    "image/png": (PNG,),
    "image/jpeg": (
        b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(40),
        b"\xff\xd8\xff\xe1\0\x10Exif\0" + bytes(40),
    ),
    "image/gif": (b"GIF89a" + bytes(40),),
    "image/webp": (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(40),),
    "application/pdf": (b"%PDF-1.7\n1 0 obj\n", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"),
    "text/vtt": (VTT, b"\xef\xbb\xbf" + VTT),
    "application/x-subrip": (SRT, b"\xef\xbb\xbf" + SRT.replace(b"\r", b"")),
    "application/json": (JSON, b'\n  {"turns": []}'),
}
"""Files by media type."""

STRANGE: dict[str, bytes] = {
    "html": b"<!doctype html><html><script>alert(1)</script>",
    "html that claims to be a PDF": b"<html><!-- %PDF-1.4 --><script>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "svg with a declaration": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">',
    "program": b"MZ\x90\0" + bytes(100),
    "elf": b"\x7fELF\x02\x01\x01" + bytes(100),
    "archive": b"PK\x03\x04\x14\0" + bytes(100),
    "avi": b"RIFF\x24\0\0\0AVI LIST" + bytes(40),
    "plain text": b"Hello, this is a text.",
    "a script": b"#!/bin/sh\nrm -rf /\n",
    "nothing known": bytes(range(256)),
    "zeros": bytes(1000),
    "text with a NUL": b"WEBVTT\n\0",
    "nearly vtt": b"WEBVTTX\n",
}
"""What is not taken anywhere."""

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The harmless text that every virus scanner reports."""
SCANNER = "grep -q EICAR-STANDARD-ANTIVIRUS-TEST-FILE -"
"""Finds that text: 0 found, 1 not found, so its answer is turned round by `sh` below."""
SCAN = f"sh -c '{SCANNER} && exit 1; exit 0'"
"""A scanner as the setting wants it: 0 clean, 1 infected."""
