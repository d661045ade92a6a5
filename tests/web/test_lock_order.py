"""What acts on rows of one job locks them in one order, so that two acts at once wait instead of crossing."""

import pytest

from domain.identifiers import interview_id as id_of_interview
from tests.web.site import Site
from tests.web.statements import recorded

ROSA = "rosa@hiring.example"


@pytest.mark.parametrize("seen", [{}, {"If-Match": "tag"}])
@pytest.mark.parametrize("act", ["reject", "cancel"])
async def test_ending_an_application_locks_the_job_then_the_application_then_the_interview(
    site: Site, act: str, seen: dict[str, str]
) -> None:
    job = await site.data.a_job(openings=1, recruiter_id=await site.data.a_user(email=ROSA))
    (application,) = await site.data.scored(job, 90)
    await site.data.closed_and_ranked(job)
    await site.data.invited(job)
    row = {
        "reject": f"/api/v1/applications/{application}",
        "cancel": f"/api/v1/interviews/{id_of_interview(application)}",
    }[act]
    if seen:
        seen = {"If-Match": (await site.http.get(row, headers=site.as_user(ROSA))).headers["etag"]}
    with recorded(site) as statements:
        done = await site.http.post(f"{row}/{act}", headers=site.as_user(ROSA) | seen)
    assert done.status_code == 200, done.text
    locked = [
        table
        for statement, _ in statements.found
        for table in ("jobs", "applications", "interviews")
        if f"FROM {table}" in statement and "FOR NO KEY UPDATE" in statement
    ]
    assert list(dict.fromkeys(locked)) == ["jobs", "applications", "interviews"]
