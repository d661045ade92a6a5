"""The shape of a language's cues: patterns over folded text (small letters, no accents), as plain data.

Patterns are regular expressions of bounded length, so that a hostile text costs time in proportion to its length.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Cue(StrEnum):
    """What a pattern is a sign of."""

    WITHDRAWAL = "withdrawal"
    """Leaves the process, in words that a negation or condition before them would turn around."""
    WITHDRAWAL_SETTLED = "withdrawal_settled"
    """Leaves the process, in words that already carry their negation ("no longer interested")."""
    NOT_WITHDRAWAL = "not_withdrawal"
    """Looks like a withdrawal and is none: another process, a lease, a past one."""
    HUMAN = "human"
    """Wants a person, a telephone call, or an accommodation."""
    NOT_HUMAN = "not_human"
    """Speaks of persons or calls without asking for one."""
    NEGATION = "negation"
    """Words right before a cue that turn it around."""
    CONDITION = "condition"
    """Words before a cue that make it a mere possibility."""
    DECLINE = "decline"
    """Declines what was proposed as a whole."""
    DECLINE_IT = "decline_it"
    """Declines "it" or nothing named; beside an option or time it speaks of that one only."""
    OTHER_TIMES = "other_times"
    """Asks for times other than those proposed."""
    NO = "no"
    """A plain no, as the whole of a statement."""
    YES = "yes"
    """A plain yes, as the whole of a statement."""
    YES_WITHIN = "yes_within"
    """Accepts "it" or "that" inside a longer sentence."""
    ANY = "any"
    """Every proposal is fine."""
    REST = "rest"
    """The proposals not named so far ("the other one")."""
    CHANGE = "change"
    """Wants what was accepted moved ("can we make it ... rather than")."""
    UNSUITABLE = "unsuitable"
    """Beside an option or time: it does not fit."""
    NOT_UNSUITABLE = "not_unsuitable"
    """Words of refusal that refuse nothing ("no problem")."""
    EXCEPT = "except"
    """Right before an option: all but this one."""
    TAKES = "takes"
    """Right before a bare number: it is the number of an option ("I'll take 2")."""
    DEFERRAL = "deferral"
    """Will answer later."""
    AUTOMATIC = "automatic"
    """Certain signs of an automatic answer or a bounced mail."""
    AUTOMATIC_HINT = "automatic_hint"
    """Signs that count when two of them meet."""
    ABUSE = "abuse"
    ASKS = "asks"
    """Begins a clause that asks something, with a question mark behind."""
    ASKS_SURELY = "asks_surely"
    """Asks something even without a question mark."""
    PROPOSES = "proposes"
    """A question that proposes the time in it."""
    NEEDS = "needs"
    """Inside a question: what the candidate must bring or do, so that a day beside it is no proposal."""
    CHECKS_BACK = "checks_back"
    """A question that only wraps a statement ("does that work?") or is a courtesy."""
    TIME = "time"
    """Words about time, only to tell whether a sentence has any."""


def together(*books: Mapping[Cue, tuple[str, ...]]) -> dict[Cue, tuple[str, ...]]:
    """The patterns of several files, cue by cue."""
    found: dict[Cue, tuple[str, ...]] = {}
    for book in books:
        for kind, patterns in book.items():
            found[kind] = (*found.get(kind, ()), *patterns)
    return found


@dataclass(frozen=True, slots=True)
class CueBook:
    """All cues of one language."""

    language: str
    patterns: Mapping[Cue, tuple[str, ...]]
    ordinals: tuple[tuple[int, str], ...]
    """Number of an option, from 1 (-1: the last), and the pattern of its words."""
    cardinals: tuple[tuple[int, str], ...]
    """Number of an option and the pattern of the word that counts it ("option two")."""
    option: str
    """The nouns that stand before or after a number ("option 2", "slot B")."""
    one: str
    """What follows an ordinal when an option is meant ("the first one"), also nothing but "please"."""
    earlier: str
    later: str
    earliest: str
    latest: str
    middle: str
    article: str
    """May stand before an ordinal."""
