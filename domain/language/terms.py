"""Words of a text, their stems, and how much each word tells (inverse document frequency).

The usual IDF counts documents of a collection, so a score would change with every resume that arrives.
Here it comes from general word frequencies (`wordfreq`, Robyn Speer 2022): a text of `_SAMPLE` words holds
a word of frequency f with probability 1 - exp(-_SAMPLE * f), and the weight is the negative logarithm of
that (self-information, in nats). The short word lists are used on purpose: they end at one word in a
million, and giving everything rarer one and the same weight ranked better than trusting rare counts.
"""

import math
import re
import threading
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer
import wordfreq

from domain.language.abbreviations import write_out
from domain.language.languages import LANGUAGES
from domain.language.marks import composed

MAX_CHARS = 200_000
"""Text beyond this is not read; real resumes have about 5,000 characters."""

STOP_WEIGHT = 5.3
"""Words below this weight (more often than one in a thousand) are function words."""

_SAMPLE = 5
_RAREST = 1e-6
_FURNITURE_FACTOR = 0.3
_LONGEST_WORD = 40

# A word, with C++ and C# whole; scripts written without spaces count one character as one word.
_WORD = re.compile(
    r"[぀-ヿ㐀-鿿]|[^\W\d_぀-ヿ㐀-鿿](?:[^\W_぀-ヿ㐀-鿿]|[+#])*|\d+[^\W\d_぀-ヿ㐀-鿿][^\W_぀-ヿ㐀-鿿]*"
)
# Left out by choice: digits on their own. Years and telephone numbers say nothing about a fit.

# Soft hyphens, zero-width and direction marks, private-use bullets of symbol fonts.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]")


def normalise(text: str) -> str:
    """NFKC, no invisible characters, at most MAX_CHARS. Lines stay; case stays."""
    text = text[:MAX_CHARS]
    if text.isascii():
        return text
    return _INVISIBLE.sub("", composed(text))


def words_of(text: str) -> list[str]:
    """Lower-case words of a normalised text, in order. Possessive endings fall off."""
    return _WORD.findall(text.lower().replace("’", "'").replace("'s", ""))


class Term(NamedTuple):
    """What a word stands for: its stem and its weight."""

    stem: str
    weight: float


class Lexicon:
    """Stems by the job's language; weights by the language in which the word is more common.

    A German resume for an English job keeps the English stems, so that "Software Engineer" still meets its
    counterpart, while German function words keep their small weight.
    """

    def __init__(self, stemming: str, reading: str) -> None:
        self._lock = threading.Lock()  # a Snowball stemmer keeps the word it works on
        self._stemmer = snowballstemmer.stemmer(LANGUAGES[stemming].stemmer)
        codes = {stemming, reading}
        self._frequencies: list[dict[str, float]] = [_frequencies(code) for code in sorted(codes)]
        self._furniture = frozenset(
            self._stemmer.stemWord(word) for code in codes for word in LANGUAGES[code].furniture
        )
        self._writes_out = stemming == "en"
        self._term = lru_cache(maxsize=100_000)(self._look_up)

    def words(self, text: str) -> list[str]:
        """Lower-case words of a normalised text; English short forms are written out."""
        words = words_of(text)
        return write_out(words) if self._writes_out else words

    def terms(self, words: list[str]) -> list[Term]:
        """One term per word, in order."""
        return list(map(self._term, words))

    def _look_up(self, word: str) -> Term:
        with self._lock:
            stem = str(self._stemmer.stemWord(word[:_LONGEST_WORD]))
        frequency = max(_RAREST, *(known.get(word, 0.0) for known in self._frequencies))
        weight = -math.log(-math.expm1(-_SAMPLE * frequency))
        if stem in self._furniture:
            weight *= _FURNITURE_FACTOR
        return Term(stem, weight)


@cache
def lexicon(stemming: str, reading: str) -> Lexicon:
    """The lexicon of a pair of languages, made once per process (about 10 ms and 5 MB each)."""
    return Lexicon(stemming, reading)


@cache
def _frequencies(code: str) -> dict[str, float]:
    return dict(wordfreq.get_frequency_dict(code, wordlist="small"))


def weights_of(terms: list[Term], words: list[str]) -> tuple[dict[str, float], dict[str, str]]:
    """Per stem the weight of its commonest form in this text, and the first form for people to read."""
    weight_of: dict[str, float] = {}
    surface: dict[str, str] = {}
    for word, term in dict(zip(words, terms, strict=True)).items():
        known = weight_of.get(term.stem)
        if known is None:
            weight_of[term.stem] = term.weight
            surface[term.stem] = word
        elif term.weight < known:
            weight_of[term.stem] = term.weight
    return weight_of, surface
