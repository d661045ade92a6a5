"""The page of somebody who applied and is not invited: status, reasons, a person, corrections, data, erasure."""

import io
import json
import re
import zipfile
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from domain.messages import ReasonClass
from domain.vocabulary import LinkPurpose, UserRole
from integrations.mail.render import MailRenderer
from models import EmailMessage
from services import finish, jobs
from services.correspondence import prepare
from services.interviews import view
from tests.support.data import AUTO, BY_HAND
from tests.web.site import BASE, FORM_KEY, Site, csrf_of, nonce_of, phase_of
from web.app import create_app
from web.deps import WebDeps

APPLICATION = LinkPurpose.APPLICATION


def link(site: Site, application: UUID, purpose: LinkPurpose = APPLICATION, *, number: int = 0) -> str:
    """The path of a page of an application without an interview."""
    token = site.links.sign(application, purpose, number, site.clock.now + timedelta(days=60))
    return urlsplit(site.links.applicant_url(application, purpose, token)).path


async def applied(site: Site, *, ranked: bool = True) -> list[UUID]:
    """Three applications for one place: the first is invited, the second on the bench, the third neither."""
    job = await site.data.a_job(1, 1, at=site.clock.now, company="Acme")
    found = await site.data.scored(job, 80, 70, 60, at=site.clock.now)
    if ranked:
        await site.data.closed_and_ranked(job, site.clock.now)
    return found


async def cancelled(site: Site) -> None:
    """The job is called off, and everybody gets a final answer."""
    job = (await site.row("SELECT id FROM jobs"))[0]
    async with site.data.worker.begin() as session:
        await jobs.cancel(session, job, cause=BY_HAND, at=site.clock.now)
    while True:
        async with site.data.worker.begin() as session:
            if not await finish.answer_the_waiting(session, job, cause=AUTO, at=site.clock.now):
                return


async def test_the_page_tells_where_the_application_stands_and_what_was_automated(site: Site) -> None:
    first, second, third = await applied(site)
    standing = [phase_of(await site.http.get(link(site, one))) for one in (first, second, third)]
    assert standing == ["placed", "on_the_list", "behind"]
    async with site.owner.begin() as session:
        await session.execute(
            text(
                'UPDATE applications SET score_components = \'{"relevance": 81, "requirements": 50}\','
                ' score_requirements = \'[{"requirement": "Bakes <b>", "met": 1}]\' WHERE id = :id'
            ),
            {"id": second},
        )
    page = (await site.http.get(link(site, second))).text
    assert "You are on the waiting list for an interview." in page
    assert re.findall(r'<li class="is-(\w+)"><span>([^<]{20})', page)[-1] == ("rule", "You were put on the ")
    assert re.findall(r'<dd class="is-(\w+)">', page) == ["partly", "well"]
    assert "Bakes &lt;b&gt;" in page
    main = page.partition("<main")[2].partition("</main>")[0]
    for word in ("Person 1", "rank", "seat", "bench", "81", "70"):
        assert word not in re.sub(r'"[^"]*"', "", main), word


async def test_before_the_order_is_made_nothing_is_decided(site: Site) -> None:
    one, *_ = await applied(site, ranked=False)
    page = await site.http.get(link(site, one))
    assert phase_of(page) == "received"
    assert "Nothing has been decided about it yet." in page.text


async def test_the_final_answer_brings_the_link_of_the_application(site: Site) -> None:
    *_, last = await applied(site)
    await cancelled(site)
    signed = {APPLICATION: "https://hiring.example/mine"}
    async with site.data.worker.begin() as session:
        row = await session.scalar(select(EmailMessage).where(EmailMessage.final_of == last))
        assert row is not None
        ready = await prepare(
            session, row, lambda *_: {}, "http://t", site.clock.now, sign_applicant=lambda *_: signed
        )
    assert not isinstance(ready, str)
    assert "https://hiring.example/mine" in MailRenderer().render(row.template, ready.facts).text


async def test_a_final_answer_is_told_with_its_reason_in_the_own_language(site: Site) -> None:
    *_, last = await applied(site)
    await cancelled(site)
    path = link(site, last)
    page = await site.http.get(path)
    assert phase_of(page) == "ended"
    assert "The job was cancelled; that says nothing about your application." in page.text
    assert (await site.submit(path, action="language", language="de")).status_code == 303
    page = await site.http.get(path)
    assert page.headers["content-language"] == "de"
    assert "Ihre Bewerbung" in page.text
    assert "The job was cancelled" not in page.text
    assert "Die Stelle wurde gestrichen und damit Ihre Bewerbung." in page.text
    final = await site.row("SELECT details FROM email_messages WHERE final_of = :id", id=last)
    assert final[0]["reason_class"] == ReasonClass.JOB_CANCELLED


async def test_opening_a_page_changes_nothing(site: Site) -> None:
    _, second, _ = await applied(site)
    before = await site.snapshot()
    for place in ("", "/data", "/erase"):
        assert (await site.http.get(link(site, second) + place)).status_code == 200
        assert (await site.http.head(link(site, second) + place)).status_code == 200
    assert (await site.http.get(link(site, second, LinkPurpose.NEW_ADDRESS))).status_code == 200
    assert await site.snapshot() == before


async def test_a_person_is_asked_once_and_the_answer_is_read(site: Site) -> None:
    _, second, third = await applied(site)
    path = link(site, second)
    asked = await site.submit(path, action="review", message="I baked for ten years.")
    assert (asked.status_code, asked.headers["location"]) == (303, f"{path}#requests")
    before = await site.snapshot()
    assert (await site.submit(path, action="review", message="Again.")).status_code == 303
    assert await site.snapshot() == before
    mails = await site.row(
        "SELECT array_agg(template ORDER BY template) FROM email_messages WHERE template LIKE '%request%'"
    )
    assert mails[0] == ["candidate_request", "request_received"]
    logged = await site.row("SELECT * FROM automation_logs WHERE action_type = 'human_review_requested'")
    assert (logged.actor_kind, logged.application_id, logged.interview_id) == ("candidate", second, None)
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    await site.sign_in("ada@hiring.example")
    inbox = await site.http.get("/requests")
    csrf = csrf_of(inbox)
    request = (await site.row("SELECT id FROM candidate_requests"))[0]
    form = {"csrf": csrf, "outcome": "changed", "answer": "Your years count now."}
    assert (await site.http.post(f"/requests/{request}", data=form)).status_code == 303
    assert "Your years count now." in (await site.http.get(path)).text
    assert "Your years count now." not in (await site.http.get(link(site, third))).text


async def test_an_overdue_request_stands_first_on_the_desk(site: Site) -> None:
    first, second, third = await applied(site)
    await site.submit(link(site, second), action="review", message="The oldest.")
    site.clock.forward(days=10)
    await site.submit(link(site, first), action="review", message="A newer one.")
    await site.submit(link(site, third), action="review", message="The newest.")
    site.clock.forward(days=5)
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    await site.sign_in("ada@hiring.example")
    inbox = (await site.http.get("/requests")).text
    assert inbox.count("Overdue since") == 1
    assert inbox.index("Overdue since") < inbox.index("The oldest.") < inbox.index("A newer one.")
    assert inbox.index("The oldest.") < inbox.index("The newest.")


async def test_whoever_is_invited_later_finds_the_own_requests_on_the_page_of_the_interview(
    site: Site,
) -> None:
    first, *_ = await applied(site)
    await site.submit(link(site, first), action="review", message="I baked for ten years.")
    (interview,) = await site.data.invited((await site.row("SELECT id FROM jobs"))[0], site.clock.now)
    assert "I baked for ten years." in (await site.http.get(site.link(interview, APPLICATION))).text


async def test_what_is_wrong_is_corrected(site: Site) -> None:
    _, second, _ = await applied(site)
    path = link(site, second) + "/data"
    assert (await site.submit(path, action="person", name=" Ana  Lima", phone="+49 30")).status_code == 303
    assert (await site.submit(path, action="zone", time_zone="Asia/Kolkata")).status_code == 303
    assert (await site.submit(path, action="correction", message="I do drive.")).status_code == 303
    assert (await site.submit(path, action="email", email="ana@example.org")).status_code == 303
    assert (await site.submit(path, action="dance")).status_code == 422
    row = await site.row(
        "SELECT name, phone, time_zone, pending_email FROM candidates WHERE name = 'Ana Lima'"
    )
    assert tuple(row) == ("Ana Lima", "+49 30", "Asia/Kolkata", "ana@example.org")
    confirm = link(site, second, LinkPurpose.NEW_ADDRESS, number=1)
    assert path.rsplit("/", 2)[0] not in (await site.http.get(confirm)).text, (
        "a mistyped address opens nothing"
    )
    assert (await site.submit(confirm, action="confirm")).status_code == 303
    assert (await site.row("SELECT email FROM candidates WHERE name = 'Ana Lima'"))[0] == "ana@example.org"
    logged = await site.row(
        "SELECT array_agg(action_type ORDER BY sequence), string_agg(details::text, '') FROM automation_logs"
        " WHERE actor_kind = 'candidate' AND application_id = :id AND interview_id IS NULL",
        id=second,
    )
    assert logged[0] == [
        "data_corrected", "time_zone_chosen", "correction_requested", "new_address_wanted", "address_confirmed",
    ]  # fmt: skip
    assert "Ana" not in logged[1]


async def test_the_own_data_can_be_taken_away_and_erased(site: Site) -> None:
    first, second, _ = await applied(site)
    path = link(site, second)
    await site.submit(path, action="review", message="Zebediah asks")
    packed = zipfile.ZipFile(io.BytesIO((await site.submit(path + "/data", action="download")).content))
    facts = json.loads(packed.read("my-application.json"))
    assert facts["application"]["fit_score"] == 70
    assert facts["interview"] is None
    assert [mail["template"] for mail in facts["mails"]] == ["request_received"]
    assert "rank" not in json.dumps(facts)
    seen = await site.row("SELECT what, role, application_id, link_interview_id FROM access_log")
    assert tuple(seen) == ("own_data", "applicant", second, None)
    before = await site.snapshot()
    assert (await site.submit(path + "/erase", action="erase")).status_code == 422
    assert await site.snapshot() == before
    done = await site.submit(path + "/erase", action="erase", confirm="yes")
    assert "Everything about you is erased" in done.text
    assert (await site.row("SELECT count(*) FROM applications"))[0] == 2
    assert (await site.row("SELECT count(*) FROM candidate_requests"))[0] == 0
    for place in ("", "/data", "/erase"):
        assert (await site.http.get(path + place)).status_code == 403
    assert phase_of(await site.http.get(link(site, first))) == "placed"


async def test_a_link_of_an_application_opens_no_other_one_and_no_interview(site: Site) -> None:
    first, second, _ = await applied(site)
    (interview,) = await site.data.invited((await site.row("SELECT id FROM jobs"))[0], site.clock.now)
    own, other = link(site, second), link(site, first)
    token = own.rsplit("/", 1)[1]
    before = await site.snapshot()
    nonce = nonce_of(await site.http.get(own))
    for path in (
        other.replace(other.rsplit("/", 1)[1], token),
        f"/interview/application/{interview}/{token}",
        f"/interview/application/{second}/{token}",
        f"/interview/accept/{second}/{token}",
        f"/applicant/new_address/{second}/{token}",
        site.link(interview, APPLICATION).replace("/interview/", "/applicant/"),
    ):
        assert (await site.http.get(path)).status_code == 403, path
        assert (await site.http.post(path, data={"nonce": nonce, "action": "review"})).status_code == 403, (
            path
        )
    assert await site.snapshot() == before
    async with site.data.worker.begin() as session:
        assert (await view.look(session, interview)).status == "invitation_sent"


@pytest.mark.parametrize(
    ("tongue", "words"), [("de", "Einen Moment"), ("fr", "Un instant"), ("en", "One moment")]
)
async def test_a_database_that_does_not_answer_is_told_in_the_readers_language(
    site: Site, tongue: str, words: str
) -> None:
    nowhere = create_async_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    app = create_app(WebDeps(async_sessionmaker(nowhere), site.clock, site.links, BASE, FORM_KEY))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
        for path in (link(site, uuid4()), site.link(uuid4(), LinkPurpose.ACCEPT)):
            answer = await client.get(path, headers={"Accept-Language": tongue})
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
            assert words in answer.text
    await nowhere.dispose()
