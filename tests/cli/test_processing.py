"""`understudy processing`: listing, retrying and sweeping from the command line."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.command import understudy
from tests.conftest import Sessions
from tests.services.processing.scene import POISON, Scene, a_scene
from tests.support.data import Data


@pytest.fixture
async def scene(data: Data, owner_sessions: Sessions, worker_sessions: Sessions) -> Scene:
    # Two days ago: the sweep has something to do.
    return await a_scene(data, owner_sessions, worker_sessions, datetime.now(UTC) - timedelta(days=2))


async def test_stuck_and_failed_ones_are_listed_and_tried_again(database_url: str, scene: Scene) -> None:
    human = await understudy(database_url, "processing", "list")
    assert POISON[:20] in human.words
    items = (await understudy(database_url, "processing", "list", "--json")).data["items"]
    assert {one["interview_id"]: one["standing"] for one in items} == {
        str(scene.failed): "failed",
        str(scene.stuck): "stuck",
    }
    done = await understudy(database_url, "processing", "retry", scene.failed, scene.ready, "--json")
    assert done.data == {"begun": [str(scene.failed)], "left": [str(scene.ready)]}
    fixed = await understudy(database_url, "processing", "retry", scene.stuck, "--act", "fix")
    assert "1 begin anew." in fixed.words
    wrong = await understudy(database_url, "processing", "list", "--state", "sleeping")
    assert (wrong.code, "trouble, stuck" in wrong.words) == (2, True)


async def test_a_sweep_marks_what_was_silent_for_a_day(database_url: str, scene: Scene) -> None:
    swept = (await understudy(database_url, "processing", "sweep", "--json")).data
    assert swept == {
        "message": "Marked 1 stuck interview as error.",
        "stuck": 0,
        "marked": [str(scene.stuck)],
    }
    assert "No stuck interviews found." in (await understudy(database_url, "processing", "sweep")).words
