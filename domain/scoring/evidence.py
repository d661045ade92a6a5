"""What a person can check: the places that a score stands on, and the facts of a resume.

Lines that look like contact data are never quoted; the summary holds neither a name nor a judgement.
"""

import re
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from domain.language.quotes import quote_around
from domain.language.terms import STOP_WEIGHT
from domain.ports import Evidence
from domain.requirements import Found
from domain.resume import months_where
from domain.scoring.held import PreparedResume

_MOST_EVIDENCE = 5
_SNIPPET = 120
_MOST_NAMED = 6
_CLEARLY = 0.5
_CONTACT = re.compile(r"@|https?:|www\.|\d(?:[\s().-]*\d){6}")


def evidence_of(text: str, resume: PreparedResume, gains: Mapping[str, float]) -> list[Evidence]:
    """At most five: the words that added most, each with the piece of its line in `text`, as it was given."""
    telling = [stem for stem in gains if resume.weight_of[stem] >= STOP_WEIGHT]
    best = nsmallest(_MOST_EVIDENCE, telling, key=lambda s: (-gains[s], s))
    found = (place_of(text, resume.surface[stem], resume.surface[stem]) for stem in best)
    return [place for place in found if place is not None]


def summary_of(resume: PreparedResume, found: Sequence[Found]) -> str:
    """One or two sentences of facts: the most recent position, dated experience, requirements that were found."""
    recent = next((p.title.text for p in resume.facts.positions if p.title), None)
    facts = [f"Most recent position named: {recent[:_SNIPPET]}"] if recent else []
    worked = months_where(resume.facts, lambda _position: True)
    if worked:
        years, rest = divmod(worked, 12)
        span = " ".join([f"{years} y"] * bool(years) + [f"{rest} m"] * bool(rest))
        facts.append(f"dated experience: {span}")
    first = "; ".join(facts) or "No dated position found"
    shown = [one.requirement.text for one in found if one.met >= _CLEARLY][:_MOST_NAMED]
    return f"{first[0].upper()}{first[1:]}." + (
        f" Found of what is asked: {'; '.join(shown)}." if shown else ""
    )


def place_of(text: str, word: str, about: str) -> Evidence | None:
    """The first place that holds the word, with as much of its line as is readable; none beside contact data."""
    match = re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE)
    if match is None:
        return None
    left, right = quote_around(text, match.start(), match.end())
    if _CONTACT.search(text, left, right):
        return None
    return Evidence(about, text[left:right], left, right)
