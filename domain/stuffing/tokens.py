"""Words of a text with their places: the shared ground of every check for stuffing.

Words are compared by a short key: lower case, without accents and invisible characters, cut after six
characters, so that "Manage", "managed" and "manager" are one word in any of the languages. Function words
(the commonest of each language, from `wordfreq`) take no part in the comparison.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

import wordfreq

from domain.language.marks import few_marks

MAX_CHARS = 200_000
"""Text beyond this is not read, as in scoring; real resumes have about 5,000 characters."""

_LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "ro")
_FUNCTION_WORDS = 120
_KEY = 6
# Soft hyphens, zero-width and direction marks: they hide in words without splitting them.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
# Scripts written without spaces count one character as one word.
_SPACELESS = "\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"\w[\w+#{INVISIBLE}]*")
_ASCII_WORD = re.compile(r"\w[\w+#]*", re.ASCII)
_WORD_OR_CHARACTER = re.compile(rf"[{_SPACELESS}]|[^\W_{_SPACELESS}](?:[^\W_{_SPACELESS}]|[+#{INVISIBLE}])*")
_ANY_SPACELESS = re.compile(f"[{_SPACELESS}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The content words of a text, in order: key, first and last place (exclusive), place among all words."""

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def tokens_of(text: str) -> Tokens:
    """Read a text. Words without letters (years, telephone numbers) are left out."""
    text = text[:MAX_CHARS]
    pattern = _ASCII_WORD if text.isascii() else _WORD_OR_CHARACTER if _ANY_SPACELESS.search(text) else _WORD
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in pattern.finditer(text):
        key = key_of(match[0])
        if key:
            start, end = match.span()
            keys.append(key)
            starts.append(start)
            ends.append(end)
    return Tokens(text, tuple(keys), tuple(starts), tuple(ends))


@lru_cache(maxsize=100_000)
def key_of(word: str) -> str:
    """What a word is compared by; empty for function words, single letters and numbers."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", few_marks(_INVISIBLE.sub("", word)))
        word = "".join(character for character in word if not unicodedata.combining(character))
    word = word.lower().strip("_")
    if len(word) <= 1 or word in _function_words() or not any(map(str.isalpha, word)):
        return "" if word.isascii() else word
    return word[:_KEY]


@cache
def _function_words() -> frozenset[str]:
    """The commonest words of the languages, without accents."""
    words = {
        word for code in _LANGUAGES for word in wordfreq.top_n_list(code, _FUNCTION_WORDS, wordlist="small")
    }
    plain = {
        "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        for word in words
    }
    return frozenset(words | plain)
