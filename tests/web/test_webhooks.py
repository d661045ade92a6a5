"""The pages of webhooks."""

import re

import pytest

from domain.vocabulary import UserRole
from tests.web.site import Site, csrf_of


@pytest.fixture
async def rosa(site: Site) -> Site:
    await site.data.a_user(email="rosa@hiring.example")
    await site.sign_in("rosa@hiring.example")
    return site


async def test_a_recruiter_adds_looks_after_and_removes_a_webhook(rosa: Site) -> None:
    page = await rosa.http.get("/webhooks")
    assert "You have no webhook." in page.text
    form = {
        "csrf": csrf_of(page),
        "url": "https://ats.example.org/h?token=x",
        "description": "<b>Our ATS</b>",
    }
    made = await rosa.http.post("/webhooks", data={**form, "actions": "job_closed, job_published"})
    assert made.status_code == 200
    assert "whsec_" in made.text
    assert "&lt;b&gt;Our ATS&lt;/b&gt;" in made.text
    again = await rosa.http.get("/webhooks")
    assert "whsec_" not in again.text
    found = re.search(r'href="(/webhooks/[0-9a-f-]{36})"', again.text)
    assert found
    path = found[1]
    shown = await rosa.http.get(path)
    assert "job_closed, job_published" in shown.text
    assert "token=x" not in shown.text
    csrf = {"csrf": csrf_of(shown)}
    for act, data, said in (
        ("switch", {"enabled": "off"}, "The change is made."),
        ("replay", {"after_sequence": "0"}, "Deliveries go on from there."),
    ):
        answer = await rosa.http.post(f"{path}/{act}", data=csrf | data)
        assert answer.status_code == 303
        assert said in (await rosa.http.get(answer.headers["location"])).text
    assert "switched off by hand" in (await rosa.http.get(path)).text
    assert "whsec_" in (await rosa.http.post(f"{path}/secret", data=csrf)).text
    far = await rosa.http.post(f"{path}/replay", data=csrf | {"after_sequence": "99999999"})
    assert far.status_code == 422
    assert (await rosa.http.post(f"{path}/remove", data=csrf)).status_code == 422
    gone = await rosa.http.post(f"{path}/remove", data=csrf | {"sure": "yes"})
    assert gone.status_code == 303
    assert (await rosa.http.get(path)).status_code == 404


async def test_what_may_not_be_called_is_said_on_the_page(rosa: Site) -> None:
    csrf = csrf_of(await rosa.http.get("/webhooks"))
    for url, actions in (("http://10.0.0.1/", ""), ("https://ats.example.org", "Job Closed!")):
        answer = await rosa.http.post("/webhooks", data={"csrf": csrf, "url": url, "actions": actions})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text


async def test_forms_of_elsewhere_and_people_without_jobs_change_nothing(rosa: Site) -> None:
    before = await rosa.snapshot()
    forged = await rosa.http.post("/webhooks", data={"url": "https://ats.example.org"})
    assert forged.status_code == 403
    await rosa.data.a_user(UserRole.AUDITOR, email="uma@hiring.example")
    await rosa.sign_in("uma@hiring.example")
    assert (await rosa.http.get("/webhooks")).status_code == 403
    assert {**before, "users": ()} == {**await rosa.snapshot(), "users": ()}
