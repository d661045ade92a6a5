"""What a question is about, as far as the bot may answer it. In doubt it goes to a person."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.negotiation.text.folding import compiled, fold
from domain.negotiation.words.asked_cues import BEYOND, INTERROGATIVES, SUBJECTS

_LOOK_AT = 1_000
_CLAUSE = re.compile(r"[,;:.?!()\n]|\b(?:and|also|und|sowie|et|y|e|ainsi que|alem disso|ademas)\b")
_HOME = "en"
"""Cues of this language count everywhere: people mix its words in."""


class About(StrEnum):
    """Subjects that the bot knows something of."""

    LENGTH = "length"
    PLACE = "place"
    REMOTE = "remote"
    """By video or on site."""
    LINK = "link"
    """Which tool, which address to open."""
    WHO = "who"
    ZONE = "zone"
    """In which time zone the times are given."""
    DEADLINE = "deadline"
    """Until when a time can be chosen."""
    BOT = "bot"
    """Whether a machine writes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question asks."""

    about: tuple[About, ...]
    """In the order of `About`."""
    more: bool
    """Whether it also asks something else, which only a person can answer."""


def read_question(question: str, language: str) -> Asked:
    """What the question is about. Words about the job, pay or the result are never taken for the interview."""
    cues = _cues(language)
    found: set[About] = set()
    more = False
    for clause in _CLAUSE.split(fold(question[:_LOOK_AT])):
        if compiled(*(BEYOND[code] for code in cues)).search(clause):
            more = True
            continue
        here = {subject for subject in About if _speaks_of(clause, subject, cues)}
        more = more or (not here and bool(compiled(*(INTERROGATIVES[code] for code in cues)).search(clause)))
        found |= here
    return Asked(tuple(subject for subject in About if subject in found), more or not found)


def _speaks_of(clause: str, subject: About, cues: tuple[str, ...]) -> bool:
    tables: tuple[Mapping[str, str], ...] = tuple(SUBJECTS[code] for code in cues)
    return bool(compiled(*(table[subject] for table in tables)).search(clause))


def _cues(language: str) -> tuple[str, ...]:
    return (language, _HOME) if language in SUBJECTS and language != _HOME else (_HOME,)
