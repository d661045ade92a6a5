"""What is kept of a text interview: with the candidate's own data, and not in the log."""

import io
import json
import zipfile

import pytest
from sqlalchemy import text

from domain.vocabulary import LinkPurpose
from tests.support.text_interviews import ANSWERS, CACHE, SQL
from tests.web.site import Site, nonce_of
from tests.web.test_text_interview import begun, fields_of, says


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here no workflow runs that an act could wait for."""
    monkeypatch.setattr("web.candidate.text.PATIENCE_SECONDS", 0.0)


async def test_the_candidate_takes_every_answer_away_also_one_that_waits(site: Site) -> None:
    interview, path = await begun(site)
    await says(site, interview, path, ANSWERS[SQL])
    await site.http.post(path, data=fields_of(await site.http.get(path), ANSWERS[CACHE]))
    data_page = site.link(interview, LinkPurpose.APPLICATION) + "/data"
    nonce = nonce_of(await site.http.get(data_page))
    taken = await site.http.post(data_page, data={"nonce": nonce, "action": "download"})
    with zipfile.ZipFile(io.BytesIO(taken.content)) as packed:
        told = json.loads(packed.read("my-application.json"))
    assert ANSWERS[SQL] in [turn["text"] for turn in told["transcript"]]
    assert told["text_interview"]["state"] == "running"
    assert told["text_interview"]["waiting_answer"] == ANSWERS[CACHE]


async def test_the_log_says_what_was_done_and_never_what_was_said(site: Site) -> None:
    interview, path = await begun(site, custom_interview_questions="Can you work at night?")
    await says(site, interview, path, ANSWERS[SQL])
    await site.submit(path, action="person", why="Because Person 1 would rather talk.")
    async with site.owner.begin() as session:
        rows = list(await session.scalars(text("SELECT l::text FROM automation_logs l")))
        messages = list(await session.scalars(text("SELECT o::text FROM outbox o")))
    for row in rows + messages:
        for words in (ANSWERS[SQL], SQL, "work at night", "rather talk", "Person 1"):
            assert words not in row
