"""The product's schedules on the server that all tests of a process share, for as long as one of them needs them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from runtime.settings import Settings
from runtime.worker import ensure_schedules
from tests.support.patience import PATIENCE_SECONDS


@asynccontextmanager
async def scheduled(client: Client, settings: Settings) -> AsyncIterator[None]:
    """Ensure them twice, as two workers would; afterwards they are gone before the next test makes its own."""
    await ensure_schedules(client, settings)
    try:
        yield
    finally:
        await remove_schedules(client, settings)


async def remove_schedules(client: Client, settings: Settings) -> None:
    """Remove what a worker of these settings has made, or may have.

    By name: the list of schedules lags behind, and what it misses would go on for a worker that has left.
    """
    names = await ensure_schedules(client, settings)
    for name in names:
        await client.get_schedule_handle(name).delete()
    async with asyncio.timeout(PATIENCE_SECONDS):
        for name in names:
            await _gone(client, name)


async def _gone(client: Client, name: str) -> None:
    while True:
        try:
            await client.get_schedule_handle(name).describe()
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return
            raise
        await asyncio.sleep(0.02)
