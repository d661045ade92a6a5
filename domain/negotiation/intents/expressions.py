"""Patterns of cues as one expression whose running time is bounded."""

import re

from domain.negotiation.text.folding import folded_pattern

_ENDLESS = re.compile(r"\)\*(?![?+])")
_APOSTROPHE = re.compile(r"(?<=[a-z])'(?=[a-z])")
_MAYBE = "'?"
_NEVER = re.compile(r"(?!)")


def expression(*patterns: str) -> re.Pattern[str]:
    """The patterns as one expression; groups that may repeat do so at most eight times, which bounds the time.

    An apostrophe between letters may be left out, as people do ("dont").
    """
    if not patterns:
        return _NEVER
    joined = "|".join(f"(?:{_APOSTROPHE.sub(_MAYBE, folded_pattern(pattern))})" for pattern in patterns)
    return re.compile(_ENDLESS.sub("){0,8}", joined))
