"""Folded text: small letters without accents, one character for one, so that places stay the same."""

import re
import unicodedata
from functools import cache

_PUNCTUATION = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "¿": " ", "¡": " ", "，": ",", "？": "?", "！": "!",
        "。": ".", "ß": "s", "æ": "a", "œ": "o", "ø": "o", "ı": "i", "ł": "l", "đ": "d",
    }
)  # fmt: skip
_UMLAUTS = {"ä": "(?:a|ae)", "ö": "(?:o|oe)", "ü": "(?:u|ue)", "ß": "(?:ss?)", "œ": "(?:oe?)"}


@cache
def _folded(char: str) -> str:
    small = char.lower()
    plain = unicodedata.normalize("NFD", small)[:1] if small else small
    return plain if len(plain) == 1 else char


def fold(text: str) -> str:
    """Small letters, no accents, straight quotes and dashes; exactly as long as `text`."""
    low = text.translate(_PUNCTUATION)
    if low.isascii():
        return low.lower()
    return "".join(map(_folded, low)).translate(_PUNCTUATION)


def folded_pattern(pattern: str) -> str:
    """A regular expression written with accents and umlauts, as one that reads folded text.

    Umlauts also match their spelling with two letters (`ue`), which keyboards without them produce.
    """
    spelled = "".join(_UMLAUTS.get(char, char) for char in pattern)
    return "".join(char if char.isascii() else _folded(char) for char in spelled)


@cache
def compiled(*patterns: str) -> re.Pattern[str]:
    """One expression that finds any of the patterns in folded text."""
    return re.compile("|".join(f"(?:{folded_pattern(pattern)})" for pattern in patterns))
