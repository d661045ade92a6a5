"""The demo is the product's own promise: it must end well, and name nobody where nobody may be named."""

import asyncio
import json
import os
import sys
from typing import Any

import pytest

from tests.runtime.embedded_home import new_home

MINUTES = 10


async def run_demo() -> tuple[int, dict[str, Any], str]:
    """`understudy demo --json` in a process and a home of its own."""
    with new_home() as home:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "cli.main",
            "demo",
            "--json",
            env={**os.environ, "UNDERSTUDY_HOME": str(home)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
    return process.returncode or 0, json.loads(out), err.decode()


@pytest.mark.slow
@pytest.mark.timeout(MINUTES * 60)
async def test_the_demo_fills_its_jobs_and_every_check_holds() -> None:
    code, result, words = await run_demo()

    assert {name: problems for name, problems in result["checks"].items() if problems} == {}, words
    assert code == 0
    # How many drop out before the last job runs out of people depends on the machine's pace.
    ends = [job["status"] for job in result["jobs"]]
    assert set(ends) <= {"filled", "exhausted"}
    assert ends.count("filled") >= 1
    assert (result["applications"], result["unreadable"]) == (60, 6)
    funnel = {key: sum(job["funnel"][key] for job in result["jobs"]) for key in result["jobs"][0]["funnel"]}
    for happened in (
        "invited",
        "booked",
        "completed",
        "declined",
        "withdrew",
        "expired",
        "no_show",
        "promotions",
    ):
        assert funnel[happened] > 0, happened
    assert any("kill -9" in line for line in result["story"])
    assert result["histories"] >= 60
