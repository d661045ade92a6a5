"""What a person can check: the words a score stands on, in their lines, and the facts of a resume.

Lines that look like contact data are never quoted; the summary holds neither a name nor a judgement.
"""

import re
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from domain.scoring.prepared import PreparedResume
from domain.scoring.terms import STOP_WEIGHT

_MOST_EVIDENCE = 5
_SNIPPET = 120
_MOST_SKILLS = 6
_CONTACT = re.compile(r"@|https?:|www\.|\d(?:[\s().-]*\d){6}")


def evidence_of(resume: PreparedResume, gains: Mapping[str, float], copied: int) -> list[str]:
    """At most five: the words that added most, each with the line it stands in; first a note on copies."""
    notes = [f"{copied} words copied from the advertisement were not counted"] if copied else []
    telling = [stem for stem in gains if resume.weight_of[stem] >= STOP_WEIGHT]
    for stem in nsmallest(_MOST_EVIDENCE - len(notes), telling, key=lambda s: (-gains[s], s)):
        word = resume.surface[stem]
        line = _line_with(resume.text, word)
        notes.append(f"{word}: {line}" if line else word)
    return notes


def summary_of(resume: PreparedResume, matched: Sequence[str]) -> str:
    """One or two sentences of facts: the most recent position, dated experience, skills shared with the job."""
    facts = [f"Most recent position named: {resume.position[:_SNIPPET]}"] if resume.position else []
    if resume.months:
        years, rest = divmod(resume.months, 12)
        span = " ".join([f"{years} y"] * bool(years) + [f"{rest} m"] * bool(rest))
        facts.append(f"dated experience: {span}")
    first = "; ".join(facts) or "No dated position found"
    shared = ", ".join(matched[:_MOST_SKILLS])
    return f"{first[0].upper()}{first[1:]}. " + (
        f"Shares with the job: {shared}." if shared else "Shares no telling word with the job."
    )


def _line_with(text: str, word: str) -> str | None:
    """The first line that holds the word, cut to a readable length around it; none if it may be contact data."""
    match = re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE)
    if match is None:
        return None
    at = match.start()
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    if _CONTACT.search(line):
        return None
    at -= start
    left = max(0, min(at - _SNIPPET // 3, len(line) - _SNIPPET))
    cut = line[left : left + _SNIPPET].strip()
    return ("…" if left else "") + cut + ("…" if left + _SNIPPET < len(line) else "")
