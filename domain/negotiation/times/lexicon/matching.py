"""Finds lexicon phrases in a row of words: longest match first, one typo forgiven in names of days and the like."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from domain.negotiation.times.folding import fold
from domain.negotiation.times.lexicon.ordinary import ORDINARY
from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Sense
from domain.negotiation.times.lexicon.words import cut

CORRECTED = frozenset(
    {
        Kind.WEEKDAY,
        Kind.WEEKDAYS,
        Kind.MONTH,
        Kind.PART,
        Kind.PARTS,
        Kind.RELATIVE_DAY,
        Kind.WEEKEND,
        Kind.NEXT,
        Kind.BETWEEN,
        Kind.EXCEPT,
    }
)
"""Kinds whose words are found with a typo: they are long, distinct, and carry the statement."""
SHORTEST = 5
"""Shorter words are too close to ordinary ones."""
TWO_TYPOS_FROM = 8
LONGEST = 18


class _Node:
    __slots__ = ("next", "senses")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.senses: tuple[Sense, ...] = ()


class Matcher:
    """The phrases of a lexicon, ready to be found."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.code = lexicon.code
        self.listed = tuple(lexicon.phrases)
        """All phrases as they are listed."""
        self._root = _Node()
        self._known: set[str] = {fold(word).text for word in lexicon.not_typos} | ORDINARY[lexicon.code]
        self._deletes: dict[str, set[str]] = {}
        self._single: dict[str, tuple[Sense, ...]] = {}
        self.guarded = frozenset(fold(word).text for word in lexicon.beside_number)
        for phrase, meaning in lexicon.phrases.items():
            self._add(phrase, meaning if isinstance(meaning, tuple) else (meaning,))
        self.corrected = lru_cache(maxsize=8192)(self._corrected)

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[Sense, ...]]:
        """How many words from `at` on form the longest known phrase, and its senses; 0 when none does."""
        node, found = self._root, (0, ())
        best: tuple[int, tuple[Sense, ...]] = found
        for length, place in enumerate(range(at, len(words)), 1):
            following = node.next.get(words[place])
            if following is None:
                break
            node = following
            if node.senses:
                best = (length, node.senses)
        return best

    def _add(self, phrase: str, senses: tuple[Sense, ...]) -> None:
        words = [word.text for word in cut(fold(phrase).text)]
        node = self._root
        for word in words:
            node = node.next.setdefault(word, _Node())
        node.senses = node.senses or senses
        self._known.update(words)
        if len(words) == 1 and len(words[0]) >= SHORTEST and any(s.kind in CORRECTED for s in senses):
            self._single[words[0]] = senses
            for rest in _shorter(words[0]):
                self._deletes.setdefault(rest, set()).add(words[0])

    def _corrected(self, word: str) -> str:
        """The one entry that a typo turned into `word`; empty when there is none, or several of unlike meaning."""
        if not SHORTEST - 1 <= len(word) <= LONGEST or word in self._known:
            return ""
        nearest: dict[str, int] = {}
        for rest in _shorter(word):
            for entry in self._deletes.get(rest, ()):
                if entry not in nearest:
                    nearest[entry] = distance(word, entry)
        good = {e: d for e, d in nearest.items() if d <= _allowed(e) and {word[0], word[1]} & {e[0], e[1]}}
        if not good:
            return ""
        least = min(good.values())
        best = sorted(entry for entry, typos in good.items() if typos == least)
        return best[0] if len({self._single[entry] for entry in best}) == 1 else ""


def _allowed(entry: str) -> int:
    return 2 if len(entry) >= TWO_TYPOS_FROM else 1


def _shorter(word: str) -> Iterator[str]:
    """The word with up to as many letters left out as typos are allowed."""
    yield word
    for count in range(1, _allowed(word) + 1):
        for places in combinations(range(len(word)), count):
            yield "".join(letter for place, letter in enumerate(word) if place not in places)


def distance(one: str, other: str) -> int:
    """Damerau-Levenshtein distance (optimal string alignment): insert, delete, replace, swap neighbours."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, against in enumerate(other, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
