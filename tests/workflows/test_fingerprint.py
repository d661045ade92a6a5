"""The order of commands is a promise to open runs; this guard sees every change of it."""

import pytest

from tests.workflows.fingerprint import baseline, explain, fingerprint, sources

JOB, APPLICATION, INTERVIEW = "workflows/job.py", "workflows/application.py", "workflows/interview.py"
OPTIONS = "workflows/options.py"


def test_workflows_command_what_their_baseline_says() -> None:
    difference = explain(baseline(), fingerprint(sources()))
    assert not difference, difference


@pytest.mark.parametrize(
    ("path", "old", "new", "where"),
    [
        (APPLICATION, "Steps.read_resume", "Steps.score_application", "ApplicationWorkflow.run"),
        (JOB, "await self._rank()", "await self._review()", "JobWorkflow.run"),
        (JOB, "self._wait(closes_at, ", "self._wait(None, ", "JobWorkflow._until_closed"),
        (JOB, "if step.view.status in FINAL_JOB:", "if step.to_invite:", "JobWorkflow._keep_seats_filled"),
        (JOB, "id=identifiers.interview_workflow(interview_id)", "id='x'", "JobWorkflow._start_interview"),
        (INTERVIEW, "Act.BOOK: Steps.book", "Act.BOOK: Steps.remind", "workflows/interview.py.STEP_OF"),
        (
            "workflows/options.py",
            "@workflow.update\n    async def gate_changed",
            "async def gate_changed",
            "(handlers)",
        ),
        (OPTIONS, ", timeout=left", "", "Wakeable._wait"),
        ("domain/interview_plan.py", "if view.unanswered_replies > 0", "if False", "_moves_before"),
        ("domain/identifiers.py", '"interview-', '"iv-', "identifiers.py.interview_workflow"),
    ],
)
def test_a_changed_command_is_explained(path: str, old: str, new: str, where: str) -> None:
    files = sources()
    assert old in files[path]
    changed = {**files, path: files[path].replace(old, new, 1)}

    told = explain(fingerprint(files), fingerprint(changed))

    assert where in told
    assert "workflow.patched" in told
    assert "fingerprint --write" in told


def test_two_swapped_steps_are_shown_as_lines() -> None:
    files = sources()
    swapped = (
        files[APPLICATION]
        .replace("read_resume", "other")
        .replace("score_application", "read_resume")
        .replace("other", "score_application")
    )

    told = explain(fingerprint(files), fingerprint({**files, APPLICATION: swapped}))

    moved = [line.strip() for line in told.splitlines() if line.startswith(("    + ", "    - "))]
    assert {line[0] for line in moved} == {"+", "-"}
    assert len({line[2:] for line in moved}) == 1


def test_a_patch_is_a_command_too() -> None:
    files = sources()
    patched = files[APPLICATION].replace(
        "        step = Appl",
        "        if workflow.patched('a-name'):\n            return\n        step = Appl",
        1,
    )

    told = explain(fingerprint(files), fingerprint({**files, APPLICATION: patched}))

    assert "workflow.patched('a-name')" in told


def test_words_for_people_may_change_at_any_time() -> None:
    files = sources()
    for path, source in files.items():
        told = source.replace('"""', '"""Said in other words. ', 1).replace(
            '"the review deadline"', '"review"'
        )
        files[path] = f"{told}\n# a comment\n"
    assert not explain(baseline(), fingerprint(files))
