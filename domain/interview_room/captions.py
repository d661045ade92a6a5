"""Transcripts that come as files: WebVTT, SubRip (SRT) and JSON, read into cues. Nothing of a file is trusted.

Libraries read WebVTT and SRT strictly: a damaged part is an error, never a silent gap in what somebody said.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from domain.errors import InvalidInputError
from domain.interview_room.turns import CERTAIN, MOST_OF_INTERVIEW

LARGEST = 2 * 1024 * 1024
"""Bytes of a file: about ten times what a two-hour interview needs."""
LONGEST_MS = 24 * 60 * 60 * 1000
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,100})?[ \t]+([^<>\n]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>\n]{0,200}>")
_PREFIX = re.compile(r"\s*[-\u2013]?\s*([^\W\d_][\w .,'\u2019()-]{0,60}?)\s*:\s+(?=\S)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MOST_VOICES = 12
"""More names than that before a colon are no names."""
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


class Format(StrEnum):
    """How a file is written."""

    VTT = "vtt"
    SRT = "srt"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Cue:
    """What one voice said in one stretch of the recording."""

    text: str
    starts_ms: int
    ends_ms: int
    voice: str | None = None
    """The name that the file gives the voice."""
    confidence: int | None = None


def read(data: bytes) -> tuple[Format, list[Cue]]:
    """The cues of a file, in the order of the recording. Raises InvalidInputError that says what is wrong with it."""
    if len(data) > LARGEST:
        raise _bad(f"The file is larger than {LARGEST // 1024 // 1024} MiB.", "Send the transcript in parts.")
    text = _text(data)
    written = _format(text)
    found = _json(text) if written is Format.JSON else _captions(text, written)
    cues = [cue for cue in found if cue.text]
    if not cues:
        raise _bad("The file holds no words.", "Export the transcript again.")
    if len(cues) > MOST_OF_INTERVIEW:
        raise _bad(f"The file has more than {MOST_OF_INTERVIEW} cues.", "Send the transcript in parts.")
    return written, sorted(_with_prefixes(cues), key=lambda cue: cue.starts_ms)


def _bad(message: str, remedy: str) -> InvalidInputError:
    return InvalidInputError(message, field="file", remedy=remedy)


def _text(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _bad("The file is not text in UTF-8.", "Save it as UTF-8 and send it again.") from None
    if _CONTROL.search(text):
        raise _bad("The file holds control characters.", "Send WebVTT, SRT or JSON as text.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _format(text: str) -> Format:
    start = text.lstrip()
    if start.startswith("WEBVTT"):
        return Format.VTT
    if start[:1] in {"{", "["}:
        return Format.JSON
    if "-->" in start[:2000]:
        return Format.SRT
    raise _bad("The file is none of WebVTT, SRT and JSON.", "Export the transcript in one of these formats.")


def _captions(text: str, written: Format) -> Iterator[Cue]:
    lines = text.lstrip().split("\n")
    try:
        found = webvtt.from_buffer(lines, format=written.value, strict=True).captions
    except (MalformedFileError, MalformedCaptionError):
        # The library's message quotes the file.
        found = None
    # Of SRT the library leaves damaged cues out without a word.
    if found is None or len(found) != sum("-->" in line for line in lines):
        raise _bad(
            f"A part of the file is not valid {'WebVTT' if written is Format.VTT else 'SRT'}.",
            "Look for a damaged time, or a missing blank line between two cues.",
        )
    for place, caption in enumerate(found, 1):
        starts, ends = _checked(place, _milliseconds(caption.start), _milliseconds(caption.end))
        for voice, words in _spoken(caption.raw_text):
            yield Cue(words, starts, ends, voice)


def _spoken(raw: str) -> Iterator[tuple[str | None, str]]:
    """The parts of a cue by voice."""
    parts = _VOICE.split(raw)
    yield None, _plain(parts[0])
    for voice, words in zip(parts[1::2], parts[2::2], strict=True):
        yield " ".join(html.unescape(voice).split()) or None, _plain(words)


def _plain(marked: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", marked)).split())


def _milliseconds(stamp: str) -> int:
    """Of `HH:MM:SS.mmm`, as the library writes every time."""
    hours, minutes, seconds = stamp.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60) * 1000 + float(seconds) * 1000)


def _checked(place: int, starts: int, ends: int) -> tuple[int, int]:
    if not 0 <= starts <= ends <= LONGEST_MS:
        raise _bad(
            f"Cue {place} ends before it starts, or lies beyond a day.",
            "Correct its times and send the file again.",
        )
    return starts, ends


def _with_prefixes(cues: list[Cue]) -> Iterable[Cue]:
    """`Ana: Hello` as words of the voice `Ana`, where a file without voices writes names like this."""
    if any(cue.voice for cue in cues):
        return cues
    found = [_PREFIX.match(cue.text) for cue in cues]
    names = Counter(match[1] for match in found if match)
    usual = {name for name, count in names.items() if count > 1 or len(cues) < 2 * MOST_VOICES}
    if not usual or len(usual) > MOST_VOICES or 2 * sum(names[name] for name in usual) < len(cues):
        return cues
    return [
        replace(cue, voice=match[1], text=cue.text[match.end() :]) if match and match[1] in usual else cue
        for cue, match in zip(cues, found, strict=True)
    ]


def _json(text: str) -> Iterator[Cue]:
    """Lists of turns: our own, Whisper's `segments`, or Deepgram's `results.utterances`."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise _bad("The file is not valid JSON.", "Export the transcript again.") from None
    rows = whole if isinstance(whole, list) else _rows(whole)
    for place, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise _bad(f"Turn {place} is no object.", "Each turn needs text, and times where it has them.")
        yield _turn(place, row)


def _rows(whole: Mapping[str, Any]) -> list[Any]:
    results = whole.get("results")
    places = [
        whole.get("turns"),
        whole.get("segments"),
        results.get("utterances") if isinstance(results, dict) else None,
    ]
    found = next((rows for rows in places if isinstance(rows, list)), None)
    if found is None:
        raise _bad("The JSON holds no list of turns.", "Send a list, or an object with `turns`.")
    return found


def _turn(place: int, row: Mapping[str, Any]) -> Cue:
    words = row.get("text", row.get("transcript"))
    if not isinstance(words, str):
        raise _bad(f"Turn {place} has no text.", "Each turn needs `text`.")
    starts = _number(place, row, "starts_ms", "start")
    ends = _number(place, row, "ends_ms", "end")
    starts, ends = _checked(place, starts or 0, ends if ends is not None else starts or 0)
    speaker = row.get("speaker")
    if speaker is not None and not isinstance(speaker, str | int):
        raise _bad(f"The speaker of turn {place} is neither a name nor a number.", "Correct it.")
    sure = row.get("confidence")
    percent = None
    if isinstance(sure, int | float) and not isinstance(sure, bool) and 0 <= sure <= CERTAIN:
        percent = round(sure * CERTAIN) if sure <= 1 else round(sure)
    return Cue(
        " ".join(words.split()), starts, ends, str(speaker)[:200] if speaker is not None else None, percent
    )


def _number(place: int, row: Mapping[str, Any], in_ms: str, in_seconds: str) -> int | None:
    for name, factor in ((in_ms, 1), (in_seconds, 1000)):
        value = row.get(name)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST_MS:
            raise _bad(
                f"`{name}` of turn {place} is no time.",
                f"Give it in {'milliseconds' if factor == 1 else 'seconds'}.",
            )
        return round(value * factor)
    return None
