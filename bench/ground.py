"""The ground of a measurement: an embedded stack of its own in a temporary home, durable as in production."""

import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio.client import Client

from bench.machine import load
from domain.errors import UnavailableError
from domain.vocabulary import UserRole
from models import User
from runtime import database
from runtime.bootstrap import prepare
from runtime.embedded.supervisor import Stack
from runtime.settings import Settings
from runtime.temporal import connect
from runtime.wiring import needed

Sessions = async_sessionmaker[AsyncSession]
OWNER = "understudy_owner"
LONGEST_WAIT_SECONDS = 240.0


def tell(line: str) -> None:
    """A line of progress, on stderr."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')}  load {load()[0]:.2f}  {line}\n")
    sys.stderr.flush()


async def until(condition: Callable[[], Awaitable[bool]], about: str, every: float = 0.1) -> None:
    """Look until something is so. Raises UnavailableError that names it after some minutes."""
    deadline = time.monotonic() + LONGEST_WAIT_SECONDS
    while not await condition():
        if time.monotonic() > deadline:
            raise UnavailableError(f"The bench waited {LONGEST_WAIT_SECONDS:g} s in vain: {about}.")
        await asyncio.sleep(every)


@dataclass(frozen=True, slots=True)
class Ground:
    """A running stack, with ways to arrange and to look."""

    stack: Stack
    owner: Sessions
    worker: Sessions
    """Transactions in the worker's role: what the product's own acts are called with."""
    client: Client
    recruiter: UUID

    @property
    def settings(self) -> Settings:
        """Settings of the running stack, every address filled in."""
        return self.stack.settings

    def pid(self, part: str) -> int:
        """Process id of a part. Raises UnavailableError when it does not run."""
        for process in self.stack.processes:
            if process.name == part and process.pid is not None:
                return process.pid
        raise UnavailableError(f"{part} does not run.")


@asynccontextmanager
async def new_ground(children: Sequence[str] = ("worker", "web")) -> AsyncIterator[Ground]:
    """Start a stack that leaves nothing behind. Settings of the environment do not reach it."""
    async with AsyncExitStack() as later:
        folder = _folder()
        later.callback(shutil.rmtree, folder, ignore_errors=True)
        stack = Stack(folder / "home", _settings(folder), migrate=prepare, children=children, headless=True)
        await stack.start()
        later.push_async_callback(stack.stop)
        url = needed(stack.settings.database_url, "DATABASE_URL")
        owner, worker = await _pool(later, url, OWNER), await _pool(later, url, database.WORKER)
        client = await connect(stack.settings.temporal_address or "", stack.settings.temporal_namespace)
        # The client's own threads need a moment to let go before the loop ends.
        later.push_async_callback(asyncio.sleep, 0.2)
        yield Ground(stack, owner, worker, client, await recruiter_of(owner))


def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="understudy-bench-"))
    folder.chmod(0o711)  # the user that runs PostgreSQL passes through
    return folder


def _settings(folder: Path) -> Settings:
    chosen: dict[str, Any] = {
        "home": folder / "home",
        "link_key": SecretStr("bench " * 8),
        "api_rate": 1_000_000,  # what is measured is the answer, not the refusal
        "web_port": 0,
    }
    # Constructed, not read: the environment does not reach it, and everything else counts as left to the stack.
    defaults = {
        name: field.get_default(call_default_factory=True, validated_data={})
        for name, field in Settings.model_fields.items()
    }
    return Settings.model_construct(set(chosen), **{**defaults, **chosen})


async def _pool(later: AsyncExitStack, url: str, role: str) -> Sessions:
    engine = database.engine(url, role, 6)
    later.push_async_callback(engine.dispose)
    return database.sessions(engine)


async def recruiter_of(owner: Sessions) -> UUID:
    """The first recruiter of a fresh stack."""
    async with owner() as session:
        found: UUID | None = await session.scalar(select(User.id).where(User.role == UserRole.RECRUITER))
    if found is None:
        raise UnavailableError("The fresh stack has no recruiter.")
    return found
