"""The faces of the impact figures: board page, API, the page of voluntary questions."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from domain.impact import Sex
from domain.vocabulary import LinkPurpose, ReviewMode, UserRole
from tests.services.test_impact import answered
from tests.web.site import Site, nonce_of

SENTENCE = "a bias audit, where the law asks for one, must come from an independent auditor"


@pytest.fixture
async def job(site: Site) -> UUID:
    """A ranked job of forty men and thirty women who answered, and ten people who did not."""
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    await site.data.a_user(UserRole.AUDITOR, email="otto@hiring.example")
    job_id = await site.data.a_job(
        openings=20, title="Baker", review_mode=ReviewMode.REQUIRED, impact_review_required=True
    )
    men = await site.data.scored(job_id, *range(60, 100))
    women = await site.data.scored(job_id, *range(40, 70))
    await site.data.scored(job_id, *range(10))
    sessions = site.http._transport.app.state.deps.sessions  # type: ignore[attr-defined]  # the web tier's own
    await answered(sessions, men, Sex.MALE)
    await answered(sessions, women, Sex.FEMALE)
    await site.data.closed_and_ranked(job_id)
    return job_id


async def views(site: Site) -> list[tuple[str, str, UUID | None]]:
    row = await site.row(
        "SELECT coalesce(array_agg(ARRAY[actor_kind, details->>'how', job_id::text] ORDER BY sequence), '{}') AS all"
        " FROM automation_logs WHERE action_type = 'impact_viewed' AND actor_id IS NOT NULL"
    )
    return [(kind, how, UUID(job) if job else None) for kind, how, job in row[0]]


async def test_the_page_shows_rates_bars_and_the_line_and_opens_the_review(site: Site, job: UUID) -> None:
    await site.sign_in()
    board = await site.http.get(f"/jobs/{job}")
    assert "nobody has looked yet" in board.text
    assert f'href="/jobs/{job}/impact"' in board.text
    review = await site.http.get(f"/jobs/{job}/review")
    form = dict(re.findall(r'name="(csrf|opened)" value="([^"]+)"', review.text))
    form["reason"] = "looked at everybody"
    refused = await site.http.post(f"/jobs/{job}/review", data=form)
    assert refused.status_code == 409
    assert "Nobody has looked at the impact figures" in refused.text

    page = await site.http.get(f"/jobs/{job}/impact")
    assert page.status_code == 200
    assert SENTENCE in page.text
    assert page.text.count("<svg") == page.text.count('role="img"') > 0
    assert "0.00 of the highest rate, below four fifths" in page.text
    assert 'x1="129.0"' in page.text
    assert "style=" not in page.text
    assert "10 of 80 gave no answer or prefer not to say." in page.text
    assert "It can now be confirmed" in page.text
    confirmed = await site.http.post(f"/jobs/{job}/review", data=form)
    assert confirmed.status_code == 303
    assert await views(site) == [("admin", "page", job)]


async def test_the_api_gives_the_same_figures_and_logs_the_look(site: Site, job: UUID) -> None:
    answer = await site.http.get(f"/api/v1/jobs/{job}/impact", headers=site.api())
    assert answer.status_code == 200, answer.text
    report = answer.json()
    assert SENTENCE in report["notice"]
    sex = report["tables"][0]
    women = next(line for line in sex["lines"] if line["group"] == ["female"])
    assert (women["applicants"], sex["rest"]) == (30, 10)
    assert (women["figures"]["shortlisted"]["reached"], women["figures"]["shortlisted"]["is_below"]) == (
        0,
        True,
    )
    assert await views(site) == [("admin", "api", job)]


async def test_an_auditor_sees_every_job_and_all_together_and_nobody_else_does(site: Site, job: UUID) -> None:
    auditor = site.as_user("otto@hiring.example")
    for path in (f"/api/v1/jobs/{job}/impact", "/api/v1/impact"):
        assert (await site.http.get(path, headers=auditor)).status_code == 200
    assert await views(site) == [("auditor", "api", job), ("auditor", "api", None)]
    refused = await site.http.post(f"/api/v1/jobs/{job}/review", headers=auditor)
    assert refused.status_code == 403
    await site.data.a_user(email="ben@hiring.example")
    await site.data.a_user(UserRole.INTERVIEWER, email="ira@hiring.example")
    for email, of_job, of_all in (("ben@hiring.example", 404, 403), ("ira@hiring.example", 403, 403)):
        headers = site.as_user(email)
        assert (await site.http.get(f"/api/v1/jobs/{job}/impact", headers=headers)).status_code == of_job
        assert (await site.http.get("/api/v1/impact", headers=headers)).status_code == of_all
    assert len(await views(site)) == 2


async def test_an_auditor_reads_both_pages_at_the_desk(site: Site, job: UUID) -> None:
    await site.sign_in("otto@hiring.example")
    for path in (f"/jobs/{job}/impact", "/impact"):
        page = await site.http.get(path)
        assert page.status_code == 200
        assert SENTENCE in page.text


async def test_a_candidate_answers_replaces_and_withdraws(site: Site) -> None:
    interview = await site.an_invitation()
    invitation = await site.http.get(site.link(interview, LinkPurpose.ACCEPT))
    found = re.search(r'href="([^"]*/about_me/[^"]*)"', invitation.text)
    assert found
    path = found[1]
    page = await site.http.get(path)
    assert "voluntary" in page.text
    assert "ever see your answers" in page.text
    kept = "SELECT count(*), max(sex), max(race_ethnicity) FROM self_identifications"
    for sex in ("female", "prefer_not_to_say"):
        assert (await site.submit(path, action="keep", sex=sex, race_ethnicity="asian")).status_code == 303
        assert tuple(await site.row(kept)) == (1, sex, "asian")
    again = await site.http.get(path)
    assert "Answers of yours are kept" in again.text
    assert "checked" not in again.text
    assert (await site.submit(path, action="keep", sex="<made up>")).status_code == 422
    assert (await site.submit(path, action="withdraw", sex="male")).status_code == 303
    assert (await site.row(kept))[0] == 0
    logged = await site.row("SELECT count(*) FROM automation_logs WHERE details::text ~ 'asian|female'")
    assert logged[0] == 0


async def test_somebody_who_is_not_invited_answers_by_an_own_link(site: Site) -> None:
    job_id = await site.data.a_job()
    one, other = await site.data.scored(job_id, 50, 40)
    until = site.clock.now + timedelta(days=1)
    token = site.links.sign(one, LinkPurpose.ABOUT_ME, 0, until)
    path = f"/about-me/{one}/{token}"
    assert site.links.about_me(one, token).endswith(path)
    assert (await site.submit(path, action="keep", age_band="40_and_over")).headers["location"] == path
    row = await site.row("SELECT application_id, age_band FROM self_identifications")
    assert tuple(row) == (one, "40_and_over")
    assert (await site.http.get(f"/about-me/{other}/{token}")).status_code == 403
    assert (
        await site.http.post(path, data={"nonce": nonce_of(await site.http.get(path))[:-2]})
    ).status_code == 403
    assert (await site.submit(path, action="withdraw")).status_code == 303
    assert (await site.row("SELECT count(*) FROM self_identifications"))[0] == 0
