"""Ids of others, in every address of the application, asked for by everybody who should not have them."""

import pytest
from sqlalchemy import text

from domain.vocabulary import LinkPurpose
from tests.access.faces import JOB, PERSON, Caller, Faces
from tests.access.routes import NOT_IDS, NOT_SET_UP, Route

REFUSALS = {401, 403, 404}
SIGN_IN = "/sign-in"
TAKE_NO_ID = {
    "GET /", "GET /account", "GET /account/keys", "GET /alerts", "GET /api/v1/audit", "GET /api/v1/audit/export",
    "GET /api/v1/audit/key", "GET /api/v1/audit/verify", "GET /api/v1/calendars", "GET /api/v1/conversations",
    "GET /api/v1/figures", "GET /api/v1/flags", "GET /api/v1/flags/{name}", "GET /api/v1/impact",
    "GET /api/v1/jobs", "GET /api/v1/keys", "GET /api/v1/openapi.json", "GET /api/v1/users",
    "GET /api/v1/webhooks", "GET /audit", "GET /audit/access", "GET /audit/verify", "GET /calendars",
    "GET /calendars/caldav/connect", "GET /calendars/google/callback", "GET /conversations", "GET /digest",
    "GET /figures", "GET /flags", "GET /flags/now", "GET /flags/{name}", "GET /flags/{name}/confirm",
    "GET /flags/{name}/waiting", "GET /healthz", "GET /impact", "GET /password", "GET /requests", "GET /sign-in",
    "GET /sign-in/callback", "GET /static/{name}", "GET /users", "GET /webhooks", "POST /account/keys",
    "POST /account/sign-out-everywhere", "POST /api/v1/calendars", "POST /api/v1/jobs", "POST /api/v1/keys",
    "POST /api/v1/users", "POST /api/v1/webhooks", "POST /audit/export", "POST /audit/verify",
    "POST /calendars/caldav/connect", "POST /calendars/choice", "POST /calendars/google/connect", "POST /digest",
    "POST /flags/{name}", "POST /flags/{name}/jobs", "POST /hooks/google-calendar", "POST /hooks/identity",
    "POST /password", "POST /sign-in", "POST /sign-in/provider", "POST /sign-out", "POST /users", "POST /webhooks",
    "PUT /api/v1/flags/{name}",
    "DELETE /api/v1/interview-types/{type_id}", "DELETE /api/v1/questions/{question_id}",
    "DELETE /api/v1/skills/{skill_id}", "GET /api/v1/interview-categories/missing",
    "GET /api/v1/interview-types", "GET /api/v1/interview-types/{type_id}",
    "GET /api/v1/interview-types/{type_id}/questions", "GET /api/v1/interview-types/{type_id}/skills",
    "GET /api/v1/questions", "GET /api/v1/questions/{question_id}", "GET /api/v1/skills",
    "GET /api/v1/skills/{skill_id}", "GET /interview-categories", "GET /question-bank",
    "GET /question-bank/questions/{question_id}", "GET /question-bank/skills",
    "GET /question-bank/skills/{skill_id}", "GET /question-bank/types", "GET /question-bank/types/{type_id}",
    "PATCH /api/v1/interview-types/{type_id}", "PATCH /api/v1/questions/{question_id}",
    "PATCH /api/v1/skills/{skill_id}", "POST /api/v1/interview-categories", "POST /api/v1/interview-types",
    "POST /api/v1/questions", "POST /api/v1/skills", "POST /interview-categories", "POST /question-bank",
    "POST /question-bank/questions/{question_id}", "POST /question-bank/questions/{question_id}/remove",
    "POST /question-bank/skills", "POST /question-bank/skills/{skill_id}",
    "POST /question-bank/skills/{skill_id}/remove", "POST /question-bank/types",
    "POST /question-bank/types/{type_id}", "POST /question-bank/types/{type_id}/remove",
    "PUT /api/v1/interview-types/{type_id}/skills",
    "GET /api/v1/processing", "GET /api/v1/processing/export", "GET /interviews", "GET /processing",
    "GET /processing/export", "POST /api/v1/processing/repair", "POST /processing",
}  # fmt: skip
"""Addresses that name no row. A new one belongs here, or is tried below."""
AUDITORS_READ = {
    "GET /api/v1/jobs/{job_id}", "GET /api/v1/jobs/{job_id}/impact",
    "GET /audit/applications/{application_id}", "GET /audit/interviews/{interview_id}", "GET /audit/jobs/{job_id}",
    "GET /audit/rows/{sequence}", "GET /jobs/{job_id}/impact", "GET /api/v1/jobs/{job_id}/requirements",
    "GET /jobs/{job_id}", "GET /jobs/{job_id}/requirements",
}  # fmt: skip
"""What auditors read of every job: what it is, what it asks for, its figures, its log."""
STAYS_SO = {"POST /account/sessions/{session_id}/end", "POST /api/v1/users/{user_id}/sign-out"}
"""Whoever is signed out stays so: these say that it is done, and change nothing."""
LAST = (
    "DELETE",
    "disconnect",
    "disable",
    "/role",
    "sign-out",
    "/end",
    "revoke",
    "/password",
    "cancel",
    "finish",
)
"""What takes away what other requests need comes last."""


def with_ids(faces: Faces) -> list[Route]:
    """Routes that name a row."""
    return [route for route in faces.routes if set(route.names) - NOT_IDS]


async def test_no_route_is_left_out(faces: Faces) -> None:
    assert {str(route) for route in faces.routes} - {str(route) for route in with_ids(faces)} == TAKE_NO_ID


async def _refused(faces: Faces, route: Route, caller: Caller, address: str, **form: str) -> str | None:
    """What is wrong with the answer; None: it is a refusal that tells nothing."""
    answer = await faces.ask(route, caller, address, user=faces.world.sides[0].interviewer, **form)
    told = [
        word for word in (PERSON[0], JOB[0]) if word.lower() in (answer.text + str(answer.headers)).lower()
    ]
    sent_away = answer.status_code == 303 and answer.headers["location"].startswith(SIGN_IN)
    done = str(route) in STAYS_SO and caller.user and answer.status_code in {204, 303}
    fine = answer.status_code in REFUSALS or done or (sent_away and not route.is_api and not caller.user)
    if fine and not told:
        return None
    return f"{caller.who} {route}: {answer.status_code} tells {told} {answer.text[:200]!r}"


async def test_nobody_reaches_rows_of_another_recruiter_by_their_ids(faces: Faces) -> None:
    ids = await faces.ids(faces.world.sides[0])
    before, faults = await faces.state(), []
    for route in with_ids(faces):
        if route.is_candidate:
            continue
        for who in ("stranger", "recruiter B", "interviewer B", "auditor B"):
            if who == "auditor B" and str(route) in AUDITORS_READ:
                continue
            fault = await _refused(faces, route, faces.callers[who], faces.address(route, ids))
            if fault:
                faults.append(fault)
    after = await faces.state()
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults)
    assert {table for table in before if before[table] != after[table]} == set()


async def test_rows_of_another_are_not_reached_from_an_own_page(faces: Faces) -> None:
    before, bulk = await faces.state(), Route("POST", "/jobs/{job_id}/bulk")
    answer = await faces.ask(bulk, faces.callers["recruiter B"], f"/jobs/{faces.world.sides[1].job}/bulk")
    assert answer.status_code < 500
    assert PERSON[0].lower() not in answer.text.lower()
    assert await faces.state() == before


async def test_auditors_read_nobodys_name_resume_mail_or_chat(faces: Faces) -> None:
    ids = await faces.ids(faces.world.sides[0])
    seen = set()
    for route in faces.routes:
        if route.method != "GET" or route.is_candidate or route.path.endswith("/stream"):
            continue
        if str(route) in NOT_SET_UP:
            continue
        answer = await faces.ask(route, faces.callers["auditor B"], faces.address(route, ids))
        assert answer.status_code < 500, (str(route), answer.text)
        assert PERSON[0].lower() not in answer.text.lower(), str(route)
        if answer.status_code == 200 and set(route.names) - NOT_IDS:
            seen.add(str(route))
    assert seen == AUDITORS_READ


async def test_an_interviewer_reads_nothing_of_interviews_that_are_not_booked_with_them(faces: Faces) -> None:
    side, faults = faces.world.sides[0], []
    me = faces.callers["interviewer A"]
    for interview in (side.talking, side.cancelled):
        ids = await faces.ids(side, interview=interview)
        for route in with_ids(faces):
            if {"interview_id", "application_id", "request_id"} & set(route.names) and not route.is_candidate:
                answer = await faces.ask(route, me, faces.address(route, ids))
                if answer.status_code not in REFUSALS or PERSON[0].lower() in answer.text.lower():
                    faults.append(f"{route}: {answer.status_code} {answer.text[:200]!r}")
    assert not faults, "\n".join(faults)


async def test_an_interviewer_reads_of_the_own_interviews_job_only_the_own_candidate(faces: Faces) -> None:
    side = faces.world.sides[0]
    ids, me = await faces.ids(side), faces.callers["interviewer A"]
    async with faces.owner() as session:
        others = await session.scalars(
            text("SELECT left(candidate_id::text, 8) FROM interviews WHERE id <> :i"),
            {"i": side.booked},
        )
        marks = [f"{PERSON[0]} name {mark}".lower() for mark in others]
    for route in faces.routes:
        if route.method != "GET" or route.is_candidate or route.path.endswith("/stream"):
            continue
        if str(route) in NOT_SET_UP:
            continue
        answer = await faces.ask(route, me, faces.address(route, ids))
        assert answer.status_code < 500, (str(route), answer.text)
        assert not [mark for mark in marks if mark in answer.text.lower()], str(route)
    why = await faces.ask(
        Route("GET", "/api/v1/applications/{application_id}/why"),
        me,
        f"/api/v1/applications/{ids['application_id']}/why",
    )
    assert why.status_code == 200
    assert why.json()["masked_text"] == f"{PERSON[0]} masked"


@pytest.mark.slow
async def test_the_requests_are_well_formed_whoever_may_gets_through(own_faces: Faces) -> None:
    """Without this the refusals above could be about something else: each request reaches its row for somebody."""
    ids = await own_faces.ids(own_faces.world.sides[0])
    stuck = []
    for route in sorted(
        with_ids(own_faces),
        key=lambda route: (
            # Cards are of who conducts the interview, until an act below ends it.
            "/scorecard" not in route.path,
            any(word in str(route) for word in LAST),
            route.method == "DELETE",
        ),
    ):
        if route.is_candidate or route.path.endswith("/stream") or str(route) in NOT_SET_UP:
            continue
        answers = []
        for who in ("recruiter A", "admin A", "auditor A", "interviewer A"):
            answer = await own_faces.ask(
                route,
                own_faces.callers[who],
                own_faces.address(route, ids),
                user=own_faces.world.sides[0].interviewer,
            )
            assert answer.status_code < 500, (str(route), answer.text)
            answers.append(f"{answer.status_code}: {answer.text[:300]}" if answer.status_code > 400 else "")
            # What is wrong with a value is said by whoever has seen the row; what is wrong with a shape, before that.
            if answer.status_code not in REFUSALS and '"errors":' not in answer.text:
                break
        else:
            stuck.append(f"{route} {answers}")
    assert not stuck, "\n".join(stuck)


MALFORMED = ("x", "%00", "0", "-1", "..%2f..%2fetc", "%ff", "1' OR '1'='1", "{id}0", "9" * 400, "%F0%9F%92%A9",
             "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff")  # fmt: skip


@pytest.mark.slow
async def test_malformed_and_unknown_ids_are_a_clear_refusal_for_whoever_may_see_everything(
    faces: Faces,
) -> None:
    ids = await faces.ids(faces.world.sides[0])
    before, faults = await faces.state(), []
    admin = faces.callers["admin A"]
    for route in with_ids(faces):
        for name in set(route.names) - NOT_IDS:
            if str(route) in STAYS_SO:
                continue
            for wrong in MALFORMED:
                if name == "sequence" and wrong in {"0", "{id}0"}:
                    continue  # a number like any other
                address = faces.address(route, ids, **{name: wrong.format(id=ids.get(name, 1))})
                answer = await faces.ask(route, admin, address)
                if answer.status_code not in {*REFUSALS, 405, 422}:
                    faults.append(f"{route} {name}={wrong[:20]}: {answer.status_code} {answer.text[:200]!r}")
    after = await faces.state()
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:60])
    assert {table for table in before if before[table] != after[table]} == set()


async def test_a_link_opens_the_own_interview_and_no_other(faces: Faces) -> None:
    mine, other = faces.world.sides
    faults = []
    stranger = faces.callers["stranger"]
    before = await faces.state()
    for route in faces.routes:
        if not route.is_candidate or route.path.startswith("/files/"):
            continue  # links of files: tests/web/media
        purpose = "about_me" if route.path.startswith("/about-me/") else route.path.split("/")[2]
        for wrong, token in {
            "of the neighbour": faces.token(mine.talking, _purpose(purpose)),
            "of another job": faces.token(other.booked, _purpose(purpose)),
            "of another purpose": faces.token(mine.booked, "accept" if purpose != "accept" else "schedule"),
            "of another generation": faces.token(mine.booked, _purpose(purpose), generation=7),
            "expired": faces.token(mine.booked, _purpose(purpose), days=-1),
        }.items():
            if purpose == "new_address" and wrong == "of another generation":
                continue  # it numbers the change of the address
            ids = {**await faces.ids(mine), "token": token}
            nonce = faces.links.nonce(mine.booked, LinkPurpose(_purpose(purpose)), "", faces.clock.now)
            address = faces.address(route, ids, token=token)
            answer = await faces.ask(route, stranger, address, nonce=nonce)
            if answer.status_code != 403 or PERSON[0].lower() in answer.text.lower():
                faults.append(f"{route} {wrong}: {answer.status_code} {answer.text[:200]!r}")
    assert not faults, "\n".join(faults)
    assert await faces.state() == before


def _purpose(name: str) -> str:
    return name if name != "off" else "application"
