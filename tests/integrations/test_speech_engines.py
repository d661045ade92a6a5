"""Both engines through their real clients: the local one on spoken words, Deepgram's against a local server."""

import asyncio
import wave
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest

from domain.errors import UnavailableError, UnderstudyError
from domain.speech import LiveWords, Segment, SpeechRefusedError, UnreadableRecordingError, words_of
from integrations.speech.deepgram import Deepgram
from integrations.speech.moonshine import Moonshine
from tests.doubles.deepgram import BYTES_A_SECOND, KEY, Service, a_service
from tests.support.patience import PATIENCE_SECONDS
from tests.support.speech import a_wav

WORDS = "I wrote the database code in Python."


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    async with a_service() as made:
        yield made


@pytest.fixture
async def deepgram(service: Service) -> AsyncIterator[Deepgram]:
    engine = Deepgram(KEY, service.address)
    yield engine
    await engine.close()


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "talk"
    path.write_bytes(a_wav(WORDS, rate=16_000))
    return path


# The local engine ------------------------------------------------------------------------------------------------


async def test_a_wav_gives_words_and_places_without_any_network(recording: Path) -> None:
    pieces = [heard async for heard in Moonshine().transcribe(recording)]
    assert len(pieces) == 1
    assert pieces[0].upto_ms == pieces[0].total_ms
    said = " ".join(segment.text for segment in pieces[0].segments)
    assert "Python" in said
    assert "database" in said
    assert all(0 <= one.starts_ms < one.ends_ms <= pieces[0].total_ms + 500 for one in pieces[0].segments)


async def test_live_sound_gives_words_that_change_and_then_stand() -> None:
    with wave.open(BytesIO(a_wav(WORDS, rate=16_000))) as file:
        sound = file.readframes(file.getnframes())
    async with Moonshine().live() as live:

        async def speak() -> None:
            for start in range(0, len(sound), 6_400):
                await live.send(sound[start : start + 6_400])
            await live.finish()

        speaking = asyncio.create_task(speak())
        heard = [words async for words in live]
        await speaking
    assert any(not words.is_final for words in heard)
    assert "Python" in " ".join(words.segment.text for words in heard if words.is_final)


async def test_a_poisoned_recording_and_another_language_end_with_a_reason(
    tmp_path: Path, recording: Path
) -> None:
    poison = tmp_path / "poison"
    poison.write_bytes(b"\x7fELF" + bytes(range(256)))
    with pytest.raises(UnreadableRecordingError, match="not a WAV"):
        await words_of(Moonshine(), poison)
    with pytest.raises(UnreadableRecordingError, match="English only"):
        await words_of(Moonshine(), recording, language="de")


@pytest.mark.parametrize(
    ("program", "seconds", "error", "match"),
    [
        (
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
            60.0,
            UnreadableRecordingError,
            "failed at 0:00",
        ),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", 60.0, UnavailableError, "stopped"),
        ("import time; time.sleep(60)", 1.0, UnreadableRecordingError, "in time"),
        ("print('{')", 60.0, UnavailableError, "middle of a line"),
    ],
)
async def test_an_engine_that_dies_or_hangs_costs_its_own_process_only(
    program: str,
    seconds: float,
    error: type[UnderstudyError],
    match: str,
    tmp_path: Path,
    recording: Path,
) -> None:
    process = tmp_path / "process.py"
    process.write_text(program)
    with pytest.raises(error, match=match):
        await words_of(Moonshine(process=process, piece_timeout=seconds), recording)


# Deepgram --------------------------------------------------------------------------------------------------------


async def test_a_recording_is_sent_in_parts_and_comes_back_with_voices(
    deepgram: Deepgram, service: Service, recording: Path
) -> None:
    assert await words_of(deepgram, recording) == [
        Segment("Tell me about your last project.", 100, 2200, "speaker_0", 97),
        Segment("I led a team of five engineers.", 2600, 6000, "speaker_1", 91),
    ]
    assert service.received == len(a_wav(WORDS, rate=16_000))
    [query] = service.queries
    assert (query["model"], query["diarize"], query["utterances"]) == ("nova-3", "true", "true")
    [rest] = [heard async for heard in deepgram.transcribe(recording, from_ms=2_500)]
    assert [segment.starts_ms for segment in rest.segments] == [2600]
    assert rest.upto_ms == 6_400


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, UnreadableRecordingError),
        (401, SpeechRefusedError),
        (402, SpeechRefusedError),
        (429, UnavailableError),
        (503, UnavailableError),
    ],
)
async def test_refusals_tell_whether_another_try_can_help(
    status: int, error: type[UnderstudyError], deepgram: Deepgram, service: Service, recording: Path
) -> None:
    service.status = status
    with pytest.raises(error):
        await words_of(deepgram, recording)
    assert len(service.queries) == 1, "trying again is the workflow's business"


async def test_a_wrong_key_and_a_service_that_is_not_there_are_told_apart(
    service: Service, recording: Path
) -> None:
    for key, address, error in (
        ("wrong", service.address, SpeechRefusedError),
        (KEY, "http://127.0.0.1:9", UnavailableError),
    ):
        engine = Deepgram(key, address)
        with pytest.raises(error):
            await words_of(engine, recording)
        await engine.close()


async def test_a_stream_gives_interim_and_final_words_with_their_voice(
    deepgram: Deepgram, service: Service
) -> None:
    async with deepgram.live() as live:
        await live.send(bytes(BYTES_A_SECOND))
        await live.finish()
        heard = [words async for words in live]
    assert heard == [
        LiveWords(Segment("I led a", 0, 1500, "speaker_1", 95), is_final=False),
        LiveWords(Segment("I led a team.", 0, 1500, "speaker_1", 95), is_final=True, ends_utterance=True),
        LiveWords(Segment("Of five.", 1500, 3000, "speaker_1", 95), is_final=True),
    ]
    assert service.controls[-1] == "CloseStream"
    [query] = service.queries
    assert (query["encoding"], query["sample_rate"], query["interim_results"]) == (
        "linear16",
        "16000",
        "true",
    )


async def test_a_stream_that_breaks_off_is_an_error_and_no_end(deepgram: Deepgram, service: Service) -> None:
    service.drops = True

    async def listen() -> list[LiveWords]:
        async with deepgram.live() as live:
            await live.send(bytes(BYTES_A_SECOND))
            return [words async for words in live]

    with pytest.raises(UnavailableError):
        await listen()


async def test_silence_is_bridged_by_signs_of_life(
    deepgram: Deepgram, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integrations.speech.deepgram.KEEP_ALIVE_SECONDS", 0.02)
    async with deepgram.live() as live:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await service.alive.wait()
        await live.finish()
        assert [words.segment.text async for words in live] == ["Of five."]


async def test_a_stream_that_is_refused_says_so(deepgram: Deepgram, service: Service) -> None:
    service.status = 503
    with pytest.raises(UnavailableError):
        async with deepgram.live():
            pass
    engine = Deepgram("wrong", service.address)
    with pytest.raises(SpeechRefusedError):
        async with engine.live():
            pass
    await engine.close()
