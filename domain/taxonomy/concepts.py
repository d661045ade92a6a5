"""Texts as mixtures of occupations: explicit semantic analysis over a fixed body of knowledge.

Gabrilovich and Markovitch, "Computing Semantic Relatedness using Wikipedia-based Explicit Semantic Analysis"
(IJCAI 2007): a text is represented by its similarity to every article of an encyclopaedia; two texts are
related when they are similar to the same articles, also without a word in common. Here the articles are
occupations. Similarities are raised to a power first, so that the few occupations a text is really about
count, and not the hundreds it shares a word with.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float64]

_SHARPNESS = 4


class ConceptSpace:
    """A fixed set of concepts, each given by weighted words. Safe in threads."""

    def __init__(self, documents: Iterable[Mapping[str, float]]) -> None:
        """`documents`: counts of stems, one mapping per concept; a stem weighs log2(1 + count) * idf."""
        counted = list(documents)
        spread = Counter(stem for counts in counted for stem in counts)
        self.size = len(counted)
        self._rarity = {stem: math.log(self.size / n) for stem, n in spread.items()}
        columns: dict[str, list[tuple[int, float]]] = {stem: [] for stem in spread}
        for number, counts in enumerate(counted):
            weights = self._weights(counts)
            length = math.hypot(*weights.values()) or 1.0
            for stem, weight in weights.items():
                columns[stem].append((number, weight / length))
        self._columns = {
            stem: (
                np.array([number for number, _ in column], dtype=np.int32),
                np.array([weight for _, weight in column], dtype=np.float64),
            )
            for stem, column in columns.items()
        }

    def _weights(self, counts: Mapping[str, float]) -> dict[str, float]:
        rarity = self._rarity
        return {stem: math.log2(1 + n) * rarity[stem] for stem, n in counts.items() if stem in rarity}

    def vector(self, counts: Mapping[str, float]) -> Weights:
        """The text as a mixture of concepts, of length 1; all zeros when it shares no word with any.

        Counts may be fractions: a word of an old position counts less than one of the present.
        """
        weights = self._weights(counts)
        length = math.hypot(*weights.values())
        if not length:
            return np.zeros(self.size, dtype=np.float64)
        # In sorted order: float sums depend on it, and equal texts must give equal vectors to the last bit.
        columns = [self._columns[stem] for stem in sorted(weights)]
        numbers = np.concatenate([numbers for numbers, _ in columns])
        parts = np.concatenate(
            [
                part * (weights[stem] / length)
                for stem, (_, part) in zip(sorted(weights), columns, strict=True)
            ]
        )
        summed = np.bincount(numbers, weights=parts, minlength=self.size).astype(np.float64)
        similar: Weights = summed**_SHARPNESS
        norm = float(np.sqrt(similar @ similar))
        return similar / norm if norm else similar

    @staticmethod
    def similarity(one: Weights, other: Weights) -> float:
        """Cosine of two vectors, 0 to 1."""
        return min(1.0, float(one @ other))
