"""How the fuzzer uses the two headers whose documented example can be used only once: loaded by its own process."""

from itertools import count
from typing import Any

import schemathesis

_number = count(1)
TAG, KEY = '"6f1e2d3c4b5a69788796a5b4c3d2e1f0"', "5f0c2f6e-9d0b-4a52-9a43-0f6f7f1d2c3b"


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """A new key for each request, and mostly the state that is there; every eighth time as documented."""
    del context, kwargs
    number = next(_number)
    headers = case.headers
    if not headers or number % 8 == 0:
        return
    if headers.get("Idempotency-Key") == KEY:
        headers["Idempotency-Key"] = f"fuzz-{number:016}"
    if headers.get("If-Match") == TAG:
        headers["If-Match"] = "*"
