"""Which proposals a message accepts or refuses: by number, by time, or by a plain yes or no."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from domain.negotiation.intents.choices import Choice, Place
from domain.negotiation.intents.signals import Signals
from domain.negotiation.reading import Ask
from domain.negotiation.times import Mention, TimeReading
from domain.slots import Span


@dataclass(slots=True)
class Verdict:
    """Proposals by their place in the list, from 0."""

    taken: list[int] = field(default_factory=list)
    """Accepted, in the order of the text."""
    refused: set[int] = field(default_factory=set)
    doubtful: tuple[int, ...] = ()
    """Several fit the same words: one of these is meant."""
    used: list[Mention] = field(default_factory=list)
    """Statements about time that only name proposals."""
    unmatched: list[Mention] = field(default_factory=list)
    """Statements about time that no proposal fits."""


def judge(ask: Ask, said: Signals, times: TimeReading) -> Verdict:
    """What a message says about the proposals of `ask`."""
    verdict = Verdict()
    starts = [start.astimezone(UTC) for start in ask.proposals]
    for choice in said.choices:
        place = _place_of(choice, starts)
        if place is None:
            continue
        if choice.wanted:
            verdict.taken.append(place)
        else:
            verdict.refused.add(place)
    for mention in times.mentions:
        if not mention.offered:
            verdict.refused |= {
                n for n, start in enumerate(starts) if _fits(mention.spans, start, ask, points=False)
            }
    _match_offers(ask, said, times, starts, verdict)
    _by_word(said, starts, verdict)
    verdict.taken = [place for place in dict.fromkeys(verdict.taken) if place not in verdict.refused]
    return verdict


def _match_offers(
    ask: Ask, said: Signals, times: TimeReading, starts: Sequence[datetime], verdict: Verdict
) -> None:
    for mention in times.mentions:
        if not mention.offered:
            continue
        if not starts or said.changed or (said.declined and not said.every) or mention.generic:
            verdict.unmatched.append(mention)
            continue
        hits = [_hits(spans, starts, ask, mention, verdict) for spans in mention.phrases]
        many = next((some for some in hits if len(some) > 1), None)
        if many is not None:
            verdict.doubtful = verdict.doubtful or tuple(many)
            verdict.used.append(mention)
        elif any(hits):
            verdict.taken += [place for some in hits for place in some]
            verdict.used.append(mention)
            if not all(hits):
                verdict.unmatched.append(mention)
        else:
            verdict.unmatched.append(mention)


def _hits(
    spans: Sequence[Span], starts: Sequence[datetime], ask: Ask, mention: Mention, verdict: Verdict
) -> list[int]:
    return [
        n
        for n, start in enumerate(starts)
        if n not in verdict.refused and _fits(spans, start, ask, points=mention.points)
    ]


def _fits(spans: Iterable[Span], start: datetime, ask: Ask, *, points: bool) -> bool:
    """Whether a proposal lies in one of the spans; a point fits only what starts then."""
    slot = Span(start, start + ask.length)
    return any(span.start == start if points else span.holds(slot) or span.start == start for span in spans)


def _by_word(said: Signals, starts: Sequence[datetime], verdict: Verdict) -> None:
    """Any of them, the other one, a plain yes."""
    if not starts or verdict.taken or verdict.doubtful:
        return
    left = [place for place in range(len(starts)) if place not in verdict.refused]
    if said.every and left:
        verdict.taken.append(left[0])
        verdict.unmatched = [
            mention for mention in verdict.unmatched if mention.has_day or not mention.generic
        ]
    elif said.rest and len(left) == 1:
        verdict.taken.append(left[0])
    elif said.yes and len(starts) == 1 and left and not said.declined and not verdict.unmatched:
        verdict.taken.append(0)


def _place_of(choice: Choice, starts: Sequence[datetime]) -> int | None:
    """The place in the list of an option named by number or by order in time."""
    if not starts:
        return None
    if choice.place is Place.NUMBER:
        place = len(starts) - 1 if choice.number == -1 else choice.number - 1
        return place if 0 <= place < len(starts) else None
    order = sorted(range(len(starts)), key=lambda n: starts[n])
    if choice.place in {Place.EARLIEST, Place.EARLIER}:
        return order[0]
    if choice.place is Place.MIDDLE:
        return order[len(order) // 2]
    return order[-1]
