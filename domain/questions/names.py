"""Which requirement of a job, and which evidence of a resume, speaks of a skill: told by names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.language.terms import words_of
from domain.questions.model import Grounds
from domain.requirements import Requirements

_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_AND = re.compile(r"\s*(?:&|/|,|\band\b)\s*")
_TOO_SHORT = 3
"""A name of fewer letters ("Go", "C") is only met by itself, never inside a longer text."""


def aliases(skill_name: str) -> frozenset[str]:
    """The ways a skill is written, lower case: "Databases (SQL)" is also "sql", "A & B" also "a" and "b"."""
    inside = _IN_BRACKETS.findall(skill_name)
    outside = _IN_BRACKETS.sub(" ", skill_name)
    # What stands in brackets narrows the word before: databases as such are not SQL.
    parts = inside or [outside, *_AND.split(outside)]
    return frozenset(" ".join(words_of(part)) for part in (skill_name, *parts) if words_of(part))


def speaks_of(text: str, names: Iterable[str]) -> bool:
    """Whether a text is one of these names, or holds one as whole words."""
    words = " ".join(words_of(text))
    return any(words == name or (len(name) >= _TOO_SHORT and f" {name} " in f" {words} ") for name in names)


def grounds_of(skill_name: str, requirements: Requirements) -> Grounds | None:
    """Whether the job asks for the skill, and how; None: it does not."""
    names = aliases(skill_name)
    for item in requirements.items:
        if any(speaks_of(text, names) for text in (item.text, *item.alternatives)):
            return Grounds.MUST if item.must else Grounds.NICE
    return None


def in_resume(
    skill_name: str,
    evidence: Sequence[Mapping[str, Any]] | None,
    matches: Sequence[Mapping[str, Any]] | None,
) -> bool | None:
    """Whether the evidence of a score names the skill (`about`), or a requirement about it was met.

    False: a requirement about it was looked for and not met. None: the score says nothing either way.
    """
    names = aliases(skill_name)
    if any(speaks_of(str(one["about"]), names) for one in evidence or ()):
        return True
    about = [one for one in matches or () if speaks_of(str(one["requirement"]), names)]
    return any(float(one["met"]) > 0 for one in about) if about else None
