"""Something to say: short scripted talks for tests of the interview room."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.interview_room.turns import Source, Turn
from tests.support.data import MONDAY

LINES = (
    ("speaker_0", "Welcome, thank you for coming. Let's get started: tell me about your last project."),
    ("speaker_1", "Thank you for having me. In my last job I led a team of five and we migrated a shop to Kubernetes."),
    ("speaker_0", "How did you measure that it went well?"),
    ("speaker_1", "I reduced the time of a deployment from two hours to nine minutes, measured over three months."),
    ("speaker_0", "What went wrong on the way?"),
    ("speaker_1", "I underestimated the database. We lost a weekend, and I wrote a runbook afterwards."),
)  # fmt: skip


def dialogue(
    lines: Sequence[tuple[str, str]] = LINES,
    *,
    start: datetime = MONDAY,
    source: Source = Source.LIVE,
    first_key: int = 1,
) -> list[Turn]:
    """The lines as turns, ten seconds apart, with keys `t1`, `t2`."""
    return [
        Turn(
            text,
            start + timedelta(seconds=10 * (place + first_key - 1)),
            speaker=speaker,
            turn_key=f"t{place + first_key}",
            confidence=90,
            source=source,
        )
        for place, (speaker, text) in enumerate(lines)
    ]
