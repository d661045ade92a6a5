"""The advertisement as the checks see it: its content words, where each stands, and which of them tell."""

from dataclasses import dataclass
from functools import lru_cache

import wordfreq

from domain.stuffing.tokens import tokens_of

_MOST_PLACES = 6
_RARE = 2e-5
"""Words more seldom than this in general language name skills, tools and trades rather than habits."""
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class PreparedAdvert:
    """One advertisement, read once for all its resumes."""

    places: dict[str, tuple[int, ...]]
    """Content word -> its first places among the content words."""
    telling: frozenset[str]
    """Content words that are rare in general language."""


@lru_cache(maxsize=256)
def prepare_advert(title: str, text: str) -> PreparedAdvert:
    """Read an advertisement, at most 20,000 characters of it. Cached by its text."""
    tokens = tokens_of(f"{title}\n{text}"[:_LONGEST])
    places: dict[str, list[int]] = {}
    telling: set[str] = set()
    for place, (key, start, end) in enumerate(zip(tokens.keys, tokens.starts, tokens.ends, strict=True)):
        places.setdefault(key, []).append(place)
        if wordfreq.word_frequency(tokens.text[start:end], "en", wordlist="small") < _RARE:
            telling.add(key)
    return PreparedAdvert(
        places={key: tuple(found[:_MOST_PLACES]) for key, found in places.items()}, telling=frozenset(telling)
    )
