"""Confidence in rates of small numbers: an interval for one rate, an exact test for two."""

from math import sqrt

Z95 = 1.959963984540054
"""Two-sided 95 % quantile of the standard normal distribution."""
_TIES = 1e-7
"""Relative tolerance within which two tables count as equally likely (as R's fisher.test uses)."""
_NEGLIGIBLE = 1e-30


def wilson(successes: int, of: int, z: float = Z95) -> tuple[float, float]:
    """Score interval of a rate (Wilson 1927, JASA 22:209-212); honest for small numbers and at 0 and 1.

    `of` is at least 1.
    """
    rate = successes / of
    spread = z * z / of
    middle = (rate + spread / 2) / (1 + spread)
    half = z * sqrt(rate * (1 - rate) / of + spread / (4 * of)) / (1 + spread)
    low = 0.0 if successes == 0 else max(0.0, middle - half)
    high = 1.0 if successes == of else min(1.0, middle + half)
    return low, high


def fisher(successes_a: int, of_a: int, successes_b: int, of_b: int) -> float:
    """Two-sided p value of Fisher's exact test for two rates (Fisher 1922, J. R. Stat. Soc. 85:87-94).

    The sum of the probabilities of all tables with the same margins that are no likelier than this one. Given
    the margins, a count follows the hypergeometric distribution, here as multiples of its likeliest value, so
    that nothing overflows. Values below about 1e-30 come out as 0.
    """
    drawn = successes_a + successes_b
    mode = (drawn + 1) * (of_a + 1) // (of_a + of_b + 2)
    weights = {mode: 1.0}
    for step, end in ((1, min(drawn, of_a)), (-1, max(0, drawn - of_b))):
        k, weight = mode, 1.0
        while k != end and weight > _NEGLIGIBLE:
            low = min(k, k + step)
            up = (of_a - low) * (drawn - low) / ((low + 1) * (of_b - drawn + low + 1))
            weight *= up if step > 0 else 1 / up
            k += step
            weights[k] = weight
    here = weights.get(successes_a, 0.0) * (1 + _TIES)
    return min(1.0, sum(weight for weight in weights.values() if weight <= here) / sum(weights.values()))
