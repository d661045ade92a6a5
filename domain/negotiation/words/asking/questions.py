"""What a question is about, as far as the bot may answer it. In doubt it goes to a person."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.negotiation.text.folding import fold
from domain.negotiation.words.asking.cues import Cues
from domain.negotiation.words.asking.english import ENGLISH
from domain.negotiation.words.asking.french import FRENCH
from domain.negotiation.words.asking.german import GERMAN
from domain.negotiation.words.asking.portuguese import PORTUGUESE
from domain.negotiation.words.asking.spanish import SPANISH

_LOOK_AT = 1_000
_CLAUSE = re.compile(r"[,;:.?!()\n]|\b(?:and|also|und|sowie|et|y|e|ainsi que|alem disso|ademas)\b")
_CUES: Mapping[str, Cues] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE}


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
    """What the question is about, clause by clause. English words count in every language: people mix them in."""
    cues = (ENGLISH,) if language == "en" else (_CUES.get(language, ENGLISH), ENGLISH)
    found: set[About] = set()
    more = len(question) > _LOOK_AT
    for clause in _CLAUSE.split(fold(question[:_LOOK_AT])):
        if any(one.goes_beyond(clause) for one in cues):
            more = True
            continue
        here = {subject for subject in About if any(one.speaks_of(subject, clause) for one in cues)}
        more = more or (not here and any(one.asks(clause) for one in cues))
        found |= here
    return Asked(tuple(subject for subject in About if subject in found), more or not found)
