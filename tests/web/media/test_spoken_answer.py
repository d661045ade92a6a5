"""A spoken answer in the text interview: sent, turned into words by the local engine, corrected, then it counts."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from uuid import UUID

import httpx
import pytest
from temporalio.testing import ActivityEnvironment

from activities.contracts import BotAsk
from activities.interview_bot import InterviewBotActivities
from activities.step import Desk
from domain.identifiers import bot_workflow
from domain.speech import SpeechToText
from domain.vocabulary import LinkPurpose
from integrations.speech.moonshine import Moonshine
from tests.support.speech import a_wav
from tests.support.text_interviews import CACHE, machine, offer, plan
from tests.web.media.studio import Studio
from tests.web.site import nonce_of

WORDS = "I led a team of five engineers."


@pytest.fixture
async def asked(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> tuple[UUID, str]:
    """A text interview whose first question waits."""
    monkeypatch.setattr("web.candidate.text.PATIENCE_SECONDS", 0.0)
    interview = await studio.an_invitation()
    await studio.accepted(interview)
    await plan(studio.data, interview)
    await offer(studio.data, interview)
    path = studio.link(interview, LinkPurpose.TEXT)
    assert (await studio.submit(path, action="begin")).status_code == 303
    await machine(studio.data, interview)
    return interview, path


async def record(studio: Studio, path: str, content: bytes, ask: str = "1") -> httpx.Response:
    """Send a file as the page's form does."""
    nonce = nonce_of(await studio.http.get(path))
    # The fields come before the file, as in the form.
    return await studio.http.post(
        f"{path}/recording",
        data={"nonce": nonce, "ask": ask},
        files={"file": ("answer.wav", content, "audio/wav")},
    )


async def transcribe(studio: Studio, interview: UUID, engine: SpeechToText | None) -> None:
    """The workflow's step, as a worker runs it."""
    steps = InterviewBotActivities(
        Desk(studio.data.worker, studio.clock), engine=engine, storage=studio.storage
    )
    environment = ActivityEnvironment()
    environment.info = replace(environment.info, workflow_id=bot_workflow(interview))
    await environment.run(steps.transcribe_bot_answer, BotAsk(interview, studio.clock.now))


def box_of(page: httpx.Response) -> str:
    found = re.search(r'<textarea id="message"[^>]*>(.*?)</textarea>', page.text, re.DOTALL)
    assert found
    return unescape(found[1])


async def test_a_spoken_answer_comes_back_as_words_and_counts_once_they_are_sent(
    studio: Studio, asked: tuple[UUID, str]
) -> None:
    interview, path = asked
    assert "I would rather speak than write" in (await studio.http.get(path)).text
    assert (await record(studio, path, a_wav(WORDS))).status_code == 303
    assert "is being turned into words" in (await studio.http.get(path)).text
    await transcribe(studio, interview, Moonshine())

    page = await studio.http.get(path)
    assert "These words were found in your recording" in page.text
    assert "engineers" in box_of(page)
    assert (await studio.row("SELECT count(*) FROM transcripts WHERE speaker_role = 'guest'"))[0] == 0
    said = "I led a team of five engineers and we found each slow query by its plan."
    sent = await studio.http.post(
        path, data={"nonce": nonce_of(page), "action": "reply", "ask": "1", "message": said}
    )
    assert sent.status_code == 303
    await machine(studio.data, interview)
    assert CACHE in (await studio.http.get(path)).text
    kept = await studio.row("SELECT text FROM transcripts WHERE speaker_role = 'guest'")
    assert kept[0] == said
    # Nothing names the recording any more: the sweep removes it.
    assert tuple(await studio.row("SELECT file_id, text FROM bot_answers")) == (None, None)
    gone = await studio.row("SELECT sweep_files(:at, 10)", at=studio.clock.now + timedelta(days=1))
    assert gone[0] == 1


async def test_what_holds_no_words_is_written_instead(studio: Studio, asked: tuple[UUID, str]) -> None:
    interview, path = asked
    for content in (b"RIFF\x24\x00\x00\x00WAVEfmt " + b"\x00" * 40, a_wav(WORDS)):
        assert (await record(studio, path, content)).status_code == 303
        # A damaged file, and a place without an engine.
        await transcribe(studio, interview, Moonshine() if len(content) < 100 else None)
        page = await studio.http.get(path)
        assert "No words were found in your recording" in page.text
        assert box_of(page) == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.4 a file", "This kind of file is not taken here."), (b"", "The file is empty.")],
)
async def test_only_sound_is_taken(
    studio: Studio, asked: tuple[UUID, str], content: bytes, words: str
) -> None:
    _, path = asked
    answer = await record(studio, path, content)
    assert answer.status_code == 422
    assert words in answer.text
    assert (await studio.row("SELECT count(*) FROM files"))[0] == 0


async def test_a_recording_for_a_question_of_before_changes_nothing(
    studio: Studio, asked: tuple[UUID, str]
) -> None:
    _, path = asked
    answer = await record(studio, path, a_wav(WORDS), ask="7")
    assert answer.status_code == 409
    assert (await studio.row("SELECT count(*) FROM bot_answers"))[0] == 0
