"""My data: correct it, confirm a new address, take it away, erase it."""

import io
import json
import zipfile
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text

from domain.vocabulary import LinkPurpose
from services.candidates import MOST_ADDRESSES
from services.interviews import view
from tests.web.site import Site, starts_of

APPLICATION = LinkPurpose.APPLICATION


async def _data_page(site: Site) -> tuple[UUID, str]:
    interview = await site.an_invitation()
    return interview, site.link(interview, APPLICATION) + "/data"


async def test_name_and_phone_are_corrected_at_once(site: Site) -> None:
    _, path = await _data_page(site)
    saved = await site.submit(path, action="person", name="  Ana   Lima ", phone="+49 30 1234-5")
    assert saved.status_code == 303
    row = await site.row("SELECT name, phone FROM candidates WHERE name LIKE 'Ana%'")
    assert tuple(row) == ("Ana Lima", "+49 30 1234-5")
    logged = await site.row("SELECT details FROM automation_logs WHERE action_type = 'data_corrected'")
    assert logged[0]["fields"] == ["name", "phone"]
    assert "Ana" not in json.dumps(logged[0])
    before = await site.snapshot()
    again = await site.submit(path, action="person", name="Ana Lima", phone="+49 30 1234-5")
    assert again.status_code == 303
    assert await site.snapshot() == before


@pytest.mark.parametrize(
    "form",
    [
        {"action": "person", "name": " ", "phone": ""},
        {"action": "person", "name": "A\x00b", "phone": ""},
        {"action": "person", "name": "x" * 201, "phone": ""},
        {"action": "person", "name": "Ana", "phone": "call me"},
        {"action": "email", "email": "nobody"},
        {"action": "email", "email": "a@b@example.org"},
        {"action": "email", "email": "a\r\nBcc: x@example.org"},
        {"action": "email", "email": "a@example"},
        {"action": "correction", "message": "  "},
        {"action": "zone", "time_zone": "Atlantis/Deep"},
        {"action": "language", "language": "tlh"},
        {"action": "dance"},
    ],
)
async def test_what_does_not_fit_is_refused_and_changes_nothing(site: Site, form: dict[str, str]) -> None:
    _, path = await _data_page(site)
    before = await site.snapshot()
    answer = await site.submit(path, **form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert await site.snapshot() == before


async def test_a_new_address_counts_once_its_owner_confirms_it(site: Site) -> None:
    interview, path = await _data_page(site)
    old = (await site.row("SELECT email FROM candidates c JOIN interviews i ON i.candidate_id = c.id"))[0]
    assert (await site.submit(path, action="email", email="wrong@example.org")).status_code == 303
    assert (await site.submit(path, action="email", email="ana@example.org")).status_code == 303
    row = await site.row("SELECT email, pending_email FROM candidates WHERE pending_email IS NOT NULL")
    assert tuple(row) == (old, "ana@example.org")
    mails = await site.row(
        "SELECT array_agg(DISTINCT template) FROM email_messages WHERE template IN ('new_address', 'address_change')"
    )
    assert sorted(mails[0]) == ["address_change", "new_address"]
    first, second = (site.link(interview, LinkPurpose.NEW_ADDRESS, generation=n) for n in (1, 2))
    assert (await site.submit(first, action="confirm")).status_code == 409, "an older wish"
    before = await site.snapshot()
    shown = await site.http.get(second)
    assert "Shall we write to this address" in shown.text
    assert site.link(interview, APPLICATION).rsplit("/", 1)[0] not in shown.text, (
        "a mistyped address opens nothing"
    )
    assert await site.snapshot() == before
    assert (await site.submit(second, action="confirm")).status_code == 303
    row = await site.row("SELECT email, pending_email FROM candidates WHERE email = 'ana@example.org'")
    assert row[1] is None
    before = await site.snapshot()
    assert (await site.submit(second, action="confirm")).status_code == 303
    assert await site.snapshot() == before


async def test_strangers_get_only_so_many_mails_from_one_page(site: Site) -> None:
    _, path = await _data_page(site)
    for number in range(MOST_ADDRESSES):
        entered = await site.submit(path, action="email", email=f"stranger{number}@example.org")
        assert entered.status_code == 303
    before = await site.snapshot()
    refused = await site.submit(path, action="email", email="one-more@example.org")
    assert refused.status_code == 409
    assert "Too many addresses were entered." in refused.text
    assert await site.snapshot() == before


async def test_a_link_for_a_new_address_runs_out(site: Site) -> None:
    interview, path = await _data_page(site)
    await site.submit(path, action="email", email="ana@example.org")
    site.clock.forward(days=2, seconds=1)
    late = await site.submit(site.link(interview, LinkPurpose.NEW_ADDRESS, generation=1), action="confirm")
    assert late.status_code == 409
    assert (await site.row("SELECT count(*) FROM candidates WHERE email = 'ana@example.org'"))[0] == 0


async def test_an_address_of_somebody_else_is_refused_without_a_change(site: Site) -> None:
    interview, path = await _data_page(site)
    taken = (
        await site.row("SELECT email FROM candidates WHERE id NOT IN (SELECT candidate_id FROM interviews)")
    )[0]
    await site.submit(path, action="email", email=taken.upper())
    answer = await site.submit(site.link(interview, LinkPurpose.NEW_ADDRESS, generation=1), action="confirm")
    assert answer.status_code == 409
    assert "Another application uses this address." in answer.text
    assert (await site.row("SELECT count(*) FROM candidates WHERE email = upper(email)"))[0] == 0


async def test_a_correction_of_the_resume_goes_to_a_person(site: Site) -> None:
    _, path = await _data_page(site)
    asked = await site.submit(path, action="correction", message="I do drive.")
    assert asked.status_code == 303
    assert (await site.row("SELECT kind, message FROM candidate_requests"))[:] == (
        "correction",
        "I do drive.",
    )
    assert "We have your request for a correction." in (await site.http.get(path)).text


def _unpacked(answer: httpx.Response) -> zipfile.ZipFile:
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(answer.content))


async def test_the_download_holds_everything_to_read_and_for_programs(site: Site) -> None:
    interview, path = await _data_page(site)
    await site.submit(await site.accepted(interview), action="reply", message="Thursday at ten?")
    await site.submit(path, action="person", name="<b>Ana</b>", phone="123")
    async with site.owner.begin() as session:
        await session.execute(
            text(
                "WITH f AS (INSERT INTO files (filename, media_type, size, sha256, content)"
                " VALUES ('../../cv.PDF', 'application/pdf', 3, '', 'abc') RETURNING id)"
                " UPDATE applications a SET resume_file_id = f.id, resume_text = 'My resume' FROM f, interviews i"
                " WHERE i.application_id = a.id"
            )
        )
    packed = _unpacked(await site.submit(path, action="download"))
    assert sorted(packed.namelist()) == ["my-application.html", "my-application.json", "resume.pdf"]
    assert packed.read("resume.pdf") == b"abc"
    facts = json.loads(packed.read("my-application.json"))
    assert (facts["person"]["name"], facts["person"]["phone"]) == ("<b>Ana</b>", "123")
    assert facts["application"]["resume_text"] == "My resume"
    assert facts["application"]["fit_score"] == 80
    assert "rank" not in json.dumps(facts)
    assert "Thursday at ten?" in json.dumps(facts["conversation"])
    assert {mail["template"] for mail in facts["mails"]} >= {"invitation", "slot_choice"}
    assert [step["action"] for step in facts["steps"]][:2] == ["application_scored", "shortlisted"]
    readable = packed.read("my-application.html").decode()
    assert "&lt;b&gt;Ana&lt;/b&gt;" in readable
    seen = await site.row("SELECT what, purpose, role, link_interview_id FROM access_log")
    assert tuple(seen) == ("own_data", "download", "candidate", interview)


async def test_erasing_needs_the_ticked_box(site: Site) -> None:
    interview = await site.an_invitation()
    before = await site.snapshot()
    assert (
        await site.submit(site.link(interview, APPLICATION) + "/erase", action="erase")
    ).status_code == 422
    assert await site.snapshot() == before


async def test_erasing_leaves_nothing_of_the_person_but_ids_in_the_log(site: Site) -> None:
    interview = await site.an_invitation()
    path = site.link(interview, APPLICATION)
    person, application = await site.row("SELECT candidate_id, application_id FROM interviews")
    times = await site.accepted(interview)
    await site.submit(times, action="reply", message="Thursday at ten, says Zebediah")
    await site.submit(path, action="review", message="Zebediah asks")
    await site.submit(path + "/data", action="person", name="Zebediah Quill", phone="")
    await site.submit(site.link(interview, LinkPurpose.ABOUT_ME), sex="female", action="keep")
    async with site.owner.begin() as session:
        await session.execute(
            text(
                "WITH f AS (INSERT INTO files (filename, media_type, size, sha256, content)"
                " VALUES ('zebediah.pdf', 'application/pdf', 3, '', 'abc') RETURNING id)"
                " UPDATE applications a SET resume_file_id = f.id, resume_text = 'Zebediah' FROM f WHERE a.id = :a"
            ),
            {"a": application},
        )
        # A second application of the same person, for another job.
        await session.execute(
            text("INSERT INTO applications (job_id, candidate_id) VALUES (:job, :person)"),
            {"job": await site.data.a_job(title="Cook"), "person": person},
        )
    await site.submit(times, action="pick", start=starts_of(await site.http.get(times))[0])
    done = await site.submit(path + "/erase", action="erase", confirm="yes")
    assert done.status_code == 200
    assert "Everything about you is erased" in done.text
    tables = await site.row(
        "SELECT array_agg(c.relname::text) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE c.relkind = 'r' AND n.nspname = 'public'"
    )
    async with site.owner.begin() as session:
        for table in set(tables[0]) - {"alembic_version"}:
            rows = " ".join(await session.scalars(text(f"SELECT t::text FROM {table} t")))
            assert "Zebediah" not in rows, table
            if table not in {"automation_logs", "access_log"}:
                assert str(person) not in rows, table
    assert (await site.row("SELECT count(*) FROM self_identifications"))[0] == 0
    assert (await site.row("SELECT count(*) FROM files"))[0] == 0
    ended = await site.row(
        "SELECT count(*), bool_and(actor_kind = 'candidate') FROM automation_logs"
        " WHERE action_type = 'application_erased'"
    )
    assert tuple(ended) == (2, True)
    told = await site.row(
        "SELECT array_agg(workflow_type ORDER BY workflow_type) FROM outbox WHERE message_key LIKE 'erased:%'"
    )
    assert told[0] == ["InterviewWorkflow", "JobWorkflow"]
    for purpose in LinkPurpose:
        assert (await site.http.get(site.link(interview, purpose))).status_code == 403
    async with site.data.worker.begin() as session:
        assert (await view.look(session, interview)).status == "cancelled"


async def test_a_link_to_one_page_does_not_open_another(site: Site) -> None:
    interview = await site.an_invitation()
    accept = urlsplit(site.link(interview, LinkPurpose.ACCEPT)).path
    before = await site.snapshot()
    for wanted in ("application", "new_address"):
        answer = await site.http.get(accept.replace("/accept/", f"/{wanted}/"))
        assert answer.status_code == 403
    late = site.link(interview, APPLICATION, days=timedelta(minutes=-1) / timedelta(days=1))
    for place in ("", "/data", "/erase"):
        for answer in (
            await site.http.get(late + place),
            await site.http.post(late + place, data={"nonce": "x"}),
        ):
            assert answer.status_code == 403
    assert await site.snapshot() == before
