"""What commands print: data on stdout, words about them on stderr, and never a control character of others."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout, for programs.")]

_WIDTH_OF_A_PIPE = 200


def emit(value: object) -> None:
    """One JSON object on stdout."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def say(text: str) -> None:
    """A line for people on stdout."""
    typer.echo(printable(text))


def note(text: str) -> None:
    """A line beside the data, on stderr."""
    typer.echo(printable(text), err=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], empty: str) -> None:
    """Rows for people; `empty` is said when there are none. None is shown as a dash."""
    shown = [[printable(cell(value)) for value in row] for row in rows]
    if not shown:
        say(empty)
        return
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        grid.add_column(name, overflow="fold")
    for row in shown:
        # Text, not markup: a title may hold brackets.
        grid.add_row(*(Text(value) for value in row))
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH_OF_A_PIPE)
    console.print(grid)


def cell(value: object) -> str:
    """A value as people read it: times in UTC and named so, yes and no, a dash for nothing."""
    if value is None or value == "":
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return str(value)


def printable(text: str) -> str:
    """Text without what a terminal would obey: titles, names and reasons come from strangers."""
    return "".join(char if char.isprintable() else " " for char in text)
