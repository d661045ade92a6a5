"""Whole stacks: side by side, one for each home, back after every kill."""

import asyncio
import json
import signal
import sys
from pathlib import Path

import httpx
import psycopg
import pytest
from temporalio.client import Client

from domain.errors import NotFoundError, SetupError
from runtime.embedded import processes
from runtime.embedded.environment import attach
from runtime.embedded.supervisor import Stack
from runtime.settings import Settings
from tests.runtime import embedded_program
from tests.runtime.embedded_home import new_home


def _stack(home: Path, said: list[str] | None = None, program: tuple[str, ...] | None = None) -> Stack:
    return Stack(
        home,
        Settings(home=home, time_rate=60.0),
        program=program or embedded_program.PROGRAM,
        migrate=_migrate,
        durable=False,
        headless=True,
        tell=(said if said is not None else []).append,
    )


def _migrate(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS mark (n int)")


def _marks(stack: Stack) -> int:
    assert stack.settings.database_url
    with psycopg.connect(stack.settings.database_url.get_secret_value()) as connection:
        row = connection.execute("SELECT count(*) FROM mark").fetchone()
        return int(row[0]) if row else 0


def _mark(stack: Stack) -> None:
    assert stack.postgres
    with psycopg.connect(stack.postgres.url) as connection:
        connection.execute("INSERT INTO mark VALUES (1)")


@pytest.mark.crash
async def test_two_stacks_run_side_by_side_and_each_survives_its_kills() -> None:
    said: list[str] = []
    with new_home() as first_home, new_home() as second_home:
        first, second = _stack(first_home, said), _stack(second_home)
        try:
            await asyncio.gather(first.start(), second.start())
            names = [info.name for info in first.processes]
            assert names == ["postgres", "temporal", "mailbox", "worker", "web"]
            addresses = {info.address for stack in (first, second) for info in stack.processes}
            assert len(addresses) == 9  # the workers have none

            with pytest.raises(SetupError, match="Another stack"):
                await _stack(first_home).start()

            await _check_kills(first, second)
            assert any(line.startswith("worker ended (signal 9") for line in said)
            await _check_halt(first)
            assert first.settings.temporal_ui is None  # it runs without pages of its own

            attached = attach(Settings(home=first_home))
            assert attached.model_dump(exclude={"time_rate"}) == first.settings.model_dump(
                exclude={"time_rate"}
            )
        finally:
            await first.stop()
            await second.stop()
        with pytest.raises(SetupError, match="No stack runs"):
            attach(Settings(home=first_home))


async def _check_kills(first: Stack, second: Stack) -> None:
    _mark(first)
    before = {info.name: info.pid for info in first.processes}
    others = {info.name: info.pid for info in second.processes}
    for name in before:
        first.kill(name, signal.SIGKILL)
    for name in before:
        await first.wait(name, 120)
    after = {info.name: info.pid for info in first.processes}
    assert all(after[name] and after[name] != before[name] for name in before)
    assert {info.name: info.pid for info in second.processes} == others
    assert _marks(first) == 1
    assert _marks(second) == 0
    await Client.connect(first.settings.temporal_address or "")
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"{first.settings.base_url}/healthz")).status_code == 200
        assert (await client.get(f"{first.mailbox_url}/api/mails")).json() == []


async def _check_halt(stack: Stack) -> None:
    await stack.halt("worker")
    assert "worker" in stack.describe()
    assert next(info.pid for info in stack.processes if info.name == "worker") is None
    await stack.resume("worker")
    assert next(info.pid for info in stack.processes if info.name == "worker")
    with pytest.raises(NotFoundError, match="No part fax"):
        await stack.restart("fax")


async def _supervise(home: Path) -> tuple[asyncio.subprocess.Process, list[int]]:
    """A stack under a supervisor of its own: the supervisor and the process ids of the parts."""
    ready = home / "ready"
    ready.unlink(missing_ok=True)
    supervisor = await asyncio.create_subprocess_exec(*embedded_program.PROGRAM, "stack", str(home))
    async with asyncio.timeout(120):
        while not ready.exists() or not ready.read_text().endswith("\n"):
            assert supervisor.returncode is None
            await asyncio.sleep(0.02)
    return supervisor, [int(line.split()[1]) for line in ready.read_text().splitlines()]


def _ports(home: Path) -> dict[str, int]:
    """The addresses that people and other programs were told; nobody was told the metrics' port."""
    ports: dict[str, int] = json.loads((home / "stack.json").read_text())["ports"]
    return {name: port for name, port in ports.items() if not name.endswith("metrics")}


@pytest.mark.crash
async def test_after_a_killed_supervisor_a_new_one_starts_at_the_same_addresses_and_stops_on_sigterm() -> (
    None
):
    with new_home() as home:
        supervisor, orphans = await _supervise(home)
        ports = _ports(home)
        supervisor.kill()
        await supervisor.wait()

        supervisor, parts = await _supervise(home)
        assert not any(processes.started(pid) for pid in orphans)
        assert _ports(home) == ports
        supervisor.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            assert await supervisor.wait() == 0
        assert not any(processes.started(pid) for pid in parts)


async def test_a_part_that_does_not_come_up_ends_the_start_and_leaves_nothing() -> None:
    broken = (sys.executable, "-c", "import sys; sys.exit('no such command')")
    with new_home() as home:
        stack = _stack(home, program=broken)
        with pytest.raises(SetupError, match="no such command"):
            await stack.start()
        assert stack.processes == []
        with pytest.raises(SetupError, match="No stack runs"):
            attach(Settings(home=home))
