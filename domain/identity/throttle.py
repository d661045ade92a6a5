"""When guessing passwords is slowed down.

Three counts of failed tries within one window: from one network address on one account, from one address on any
account, on one account from anywhere. The last is high, so that a stranger cannot easily lock somebody out. Tries on
accounts that do not exist count the same, so the answer does not tell which exist.
"""

from dataclasses import dataclass
from datetime import timedelta

WINDOW = timedelta(minutes=15)
MOST_TOGETHER = 5
MOST_OF_ADDRESS = 30
MOST_ON_ACCOUNT = 50


@dataclass(frozen=True, slots=True)
class Tries:
    """Failed tries within `WINDOW`."""

    together: int
    of_address: int
    on_account: int


def is_throttled(tries: Tries) -> bool:
    """Whether the next try is refused without a look at the password."""
    return (
        tries.together >= MOST_TOGETHER
        or tries.of_address >= MOST_OF_ADDRESS
        or tries.on_account >= MOST_ON_ACCOUNT
    )
