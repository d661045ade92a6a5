"""Reads a candidate's message: cleaning, signals of intent, times, and one decision. Deterministic, no network.

Only the first 20,000 characters of a message are cleaned and the first 4,000 of the statement are read; the
time taken grows with the length only. Text from candidates is data: nothing in it can change these rules.
"""

from dataclasses import replace

from domain.negotiation.intents.signals import Evidence, Signals, signals
from domain.negotiation.proposals import Verdict, judge
from domain.negotiation.reading import Ask, Because, Clarification, Intent, Reading, Topic
from domain.negotiation.text.cleaned import Cleaned
from domain.negotiation.text.cleaning import clean
from domain.negotiation.times import Contradiction, Mention, TimeReading, read_times
from domain.negotiation.times.intervals import minus, union
from domain.negotiation.wishes import proposing
from domain.slots import Span


def interpret(ask: Ask) -> Reading:
    """What a message says. Any text gives an answer; in doubt it is `unclear` with one question to ask."""
    cleaned = clean(ask.text)
    said = signals(cleaned, ask.language, len(ask.proposals))
    blank = Reading(Intent.UNCLEAR, language=said.language, zone=ask.candidate_zone)
    decided = _decisive(said)
    if decided is not None:
        intent, evidence = decided
        return replace(blank, intent=intent, because=_quoted(evidence, intent.value))
    wishes = proposing(said, cleaned, ask)
    if wishes:
        said = _without_questions(said, cleaned, wishes)
    times = read_times(said.statement, ask, ask.language or said.language, said.muted)
    blank = replace(
        blank,
        language=times.language if times.mentions else said.language,
        zone=times.zone,
        because=_because(times, cleaned),
        questions=tuple(evidence.words for evidence in said.questions),
    )
    if said.automatic:
        return replace(
            blank,
            because=_quoted(said.automatic, "automatic answer"),
            clarification=Clarification(Topic.SAY_AGAIN),
        )
    if times.contradiction is not None:
        return replace(blank, clarification=_which_date(times.contradiction))
    return _decide(ask, said, times, blank)


def _without_questions(said: Signals, cleaned: Cleaned, wishes: set[tuple[int, int]]) -> Signals:
    """The signals when some questions only propose a time."""
    places = [cleaned.origin(start, end) for start, end in wishes]
    kept = tuple(one for one in said.questions if not any(start <= one.start < end for start, end in places))
    return replace(said, questions=kept, muted=tuple(span for span in said.muted if span not in wishes))


def _decisive(said: Signals) -> tuple[Intent, tuple[Evidence, ...]] | None:
    """What wins over everything else in the message."""
    if said.withdrawal:
        return Intent.WITHDRAWAL, said.withdrawal
    if said.human:
        return Intent.HUMAN, said.human
    return None


def _decide(ask: Ask, said: Signals, times: TimeReading, blank: Reading) -> Reading:
    verdict = judge(ask, said, times)
    available = _new_time(ask, times, verdict)
    if verdict.doubtful and not verdict.taken and available is None:
        return replace(blank, clarification=_which_option(verdict.doubtful))
    selected = ask.proposals[verdict.taken[0]] if verdict.taken else None
    declined = selected is None and _declines(ask, said, verdict, available)
    acts = [
        intent
        for intent, present in (
            (Intent.SELECTION, selected is not None),
            (Intent.AVAILABILITY, available is not None),
            (Intent.REJECTION, declined),
            (Intent.QUESTION, bool(said.questions)),
        )
        if present
    ]
    if not acts:
        return replace(blank, clarification=_ask_again(ask, said))
    intent = acts[0] if len(acts) == 1 else Intent.MIXED
    excluded = times.excluded if available is not None else ()
    because = blank.because
    if selected is not None:
        because += _quoted((*said.yes, *said.every), "selected") if not said.choices else _chosen(said)
    return replace(
        blank, intent=intent, available=available, excluded=excluded, selected=selected, because=because
    )


def _new_time(ask: Ask, times: TimeReading, verdict: Verdict) -> tuple[Span, ...] | None:
    """Stated times that are no proposals; None when there are none."""
    if (
        times.available is None
        or (verdict.taken and not verdict.unmatched)
        or (verdict.doubtful and not verdict.unmatched)
    ):
        return None
    if not verdict.unmatched:
        hit_all = bool(ask.proposals) and verdict.refused >= set(range(len(ask.proposals)))
        return None if hit_all or verdict.taken else times.available
    if not verdict.used:
        return times.available
    stated = union(span for mention in verdict.unmatched for span in _beside_proposals(mention, ask))
    return tuple(_both(stated, times.available)) or None


def _beside_proposals(mention: Mention, ask: Ask) -> list[Span]:
    """The parts of a statement that no proposal fits."""
    return [
        span
        for span in mention.spans
        if not any(
            span.start == start if mention.points else span.holds(Span(start, start + ask.length))
            for start in ask.proposals
        )
    ]


def _both(stated: list[Span], available: tuple[Span, ...]) -> list[Span]:
    return minus(list(available), minus(list(available), stated))


def _declines(ask: Ask, said: Signals, verdict: Verdict, available: tuple[Span, ...] | None) -> bool:
    """Whether the proposals as a whole are refused."""
    if said.declined or said.no:
        return True
    everything = bool(ask.proposals) and verdict.refused >= set(range(len(ask.proposals)))
    return everything or (available is None and bool(said.changed))


def _ask_again(ask: Ask, said: Signals) -> Clarification:
    if len(ask.proposals) > 1 and (said.yes or said.rest):
        return _which_option(tuple(range(len(ask.proposals))))
    return Clarification(Topic.SAY_AGAIN)


def _which_option(places: tuple[int, ...]) -> Clarification:
    return Clarification(Topic.WHICH_OPTION, {"options": ",".join(str(place + 1) for place in places)})


def _which_date(contradiction: Contradiction) -> Clarification:
    return Clarification(
        Topic.WHICH_DATE, {"weekday": str(contradiction.weekday), "date": contradiction.day.isoformat()}
    )


def _quoted(evidence: tuple[Evidence, ...], note: str) -> tuple[Because, ...]:
    return tuple(Because(one.words, one.start, one.end, (), note) for one in evidence)


def _chosen(said: Signals) -> tuple[Because, ...]:
    """The words that named an option by its number."""
    return tuple(
        Because(
            said.statement[one.start : one.end],
            one.start,
            one.end,
            (),
            "selected" if one.wanted else "refused",
        )
        for one in said.choices
    )


def _because(times: TimeReading, cleaned: Cleaned) -> tuple[Because, ...]:
    """The evidence with its places in the message as it arrived."""
    found = []
    for one in times.because:
        start, end = cleaned.origin(one.start, one.end)
        found.append(replace(one, start=start, end=end))
    return tuple(found)
