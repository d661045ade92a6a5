"""The measurement of replies on a real stack, as small as it goes: it finds both commits of every message."""

import pytest

from bench.ground import new_ground
from bench.reply import WARM_UP, WORDS, Size, measure_reply


@pytest.mark.slow
async def test_replies_are_measured_from_commit_to_commit_beside_their_floor() -> None:
    async with new_ground() as ground:
        figure = await measure_reply(ground, Size(people=2, others=2))
    messages = 2 * len(WORDS)
    assert figure.unit == "ms"
    assert figure.floor
    assert figure.value > 0
    assert figure.detail["committed_to_answered_ms"].count == messages
    assert figure.detail["floor_ms"].count == messages
    # Every message from its post to its answer took longer than from its commit.
    assert figure.detail["posted_to_answered_ms"].p50 > figure.detail["committed_to_answered_ms"].p50
    moves = figure.detail["moves"]
    assert sum(moves.values()) == (2 + WARM_UP) * len(WORDS)
    assert moves["propose"] >= 2 + WARM_UP
    assert moves["answer"] == 2 + WARM_UP
