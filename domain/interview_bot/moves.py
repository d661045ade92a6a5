"""What the workflow of a text interview does next, from what it may know: states and counts, no words (I8)."""

from dataclasses import dataclass
from enum import StrEnum

from domain.vocabulary import BotState


@dataclass(frozen=True, slots=True)
class BotView:
    """What a workflow knows of its text interview."""

    state: BotState
    asks: int
    """How often it asked so far."""
    is_interview_live: bool
    has_answer: bool
    """An answer was given and not read yet."""
    has_recording: bool
    """A spoken answer waits for its words."""
    owes_question: bool
    """Nothing is asked at the moment: it is the machine's turn."""


class BotAct(StrEnum):
    """What the workflow can do."""

    LEAD = "lead"
    """Read the answer, and say what comes next."""
    TRANSCRIBE = "transcribe"
    EXPIRE = "expire"
    WAIT = "wait"
    END = "end"


ENDED = frozenset({BotState.COMPLETED, BotState.EXPIRED})


def next_act(view: BotView, held: frozenset[BotAct] = frozenset()) -> BotAct:
    """The next thing to do. What a gate holds is left until something changes.

    Who rests (paused, or with a person) is asked nothing; what was answered before is read all the same.
    """
    if view.state in ENDED:
        return BotAct.END
    if not view.is_interview_live:
        return BotAct.EXPIRE
    wanted = []
    if view.has_answer or (view.state is BotState.RUNNING and view.owes_question):
        wanted.append(BotAct.LEAD)
    if view.has_recording:
        wanted.append(BotAct.TRANSCRIBE)
    return next((act for act in wanted if act not in held), BotAct.WAIT)
