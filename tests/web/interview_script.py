"""An interview as it might be spoken: a bakery chain looks for somebody who runs its ordering system.

All made up. Some answers are vague and one contradicts another, so that there is something to notice.
"""

from pathlib import Path
from typing import NamedTuple


class Line(NamedTuple):
    """What one voice says."""

    key: str
    speaker: str
    text: str


def _read() -> tuple[Line, ...]:
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    return tuple(Line(f"{voice}-{n}", f"speaker_{voice}", text) for n, (voice, _, text) in _numbered(lines))


def _numbered(lines: list[str]) -> "enumerate[tuple[str, str, str]]":
    return enumerate((line.partition(" ") for line in lines), 1)


SCRIPT = _read()
