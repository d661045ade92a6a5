"""Replacing a candidate's links."""

from domain.vocabulary import LinkPurpose, UserRole
from tests.web.site import Site


async def test_replaced_links_stop_working_and_new_ones_leave_by_mail(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN)
    interview = await site.an_invitation()
    old = site.link(interview, LinkPurpose.ACCEPT)

    answer = await site.http.post(f"/api/v1/interviews/{interview}/links", headers=site.api())

    assert answer.status_code == 200, answer.text
    assert (await site.http.get(old)).status_code == 403
    assert (await site.http.get(site.link(interview, LinkPurpose.ACCEPT, generation=1))).status_code == 200
    mails = await site.row(
        "SELECT count(*) AS n, max(sequence) AS newest FROM email_messages"
        " WHERE interview_id = :id AND template = 'invitation'",
        id=interview,
    )
    assert (mails.n, mails.newest) == (2, 1001)
    logged = await site.row(
        "SELECT count(*) AS n FROM automation_logs WHERE interview_id = :id AND action_type = 'links_replaced'",
        id=interview,
    )
    assert logged.n == 1


async def test_links_of_an_interview_that_is_over_are_not_replaced(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN)
    interview = await site.an_invitation()
    await site.http.post(f"/api/v1/interviews/{interview}/cancel", headers=site.api())

    answer = await site.http.post(f"/api/v1/interviews/{interview}/links", headers=site.api())

    assert answer.status_code == 409
    assert "nothing to answer" in answer.json()["detail"]
