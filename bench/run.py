"""`understudy bench`: every figure of the design, each beside its floor, measured in one run on one machine."""

import asyncio
import logging
import os
import signal
import time

from bench import dropout, machine, reply, report
from bench.api import measure_api
from bench.figures import Figure
from bench.ground import new_ground, tell
from bench.interpret import measure_interpret
from bench.invite import measure_invite
from bench.parked import measure_parked
from bench.rank import measure_rank
from bench.score import measure_score
from bench.slots import measure_slots
from feature_flags import provider

OPEN_INTERVIEWS = 2000
STOPPED = 143
"""Exit code after SIGTERM, as shells count it."""


def measure(*, as_json: bool, quick: bool, open_interviews: int = OPEN_INTERVIEWS) -> int:
    """Measure everything and print it. Returns the exit code: 0 also when a goal is missed.

    `quick` takes smaller numbers and leaves `open_interviews` out. Raises SetupError when the stack does not
    start and UnavailableError when something that is waited for does not come.
    """
    logging.getLogger().setLevel(logging.WARNING)
    # A shell that forbids bytecode caches would make every sandboxed workflow compile its module again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    provider.install()
    began = time.monotonic()
    facts, watch = machine.facts(), machine.Watch()
    try:
        figures = asyncio.run(_all(quick=quick, open_interviews=open_interviews))
    except asyncio.CancelledError:
        tell("stopped")
        return STOPPED
    facts |= {"load_after": machine.load(), "cores_used_by_others": watch.others()}
    report.show(figures, facts, time.monotonic() - began, as_json=as_json)
    return 0


async def _all(*, quick: bool, open_interviews: int) -> list[Figure]:
    figures: list[Figure] = []
    running = asyncio.current_task()
    if running is not None:
        # Asked to end, we stop the stack and remove its home first.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, running.cancel)

    def keep(figure: Figure) -> None:
        figures.append(figure)
        beside = f", floor {figure.floor:.4g}" if figure.floor is not None else ""
        tell(f"{figure.name}: {figure.value:.4g} {figure.unit}{beside}")

    tell("score")
    keep(await measure_score(quick=quick))
    tell("interpret and slot_search")
    keep(measure_interpret(quick=quick))
    keep(measure_slots(quick=quick))
    tell("starting PostgreSQL, Temporal, mailbox, worker and web")
    async with new_ground() as ground:
        keep(await measure_rank(ground, quick=quick))
        keep(await reply.measure_reply(ground, reply.QUICK if quick else reply.FULL))
        size = dropout.QUICK if quick else dropout.FULL
        job_ids = await dropout.arrange(ground, size)
        keep(await dropout.measure_dropout(ground, job_ids, size))
        keep(await measure_invite(ground, quick=quick))
        for figure in await measure_api(ground, quick=quick):
            keep(figure)
    if not quick:
        keep(await measure_parked(open_interviews))
    return figures
