"""Kills parts of a stack at random moments, by a seed."""

import asyncio
import random
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from runtime.embedded.supervisor import Stack

PARTS = ("worker", "web", "temporal", "postgres")
TWO_AT_ONCE = 0.2
"""How often a second part dies in the same moment."""
WHILE_STARTING = 0.3
"""How often a part may be hit before it is back from its last death."""


@dataclass
class Chaos:
    """A plan of kills: every part once in random order, then any."""

    stack: Stack
    chance: random.Random
    kills: int
    gap_seconds: tuple[float, float] = (1.0, 3.0)
    parts: Sequence[str] = PARTS
    done: list[str] = field(default_factory=list)
    """`12.3 s worker`, since the plan began."""

    async def run(self) -> None:
        """Kill until the plan is done."""
        began = time.monotonic()
        order = self.chance.sample(self.parts, len(self.parts))
        order += self.chance.choices(self.parts, k=max(0, self.kills - len(order)))
        for name in order[: self.kills]:
            await asyncio.sleep(self.chance.uniform(*self.gap_seconds))
            victims = {name}
            if self.chance.random() < TWO_AT_ONCE:
                victims.add(self.chance.choice(self.parts))
            if self.chance.random() > WHILE_STARTING:
                # Otherwise a slow machine would spend the whole plan on parts that never did any work.
                await self.stack.wait(name)
            for victim in sorted(victims):
                self.stack.kill(victim, signal.SIGKILL)
                self.done.append(f"{time.monotonic() - began:.1f} s {victim}")

    async def settled(self, seconds: float = 120.0) -> None:
        """Wait until every part is back. Raises UnavailableError."""
        for name in self.parts:
            await self.stack.wait(name, seconds)
