"""Figure `interpret`: candidates' messages read by the grammar, per second of one core's time."""

import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from bench.figures import Figure, Goal, percentile
from bench.messages import MESSAGES
from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Ask, Reading

GOAL_PER_SECOND = 300.0
ROUNDS = 12
ROUNDS_QUICK = 4
WRITTEN = datetime(2026, 6, 10, 9, 30, tzinfo=UTC)
OFFERS = tuple(datetime(2026, 6, day, 8 + day % 3, tzinfo=UTC) for day in (16, 17, 18))
ZONES = {
    "en": "Europe/London",
    "de": "Europe/Berlin",
    "fr": "Europe/Paris",
    "es": "Europe/Madrid",
    "pt": "America/Sao_Paulo",
}
HOUR = re.compile(r"(?<!\d)1[0-7](?!\d)")


def measure_interpret(*, quick: bool) -> Figure:
    """Read every message; half are read with their language unknown. Then only lower and split the same texts."""
    rounds = [_asks(number) for number in range(ROUNDS_QUICK if quick else ROUNDS)]
    intents = Counter(reading.intent.value for reading in _read(_asks(ROUNDS)))
    taken = [_seconds(_read, asks) for asks in rounds]
    bare = [_seconds(_split, asks) for asks in rounds]
    slowest = max(_seconds(_read, [ask]) for ask in rounds[0])
    count = len(rounds[0])
    return Figure(
        name="interpret",
        what=f"messages read in a second of one core's time, {count} different ones in five languages, median"
        f" of {len(rounds)} rounds",
        unit="messages/s",
        value=round(count / percentile(taken, 0.5)),
        goal=Goal(GOAL_PER_SECOND, at_least=True),
        floor=round(count / percentile(bare, 0.5)),
        floor_is="lower-casing and splitting the same texts",
        today="a person reads them",
        detail={
            "characters_each": round(sum(len(ask.text) for ask in rounds[0]) / count),
            "slowest_message_ms": round(slowest * 1000, 2),
            "by_language": {code: _per_second(code) for code in MESSAGES},
            "intents": dict(sorted(intents.items())),
        },
    )


def _asks(number: int, only: str | None = None) -> list[Ask]:
    """The messages of one round: other hours and days in each, so that a quarter of the texts is new."""
    return [
        Ask(
            HOUR.sub(lambda found: str(10 + (int(found[0]) + number) % 8), text),
            WRITTEN,
            ZONES[language],
            "Europe/Berlin",
            OFFERS,
            language if place % 2 else None,
        )
        for language, texts in MESSAGES.items()
        if only in {None, language}
        for place, text in enumerate(texts)
    ]


def _per_second(language: str) -> int:
    asks = _asks(0, language) * 2
    return round(len(asks) / _seconds(_read, asks))


def _read(asks: Sequence[Ask]) -> list[Reading]:
    return [interpret(ask) for ask in asks]


def _split(asks: Sequence[Ask]) -> list[list[str]]:
    return [ask.text.lower().split() for ask in asks]


def _seconds(work: Callable[[Sequence[Ask]], object], asks: Sequence[Ask]) -> float:
    """Processor time of this process."""
    began = time.process_time()
    work(asks)
    return time.process_time() - began
