"""Reads messages as the product does, in one fixed frame, for the tests of intents and selection."""

from datetime import datetime
from pathlib import Path

from domain.negotiation.conclusion import Conclusion, conclude
from domain.negotiation.intents.signals import Signals, signals
from domain.negotiation.reading import Ask
from domain.negotiation.text.cleaning import clean
from domain.negotiation.times import read_times

ZONE = "America/New_York"
TUESDAY = datetime.fromisoformat("2026-04-14T14:05:00-04:00")
THREE = ("2026-04-16T09:00-04:00", "2026-04-17T13:00-04:00", "2026-04-20T15:30-04:00")
"""Thursday at 9, Friday at 1 and Monday at half past three."""
ONE = THREE[:1]
PHRASES = Path(__file__).parent / "phrases"

Section = tuple[str, str, list[str]]


def asked(message: str, offers: tuple[str, ...] = THREE, language: str | None = None) -> Ask:
    return Ask(message, TUESDAY, ZONE, ZONE, tuple(map(datetime.fromisoformat, offers)), language)


def heard(message: str, offers: tuple[str, ...] = THREE, language: str | None = None) -> Signals:
    return signals(clean(message), language, len(offers))


def understood(message: str, offers: tuple[str, ...] = THREE, language: str | None = None) -> Conclusion:
    ask = asked(message, offers, language)
    said = heard(message, offers, language)
    return conclude(ask, said, read_times(said.statement, ask, said.language, said.muted))


def sections(name: str) -> list[Section]:
    """The parts of a phrase file: language, what its messages mean, the messages (`\\n` is a line break)."""
    found: list[Section] = []
    for line in (PHRASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            language, _, meaning = line.removeprefix("## ").partition(": ")
            found.append((language, meaning, []))
        elif line.strip():
            found[-1][2].append(line.replace("\\n", "\n"))
    return found
