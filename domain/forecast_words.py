"""Words for counts, steps and gates in sentences about a job."""

from collections.abc import Mapping

STEPS: Mapping[str, str] = {
    "rank": "the ranking",
    "promote": "the next promotion",
    "finish": "the end of the job",
    "answer": "final answers",
    "invite": "an invitation",
    "negotiate": "an answer to a candidate",
    "book": "calendar entries",
    "remind": "a reminder",
    "ask_outcome": "the question how an interview went",
}

GATES: Mapping[str, str] = {
    "job_on_hold": "the pause of the job",
    "job_automation": "the switch of the job's automation",
}


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 seat`, `3 seats`."""
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"


def step_words(step: str) -> str:
    """A step of a workflow in words; an unknown one by its name."""
    return STEPS.get(step.partition(":")[0], step.replace("_", " "))


def gate_words(gate: str) -> str:
    """A gate in words; a flag by its name."""
    return GATES.get(gate, gate)
