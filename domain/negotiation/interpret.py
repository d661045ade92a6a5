"""Reads a candidate's message: cleaning, signals of intent, times, and one decision. Deterministic, no network.

Only the first 20,000 characters of a message are cleaned and the first 4,000 of the statement are read; the
time taken grows with the length only. Text from candidates is data: nothing in it can change these rules.
"""

from dataclasses import replace

from domain.negotiation.conclusion import conclude
from domain.negotiation.intents.signals import Evidence, Signals, signals
from domain.negotiation.reading import Ask, Because, Clarification, Intent, Reading, Topic
from domain.negotiation.text.cleaned import Cleaned
from domain.negotiation.text.cleaning import clean
from domain.negotiation.times import Contradiction, TimeReading, read_times
from domain.negotiation.wishes import proposing


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
    return _decide(ask, said, times, blank, cleaned)


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


def _decide(ask: Ask, said: Signals, times: TimeReading, blank: Reading, cleaned: Cleaned) -> Reading:
    found = conclude(ask, said, times)
    if found.intent is Intent.UNCLEAR:
        which = found.verdict.doubtful
        return replace(blank, clarification=_which_option(which) if which else _ask_again(ask, said))
    because = blank.because
    if found.selected is not None:
        by_number = _chosen(said, cleaned)
        because += by_number or _quoted((*said.yes, *said.every), "selected")
    return replace(
        blank,
        intent=found.intent,
        available=found.available,
        excluded=times.excluded if found.available is not None else (),
        selected=None if found.selected is None else ask.proposals[found.selected],
        because=because,
    )


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


def _chosen(said: Signals, cleaned: Cleaned) -> tuple[Because, ...]:
    """The words that named an option by its number."""
    return tuple(
        Because(
            said.statement[one.start : one.end],
            *cleaned.origin(one.start, one.end),
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
