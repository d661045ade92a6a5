"""No-show risk prepares. Nothing that ranks, scores, seats or rejects people may know of it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent.parent
SELECTING = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in (
        "domain/shortlist.py", "domain/job_plan.py", "domain/scoring/**/*.py", "domain/why.py",
        "services/shortlist.py", "services/by_hand.py", "services/finish.py", "services/jobs.py", "services/scores.py",
        "services/rescore.py", "services/applications.py", "services/slots.py", "services/holds.py",
        "services/interviews/end.py", "services/interviews/invite.py", "services/interviews/answer.py",
        "activities/jobs.py", "activities/applications.py", "workflows/job.py", "workflows/application.py",
    )
    for path in ROOT.glob(pattern)
)  # fmt: skip


def test_the_list_names_what_is_there() -> None:
    assert {"services/shortlist.py", "services/interviews/end.py", "activities/jobs.py"} <= set(SELECTING)


@pytest.mark.parametrize("path", SELECTING)
def test_code_that_decides_about_people_does_not_read_the_risk(path: str) -> None:
    source = (ROOT / path).read_text("utf-8")
    for name in ("no_show_risk", "NoShowRisk", "domain.risk", "services.risk", "services import risk"):
        assert name not in source
