"""Types, skills, questions and plans over the API: who may, what comes back, what is refused."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from domain.vocabulary import UserRole
from tests.services.arrange import booked
from tests.web.site import Site

RITA, INES, STAN, AUDA = (f"{name}@hiring.example" for name in ("rita", "ines", "stan", "auda"))


@pytest.fixture
async def interview(site: Site) -> str:
    """The address of a booked interview of Rita's job, which Ines conducts; Stan runs other jobs."""
    rita = await site.data.a_user(UserRole.RECRUITER, email=RITA)
    ines = await site.data.a_user(UserRole.INTERVIEWER, email=INES)
    await site.data.a_user(UserRole.RECRUITER, email=STAN)
    await site.data.a_user(UserRole.AUDITOR, email=AUDA)
    await site.data.a_user(UserRole.ADMIN)
    job = await site.data.a_job(openings=1, recruiter_id=rita, interviewer_ids=(ines,))
    await site.data.scored(job, 80)
    await site.data.closed_and_ranked(job)
    (booked_one,) = await booked(site.data, job)
    return f"/api/v1/interviews/{booked_one}"


async def call(site: Site, who: str | None, method: str, path: str, body: Any = None) -> httpx.Response:
    headers = site.as_user(who) if who else site.api()
    address = path if path.startswith("/api") else f"/api/v1{path}"
    return await site.http.request(method, address, json=body, headers=headers)


async def ids(site: Site, path: str, name: str) -> dict[str, str]:
    items = (await call(site, RITA, "GET", path)).json()["items"]
    return {item[name]: item["id"] for item in items}


async def test_admins_keep_types_and_skills_and_a_taken_name_is_a_conflict(
    site: Site, interview: str
) -> None:
    made = await call(site, None, "POST", "/interview-types", {"type_name": "Case study"})
    assert (made.status_code, made.json()["type_name"]) == (201, "Case study")
    again = await call(site, None, "POST", "/interview-types", {"type_name": "CASE study"})
    assert (again.status_code, again.json()["field"]) == (409, "type_name")
    assert again.headers["content-type"] == "application/problem+json"
    address = f"/interview-types/{made.json()['id']}"
    renamed = await call(site, None, "PATCH", address, {"type_name": "Case", "description": "On paper."})
    assert (renamed.json()["type_name"], renamed.json()["description"]) == ("Case", "On paper.")
    assert (await call(site, None, "DELETE", address)).status_code == 204
    assert (await call(site, None, "GET", address)).status_code == 404
    for who in (RITA, INES, AUDA):
        refused = await call(site, who, "POST", "/skills", {"skill_name": "Baking"})
        assert refused.status_code == 403
    taken = await call(site, None, "POST", "/skills", {"skill_name": "PYTHON"})
    assert taken.status_code == 409
    assert (await call(site, AUDA, "GET", "/skills")).status_code == 403


async def test_suggested_skills_are_listed_and_stated(site: Site, interview: str) -> None:
    types, skills = await ids(site, "/interview-types", "type_name"), await ids(site, "/skills", "skill_name")
    address = f"/interview-types/{types['Behavioral']}/skills"
    found = (await call(site, INES, "GET", address)).json()["items"]
    assert [one["skill_name"] for one in found] == ["Communication", "Leadership", "Teamwork"]
    stated = await call(site, None, "PUT", address, {"skill_ids": [skills["Go"]]})
    assert [one["skill_name"] for one in stated.json()["items"]] == ["Go"]
    assert (await call(site, RITA, "PUT", address, {"skill_ids": []})).status_code == 403
    search = (await call(site, RITA, "GET", "/skills?search=nosql")).json()["items"]
    assert [one["skill_name"] for one in search] == ["Databases (NoSQL)"]


async def test_recruiters_add_questions_and_the_bank_pages_through_them(site: Site, interview: str) -> None:
    skills = await ids(site, "/skills", "skill_name")
    body = {
        "question_text": "How do you knead?",
        "difficulty_level": "easy",
        "skill_ids": [skills["Teamwork"], skills["Go"]],
    }
    made = await call(site, RITA, "POST", "/questions", body)
    assert (made.status_code, made.json()["skill_ids"]) == (201, body["skill_ids"])
    assert (await call(site, RITA, "POST", "/questions", body)).status_code == 409
    asked = await call(site, RITA, "POST", "/questions", {**body, "question_text": "Are you married?"})
    assert (asked.status_code, asked.json()["field"]) == (422, "question_text")
    assert (await call(site, INES, "POST", "/questions", body)).status_code == 403
    changed = await call(site, RITA, "PATCH", f"/questions/{made.json()['id']}", {"minutes": 9})
    assert (changed.json()["minutes"], changed.json()["question_text"]) == (9, "How do you knead?")
    seen: list[str] = []
    after = ""
    while True:
        page = (await call(site, INES, "GET", f"/questions?limit=40{after}")).json()
        seen += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert len(seen) == len(set(seen)) == 105
    filtered = await call(site, INES, "GET", f"/questions?search=KNEAD&difficulty=easy&skill={skills['Go']}")
    assert [item["id"] for item in filtered.json()["items"]] == [made.json()["id"]]
    assert (await call(site, RITA, "DELETE", f"/questions/{made.json()['id']}")).status_code == 403
    assert (await call(site, None, "DELETE", f"/questions/{made.json()['id']}")).status_code == 204


async def test_questions_for_a_type_and_skills_put_suggested_skills_first(site: Site, interview: str) -> None:
    types, skills = await ids(site, "/interview-types", "type_name"), await ids(site, "/skills", "skill_name")
    chosen = f"skill={skills['Go']}&skill={skills['Python']}"
    answer = await call(site, INES, "GET", f"/interview-types/{types['Technical']}/questions?{chosen}")
    shows = [skills["Python"] in item["skill_ids"] for item in answer.json()["items"]]
    assert shows == sorted(shows, reverse=True)
    assert set(shows) == {True, False}


async def categorised(site: Site, interview: str, who: str = RITA) -> dict[str, str]:
    types, skills = await ids(site, "/interview-types", "type_name"), await ids(site, "/skills", "skill_name")
    body = {"interview_type_id": types["Technical"], "skill_ids": [skills["Go"], skills["Teamwork"]]}
    answer = await call(site, who, "PUT", f"{interview}/category", body)
    assert answer.status_code == 200
    assert [one["skill_name"] for one in answer.json()["skills"]] == ["Go", "Teamwork"]
    return skills


async def test_type_and_skills_are_set_together_or_not_at_all(site: Site, interview: str) -> None:
    skills = await categorised(site, interview)
    wrong = {"interview_type_id": skills["Go"], "skill_ids": []}
    assert (await call(site, RITA, "PUT", f"{interview}/category", wrong)).status_code == 422
    unknown = {"interview_type_id": None, "skill_ids": [str(UUID(int=7))]}
    refused = await call(site, RITA, "PUT", f"{interview}/category", unknown)
    assert (refused.status_code, refused.json()["field"]) == (422, "skill_ids")
    added = await call(site, RITA, "PUT", f"{interview}/skills/{skills['Java']}")
    assert len(added.json()["skills"]) == 3
    assert (await call(site, RITA, "DELETE", f"{interview}/skills/{skills['Java']}")).status_code == 204
    without = await call(site, RITA, "PUT", f"{interview}/type", {"interview_type_id": None})
    assert (without.json()["interview_type_id"], len(without.json()["skills"])) == (None, 2)
    assert (await call(site, STAN, "GET", f"{interview}/category")).status_code == 404


async def test_an_interviewer_plans_and_changes_the_plan(site: Site, interview: str) -> None:
    await categorised(site, interview)
    made = await call(site, INES, "POST", f"{interview}/plan", {"minutes": 30, "seed": 3})
    plan = made.json()
    assert made.status_code == 200
    assert plan["minutes"] <= 30
    assert all(question["why"] for question in plan["questions"])
    assert {line["name"]: line["planned"] > 0 for line in plan["skills"]} == {"Go": True, "Teamwork": True}
    first, second = (question["id"] for question in plan["questions"][:2])
    swapped = await call(site, INES, "POST", f"{interview}/plan/questions/{first}/swap")
    assert swapped.json()["question_text_snapshot"] != plan["questions"][0]["question_text_snapshot"]
    order = [question["id"] for question in plan["questions"]][::-1]
    reordered = await call(site, INES, "PUT", f"{interview}/plan/order", {"order": order})
    assert [question["id"] for question in reordered.json()["questions"]] == order
    partly = await call(site, INES, "PUT", f"{interview}/plan/order", {"order": order[1:]})
    assert (partly.status_code, partly.json()["field"]) == (422, "order")
    asked = await call(site, INES, "PUT", f"{interview}/plan/questions/{second}/asked", {"asked": True})
    assert asked.json()["asked_at"] is not None
    assert (await call(site, INES, "DELETE", f"{interview}/plan/questions/{second}")).status_code == 409
    assert (await call(site, INES, "DELETE", f"{interview}/plan/questions/{first}")).status_code == 204
    own = await call(site, INES, "POST", f"{interview}/plan/questions", {"text": "How do you knead?"})
    assert (own.status_code, own.json()["origin"]) == (201, "person")
    neither = await call(site, INES, "POST", f"{interview}/plan/questions", {})
    assert neither.status_code == 422


async def test_others_reach_no_plan_not_even_by_the_id_of_its_questions(site: Site, interview: str) -> None:
    await categorised(site, interview)
    plan = (await call(site, RITA, "POST", f"{interview}/plan")).json()
    row = plan["questions"][0]["id"]
    assert (await call(site, STAN, "GET", f"{interview}/plan")).status_code == 404
    assert (await call(site, STAN, "POST", f"{interview}/plan")).status_code == 404
    assert (await call(site, STAN, "POST", f"{interview}/plan/questions/{row}/swap")).status_code == 404
    assert (await call(site, AUDA, "GET", f"{interview}/plan")).status_code == 403
    elsewhere = f"/interviews/{UUID(int=9)}/plan/questions/{row}/swap"
    assert (await call(site, RITA, "POST", elsewhere)).status_code == 404


async def test_old_interviews_are_found_and_categorised_in_bulk(site: Site, interview: str) -> None:
    types = await ids(site, "/interview-types", "type_name")
    found = (await call(site, RITA, "GET", "/interview-categories/missing?status=confirmed")).json()["items"]
    assert [f"/api/v1/interviews/{item['id']}" for item in found] == [interview]
    assert (await call(site, STAN, "GET", "/interview-categories/missing")).json()["items"] == []
    body = {
        "interview_ids": [item["id"] for item in found],
        "interview_type_id": types["Behavioral"],
        "skill_ids": [],
    }
    assert (await call(site, INES, "POST", "/interview-categories", body)).status_code == 403
    assert (await call(site, STAN, "POST", "/interview-categories", body)).status_code == 422
    assert (await call(site, RITA, "POST", "/interview-categories", body)).json() == {"changed": 1}
    assert (await call(site, RITA, "GET", "/interview-categories/missing")).json()["items"] == []


async def test_without_a_language_model_nothing_is_suggested(site: Site, interview: str) -> None:
    await categorised(site, interview)
    plan = (await call(site, INES, "POST", f"{interview}/plan")).json()
    row = plan["questions"][0]["id"]
    answer = await call(site, INES, "POST", f"{interview}/plan/questions/{row}/follow-ups")
    assert (answer.status_code, answer.json()) == (200, {"suggestions": []})
