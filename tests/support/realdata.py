"""Real data, where UNDERSTUDY_REAL_DATA names its folder: a part of it in the usual run, all of it on demand."""

import gzip
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest

T = TypeVar("T")


def folder() -> Path:
    """Where it lies; a test that asks is skipped where nobody named it."""
    root = os.environ.get("UNDERSTUDY_REAL_DATA")
    if not root:
        pytest.skip("UNDERSTUDY_REAL_DATA names no folder with real data")
    return Path(root)


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of one file of the ranking data."""
    with gzip.open(folder() / "ranking" / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def part(whole: Sequence[T], each: int) -> Sequence[T]:
    """One of `each`; all of them where UNDERSTUDY_REAL_DATA_WHOLE is set, as `make realdata` does."""
    return whole if os.environ.get("UNDERSTUDY_REAL_DATA_WHOLE") else whole[::each]
