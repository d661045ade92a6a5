"""What the words of a statement signal, with the words as evidence; no decision is made here."""

from dataclasses import dataclass

from domain.negotiation.intents.choices import Choice
from domain.negotiation.intents.evidence import Evidence
from domain.negotiation.intents.instructions import instructions
from domain.negotiation.intents.reader import Reader
from domain.negotiation.text.cleaned import Cleaned, blanked
from domain.negotiation.text.folding import fold
from domain.negotiation.text.language import candidates

__all__ = ["Evidence", "Signals", "signals"]

READ = 4_000
"""Characters of a cleaned message that are looked at."""


@dataclass(frozen=True, slots=True)
class Signals:
    """Everything the words signal. Empty tuples: no sign of it."""

    language: str
    statement: str
    """The first `READ` characters of the cleaned text, with instructions overwritten by spaces."""
    muted: tuple[tuple[int, int], ...]
    """Places in `statement` whose times are not the candidate's: questions, deferrals, numbers of options."""
    withdrawal: tuple[Evidence, ...] = ()
    human: tuple[Evidence, ...] = ()
    questions: tuple[Evidence, ...] = ()
    choices: tuple[Choice, ...] = ()
    every: tuple[Evidence, ...] = ()
    """Any of the proposals is fine."""
    rest: tuple[Evidence, ...] = ()
    """Those not named are wanted."""
    yes: tuple[Evidence, ...] = ()
    no: tuple[Evidence, ...] = ()
    """A plain no, first in the message."""
    declined: tuple[Evidence, ...] = ()
    """The proposals are declined, or others asked for."""
    changed: tuple[Evidence, ...] = ()
    """What is accepted shall be moved."""
    deferral: tuple[Evidence, ...] = ()
    automatic: tuple[Evidence, ...] = ()
    abuse: tuple[Evidence, ...] = ()
    instructions: tuple[Evidence, ...] = ()


def signals(cleaned: Cleaned, hint: str | None = None, proposals: int = 0) -> Signals:
    """The signals of a cleaned message. `hint` is the expected language, `proposals` how many times were offered."""
    text = cleaned.text[:READ]
    folded = fold(text)
    orders = instructions(text, folded)
    statement = blanked(text, orders)
    languages = candidates(statement, hint)
    reader = Reader(cleaned, statement, blanked(folded, orders), languages, proposals)
    reader.read()
    return Signals(
        language=languages[0],
        statement=reader.text,
        muted=tuple(sorted(reader.muted)),
        choices=tuple(reader.choices),
        instructions=reader.evidence(orders),
        **{name: reader.evidence(spans) for name, spans in reader.found.items()},
    )
