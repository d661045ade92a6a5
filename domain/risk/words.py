"""A risk in words: why each part is what it is, and what to do."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from domain.risk.rule import FIELDS, Band, Part, Risk, RiskFacts, RiskPart


def explain(risk: Risk) -> dict[Part, str]:
    """A sentence for each part."""
    return {part.part: _SAY[part.part](risk.facts, part) for part in risk.parts}


def advice(band: Band) -> str:
    """What a recruiter may do. None of it touches the candidate's place."""
    return _ADVICE[band]


_ADVICE: Mapping[Band, str] = MappingProxyType(
    {
        Band.GREEN: "Nothing to prepare.",
        Band.YELLOW: "The usual reminder is enough.",
        Band.RED: "Prepare: a personal word before the interview helps. The place stays with this candidate.",
    }
)


def _response(facts: RiskFacts, part: RiskPart) -> str:
    if facts.answer_share is None:
        return "When the invitation was answered is not known."
    return f"Accepted after {100 * part.level:.0f} % of the time for an answer."


def _negotiation(facts: RiskFacts, _: RiskPart) -> str:
    if facts.escalated:
        return "A person had to find the time."
    if not facts.rounds and not facts.moves:
        return "Picked a time straight away."
    told = []
    if facts.rounds:
        told.append(f"{facts.rounds} {'round' if facts.rounds == 1 else 'rounds'} of talking about times")
    if facts.moves:
        told.append(f"the booked time was moved {'once' if facts.moves == 1 else f'{facts.moves} times'}")
    return _sentence(", ".join(told))


def _completeness(facts: RiskFacts, _: RiskPart) -> str:
    if facts.missing is None:
        return "The application is no longer there to look at."
    if not facts.missing:
        return "Resume, phone number and a working mail address are there."
    return f"{facts.missing} of {FIELDS} are missing: readable resume, phone number, working mail address."


def _history(facts: RiskFacts, _: RiskPart) -> str:
    if not facts.attended and not facts.missed:
        return "No earlier interview: counted as neither good nor bad."
    return f"Earlier interviews: {facts.attended} took place, {facts.missed} missed."


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


_SAY: Mapping[Part, Callable[[RiskFacts, RiskPart], str]] = MappingProxyType(
    {
        Part.RESPONSE: _response,
        Part.NEGOTIATION: _negotiation,
        Part.COMPLETENESS: _completeness,
        Part.HISTORY: _history,
    }
)
