"""WAV files of every common form give the same sound at the engine's rate; others are refused with a reason."""

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.speech.reasons import REASONS, unreadable
from integrations.speech.sound import PIECE_MS, RATE, SoundError, described, pieces, resampled
from tests.support.speech import Samples, extensible, wav_of


def a_tone(seconds: float, rate: int, hertz: float = 440.0) -> Samples:
    times = np.arange(int(seconds * rate)) / rate
    return (12_000 * np.sin(2 * np.pi * hertz * times)).astype(np.int16)


def read(path: Path, content: bytes) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    path.write_bytes(content)
    return np.concatenate([samples for *_, samples in pieces(path)])


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("bits", [8, 16, 24])
@pytest.mark.parametrize("channels", [1, 2])
def test_every_form_gives_the_same_tone(rate: int, bits: int, channels: int, tmp_path: Path) -> None:
    found = read(tmp_path / "a.wav", wav_of(a_tone(0.5, rate), rate, bits=bits, channels=channels))
    assert abs(len(found) - RATE // 2) <= 1
    wanted = a_tone(0.5, RATE)[: len(found)] / 32768
    inner = slice(400, -400)  # filters swing at the ends
    assert np.abs(found[: len(wanted)][inner] - wanted[inner]).max() < 0.03


def test_the_extensible_form_of_recorders_is_read(tmp_path: Path) -> None:
    plain = wav_of(a_tone(0.2, RATE), RATE, bits=24)
    assert np.array_equal(read(tmp_path / "a.wav", extensible(plain)), read(tmp_path / "b.wav", plain))


def test_what_the_engines_rate_cannot_carry_is_filtered_out(tmp_path: Path) -> None:
    high = read(tmp_path / "a.wav", wav_of(a_tone(0.5, 48_000, hertz=11_000.0), 48_000))
    assert np.abs(high[400:-400]).max() < 0.01


def test_a_recording_that_was_cut_off_is_read_to_its_end(tmp_path: Path) -> None:
    whole = wav_of(a_tone(1.0, RATE), RATE)
    assert len(read(tmp_path / "a.wav", whole[: len(whole) // 2])) == pytest.approx(RATE / 2, abs=50)


def test_long_recordings_come_in_pieces_that_end_in_silence_and_go_on_anywhere(tmp_path: Path) -> None:
    speech, silence = a_tone(25.0, 8_000), np.zeros(8_000, np.int16)
    path = tmp_path / "a.wav"
    path.write_bytes(wav_of(np.concatenate([speech, silence, speech, silence, speech]), 8_000))
    found = [(start, end, total) for start, end, total, _ in pieces(path)]
    assert [start for start, *_ in found] == [0, *[end for _, end, _ in found[:-1]]]
    assert found[-1][1] == found[-1][2] == 77_000
    assert all(end - start <= PIECE_MS for start, end, _ in found)
    assert 25_000 <= found[0][1] <= 26_000
    assert [place[:2] for place in found[1:]] == [(a, b) for a, b, *_ in pieces(path, found[0][1])]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_wave"),
        (b"ID3 an mp3", "not_wave"),
        (b"RIFF\x00\x00\x00\x00WAVE", "damaged"),
        (wav_of(np.zeros(0, np.int16), RATE), "empty"),
        (wav_of(a_tone(0.1, RATE), RATE).replace(b"fmt ", b"tmf "), "damaged"),
        (
            b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00" + struct.pack("<HHIIHH", 2, 1, 8000, 1, 1, 4),
            "unknown_coding",
        ),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(SoundError, match=code):
        list(pieces(path))
    assert REASONS[code][0] in str(unreadable(code))


@given(st.binary(max_size=200))
def test_no_header_crashes_the_reader(noise: bytes) -> None:
    for content in (
        noise,
        b"RIFF\x00\x00\x00\x00WAVE" + noise,
        b"RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00" + noise,
    ):
        try:
            wave = described(io.BytesIO(content), len(content))
        except SoundError:
            continue
        assert wave.frames > 0


def test_the_own_rate_is_left_as_it_is() -> None:
    samples = (a_tone(0.1, RATE) / 32768).astype(np.float32)
    assert resampled(samples, RATE) is samples
