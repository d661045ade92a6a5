"""How much processor time a piece of work takes, on a machine that others use too."""

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def done_within(
    seconds: float,
    work: Callable[[], Result],
    *,
    forget: Callable[[], object] | None = None,
    tries: int = 3,
) -> Result:
    """What the work returns, if the best of a few tries took less processor time than that.

    A shared machine may lose a moment to its neighbours, which counts as ours; it does not lose every one of them.
    Work that is truly slow is slow each time; where it keeps what it found, `forget` lets it begin anew.
    """
    took = []
    for _ in range(tries):
        if forget is not None:
            forget()
        began = time.process_time()
        result = work()
        took.append(time.process_time() - began)
        if took[-1] < seconds:
            return result
    msg = f"took {min(took):.2f} s of the processor at best, {seconds:g} s are allowed"
    raise AssertionError(msg)
