"""The result of cleaning: text, and for every character the place in the message that it stems from."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`offsets[i]` is the index in the message of the character `text[i]`; both have the same length."""

    text: str
    offsets: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The place in the message, end exclusive, of `text[start:end]`."""
        if not self.offsets or start >= end:
            return 0, 0
        last = min(end, len(self.offsets)) - 1
        first = min(start, last)
        return self.offsets[first], self.offsets[last] + 1

    def without(self, spans: list[tuple[int, int]], filler: str = "\n") -> "Cleaned":
        """Leave the spans out; each leaves one `filler` behind so that its neighbours do not grow together."""
        if not spans:
            return self
        text: list[str] = []
        offsets: list[int] = []
        place = 0
        for start, end in merged(spans):
            text.append(self.text[place:start])
            offsets.extend(self.offsets[place:start])
            if end > start:
                text.append(filler)
                offsets.extend([self.offsets[start]] * len(filler))
            place = end
        text.append(self.text[place:])
        offsets.extend(self.offsets[place:])
        return Cleaned("".join(text), tuple(offsets))


def merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, those that touch as one."""
    start, end = -1, -1
    for left, right in sorted(spans):
        if left <= end:
            end = max(end, right)
            continue
        if start >= 0:
            yield start, end
        start, end = left, right
    if start >= 0:
        yield start, end


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the spans overwritten by spaces (line breaks stay), so that all places stay the same."""
    if not spans:
        return text
    parts: list[str] = []
    place = 0
    for start, end in merged(spans):
        parts.append(text[place:start])
        parts.append("".join("\n" if char == "\n" else " " for char in text[start:end]))
        place = end
    parts.append(text[place:])
    return "".join(parts)
