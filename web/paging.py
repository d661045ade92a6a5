"""Keyset pages: a cursor names the last row seen, so rows that come and go meanwhile move no page."""

import base64
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from fastapi import Query

from domain.errors import InvalidInputError

DEFAULT, LARGEST = 50, 200
LARGEST_NUMBER = 2**63 - 1
"""Numbers of rows are 64 bits wide."""

Limit = Annotated[int, Query(ge=1, le=LARGEST, description="Rows of a page.")]
After = Annotated[str | None, Query(max_length=500, description="`next` of the page before.")]


def cursor(*key: object) -> str:
    """The sort key of the last row of a page, opaque to callers."""
    return base64.urlsafe_b64encode(json.dumps([str(part) for part in key]).encode()).decode().rstrip("=")


def read_cursor(text: str, *readers: Callable[[str], Any]) -> Sequence[Any]:
    """The parts of a cursor, each by its reader. Raises InvalidInputError for one we did not make."""
    try:
        parts = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        return [read(part) for read, part in zip(readers, parts, strict=True)]
    except (ValueError, TypeError, ArithmeticError):
        raise InvalidInputError(
            "This is not a cursor.", field="after", remedy="Use `next` of the page before."
        ) from None
