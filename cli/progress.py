"""A count on stderr for work that takes long, where a result on stdout does not meet it."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_AFTER = 2.0
_EVERY = 0.2

Item = TypeVar("Item")


def with_progress(items: Iterable[Item], total: int | None, doing: str, unit: str) -> Iterator[Item]:
    """The same items; after two seconds of work a count beside `doing`. `total` None: unknown."""
    with counting(total, doing, unit) as tick:
        for item in items:
            yield item
            tick()


@contextmanager
def counting(total: int | None, doing: str, unit: str) -> Iterator[Callable[[], None]]:
    """A function to call once per finished piece of work; nothing is shown in the first two seconds."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(unit),
        TimeElapsedColumn(),
    )
    began = shown = time.monotonic()
    count = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total, visible=False)

        def tick() -> None:
            nonlocal count, shown
            count += 1
            now = time.monotonic()
            if now - began > _AFTER and now - shown > _EVERY:
                progress.update(task, completed=count, visible=True)
                shown = now

        yield tick
