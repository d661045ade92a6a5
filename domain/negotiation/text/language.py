"""The language of a short message: English, German, French, Spanish or Portuguese.

Messages of three words are common, so single function words, weekday names and greetings count; words that
two languages share count for both and decide nothing. A hint is believed unless the words clearly say otherwise.
"""

import re
from collections import Counter
from collections.abc import Mapping

from domain.negotiation.text.common_words import COMMON_WORDS
from domain.negotiation.text.folding import fold

LANGUAGES = ("en", "de", "fr", "es", "pt")
DEFAULT = "en"

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_ZONE_NAMES = re.compile(r"\b(?:E[SD]?T|[CMP][SD]?T|CES?T|WES?T|[A-Z]ST)\b")
"""Capitals that would read as words ("ET" as the French "et")."""
_LOOK_AT = 4_000
_CLEAR_LEAD = 2

_MARKS: tuple[tuple[str, str], ...] = (
    ("ã", "pt"),
    ("õ", "pt"),
    ("ñ", "es"),
    ("¿", "es"),
    ("¡", "es"),
    ("ß", "de"),
    ("ä", "de"),
    ("ö", "de"),
    ("œ", "fr"),
    ("è", "fr"),
)


def _weights() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Word -> languages with points: 2 for a word of one language only, else 1."""
    owners: dict[str, list[str]] = {}
    for language, words in COMMON_WORDS.items():
        for word in set(words.split()):
            owners.setdefault(word, []).append(language)
    return {
        word: tuple((language, 2 if len(languages) == 1 else 1) for language in languages)
        for word, languages in owners.items()
    }


_WEIGHTS = _weights()


def scores(text: str) -> Counter[str]:
    """Points per language; languages without any are absent."""
    points: Counter[str] = Counter()
    seen = text[:_LOOK_AT]
    if not seen.isupper():
        seen = _ZONE_NAMES.sub(" ", seen)
    for word in _WORD.findall(fold(seen)):
        for language, weight in _WEIGHTS.get(
            word, _WEIGHTS.get(word.partition("'")[0], ()) if "'" in word else ()
        ):
            points[language] += weight
    low = text[:_LOOK_AT].lower()
    for mark, language in _MARKS:
        if mark in low:
            points[language] += 2
    return points


def guess(text: str, hint: str | None = None) -> str:
    """The language of the text. `hint` wins ties, silence and weak evidence; without it English is assumed."""
    points = scores(text)
    otherwise = hint if hint in LANGUAGES else None
    if not points:
        return otherwise or DEFAULT
    best = max(LANGUAGES, key=lambda code: (points[code], code == (otherwise or DEFAULT)))
    if otherwise is None:
        return best
    return (
        best
        if points[best] >= points[otherwise] + _CLEAR_LEAD and points[best] >= 2 * points[otherwise]
        else otherwise
    )


def candidates(text: str, hint: str | None = None) -> tuple[str, ...]:
    """The languages a text may be in, likeliest first: all five when the words do not tell."""
    points = scores(text)
    first = guess(text, hint)
    if points[first] == 0:
        return (first, *(code for code in LANGUAGES if code != first))
    lead = points[first]
    return (
        first,
        *(
            code
            for code in LANGUAGES
            if (code != first and 2 * points[code] >= lead) or code == "en" != first
        ),
    )
