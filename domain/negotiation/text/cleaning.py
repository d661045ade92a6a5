"""What of a message is the candidate's own statement.

Quoted history, signatures, footers of devices, legal texts, markup and invisible letters go; every kept
character knows its place in the message, so that a reading can always show the words it came from.
"""

import re
from collections.abc import Iterator, Sequence

from domain.negotiation.text import furniture
from domain.negotiation.text.characters import readable
from domain.negotiation.text.cleaned import Cleaned
from domain.negotiation.text.folding import fold

MAX_CHARACTERS = 20_000
"""Nothing after it is read; a statement about a meeting is shorter by far."""

_LONGEST_LINE = 400
_SIGNATURE_LINES = 14
_HEADERS = 2
"""So many header lines in a row are a header; one may be a sentence."""
_NAME_WORDS = 4
_MONTH_NAMES = frozenset(
    [
        "april",
        "may",
        "june",
        "july",
        "august",
        "avril",
        "mai",
        "juin",
        "juillet",
        "abril",
        "mayo",
        "maio",
        "junio",
        "julio",
        "junho",
        "julho",
        "mars",
        "marzo",
    ]
)
_NAME = re.compile(r"^\W{0,3}(?:[A-ZÀ-Þ][\w'’.-]{0,20}[ ,]{0,2}){1,4}\W{0,2}$")
_INLINE_NAME = re.compile(r"(?<=\s)[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’.-]{0,20}){0,2}\W{0,3}$")


def clean(message: str) -> Cleaned:
    """The candidate's own words of `message`, with offsets into it. Never raises; time grows with length only."""
    seen = readable(message[:MAX_CHARACTERS])
    seen = seen.without(_foreign_lines(seen.text))
    folded = fold(seen.text)
    spans = [
        match.span()
        for pattern in (furniture.ADDRESS, furniture.TELEPHONE)
        for match in pattern.finditer(folded)
    ]
    return seen.without(spans, filler=" ")


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        yield start, end
        start = end + 1


def _foreign_lines(text: str) -> list[tuple[int, int]]:
    """The places that are not the candidate's statement."""
    places = list(_lines(text))
    lines = [fold(text[start : min(end, start + _LONGEST_LINE)]) for start, end in places]
    raw = [text[start : min(end, start + _LONGEST_LINE)] for start, end in places]
    kept = [True] * len(lines)
    _drop_history(lines, kept)
    _drop_legal(lines, kept)
    _drop_signature(lines, raw, kept)
    spans = [place for place, keep in zip(places, kept, strict=True) if not keep]
    spans += _partial(text, places, lines, raw, kept)
    return spans


def _drop(kept: list[bool], first: int, last: int) -> None:
    kept[first:last] = [False] * (last - first)


def _drop_history(lines: Sequence[str], kept: list[bool]) -> None:
    """Quoted lines, and all that follows a line which announces history (unless answers stand between quotes)."""
    quoted = [bool(furniture.QUOTED.match(line)) for line in lines]
    for number, line in enumerate(lines):
        if not kept[number]:
            continue
        if quoted[number]:
            kept[number] = False
            continue
        length = _announces_history(lines, number)
        if not length:
            continue
        after = next((place for place in range(number + length, len(lines)) if lines[place].strip()), None)
        if (after is not None and quoted[after] and not furniture.HEADER.match(line)) or (
            _nothing_before(lines, kept, number) and furniture.HEADER.match(line)
        ):
            _drop(kept, number, number + length)
        else:
            _drop(kept, number, len(lines))
            return


def _announces_history(lines: Sequence[str], number: int) -> int:
    """How many lines from here announce history: 0, 1, 2, or those of a block of mail headers."""
    line = lines[number]
    if furniture.HISTORY.match(line):
        return 1
    following = lines[number + 1] if number + 1 < len(lines) else ""
    if furniture.HISTORY_BEGINS.match(line) and furniture.HISTORY_ENDS.match(following):
        return 2
    if furniture.SUBJECT_REPLY.match(line) and not furniture.HEADER.match(following):
        return 1
    first = number + 1 if furniture.RULE.match(line) else number
    last = first
    while last < len(lines) and furniture.HEADER.match(lines[last]):
        last += 1
    return last - number if last - first >= _HEADERS else 0


def _nothing_before(lines: Sequence[str], kept: Sequence[bool], number: int) -> bool:
    return not any(keep and line.strip() for line, keep in zip(lines[:number], kept, strict=False))


def _drop_legal(lines: Sequence[str], kept: list[bool]) -> None:
    for number, line in enumerate(lines):
        if kept[number] and furniture.DISCLAIMER.match(line):
            _drop(kept, number, len(lines))
            return


def _drop_signature(lines: Sequence[str], raw: Sequence[str], kept: list[bool]) -> None:
    """From a closing on, up to a postscript or history; a mere "Thanks," closes only before a name."""
    number = 0
    while number < len(lines):
        line = lines[number]
        if kept[number] and line.strip() and _closes(lines, raw, kept, number):
            end = number
            while end < len(lines) and end - number <= _SIGNATURE_LINES:
                if end > number and (furniture.POSTSCRIPT.match(lines[end]) or not kept[end]):
                    break
                kept[end] = False
                end += 1
            number = end
        number += 1
    last = next(
        (place for place in reversed(range(len(lines))) if kept[place] and lines[place].strip()), None
    )
    if (
        last
        and lines[last].strip(" .,-~!") in _MONTH_NAMES
        and any(kept[place] and lines[place].strip() for place in range(last))
    ):
        kept[last] = False


def _closes(lines: Sequence[str], raw: Sequence[str], kept: Sequence[bool], number: int) -> bool:
    line = lines[number]
    if furniture.SIGNATURE.match(line) or furniture.CLOSING.match(line):
        return not _nothing_before(lines, kept, number)
    if not furniture.SOFT_CLOSING.match(line):
        return False
    after = next(
        (place for place in range(number + 1, len(lines)) if kept[place] and lines[place].strip()), None
    )
    return after is not None and _looks_like_name(raw[after], lines[after])


def _looks_like_name(raw: str, line: str) -> bool:
    if furniture.CONTACT.search(line):
        return True
    words = line.split()
    return len(words) <= _NAME_WORDS and bool(_NAME.match(raw)) and not any(char.isdigit() for char in line)


def _partial(
    text: str,
    places: Sequence[tuple[int, int]],
    lines: Sequence[str],
    raw: Sequence[str],
    kept: Sequence[bool],
) -> list[tuple[int, int]]:
    """Footers inside a kept line, and the name after a closing at the end of the last kept line."""
    spans: list[tuple[int, int]] = []
    last = -1
    for number, (start, end) in enumerate(places):
        if not kept[number] or end == start:
            continue
        match = furniture.DEVICE.search(lines[number])
        if match:
            spans.append((start + match.start(), end))
        elif text[start:end].strip():
            last = number
    if last >= 0:
        start, end = places[last]
        name = _INLINE_NAME.search(raw[last])
        if (
            name
            and end - start < _LONGEST_LINE
            and furniture.INLINE_CLOSING.search(lines[last][: name.start()])
        ):
            spans.append((start + name.start(), end))
    return spans
