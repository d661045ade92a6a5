"""Lists of the advertisement's words: places that hold far more different ones than prose or a skill section.

A running sum rises by one at each word of the advertisement that is new to the passage and falls by `_FALL`
at every other content word (a CUSUM, Page 1954): it stays near zero in a person's own text, whose words are
shared with an advertisement at a rate of one in three at most, and climbs in a pasted list, whatever its
order. In 14,560 real pairs it exceeds 10 in one of a thousand.
"""

from collections.abc import Sequence

from domain.stuffing.advert import PreparedAdvert

_FALL = 1.5
_ENOUGH = 12.0
_FEWEST = 8.0
_SHARE = 0.25
_BACK = 6.0


def enough_for(job: PreparedAdvert) -> float:
    """How high the sum must climb: less for an advertisement of a few words."""
    return min(_ENOUGH, max(_FEWEST, _SHARE * len(job.places)))


def listed_ranges(job: PreparedAdvert, keys: Sequence[str], enough: float) -> list[tuple[int, int]]:
    """Ranges of content words (end exclusive, disjoint, ascending) that list the advertisement's words."""
    ranges: list[tuple[int, int]] = []
    wanted = job.places
    total = peak = 0.0
    start = top = 0
    seen: set[str] = set()
    for here, key in enumerate(keys):
        if key in wanted:
            if not total:
                start = here
            if key not in seen:
                seen.add(key)
                total += 1
            if total >= peak:
                peak, top = total, here + 1
            continue
        if not total:
            continue
        total -= _FALL
        if total <= 0 or total < peak - _BACK:
            if peak >= enough:
                ranges.append((start, top))
            total = peak = 0.0
            seen.clear()
    if peak >= enough:
        ranges.append((start, top))
    return ranges
