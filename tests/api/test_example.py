"""The example script does what it says, against a real server."""

import asyncio
import os
import sys
from pathlib import Path

from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from integrations.secrets import Keyring
from tests.support.calendars import a_port, serving
from tests.support.data import Data, Sessions
from tests.support.identity import key_for
from tests.web.site import FORM_KEY, Clock
from web.app import create_app
from web.deps import WebDeps, Webhooks

SCRIPT = Path(__file__).parent.parent.parent / "examples" / "follow_hiring.py"


async def _run(url: str, key: str, *arguments: str) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(SCRIPT),
        *arguments,
        env={**os.environ, "UNDERSTUDY_URL": url, "UNDERSTUDY_KEY": key},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()


async def test_it_lists_jobs_follows_the_log_and_adds_a_webhook(
    web_sessions: Sessions, owner_sessions: Sessions, data: Data
) -> None:
    rosa = await data.a_user(email="rosa@hiring.example")
    job = await data.a_job(openings=2, recruiter_id=rosa, title="Pastry chef")
    await data.scored(job, 80, 70)
    await data.a_user(UserRole.AUDITOR, email="aud@hiring.example")
    key, auditors = [await key_for(owner_sessions, f"{who}@hiring.example") for who in ("rosa", "aud")]
    with a_port() as port:
        hooks = Webhooks(Keyring({"test": b"k" * 32}, "test"))
        links = SignedLinks("k" * 40, port.url)
        app = create_app(WebDeps(web_sessions, Clock(), links, port.url, FORM_KEY, webhooks=hooks))
        async with serving(app, port):
            status, out, err = await _run(port.url, key, "--once")
            assert (status, err) == (0, "")
            assert "Pastry chef: open, 0 of 2 seats taken" in out
            assert "job_published" in out
            status, out, err = await _run(port.url, auditors, "--once")
            assert (status, err) == (0, "")
            assert "Pastry chef: open\n" in out
            status, out, _ = await _run(port.url, key, "--webhook", "https://ats.northwind.example/")
            assert status == 0
            assert "whsec_" in out
            status, out, err = await _run(port.url, key, "--webhook", "http://10.0.0.1/")
            assert (status, out) == (1, "")
            assert "begins with https://" in err
            assert (await _run(port.url, "usk_wrong", "--once"))[0] == 1
