"""A small job run while all four parts are killed; `python -m tests.crash.soak` plays larger ones."""

import pytest

from tests.crash.scenario import Plan, run
from tests.crash.soak import tell

pytestmark = [pytest.mark.crash, pytest.mark.slow]


@pytest.mark.timeout(480)
async def test_nothing_is_lost_and_nothing_happens_twice_when_every_part_is_killed() -> None:
    report = await run(Plan(seed=7, jobs=6, applicants=(3, 4), kills=4, limit_seconds=300))
    assert not report.findings, tell(report)
    assert len(report.kills) >= 4
    assert report.answers > 0
