"""The bell that wakes waiting loops, one at a ring."""

import asyncio

from runtime.wakeups import Bell
from tests.support.patience import PATIENCE_SECONDS

LONG, SHORT = 10 * PATIENCE_SECONDS, 0.01


async def waiting(bell: Bell, count: int) -> list[asyncio.Task[None]]:
    tasks = [asyncio.create_task(bell.wait(LONG)) for _ in range(count)]
    await asyncio.sleep(0)
    return tasks


async def test_a_ring_wakes_one_loop_and_the_one_that_waited_longest() -> None:
    bell = Bell()
    first, second = await waiting(bell, 2)
    bell.ring()
    await first
    assert not second.done()
    bell.ring()
    await second


async def test_a_ring_while_nobody_waits_is_kept_once() -> None:
    bell = Bell()
    bell.ring()
    bell.ring()
    await asyncio.wait_for(bell.wait(LONG), PATIENCE_SECONDS)
    (later,) = await waiting(bell, 1)
    assert not later.done()
    bell.ring()
    await later


async def test_a_loop_that_gave_up_waiting_takes_no_ring() -> None:
    bell = Bell()
    await bell.wait(SHORT)
    (later,) = await waiting(bell, 1)
    bell.ring()
    await asyncio.wait_for(later, PATIENCE_SECONDS)


async def test_a_cancelled_loop_takes_no_ring() -> None:
    bell = Bell()
    gone, stays = await waiting(bell, 2)
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)
    bell.ring()
    await asyncio.wait_for(stays, PATIENCE_SECONDS)
