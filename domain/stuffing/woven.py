"""The advertisement's words woven into a person's own text, a few at a time.

A run of three such words is ordinary, and people of a trade say the same phrases again and again. What is
telling is the number of runs that bring three words not seen in earlier runs: none of 14,560 real pairs,
near or far from the job, holds more than eight.
"""

from collections.abc import Sequence

from domain.stuffing.advert import PreparedAdvert

_RUN = 3
_MOST_FRESH = 8
_MOST_BY_WORD = 0.06


def woven_ranges(job: PreparedAdvert, keys: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of three or more of the advertisement's words (end exclusive), when far too many are fresh ones."""
    wanted = job.places
    runs: list[tuple[int, int]] = []
    seen: set[str] = set()
    fresh = start = length = 0
    for here, key in enumerate((*keys, "")):
        if key in wanted:
            if not length:
                start = here
            length += 1
            continue
        if length >= _RUN:
            runs.append((start, here))
            new = set(keys[start:here]) - seen
            fresh += len(new) >= _RUN
            seen |= new
        length = 0
    return runs if fresh > max(_MOST_FRESH, _MOST_BY_WORD * len(wanted)) else []
