"""The whole API against its own description, with links followed: no fault of ours, no answer that is not described.

`make fuzz` runs it for longer; `UNDERSTUDY_API_FUZZ_SEED` repeats a run.
"""

import asyncio
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from integrations.secrets import Keyring
from runtime.calendar_connecting import for_web
from tests.services.sealing import KEYS as LOG_KEYS
from tests.support.calendars import a_port, serving
from tests.support.data import MONDAY, Data, Sessions
from tests.support.identity import key_for
from tests.support.storage import media_in
from tests.support.worker import settings_for
from tests.web.site import FORM_KEY
from web.app import OPENAPI, create_app
from web.deps import WebDeps, Webhooks

ROOT = Path(__file__).parent.parent.parent
LONGER = "UNDERSTUDY_API_FUZZ_SECONDS" in os.environ
SECONDS = int(os.environ.get("UNDERSTUDY_API_FUZZ_SECONDS", "24"))
SEED = os.environ.get("UNDERSTUDY_API_FUZZ_SEED", "5")
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,unsupported_method,allow_header_conformance,ignored_auth,use_after_free,"
    "negative_data_rejection"
)
NOT_TRIED = ("calendars_connect", "keys_revoke", "users_disable", "users_role", "transcripts_stream")
"""Calls a server outside; or would end the very key that this run uses, and every later answer would be 401; or goes on
for minutes (tried by tests/web/test_room_feed.py)."""


@pytest.mark.timeout(SECONDS + 120)
@pytest.mark.slow
async def test_the_api_keeps_what_its_description_says(
    database_url: str, web_sessions: Sessions, owner_sessions: Sessions, data: Data, tmp_path: Path
) -> None:
    ids = await _some_company(data)
    key = await key_for(owner_sessions)
    in_time = ("--max-time", str(SECONDS // 2))
    with a_port() as port:
        deps = WebDeps(
            web_sessions,
            _ticking(),
            SignedLinks("k" * 40, port.url),
            port.url,
            FORM_KEY,
            calendars=for_web(settings_for(database_url)),
            webhooks=Webhooks(Keyring({"test": b"k" * 32}, "test")),
            log_keys=LOG_KEYS,
            media=media_in(tmp_path, port.url),
        )
        app = create_app(deps)
        async with serving(app, port):
            url = port.url + OPENAPI
            # Once with what is there, once following links from what it made itself.
            (tmp_path / "schemathesis.toml").write_text(
                "[parameters]\n" + "".join(f'"path.{name}" = "{value}"\n' for name, value in ids.items())
            )
            known = await _run(url, key, tmp_path, "examples,coverage,fuzzing", in_time)
            (tmp_path / "schemathesis.toml").unlink()
            linked = await _run(
                url, key, tmp_path, "stateful", in_time if LONGER else ("--max-examples", "40")
            )
            async with httpx.AsyncClient(headers={"Authorization": f"Bearer {key}"}) as client:
                still = await client.get(f"{port.url}/api/v1/jobs")
    assert still.status_code == 200, "the run lost its key"
    assert known[0] == 0, known[1]
    assert linked[0] == 0, linked[1]
    followed = re.search(r"(\d+) covered", linked[1])
    assert followed, linked[1]
    assert int(followed[1]) > 0, "no link was followed"


def _ticking() -> Callable[[], datetime]:
    """A clock that goes: two acts never happen in the same instant."""
    began = datetime.now(UTC)
    return lambda: MONDAY + (datetime.now(UTC) - began)


async def _some_company(data: Data) -> dict[str, UUID]:
    """People, a job that is under way and one that is open. Returns what there is, by parameter."""
    admin = await data.a_user(UserRole.ADMIN, email="ada@hiring.example", name="Ada Admin", created_at=MONDAY)
    ina = await data.a_user(UserRole.INTERVIEWER, email="ina@hiring.example", name="Ina Interviewer")
    running = await data.a_job(openings=2, recruiter_id=admin)
    applications = await data.scored(running, 90, 80, 70, 60)
    await data.closed_and_ranked(running)
    interviews = await data.invited(running)
    open_ = await data.a_job(openings=1, recruiter_id=admin)
    await data.scored(open_, 50, 40)
    return {
        "job_id": open_,
        "application_id": applications[2],
        "interview_id": interviews[0],
        "user_id": ina,
    }


async def _run(url: str, key: str, folder: Path, phases: str, until: Sequence[str]) -> tuple[int, str]:
    program = [sys.executable, "-m", "schemathesis.cli", "run", url]
    program += ["--header", f"Authorization: Bearer {key}", "--checks", CHECKS]
    program += [
        *until,
        "--phases",
        phases,
        "--seed",
        SEED,
        "--no-shrink",
        "--no-color",
    ]
    program += [
        "--continue-on-failure",
        "--suppress-health-check",
        "all",
        "--generation-database",
        "none",
    ]
    for name in NOT_TRIED:
        program += ["--exclude-operation-id", name]
    process = await asyncio.create_subprocess_exec(
        *program,
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "ignore",
            "SCHEMATHESIS_HOOKS": "tests.api.schemathesis_hooks",
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    (folder / f"{phases}.txt").write_bytes(output)
    return process.returncode or 0, output.decode()
