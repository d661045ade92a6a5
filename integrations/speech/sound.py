"""Sound of a WAV file as samples at 16 kHz, a piece at a time. Runs beside the engine, in its process.

Reads PCM of 8, 16, 24 and 32 bits and floating point of 32 bits, any rate, any number of channels (averaged),
also in the extensible form that the standard library of Python 3.11 refuses (Microsoft, "Multiple channel audio
data and WAVE files"). Memory holds one piece.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
"""Samples a second that the engine takes."""
PIECE_MS = 30_000
"""Longest piece."""
SEARCH_MS = 10_000
"""A piece ends at the quietest moment of its last seconds, so that no word is cut in two."""
FRAME_MS = 20
TAPS = 255
"""Length of the low-pass filter before the rate is lowered; odd, so that it shifts by whole samples."""
CUTOFF = 0.5
"""Of RATE. Consonants live just below it: a lower one costs the engine words."""
PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
RIFF_BYTES, CHUNK_BYTES, FORM_BYTES = 12, 8, 16
SUBFORM = slice(24, 26)
"""Where the extensible form says what it really is."""
MOST_CHANNELS = 32
SLOWEST, FASTEST = 4_000, 384_000
PACKED = 3
"""Bytes of a sample that no integer type has."""

Samples = NDArray[np.float32]


class SoundError(Exception):
    """A reason for people, as a code that the caller knows."""


@dataclass(frozen=True, slots=True)
class Wave:
    """Where the samples of a file lie, and how they are written."""

    kind: int
    channels: int
    rate: int
    width: int
    """Bytes of one sample of one channel."""
    start: int
    frames: int

    @property
    def total_ms(self) -> int:
        """Length."""
        return self.frames * 1000 // self.rate


def described(file: BinaryIO, size: int) -> Wave:
    """What the header says. Raises SoundError: `not_wave`, `damaged`, `unknown_coding`, `empty`."""
    opening = file.read(RIFF_BYTES)
    if opening[:4] != b"RIFF" or opening[8:] != b"WAVE":
        raise SoundError("not_wave")
    form: tuple[int, int, int, int] | None = None
    while len(head := file.read(CHUNK_BYTES)) == CHUNK_BYTES:
        name, length = struct.unpack("<4sI", head)
        if name == b"fmt ":
            form = _form(file.read(length))
        elif name == b"data":
            if form is None:
                raise SoundError("damaged")
            kind, channels, rate, width = form
            start = file.tell()
            # A recorder that was cut off, or streams, leaves a length that is too long.
            frames = min(length, size - start) // (channels * width)
            if frames <= 0:
                raise SoundError("empty")
            return Wave(kind, channels, rate, width, start, frames)
        else:
            file.seek(length, 1)
        file.seek(length & 1, 1)
    raise SoundError("damaged")


def _form(data: bytes) -> tuple[int, int, int, int]:
    if len(data) < FORM_BYTES:
        raise SoundError("damaged")
    kind, channels, rate, _, _, bits = struct.unpack("<HHIIHH", data[:FORM_BYTES])
    if kind == EXTENSIBLE and len(data) >= SUBFORM.stop:
        kind = struct.unpack("<H", data[SUBFORM])[0]
    if (kind, bits) not in {(PCM, 8), (PCM, 16), (PCM, 24), (PCM, 32), (FLOAT, 32)}:
        raise SoundError("unknown_coding")
    if not 1 <= channels <= MOST_CHANNELS or not SLOWEST <= rate <= FASTEST:
        raise SoundError("damaged")
    return kind, channels, rate, bits // 8


def pieces(recording: Path, from_ms: int = 0) -> Iterator[tuple[int, int, int, Samples]]:
    """Start and end of each piece and the length of all, in milliseconds, with its samples at RATE."""
    with recording.open("rb") as file:
        wave = described(file, recording.stat().st_size)
        at_ms = from_ms
        while at_ms < wave.total_ms:
            samples = _read(file, wave, at_ms, min(PIECE_MS, wave.total_ms - at_ms))
            is_last = at_ms + PIECE_MS >= wave.total_ms
            took_ms = wave.total_ms - at_ms if is_last else _quietest_ms(samples, wave.rate)
            piece = resampled(samples[: took_ms * wave.rate // 1000], wave.rate)
            yield at_ms, at_ms + took_ms, wave.total_ms, piece
            at_ms += took_ms


def _read(file: BinaryIO, wave: Wave, at_ms: int, length_ms: int) -> Samples:
    step = wave.channels * wave.width
    first = at_ms * wave.rate // 1000
    file.seek(wave.start + first * step)
    count = min(length_ms * wave.rate // 1000, wave.frames - first)
    data = file.read(count * step)
    data = data[: len(data) // step * step]
    return _mono(data, wave)


def _mono(data: bytes, wave: Wave) -> Samples:
    if wave.kind == FLOAT:
        values = np.nan_to_num(np.frombuffer(data, "<f4"), posinf=0.0, neginf=0.0).astype(np.float32)
    elif wave.width == 1:
        values = (np.frombuffer(data, np.uint8).astype(np.float32) - 128) / 128
    elif wave.width == PACKED:
        parts = np.frombuffer(data, np.uint8).reshape(-1, 3).astype(np.int32)
        whole = (parts[:, 0] << 8) | (parts[:, 1] << 16) | (parts[:, 2] << 24)
        values = (whole / 2**31).astype(np.float32)
    else:
        full = 2 ** (8 * wave.width - 1)
        values = (np.frombuffer(data, f"<i{wave.width}") / full).astype(np.float32)
    mixed: Samples = np.clip(values.reshape(-1, wave.channels).mean(axis=1), -1.0, 1.0).astype(np.float32)
    return mixed


def _quietest_ms(samples: Samples, rate: int) -> int:
    """Middle of the quietest frame of the last SEARCH_MS, in milliseconds from the start of the piece."""
    frame = rate * FRAME_MS // 1000
    first = (PIECE_MS - SEARCH_MS) * rate // 1000
    tail = samples[first : len(samples) // frame * frame]
    tail = tail[: len(tail) // frame * frame]
    loudness = (tail.reshape(-1, frame) ** 2).mean(axis=1)
    # The last one of equally quiet frames: the longer piece.
    quietest = len(loudness) - 1 - int(np.argmin(loudness[::-1]))
    return PIECE_MS - SEARCH_MS + quietest * FRAME_MS + FRAME_MS // 2


def resampled(samples: Samples, rate: int) -> Samples:
    """The same sound at RATE: what RATE cannot carry is filtered out first, then read between the samples."""
    if rate == RATE or not len(samples):
        return samples
    if rate > RATE:
        cutoff = CUTOFF * RATE / rate
        places = np.arange(TAPS) - TAPS // 2
        kernel = np.sinc(2 * cutoff * places) * np.hanning(TAPS)
        samples = np.convolve(samples, kernel / kernel.sum(), mode="same")
    count = len(samples) * RATE // rate
    read: Samples = np.interp(np.arange(count) * (rate / RATE), np.arange(len(samples)), samples).astype(
        np.float32
    )
    return read
