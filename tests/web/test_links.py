"""Replacing a candidate's links."""

from uuid import UUID

from sqlalchemy import select

from domain.vocabulary import LinkPurpose, UserRole
from integrations.mail.render import MailRenderer
from models import EmailMessage
from services.correspondence import prepare
from tests.web.site import Site, nonce_of
from tests.web.test_applicant import link as applicant_link


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


async def test_links_of_an_interview_that_is_over_are_replaced_as_well(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN)
    interview = await site.an_invitation()
    await site.http.post(f"/api/v1/interviews/{interview}/cancel", headers=site.api())
    old = site.link(interview, LinkPurpose.APPLICATION)
    assert (await site.http.get(old)).status_code == 200

    answer = await site.http.post(f"/api/v1/interviews/{interview}/links", headers=site.api())

    assert answer.status_code == 200, answer.text
    assert (await site.http.get(old)).status_code == 403
    assert (
        await site.http.get(site.link(interview, LinkPurpose.APPLICATION, generation=1))
    ).status_code == 200
    mail = await site.row(
        "SELECT count(*) AS n FROM email_messages WHERE interview_id = :id AND template = 'new_links'",
        id=interview,
    )
    assert mail.n == 1


async def test_links_of_somebody_who_is_not_invited_are_replaced_and_the_new_one_leaves_by_mail(
    site: Site,
) -> None:
    await site.data.a_user(UserRole.ADMIN)
    job = await site.data.a_job(1, 1, at=site.clock.now)
    (application,) = await site.data.scored(job, 50, at=site.clock.now)
    pages = (LinkPurpose.APPLICATION, LinkPurpose.ABOUT_ME)
    old = [applicant_link(site, application, purpose) for purpose in pages]
    opened = [await site.http.get(path) for path in old]
    assert [page.status_code for page in opened] == [200, 200]

    answer = await site.http.post(f"/api/v1/applications/{application}/links", headers=site.api())

    assert answer.status_code == 200, answer.text
    assert [(await site.http.get(path)).status_code for path in old] == [403, 403]
    form = {"nonce": nonce_of(opened[1]), "sex": "female"}
    assert (await site.http.post(old[1], data=form)).status_code == 403
    fresh = [applicant_link(site, application, purpose, number=1) for purpose in pages]
    assert [(await site.http.get(path)).status_code for path in fresh] == [200, 200]
    async with site.data.worker.begin() as session:
        letter = await session.scalar(select(EmailMessage).where(EmailMessage.application_id == application))
        assert letter is not None
        seen: list[int] = []

        def sign(_: UUID, generation: int) -> dict[LinkPurpose, str]:
            seen.append(generation)
            return {LinkPurpose.APPLICATION: "https://hiring.example/mine"}

        ready = await prepare(session, letter, sign, "http://t", site.clock.now, sign_applicant=sign)
    assert not isinstance(ready, str)
    assert seen == [1]
    assert "https://hiring.example/mine" in MailRenderer().render(letter.template, ready.facts).text


async def test_an_interview_gets_new_links_together_with_its_application(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN)
    interview = await site.an_invitation()
    row = await site.row("SELECT application_id FROM interviews WHERE id = :id", id=interview)
    paths = [
        site.link(interview, LinkPurpose.ACCEPT),
        applicant_link(site, row.application_id, LinkPurpose.APPLICATION),
    ]

    answer = await site.http.post(f"/api/v1/applications/{row.application_id}/links", headers=site.api())

    assert answer.status_code == 200, answer.text
    assert [(await site.http.get(path)).status_code for path in paths] == [403, 403]
