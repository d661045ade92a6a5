"""Running the product: `up`, `demo`, `worker`, `web`, `mailbox`, `doctor`, `bench`."""

import asyncio
import json
import logging
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout, for programs.")]
STATE_COLOUR = {"ok": "green", "warn": "yellow", "fail": "red"}


def up() -> None:
    """Start everything: PostgreSQL, Temporal, mailbox, worker, web. Ctrl-C stops it; data stay in one directory."""
    from runtime.bootstrap import FirstStart
    from runtime.embedded.supervisor import Stack
    from runtime.settings import Settings

    _log()
    settings = Settings()
    first = FirstStart(settings.tempo)
    stack = Stack(settings.home, settings, migrate=first.prepare)

    def tell() -> None:
        Console().print(stack.describe(), highlight=False)
        if words := first.words(stack.settings.base_url):
            # Not through rich, which would break lines and read brackets: people copy this.
            typer.echo(words)

    asyncio.run(stack.run(tell))


def worker() -> None:
    """Run a worker against DATABASE_URL, TEMPORAL_ADDRESS and SMTP_URL (or the stack that runs in home)."""
    from runtime.embedded.environment import attach
    from runtime.settings import Settings
    from runtime.worker import serve

    _log()
    asyncio.run(serve(attach(Settings())))


def web() -> None:
    """Serve pages and API."""
    from runtime.embedded.environment import attach
    from runtime.settings import Settings
    from runtime.webserver import serve

    _log()
    serve(attach(Settings()))


def mailbox(
    folder: Annotated[Path, typer.Option(help="Where mails are kept.")],
    smtp_port: Annotated[int, typer.Option(help="0 picks a free port.")] = 0,
    http_port: Annotated[int, typer.Option(help="0 picks a free port.")] = 0,
) -> None:
    """Run the local mailbox: an SMTP server with a page to read what arrives. Not for production."""
    from integrations.mailbox.server import run_mailbox

    _log()
    run_mailbox(folder, smtp_port, http_port)


def doctor(as_json: Json = False) -> None:
    """Say what is wrong with this installation, and how to fix it."""
    from runtime.embedded.doctor import diagnose
    from runtime.settings import Settings
    from runtime.verify import pending

    findings = asyncio.run(diagnose(Settings(), pending))
    if as_json:
        typer.echo(json.dumps({"findings": [_plain(f) for f in findings]}))
    else:
        console = Console()
        for finding in findings:
            colour = STATE_COLOUR[finding.state]
            console.print(f"[{colour}]{finding.state:>4}[/]  {finding.name}: {finding.what}", highlight=False)
            if finding.remedy:
                console.print(f"      {finding.remedy}", highlight=False)
    if any(f.state == "fail" for f in findings):
        raise typer.Exit(1)


def demo(as_json: Json = False) -> None:
    """Run the whole main job on the embedded stack in scaled time, and check every invariant at the end."""
    from demo.run import play

    raise typer.Exit(asyncio.run(play(as_json=as_json)))


def bench(
    as_json: Json = False,
    quick: Annotated[bool, typer.Option(help="Smaller numbers, for a first look.")] = False,
) -> None:
    """Measure the product against its floors."""
    from bench.run import measure

    raise typer.Exit(measure(as_json=as_json, quick=quick))


def _plain(finding: object) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(finding)  # type: ignore[call-overload, no-any-return]


def _log() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for chatty in ("temporalio", "alembic", "mail.log", "httpx"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


COMMANDS = (up, demo, worker, web, mailbox, doctor, bench)
