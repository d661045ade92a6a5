"""Finding proxies in a text, and the sentences they stand in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.proxies.table import KINDS

MOST_CHARACTERS = 200_000
"""Only so much of a text is read."""

_PATTERNS = {
    kind: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE | re.VERBOSE)
    for kind, pattern in KINDS.items()
}
_ENDS = re.compile(r"[.!?](?=\s)|\n|;|•")


@dataclass(frozen=True, slots=True)
class Proxy:
    """Words that hint at a trait."""

    kind: str
    """A key of `KINDS`."""
    quote: str
    start: int
    """Offset in the text, in code points; `end` is exclusive."""
    end: int


def find_proxies(text: str) -> tuple[Proxy, ...]:
    """What in a text hints at a protected trait, in order of place. Pure; finding nothing proves nothing."""
    text = text[:MOST_CHARACTERS]
    found = [
        Proxy(kind, match[0], match.start(), match.end())
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda proxy: (proxy.start, proxy.end, proxy.kind)))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence or line that holds a span; `end` exclusive."""
    begins = 0
    for match in _ENDS.finditer(text, max(0, start - 400), start):
        begins = match.end()
    if not begins:
        begins = max(0, start - 400)
    ending = _ENDS.search(text, end, end + 400)
    return begins, ending.end() if ending else min(len(text), end + 400)


def without_sentences(text: str, proxies: Iterable[Proxy]) -> str:
    """The text without the sentences that these proxies stand in."""
    spans = sorted(sentence_around(text, proxy.start, proxy.end) for proxy in proxies)
    kept: list[str] = []
    reached = 0
    for start, end in spans:
        if start > reached:
            kept.append(text[reached:start])
        # A line that ends stays a line that ends.
        if end > reached and text[end - 1 : end] == "\n":
            kept.append("\n")
        reached = max(reached, end)
    kept.append(text[reached:])
    return "".join(kept)
