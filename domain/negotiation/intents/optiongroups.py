"""Several options named at once by their end of the list: "the first two", "die letzten beiden", "las dos primeras"."""

import re
from functools import cache

_COUNTS = {
    "two": 2, "couple": 2, "three": 3, "zwei": 2, "beiden": 2, "drei": 3, "deux": 2, "trois": 3, "dos": 2, "tres": 3,
    "duas": 2, "dois": 2, "2": 2, "3": 3,
}  # fmt: skip
_ENDS = {
    "en": r"first|last|latter|final|former",
    "de": r"ersten|letzten|hinteren|vorderen",
    "fr": r"premiers|premieres|derniers|dernieres",
    "es": r"primeros|primeras|ultimos|ultimas",
    "pt": r"primeiros|primeiras|ultimos|ultimas",
}
_FIRST = re.compile(r"fi?rst|former|erst|vorder|prem|prim")


@cache
def group_pattern(language: str) -> re.Pattern[str]:
    """What finds such words: the end of the list and the count, in either order. Days and weeks are no options."""
    counts, ends = "|".join(_COUNTS), _ENDS[language]
    return re.compile(
        rf"\b(?:(?:the|die|den|der|les|des|las|los|as|os|nas|nos|das|"
        rf"dos) )?(?:(?P<end>{ends}) (?P<count>{counts})|(?P<many>{counts}) (?P<side>{ends}))\b"
        r"(?! (?:days|weeks|hours|tage|wochen|stunden|jours|semaines|heures|dias|semanas|horas)\b)"
    )


def grouped(match: re.Match[str], offered: int) -> list[int]:
    """The numbers meant, from 1; none when fewer were offered."""
    count = _COUNTS[match["count"] or match["many"]]
    if count > offered:
        return []
    first = 1 if _FIRST.match(match["end"] or match["side"]) else offered - count + 1
    return list(range(first, first + count))
