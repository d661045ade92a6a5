"""What a job asks for, item by item, as a recruiter reads and corrects it."""

from dataclasses import dataclass
from enum import StrEnum

MOST_ITEMS = 25
"""More than this nobody weighs; the first ones of an advertisement are kept."""

MOST_ALTERNATIVES = 12
LONGEST_TEXT = 120
MOST_MONTHS = 40 * 12
MOST_LEVEL = 5
"""Index of a doctorate in `domain.language.education.EDUCATION_LEVELS`."""

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
"""Levels of the Common European Framework of Reference for Languages, ascending."""


class Kind(StrEnum):
    """How a requirement is looked for in a resume."""

    SKILL = "skill"
    EXPERIENCE = "experience"
    LANGUAGE = "language"
    LICENCE = "licence"
    EDUCATION = "education"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a job asks for."""

    text: str
    """As people read it: "Python", "3 years of nursing", "German B2", "Driving licence class C"."""
    kind: Kind = Kind.SKILL
    must: bool = True
    """False: nice to have."""
    months: int = 0
    """Experience asked for; 0 when the kind is another."""
    language: str = ""
    """ISO 639-1 code of a language."""
    level: str = ""
    """Least level of that language, one of CEFR; empty when none is asked."""
    education: int = 0
    """Least level, as an index of `domain.language.education.EDUCATION_LEVELS`."""
    alternatives: tuple[str, ...] = ()
    """Any of these meets it as well: "Java", "Kotlin". For experience: what it is experience of."""
    span: tuple[int, int] | None = None
    """Where the job's text says it (start, end in code points); None when a person gave it."""


@dataclass(frozen=True, slots=True)
class Requirements:
    """What a job asks for: musts first, then what is nice to have, each in the order given."""

    items: tuple[Requirement, ...] = ()

    def __post_init__(self) -> None:
        """Keep the order that the class promises."""
        ordered = tuple(sorted(self.items, key=lambda item: not item.must))
        object.__setattr__(self, "items", ordered)

    @property
    def must(self) -> tuple[Requirement, ...]:
        """What a person has to bring."""
        return tuple(item for item in self.items if item.must)

    @property
    def nice(self) -> tuple[Requirement, ...]:
        """What is welcome."""
        return tuple(item for item in self.items if not item.must)
