"""The page of the text interview: begun by a button, answered once, stopped, resumed, handed over; nothing lost."""

import asyncio
import re
from html import unescape
from uuid import UUID

import httpx
import pytest

from domain.vocabulary import Flag, LinkPurpose
from services import flags
from services.interviews import end
from tests.support.data import BY_HAND
from tests.support.text_interviews import ANSWERS, CACHE, SQL, machine, offer, plan
from tests.web.site import Site, nonce_of


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here no workflow runs that an act could wait for."""
    monkeypatch.setattr("web.candidate.text.PATIENCE_SECONDS", 0.0)


async def offered(site: Site, **texts: str) -> tuple[UUID, str]:
    """An accepted interview with a plan of two questions; its job offers a text interview."""
    interview = await site.an_invitation()
    await site.accepted(interview)
    await plan(site.data, interview)
    await offer(site.data, interview, **texts)
    return interview, site.link(interview, LinkPurpose.TEXT)


async def begun(site: Site, **texts: str) -> tuple[UUID, str]:
    """As `offered`, with the first question asked."""
    interview, path = await offered(site, **texts)
    assert (await site.submit(path, action="begin")).status_code == 303
    await machine(site.data, interview)
    return interview, path


async def says(site: Site, interview: UUID, path: str, words: str) -> httpx.Response:
    """Answer what is asked, and let the machine read it."""
    page = await site.http.get(path)
    answer = await site.http.post(path, data=fields_of(page, words))
    await machine(site.data, interview)
    return answer


def fields_of(page: httpx.Response, words: str) -> dict[str, str]:
    ask = re.search(r'name="ask" value="(\d+)"', page.text)
    assert ask is not None, page.text
    return {"nonce": nonce_of(page), "action": "reply", "ask": ask[1], "message": words}


def last_words(page: httpx.Response) -> str:
    """The last thing that was said."""
    return unescape(re.sub(r"<[^>]+>", " ", page.text.partition('class="talk"')[2].partition("</ol>")[0]))


async def state_of(site: Site, interview: UUID) -> str:
    row = await site.row("SELECT state FROM bot_interviews WHERE interview_id = :id", id=interview)
    return str(row[0])


async def test_looking_begins_nothing_and_the_button_does(site: Site) -> None:
    interview, path = await offered(site, custom_screening_prompt="We bake at night.")
    before = await site.snapshot()
    page = await site.http.get(path)
    assert page.status_code == 200
    assert "A machine asks, not a person" in page.text
    assert await site.snapshot() == before
    assert (await site.row("SELECT count(*) FROM bot_interviews"))[0] == 0

    assert (await site.submit(path, action="begin")).status_code == 303
    waiting = await site.http.get(path)
    assert "The next question comes in a moment" in waiting.text
    await machine(site.data, interview)
    said = last_words(await site.http.get(path))
    assert said.split(",", 1)[1].split("\n", 2)[2].strip().startswith("I am a machine: a program asks you")
    assert "We bake at night." in said
    assert said.strip().endswith(SQL)
    row = await site.row(
        "SELECT workflow_type, workflow_id, kind FROM outbox WHERE workflow_id LIKE 'bot-%' ORDER BY id LIMIT 1"
    )
    assert tuple(row) == ("BotInterviewWorkflow", f"bot-{interview}", "start")


async def test_a_whole_text_interview_covers_every_skill_and_keeps_every_turn(site: Site) -> None:
    interview, path = await begun(site, custom_interview_questions="- Can you work at night?\n\n")
    await says(site, interview, path, ANSWERS[SQL])
    assert "1 of at most 3 questions are done" in (await site.http.get(path)).text
    await says(site, interview, path, ANSWERS[CACHE])
    assert last_words(await site.http.get(path)).strip().endswith("Can you work at night?")
    await says(site, interview, path, "Yes, I have worked at night for two years.")

    page = await site.http.get(path)
    assert "Your text interview is done" in page.text
    assert await state_of(site, interview) == "completed"
    asked = await site.row(
        "SELECT count(*), count(asked_at), count(question_turn_id), count(answer_turn_id)"
        " FROM interview_questions WHERE interview_id = :id",
        id=interview,
    )
    assert tuple(asked) == (3, 3, 3, 3)
    turns = await site.row(
        "SELECT count(*), count(DISTINCT turn_key), min(source), array_agg(speaker_role ORDER BY sequence)"
        " FROM transcripts WHERE interview_id = :id",
        id=interview,
    )
    assert turns[:3] == (7, 7, "bot")
    assert turns[3] == ["host", "guest"] * 3 + ["host"]
    details = await site.row(
        "SELECT details FROM automation_logs WHERE action_type = 'bot_interview_completed' AND interview_id = :id",
        id=interview,
    )
    assert details[0] == {"asks": 3, "questions": 3, "skills": 2, "covered": 2}
    everything = await site.http.get(f"{path}/all")
    assert ANSWERS[SQL] in unescape(everything.text)
    assert (await site.row("SELECT processing_status FROM interviews WHERE id = :id", id=interview))[
        0
    ] == "processing"


async def test_an_answer_that_misses_the_question_is_asked_about_once_and_not_twice(site: Site) -> None:
    interview, path = await begun(site)
    await says(site, interview, path, "hm")
    again = last_words(await site.http.get(path))
    assert "Could you say a little more?" in again
    assert again.strip().endswith(SQL)
    await says(site, interview, path, "well")
    assert last_words(await site.http.get(path)).strip().endswith(CACHE)
    await says(site, interview, path, "I do not know")
    assert await state_of(site, interview) == "completed"
    row = await site.row(
        "SELECT details ->> 'covered' FROM automation_logs WHERE action_type = 'bot_interview_completed'"
    )
    assert row[0] == "0"


async def test_a_spare_question_is_asked_only_while_its_skill_is_not_covered(site: Site) -> None:
    interview = await site.an_invitation()
    await site.accepted(interview)
    await plan(site.data, interview, {"Query tuning": (SQL, "What does an index cost?"), "Caching": (CACHE,)})
    await offer(site.data, interview)
    path = site.link(interview, LinkPurpose.TEXT)
    await site.submit(path, action="begin")
    await machine(site.data, interview)
    await says(site, interview, path, "I have no idea")
    assert last_words(await site.http.get(path)).strip().endswith("What does an index cost?")
    await says(site, interview, path, "An index costs time at each write and room on the disk.")
    await says(site, interview, path, ANSWERS[CACHE])
    assert await state_of(site, interview) == "completed"


async def test_two_devices_and_a_double_click_give_one_answer(site: Site) -> None:
    interview, path = await begun(site)
    page = await site.http.get(path)
    first, other = (
        fields_of(page, ANSWERS[SQL]),
        fields_of(page, "I ask a colleague who knows the query well."),
    )
    answers = await asyncio.gather(*(site.http.post(path, data=fields) for fields in (first, first, other)))
    assert sorted(answer.status_code for answer in answers) == [303, 303, 409] or sorted(
        answer.status_code for answer in answers
    ) == [303, 409, 409]
    row = await site.row("SELECT count(*) FROM bot_answers")
    assert row[0] == 1
    await machine(site.data, interview)

    late = await site.http.post(path, data=other if answers[0].status_code == 303 else first)
    assert late.status_code == 409
    assert "This question was answered already" in late.text
    # The words are not lost, and do not slip under the next question.
    assert "These are the words that were not sent" in late.text
    assert re.search(r"<textarea id=\"message\"[^>]*></textarea>", late.text)
    assert last_words(late).strip().endswith(CACHE)


async def test_a_refused_answer_stays_in_its_box(site: Site) -> None:
    interview, path = await begun(site)
    page = await site.http.get(path)
    for words, said in (("x" * 4001, "longer than 4,000"), (" \n ", "The answer is empty.")):
        answer = await site.http.post(path, data=fields_of(page, words))
        assert answer.status_code == 422
        assert said.split(" than ")[0] in answer.text
        assert f">{words}</textarea>" in answer.text
        assert 'aria-invalid="true"' in answer.text
    assert (await site.row("SELECT count(*) FROM bot_answers"))[0] == 0
    site.clock.forward(hours=30)
    old = await site.http.post(path, data=fields_of(page, "Words that took an hour to write."))
    assert old.status_code == 403
    assert "This page was open for too long" in old.text
    assert "Words that took an hour to write.</textarea>" in old.text
    assert (await state_of(site, interview)) == "running"


async def test_it_rests_for_days_and_goes_on_elsewhere(site: Site) -> None:
    interview, path = await begun(site)
    await site.submit(path, action="pause")
    assert await state_of(site, interview) == "paused"
    assert "You stopped here" in (await site.http.get(path)).text
    site.clock.forward(days=3)
    elsewhere = site.link(interview, LinkPurpose.TEXT)
    assert (await site.submit(elsewhere, action="resume")).status_code == 303
    assert last_words(await site.http.get(elsewhere)).strip().endswith(SQL)
    await says(site, interview, elsewhere, ANSWERS[SQL])
    assert last_words(await site.http.get(path)).strip().endswith(CACHE)


async def test_a_person_takes_over_on_request_by_button_and_by_words(site: Site) -> None:
    interview, path = await begun(site)
    await says(site, interview, path, "I want to talk to a person")
    page = await site.http.get(path)
    assert "A person of the hiring team will write to you" in page.text
    assert 'name="message"' not in page.text
    asked = await site.row(
        "SELECT kind, state, message FROM candidate_requests WHERE interview_id = :id", id=interview
    )
    assert tuple(asked) == ("human_review", "open", "I want to talk to a person")
    assert (await site.submit(path, action="resume")).status_code == 303
    await machine(site.data, interview)
    said = last_words(await site.http.get(path))
    assert "Good to have you back" in said
    assert said.strip().endswith(SQL)
    await site.submit(path, action="person", why="")
    assert await state_of(site, interview) == "handed_over"
    # One open request is enough.
    assert (await site.row("SELECT count(*) FROM candidate_requests"))[0] == 1
    mails = await site.row("SELECT count(*) FROM email_messages WHERE template = 'candidate_request'")
    assert mails[0] == 1


async def test_while_the_automation_rests_the_page_says_so_kindly(site: Site) -> None:
    interview, path = await begun(site)
    async with site.data.worker.begin() as session:
        await flags.set_flag(session, Flag.GLOBAL_AUTOMATION, enabled=False, cause=BY_HAND, at=site.clock.now)
    page = await site.http.get(path)
    answer = await site.http.post(path, data=fields_of(page, ANSWERS[SQL]))
    assert answer.status_code == 303
    held = await site.http.get(path)
    assert "has paused the automatic part" in held.text
    assert ANSWERS[SQL] in unescape(held.text)
    assert await state_of(site, interview) == "running"


async def test_it_ends_with_the_interview(site: Site) -> None:
    interview, path = await begun(site)
    async with site.data.worker.begin() as session:
        await end.cancel_interview(session, interview, cause=BY_HAND, at=site.clock.now)
    told = await site.row(
        "SELECT name, payload ->> 'cause' FROM outbox WHERE workflow_id = :id ORDER BY id DESC LIMIT 1",
        id=f"bot-{interview}",
    )
    assert tuple(told) == ("changed", "interview_over")
    page = await site.http.get(path)
    assert "so is this text interview" in page.text
    assert 'name="message"' not in page.text


@pytest.mark.parametrize("accept", ["de", "fr", "es", "pt"])
async def test_it_is_told_in_the_reader_s_language(site: Site, accept: str) -> None:
    interview, path = await offered(site)
    site.http.headers["Accept-Language"] = accept
    page = await site.http.get(path)
    await site.http.post(path, data={"nonce": nonce_of(page), "action": "begin"})
    await machine(site.data, interview)
    page = await site.http.get(path)
    assert "I am a machine" not in page.text
    assert "Send this answer" not in page.text
    assert last_words(page).strip().endswith(SQL)
    assert (await site.row("SELECT language FROM bot_interviews"))[0] == accept


async def test_where_a_job_offers_none_there_is_none(site: Site) -> None:
    interview = await site.an_invitation()
    await site.accepted(interview)
    path = site.link(interview, LinkPurpose.TEXT)
    assert "There is no text interview to take now" in (await site.http.get(path)).text
    assert (await site.submit(path, action="begin")).status_code == 409
    overview = await site.http.get(site.link(interview, LinkPurpose.APPLICATION))
    assert "text interview" not in overview.text
    await offer(site.data, interview)
    overview = await site.http.get(site.link(interview, LinkPurpose.APPLICATION))
    assert "This job also offers a text interview" in overview.text
