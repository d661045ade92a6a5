"""The page "my application": where it stands, how it came there, and a person to ask."""

import re
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.vocabulary import LinkPurpose, UserRole
from tests.web.site import Site, csrf_of, phase_of

APPLICATION = LinkPurpose.APPLICATION


async def _scored_in_parts(site: Site, interview: UUID) -> None:
    async with site.owner.begin() as session:
        await session.execute(
            text(
                "UPDATE applications a SET score_components = :parts, score_requirements = :matches"
                " FROM interviews i WHERE i.application_id = a.id AND i.id = :id"
            ),
            {
                "id": interview,
                "parts": '{"relevance": 81.2, "requirements": 50, "title": 3}',
                "matches": '[{"requirement": "Bakes <b>bread</b>", "met": 1}, {"requirement": "Drives", "met": 0.4}]',
            },
        )


async def test_the_page_tells_status_steps_reasons_and_deadline(site: Site) -> None:
    interview = await site.an_invitation(company="Acme")
    await _scored_in_parts(site, interview)
    page = (await site.http.get(site.link(interview, APPLICATION))).text
    assert "You are invited to an interview." in page
    assert "If we hear nothing by <time" in page
    assert "Wednesday, 4 March, 08:00 (UTC)" in page
    steps = re.findall(r'<li class="is-(\w+)"><span>([^<]+)', page)
    assert [doer for doer, _ in steps] == ["rule", "rule", "rule"]
    assert "compared your resume" in steps[0][1]
    assert re.findall(r'<dd class="is-(\w+)">', page) == ["partly", "well", "little"]
    assert "Bakes &lt;b&gt;bread&lt;/b&gt;" in page
    assert page.index("It found in your resume") < page.index("Bakes") < page.index("Drives")
    assert "81" not in re.sub(r'"[^"]*"', "", page), "no number of a score is told"


async def test_nothing_of_other_people_stands_on_the_page(site: Site) -> None:
    interview = await site.an_invitation()
    page = (await site.http.get(site.link(interview, APPLICATION))).text
    # Without what stands in quotes: a form's nonce may hold any two digits.
    said = re.sub(r'"[^"]*"', "", page.partition("<main")[2].partition("</main>")[0])
    for word in ("Person 2", "rank", "seat", "candidates", "others", "70"):
        assert word not in said, word


async def test_asking_for_a_person_twice_is_asking_once(site: Site) -> None:
    interview = await site.an_invitation()
    path = site.link(interview, APPLICATION)
    asked = await site.submit(path, action="review", message="I baked for ten years.")
    assert (asked.status_code, asked.headers["location"]) == (303, f"{path}#requests")
    before = await site.snapshot()
    assert (await site.submit(path, action="review", message="Again.")).status_code == 303
    assert await site.snapshot() == before
    page = (await site.http.get(path)).text
    assert "I baked for ten years." in page
    assert "answers by <time" in page
    row = await site.row("SELECT kind, state, message, due_at - asked_at AS within FROM candidate_requests")
    assert (row.kind, row.state, row.within.days) == ("human_review", "open", 14)
    logged = await site.row("SELECT * FROM automation_logs WHERE action_type = 'human_review_requested'")
    assert logged.actor_kind == "candidate"
    assert "baked" not in str(logged), "the log holds no words of a person"
    mails = await site.row(
        "SELECT array_agg(template ORDER BY template) FROM email_messages WHERE template LIKE '%request%'"
    )
    assert mails[0] == ["candidate_request", "request_received"]


@pytest.mark.parametrize(("form", "status"), [({"action": "dance"}, 422), ({"message": "x"}, 422)])
async def test_a_form_without_a_known_action_changes_nothing(
    site: Site, form: dict[str, str], status: int
) -> None:
    path = site.link(await site.an_invitation(), APPLICATION)
    before = await site.snapshot()
    assert (await site.submit(path, **form)).status_code == status
    assert (await site.submit(path, action="review", message="x" * 4001)).status_code == 422
    assert await site.snapshot() == before


async def test_a_colleague_answers_and_the_candidate_reads_it(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    interview = await site.an_invitation()
    path = site.link(interview, APPLICATION)
    await site.submit(path, action="review", message="Please look.")
    await site.sign_in("ada@hiring.example")
    inbox = await site.http.get("/requests")
    assert "Please look." in inbox.text
    request_id = (await site.row("SELECT id FROM candidate_requests"))[0]
    form = {"csrf": csrf_of(inbox), "outcome": "kept", "answer": "I read your resume myself."}
    assert (await site.http.post(f"/requests/{request_id}", data={**form, "answer": " "})).status_code == 422
    assert (await site.http.post(f"/requests/{request_id}", data={**form, "outcome": "x"})).status_code == 422
    assert (await site.http.post(f"/requests/{request_id}", data=form)).status_code == 303
    assert (await site.http.post(f"/requests/{request_id}", data=form)).status_code == 409
    page = (await site.http.get(path)).text
    assert "I read your resume myself." in page
    assert "it stays as it is" in page
    logged = await site.row("SELECT * FROM automation_logs WHERE action_type = 'human_review_answered'")
    assert logged.details["outcome"] == "kept"
    assert "myself" not in str(logged)
    assert (await site.submit(path, action="review", message="And now?")).status_code == 303
    assert (await site.row("SELECT count(*) FROM candidate_requests"))[0] == 2


async def test_whoever_decided_cannot_answer_the_review(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    interview = await site.an_invitation()
    await site.submit(site.link(interview, APPLICATION), action="review", message="")
    cancelled = await site.http.post(
        f"/api/v1/interviews/{interview}/cancel", headers=site.as_user("ada@hiring.example")
    )
    assert cancelled.status_code < 300, cancelled.text
    await site.sign_in("ada@hiring.example")
    inbox = await site.http.get("/requests")
    assert "You took part in this decision" in inbox.text
    request_id = (await site.row("SELECT id FROM candidate_requests"))[0]
    form = {"csrf": csrf_of(inbox), "outcome": "kept", "answer": "All well."}
    assert (await site.http.post(f"/requests/{request_id}", data=form)).status_code == 403
    assert (await site.row("SELECT state FROM candidate_requests"))[0] == "open"


async def test_a_recruiter_sees_requests_of_own_jobs_only(site: Site) -> None:
    await site.data.a_user(UserRole.RECRUITER, email="rival@hiring.example")
    interview = await site.an_invitation()
    await site.submit(site.link(interview, APPLICATION), action="review", message="Please look.")
    await site.sign_in("rival@hiring.example")
    inbox = await site.http.get("/requests")
    assert "Please look." not in inbox.text
    request_id = (await site.row("SELECT id FROM candidate_requests"))[0]
    form = {"csrf": csrf_of(await site.http.get("/requests")), "outcome": "kept", "answer": "No."}
    assert (await site.http.post(f"/requests/{request_id}", data=form)).status_code == 404
    for path in ("/data", "/erase"):
        page = await site.http.get(site.link(interview, APPLICATION) + path)
        assert phase_of(page) == "invited"
