"""Sets of instants as disjoint spans, earliest first."""

from collections.abc import Iterable, Sequence

from domain.slots import Span


def union(spans: Iterable[Span]) -> list[Span]:
    """The same instants as disjoint spans; touching ones become one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def minus(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """What is left. Both must be disjoint and in order."""
    found: list[Span] = []
    for span in spans:
        start = span.start
        for away in taken:
            if away.end <= start:
                continue
            if away.start >= span.end:
                break
            if away.start > start:
                found.append(Span(start, away.start))
            start = max(start, away.end)
        if start < span.end:
            found.append(Span(start, span.end))
    return found


def meet(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """What both cover. Both must be disjoint and in order."""
    found = (
        Span(max(span.start, other.start), min(span.end, other.end))
        for span in spans
        for other in others
        if span.overlaps(other)
    )
    return union(found)
