"""Patterns of cues as one expression whose running time is bounded."""

import re

from domain.negotiation.text.folding import folded_pattern

_ENDLESS = re.compile(r"\)\*(?![?+])")
_NEVER = re.compile(r"(?!)")


def expression(*patterns: str) -> re.Pattern[str]:
    """The patterns as one expression; groups that may repeat do so at most eight times, which bounds the time."""
    if not patterns:
        return _NEVER
    joined = "|".join(f"(?:{folded_pattern(pattern)})" for pattern in patterns)
    return re.compile(_ENDLESS.sub("){0,8}", joined))
