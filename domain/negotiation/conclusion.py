"""Puts the words, the stated times and the proposals together: what a message does, and what it leaves to book."""

from dataclasses import dataclass

from domain.negotiation.intents.decision import Acts, intent_of
from domain.negotiation.intents.signals import Signals
from domain.negotiation.reading import Ask, Intent
from domain.negotiation.selection import Verdict, judge
from domain.negotiation.times import TimeReading
from domain.negotiation.times.intervals import minus, union
from domain.slots import Span


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The intent with its consequence."""

    intent: Intent
    selected: int | None
    """Place of the accepted proposal in the list, from 0."""
    available: tuple[Span, ...] | None
    """Newly stated times; None: none were stated."""
    verdict: Verdict
    acts: Acts


def conclude(ask: Ask, said: Signals, times: TimeReading) -> Conclusion:
    """The one intent of a message and, when it is of use, the accepted proposal and the new times."""
    verdict = judge(ask, said, times)
    selected = verdict.taken[0] if verdict.taken else None
    declines = _declines(ask, said, verdict)
    available = _new_times(ask, times, verdict, declines=declines)
    acts = Acts(
        leaves=bool(said.withdrawal),
        wants_person=bool(said.human),
        automatic=bool(said.automatic),
        contradicts=times.contradiction is not None,
        doubtful=bool(verdict.doubtful),
        selects=selected is not None,
        declines=declines,
        asks=bool(said.questions),
        offers=available is not None,
    )
    intent = intent_of(acts)
    keeps_time = intent in {Intent.AVAILABILITY, Intent.MIXED}
    keeps_choice = intent in {Intent.SELECTION, Intent.MIXED}
    return Conclusion(
        intent, selected if keeps_choice else None, available if keeps_time else None, verdict, acts
    )


def _declines(ask: Ask, said: Signals, verdict: Verdict) -> bool:
    """Whether the proposals are refused and none is taken."""
    if verdict.taken:
        return False
    if said.declined or verdict.moved:
        return True
    if not ask.proposals:
        return False
    everything = verdict.refused >= set(range(len(ask.proposals)))
    return bool(said.no) or everything or (verdict.refused_by_number and not verdict.doubtful)


def _new_times(ask: Ask, times: TimeReading, verdict: Verdict, *, declines: bool) -> tuple[Span, ...] | None:
    """Stated times beyond the proposals; None: none were stated."""
    if times.available is None:
        return None
    offered = any(mention.offered for mention in times.mentions)
    if not offered:
        return None if verdict.taken or (declines and verdict.refused) else times.available
    if not ask.proposals or not verdict.used or (verdict.moved and not verdict.unmatched):
        return times.available
    if not verdict.new:
        return None
    accepted = [Span(start, start + ask.length) for start in ask.proposals]
    stated = minus(union(verdict.new), accepted)
    available = minus(list(times.available), minus(list(times.available), stated))
    return tuple(available) or None
