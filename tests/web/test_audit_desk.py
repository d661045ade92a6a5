"""The auditor's desk: search, rows, timelines, proof, and who looked."""

import hashlib
import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from services.audit_bundle import check
from tests.services.sealing import KEYS, seal, tamper
from tests.web.auditing import ADMIN, AUDITOR, RECRUITER, Story, a_promotion
from tests.web.site import Site, csrf_of


@pytest.fixture
async def story(site: Site) -> Story:
    """The story, and an auditor who signed in."""
    told = await a_promotion(site)
    await site.sign_in(AUDITOR)
    return told


def plain(page: httpx.Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def rows_of(page: httpx.Response) -> list[int]:
    return [int(n) for n in re.findall(r'class="number"><a href="/audit/rows/(\d+)"', page.text)]


async def looks(site: Site) -> list[tuple[str, str]]:
    found = await site.row(
        "SELECT coalesce(array_agg(ARRAY[role, what] ORDER BY sequence), '{}') AS a FROM access_log"
    )
    return [(role, what) for role, what in found.a]


async def test_the_log_is_searched_by_everything_it_knows(site: Site, story: Story) -> None:
    every = await site.http.get("/audit")
    assert every.status_code == 200
    assert rows_of(every) == sorted(rows_of(every), reverse=True)
    promoted = await site.http.get("/audit", params={"action": "promoted"})
    assert rows_of(promoted) == [story.row]
    about = await site.http.get("/audit", params={"application": str(story.promoted)})
    assert story.row in rows_of(about)
    assert len(rows_of(about)) < len(rows_of(every))
    words = await site.http.get("/audit", params={"text": "answ time", "action": "expired"})
    assert len(rows_of(words)) == 1
    assert "no answer in time" in words.text
    late = await site.http.get("/audit", params={"since": "2026-03-04T08:00", "until": "2026-03-05T08:00"})
    assert story.row in rows_of(late)
    assert all(n >= min(rows_of(words)) - 5 for n in rows_of(late))
    nothing = await site.http.get("/audit", params={"text": "nowhere"})
    assert "No row fits." in nothing.text
    assert (await site.http.get("/audit", params={"flag": "auto_shortlisting"})).text.count("<tr>") == 5


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("application", "x' OR 1=1", "This is not an id"),
        ("since", "yesterday", "This is not a date"),
        ("since", "0001-01-01T00:00", "This is not a date"),
        ("trigger", "magic", "There are: auto, manual, scheduled"),
        ("text", "&|!", "Words are letters and digits"),
    ],
)
async def test_a_search_that_means_nothing_says_so_at_its_field(
    site: Site, story: Story, name: str, value: str, said: str
) -> None:
    page = await site.http.get("/audit", params={name: value})
    assert page.status_code == 422
    assert said in page.text
    assert rows_of(page) == []
    assert 'action="/audit/export"' not in page.text


async def test_pages_of_fifty_follow_each_other_without_gap_or_repeat(site: Site, story: Story) -> None:
    await site.data.scored(story.job, *range(60))
    total = (await site.row("SELECT count(*) AS n FROM automation_logs")).n
    seen: list[int] = []
    path = "/audit"
    while True:
        page = await site.http.get(path)
        seen += rows_of(page)
        older = re.search(r'href="(/audit\?[^"]*before=[^"]*)" rel="next"', page.text)
        if older is None:
            break
        assert len(rows_of(page)) == 50
        path = unescape(older[1])
    assert len(seen) == len(set(seen)) == total


async def test_a_promotion_is_explained_by_what_led_to_it(site: Site, story: Story) -> None:
    page = await site.http.get(f"/audit/rows/{story.row}")
    said = plain(page)
    assert "Promoted from the bench to a vacated seat" in said
    assert "buffer → shortlisted" in said
    assert "promotion-1" in said
    assert "job-of-the-story" in said
    assert "run-of-the-story" in said
    assert "seat 1 was held by application" in said
    assert f"/audit/applications/{story.lapsed}" in page.text
    assert "expired: no answer in time" in said
    bench = re.findall(r'scope="row"><a href="/audit/applications/([0-9a-f-]+)"', page.text)
    assert bench[0] == str(story.promoted)
    assert len(bench) == 2
    assert f"understudy job replay {story.job}" in said


async def test_a_timeline_tells_every_decision_with_its_inputs_and_never_a_name(
    site: Site, story: Story
) -> None:
    page = await site.http.get(f"/audit/applications/{story.promoted}")
    said = plain(page)
    for fact in (
        "Scored",
        "Scorer and version test-1",
        "Parts relevance 70",
        "Ranked onto the bench",
        "Fit score 70",
        "auto_shortlisting was on",
        "seat-order-1",
        "Promoted from the bench",
        "By The automation",
    ):
        assert fact in said, fact
    interview = await site.http.get(f"/audit/interviews/{story.interview}")
    assert "Invited" in plain(interview)
    assert "invitation sent → expired" in plain(interview)
    job = await site.http.get(f"/audit/jobs/{story.job}")
    assert "Job ranked" in plain(job)
    for shown in (page, interview, job):
        assert "Person 3" not in shown.text
        assert "Rosa Recruiter" not in shown.text
        assert "Baker of Secrets" not in shown.text


async def test_unknown_rows_and_ids_are_not_found(site: Site, story: Story) -> None:
    for path in (
        "/audit/rows/999999",
        "/audit/rows/0",
        f"/audit/rows/{10**30}",
        f"/audit/applications/{uuid4()}",
        "/audit/interviews/x",
    ):
        assert (await site.http.get(path)).status_code == 404, path


async def test_only_auditors_and_admins_come_in_and_every_look_is_noted(site: Site, story: Story) -> None:
    await site.http.get("/audit")
    await site.sign_in(RECRUITER)
    for path in ("/audit", f"/audit/rows/{story.row}", "/audit/verify", "/audit/access"):
        assert (await site.http.get(path)).status_code == 403, path
    await site.sign_in(ADMIN)
    who = await site.http.get("/audit/access")
    assert who.status_code == 200
    assert "automation log" in plain(who)
    assert await looks(site) == [("auditor", "automation_log"), ("admin", "access_log")]


async def test_an_export_is_signed_holds_the_filtered_rows_and_is_noted(
    site: Site, story: Story, tmp_path: Path
) -> None:
    await seal(site.data.worker)
    page = await site.http.get("/audit", params={"application": str(story.promoted)})
    form = {"csrf": csrf_of(page), "application": str(story.promoted), "form": "both"}
    answer = await site.http.post("/audit/export", data=form)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    bundle = tmp_path / "log.zip"
    bundle.write_bytes(answer.content)
    verdict = check(bundle, KEYS.trusted)
    assert verdict.faults == []
    assert verdict.rows == verdict.sealed_rows == len(rows_of(page))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as zipped:
        manifest = json.loads(zipped.read("manifest.json"))
        log = zipped.read("log.jsonl")
        assert zipped.read("log.csv").count(b"\n") == len(rows_of(page)) + 1
    assert manifest["filters"] == {"application_id": str(story.promoted)}
    assert manifest["made_by"].startswith("auditor ")
    assert manifest["files"]["log.jsonl"]["sha256"] == hashlib.sha256(log).hexdigest()
    assert ("auditor", "automation_log_export") in await looks(site)
    assert (await site.http.post("/audit/export", data={"form": "both"})).status_code == 403


async def test_the_whole_chain_is_checked_on_the_page(site: Site, story: Story) -> None:
    page = await site.http.get("/audit/verify")
    assert "Nothing is sealed yet" in page.text
    sealed = await seal(site.data.worker)
    page = await site.http.get("/audit/verify")
    assert KEYS.key_id in page.text
    assert "BEGIN PUBLIC KEY" in page.text
    form = {"csrf": csrf_of(page)}
    good = await site.http.post("/audit/verify", data=form)
    assert "Everything fits." in good.text
    assert f"{sealed} sealed rows in an unbroken chain, 1 seal with a genuine signature" in plain(good)
    assert good.text.rstrip().endswith("</html>")
    await tamper(site.owner, f"UPDATE automation_logs SET reason = 'x' WHERE sequence = {story.row}")
    bad = await site.http.post("/audit/verify", data=form)
    assert f'data-fault="{story.row}"' in bad.text
    assert "The log does not fit its seals." in bad.text
    assert (await site.http.post("/audit/verify", data={})).status_code == 403
