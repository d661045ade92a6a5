"""The chat of a candidate: without a script, with one, and with words that mean harm."""

import asyncio

from tests.web.site import Site, nonce_of, phase_of, starts_of
from tests.web.talking import bot_answers, writes

TUESDAY = "I could do Tuesday 3 March between 10:00 and 16:00."
HOSTILE = '<script>alert(1)</script> <img src=x onerror="alert(2)"> Tuesday 3 March at 10:00 {{ 7 * 7 }}'


async def test_without_a_script_a_message_is_sent_answered_and_a_proposal_taken(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    assert (await site.submit(times, action="reply", message=TUESDAY)).status_code == 303
    waiting = await site.http.get(times)
    assert phase_of(waiting) == "waiting"
    assert TUESDAY in waiting.text
    assert "Reading your message" in waiting.text
    await bot_answers(site, interview)
    page = await site.http.get(times)
    assert phase_of(page) == "choosing"
    assert "Automatic answer" in page.text
    proposed = page.text.partition("Times that fit what you wrote")[2].partition("</fieldset>")[0]
    assert proposed.count('name="start"') == 3
    first = starts_of(page)[0]
    assert first.startswith("2026-03-03T1")
    assert (await site.submit(times, action="pick", start=first)).status_code == 303
    row = await site.row("SELECT status, scheduled_time FROM interviews WHERE id = :id", id=interview)
    assert (row[0], row[1].isoformat()) == ("confirmed", first)


async def test_a_choice_in_words_books_it(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    await writes(site, interview, times, TUESDAY)
    await writes(site, interview, times, "The last one, please.")
    assert phase_of(await site.http.get(times)) == "confirmed"


async def test_hostile_words_are_shown_as_words(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    await writes(site, interview, times, HOSTILE)
    for path in (times, f"{times}/talk"):
        page = (await site.http.get(path)).text
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "{{ 7 * 7 }}" in page
    assert (await site.row("SELECT count(*) FROM interviews WHERE status = 'confirmed'"))[0] == 0


async def test_a_message_that_is_refused_stays_in_its_box_escaped(site: Site) -> None:
    times = await site.accepted(await site.an_invitation())
    before = await site.snapshot()
    long = "</textarea><b>" + "x" * 4000
    answer = await site.submit(times, action="reply", message=long)
    assert answer.status_code == 422
    assert "The message is too long." in answer.text
    assert "&lt;/textarea&gt;&lt;b&gt;xxx" in answer.text
    assert (await site.submit(times, action="reply", message="  ")).status_code == 422
    assert await site.snapshot() == before


async def test_the_fragment_counts_its_turns_and_changes_nothing(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    empty = await site.http.get(f"{times}/talk")
    assert (empty.status_code, empty.headers["x-turns"]) == (200, "0")
    await site.submit(times, action="reply", message=TUESDAY)
    assert (await site.http.get(f"{times}/talk")).headers["x-turns"] == "1"
    await bot_answers(site, interview)
    before = await site.snapshot()
    fragment = await site.http.get(f"{times}/talk")
    assert fragment.headers["x-turns"] == "2"
    assert fragment.headers["cache-control"] == "no-store"
    assert "<html" not in fragment.text
    assert 'data-turns="2"' in (await site.http.get(times)).text
    assert await site.snapshot() == before
    forged = times.rpartition("/")[0] + "/forged/talk"
    assert (await site.http.get(forged)).status_code == 403


async def test_a_quiet_chat_says_that_it_rests_and_goes_on_when_one_writes(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    await writes(site, interview, times, TUESDAY)
    site.clock.forward(minutes=29)
    assert "quiet for half an hour" not in (await site.http.get(times)).text
    site.clock.forward(minutes=2)
    page = await site.http.get(times)
    assert "quiet for half an hour" in page.text
    assert phase_of(page) == "choosing", "the chat rests, the interview does not"
    await writes(site, interview, times, "How long will it take?")
    assert "quiet for half an hour" not in (await site.http.get(times)).text


async def test_a_form_sent_twice_says_it_once(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    form = {"nonce": nonce_of(await site.http.get(times)), "action": "reply", "message": TUESDAY}
    both = await asyncio.gather(site.http.post(times, data=form), site.http.post(times, data=form))
    assert [answer.status_code for answer in both] == [303, 303]
    await bot_answers(site, interview)
    assert (await site.http.get(f"{times}/talk")).headers["x-turns"] == "2"


async def test_two_people_who_talk_at_once_see_only_their_own_words_and_times(site: Site) -> None:
    interviews = [await site.an_invitation() for _ in range(2)]
    pages = [await site.accepted(interview) for interview in interviews]
    await asyncio.gather(
        *(
            site.submit(page, action="reply", message=f"{TUESDAY} My code is {code}.")
            for page, code in zip(pages, ("azure", "beige"), strict=True)
        )
    )
    await asyncio.gather(*(bot_answers(site, interview) for interview in interviews))
    first, second = [await site.http.get(page) for page in pages]
    assert "azure" in first.text
    assert "azure" not in second.text
    offers = [set(starts_of(page)[:3]) for page in (first, second)]
    assert not offers[0] & offers[1]
    assert not offers[0] & set(starts_of(second)), "held for one, not even listed for the other"


async def test_after_the_handover_the_page_says_that_a_person_reads(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    await writes(site, interview, times, "I want to talk to a person, please.")
    page = await site.http.get(times)
    assert phase_of(page) == "escalated"
    assert "A person of the hiring team reads what you write" in page.text
    assert starts_of(page), "they may still choose by themselves"
    await site.submit(times, action="reply", message="Thank you!")
    assert "A person reads this and writes back" in (await site.http.get(times)).text


async def test_too_late_or_too_often_the_page_says_so_and_what_to_do(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    offered = starts_of(await site.http.get(times))
    for start in offered[2:6]:
        assert (await site.submit(times, action="pick", start=start)).status_code == 303
    page = await site.http.get(times)
    assert starts_of(page) == []
    assert "moved as often as possible" in page.text
    assert "Reply to our mail" in page.text
    refused = await site.submit(times, action="pick", start=offered[0])
    assert refused.status_code == 409

    other = await site.an_invitation()
    times = await site.accepted(other)
    start = starts_of(await site.http.get(times))[0]
    await site.submit(times, action="pick", start=start)
    assert starts_of(await site.http.get(times)) != []
    site.clock.forward(hours=22)
    page = await site.http.get(times)
    assert phase_of(page) == "confirmed"
    assert starts_of(page) == []
    assert "too late to move" in page.text
    assert "Reply to our mail" in page.text
