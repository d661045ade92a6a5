"""From what a message does to its one intent, as a table that reads from top to bottom."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.negotiation.reading import Intent


@dataclass(frozen=True, slots=True)
class Acts:
    """What a message does, found by words (`signals`), by the time grammar and by comparing with the proposals."""

    leaves: bool = False
    wants_person: bool = False
    automatic: bool = False
    """An automatic answer or a bounced mail."""
    contradicts: bool = False
    """A weekday beside a date that falls on another one."""
    doubtful: bool = False
    """Fits two or more proposals."""
    selects: bool = False
    declines: bool = False
    """The proposals, without taking one."""
    asks: bool = False
    offers: bool = False
    """States when they can or cannot meet, beyond the proposals."""

    @property
    def several(self) -> bool:
        """Two of selection, rejection, question and new availability."""
        return sum((self.selects, self.declines, self.asks, self.offers)) > 1


TABLE: tuple[tuple[str, Callable[[Acts], bool], Intent], ...] = (
    ("leaves the process, whatever else is said", lambda acts: acts.leaves, Intent.WITHDRAWAL),
    ("wants a person, whatever else is said", lambda acts: acts.wants_person, Intent.HUMAN),
    ("nobody wrote it", lambda acts: acts.automatic, Intent.UNCLEAR),
    ("weekday and date disagree", lambda acts: acts.contradicts, Intent.UNCLEAR),
    (
        "fits several proposals, and nothing new",
        lambda acts: acts.doubtful and not acts.offers,
        Intent.UNCLEAR,
    ),
    ("does two things", lambda acts: acts.several, Intent.MIXED),
    ("takes a proposal", lambda acts: acts.selects, Intent.SELECTION),
    ("states times", lambda acts: acts.offers, Intent.AVAILABILITY),
    ("takes none of the proposals", lambda acts: acts.declines, Intent.REJECTION),
    ("only asks", lambda acts: acts.asks, Intent.QUESTION),
)
"""The first line that holds decides; when none does, the message is unclear."""


def intent_of(acts: Acts) -> Intent:
    """The intent of a message that does these things."""
    return next((intent for _, holds, intent in TABLE if holds(acts)), Intent.UNCLEAR)
