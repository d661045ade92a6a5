"""The result: one JSON object for programs, a table for people. Pure, but for printing."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, Group
from rich.table import Table

from bench.figures import Figure


def as_object(figures: Sequence[Figure], machine: Mapping[str, Any], seconds: float) -> dict[str, Any]:
    """Everything that was measured."""
    return {
        "figures": {figure.name: figure.as_mapping() for figure in figures},
        "meets_goals": all(figure.meets_goal for figure in figures),
        "machine": dict(machine),
        "seconds": round(seconds, 1),
    }


def as_table(figures: Sequence[Figure], machine: Mapping[str, Any], seconds: float) -> Group:
    """The figures, each beside its floor."""
    table = Table(title="Understudy against its floors", title_justify="left")
    for heading in ("figure", "measured", "floor", "ratio", "goal", ""):
        table.add_column(heading, justify="left" if heading in {"figure", "goal", ""} else "right")
    for figure in figures:
        table.add_row(
            figure.name,
            f"{figure.value:.4g} {figure.unit}",
            "" if figure.floor is None else f"{figure.floor:.4g} {figure.unit}",
            "" if figure.ratio is None else f"{figure.ratio:.3g}",
            figure.goal.words(figure.unit),
            "[green]met[/]" if figure.meets_goal else "[red]missed[/]",
        )
    words = [f"{f.name}: {f.what}. Floor: {f.floor_is or 'none'}." for f in figures]
    load = ", ".join(f"{value:g}" for value in machine["load_after"])
    words.append(
        f"{machine['cores']} cores, {machine['memory_gib']} GiB, {machine['system']}, Python {machine['python']};"
        f" load average {load} at the end (the measurement included), others used"
        f" {machine['cores_used_by_others']} cores on average; {seconds:.0f} s."
    )
    return Group(table, *words)


def show(figures: Sequence[Figure], machine: Mapping[str, Any], seconds: float, *, as_json: bool) -> None:
    """Print the result on stdout."""
    if as_json:
        print(json.dumps(as_object(figures, machine, seconds)))
    else:
        Console().print(as_table(figures, machine, seconds), highlight=False)
