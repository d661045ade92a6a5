"""Recordings that tests transcribe: spoken by espeak-ng, written as WAV in any form."""

import ctypes
import importlib
import io
import struct
import wave
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

SENTENCES = "I led a team of five engineers. We reduced the build time by forty percent."
SENTENCES += " I wrote the database code in Python."
AUDIO_OUTPUT_RETRIEVAL = 2
RATE_PARAMETER, WORDS_A_MINUTE = 1, 140
UTF8 = 1

Samples = NDArray[np.int16]


@cache
def _library() -> tuple[ctypes.CDLL, int, bytearray, object]:
    espeakng_loader: Any = importlib.import_module("espeakng_loader")
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    heard = bytearray()
    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)

    def keep(sound: object, count: int, _: object) -> int:
        if sound and count > 0:
            heard.extend(ctypes.string_at(sound, count * 2))  # type: ignore[arg-type]  # a pointer, as C hands it over
        return 0

    callback = kind(keep)
    rate = library.espeak_Initialize(AUDIO_OUTPUT_RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), 0)
    library.espeak_SetSynthCallback(callback)
    library.espeak_SetVoiceByName(b"en-us")
    library.espeak_SetParameter(RATE_PARAMETER, WORDS_A_MINUTE, 0)
    return library, int(rate), heard, callback  # the callback lives as long as the library may call it


@cache
def spoken(text: str = SENTENCES) -> tuple[Samples, int]:
    """Words as samples, and their rate (22,050 a second)."""
    library, rate, heard, _ = _library()
    heard.clear()
    said = text.encode()
    library.espeak_Synth(said, len(said) + 1, 0, 0, 0, UTF8, None, None)
    library.espeak_Synchronize()
    return np.frombuffer(bytes(heard), "<i2"), rate


def at_rate(samples: Samples, rate: int, wanted: int) -> Samples:
    """The same sound at another rate."""
    count = len(samples) * wanted // rate
    places = np.arange(count) * (rate / wanted)
    read: Samples = np.interp(places, np.arange(len(samples)), samples).astype(np.int16)
    return read


def a_wav(text: str = SENTENCES, *, rate: int = 22_050, bits: int = 16, channels: int = 1) -> bytes:
    """A WAV file that says this, as the standard library writes it."""
    samples, spoken_rate = spoken(text)
    return wav_of(at_rate(samples, spoken_rate, rate), rate, bits=bits, channels=channels)


def wav_of(samples: Samples, rate: int, *, bits: int = 16, channels: int = 1) -> bytes:
    """Samples as a WAV file of 8, 16 or 24 bits."""
    every = np.repeat(samples, channels)
    if bits == 8:
        data = ((every.astype(np.int32) >> 8) + 128).astype(np.uint8).tobytes()
    elif bits == 24:
        wide = (every.astype(np.int32) << 8).astype("<i4")
        data = wide.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    else:
        data = every.astype("<i2").tobytes()
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(bits // 8)
        file.setframerate(rate)
        file.writeframes(data)
    return buffer.getvalue()


def extensible(wav: bytes) -> bytes:
    """The same PCM with the extensible header that recorders of 24 bits write."""
    kind, channels, rate, speed, align, bits = struct.unpack("<HHIIHH", wav[20:36])
    guid = struct.pack("<H", kind) + bytes.fromhex("000000001000800000aa00389b71")
    form = struct.pack("<HHIIHHHHI", 0xFFFE, channels, rate, speed, align, bits, 22, bits, 0) + guid
    body = b"WAVE" + b"fmt " + struct.pack("<I", len(form)) + form + wav[36:]
    return b"RIFF" + struct.pack("<I", len(body)) + body
