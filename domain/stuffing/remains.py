"""A second, closer look at a resume that is known to hold the advertisement: its smaller pieces.

What would be chance in an honest resume (three words in the same order, a short line of nothing but words of
the advertisement) belongs to the stuffing where long copies or lists were found, or where the whole resume
holds more of the advertisement's different words than any real one of its length.
"""

import re
from collections.abc import Sequence

from domain.stuffing.advert import PreparedAdvert
from domain.stuffing.copies import copied_ranges
from domain.stuffing.keywords import listed_ranges
from domain.stuffing.tokens import Tokens

_SHORTER_COPY, _SHORTEST_COPY = 4, 3
_SHORTER_LIST, _SHORTEST_LIST = 6.0, 4.0
_BREAK = re.compile(r"[\n.;:!?•|]")
_FEWEST_PLACES = 30
_MOST_COVERED = 0.7
_COVERED_AT_ZERO = 0.2
_COVERED_BY_WORD = 0.0012
_ONCE_PASTED = 0.65


def covers_too_much(job: PreparedAdvert, rest: Sequence[str], pasted: bool) -> bool:
    """Whether what is left of the resume holds a larger share of the advertisement's words than real ones do.

    The highest of 14,560 real pairs was 0.24 with up to 200 content words, 0.48 with 400, 0.68 with more. Where
    something was pasted, the upper tenth is enough of a reason to look; an honest rest stays untouched.
    """
    if len(job.places) < _FEWEST_PLACES:
        return False
    words = len(rest) - rest.count("")
    limit = min(_MOST_COVERED, _COVERED_AT_ZERO + _COVERED_BY_WORD * words) * (
        _ONCE_PASTED if pasted else 1.0
    )
    return len(job.places.keys() & set(rest)) > limit * len(job.places)


def smaller_ranges(job: PreparedAdvert, keys: Sequence[str]) -> list[tuple[int, int]]:
    """Ranges (they may overlap) of shorter copies and lists, in a resume that surely holds pasted text.

    One honest resume in fifty holds such a place by chance, so little is lost where the rest is honest.
    """
    return [*copied_ranges(job, keys, _SHORTER_COPY), *listed_ranges(job, keys, _SHORTER_LIST)]


def remaining_ranges(job: PreparedAdvert, tokens: Tokens, keys: Sequence[str]) -> list[tuple[int, int]]:
    """Ranges of the smallest copies, lists and lines; `keys` are those of `tokens`, known ones blanked."""
    found = [
        *copied_ranges(job, keys, _SHORTEST_COPY),
        *listed_ranges(job, keys, _SHORTEST_LIST),
    ]
    start = 0
    for here in range(1, len(keys) + 1):
        ended = here == len(keys) or _BREAK.search(tokens.text, tokens.ends[here - 1], tokens.starts[here])
        if ended:
            if all(key in job.places for key in keys[start:here]):
                found.append((start, here))
            start = here
    return found
