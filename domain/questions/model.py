"""What a plan of questions is made of."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

LONGEST_NAME = 100
"""Characters of the name of a type or a skill."""
LONGEST_QUESTION = 1_000
LONGEST_DESCRIPTION = 1_000
MOST_MINUTES = 60
"""For one question with its answer."""


class Difficulty(StrEnum):
    """How much a question asks of whoever answers, easiest first."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Origin(StrEnum):
    """Where a question of an interview came from."""

    BANK = "bank"
    PERSON = "person"
    """Written by whoever keeps the plan."""
    MODEL = "model"
    """A follow-up that a language model suggested and a person took."""


class Grounds(StrEnum):
    """Why a skill is to be covered, strongest first."""

    MUST = "must"
    """The job asks for it as a must."""
    NICE = "nice"
    """The job calls it nice to have."""
    CHOSEN = "chosen"
    """Somebody chose it for this interview."""
    SUGGESTED = "suggested"
    """Interviews of this type usually look at it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A skill that an interview is to cover."""

    id: UUID
    name: str
    grounds: Grounds = Grounds.CHOSEN
    in_resume: bool | None = None
    """Whether the evidence of the application's score names it; None: the score says nothing of it."""


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question that could be asked."""

    id: UUID
    text: str
    difficulty: Difficulty
    minutes: int
    skills: tuple[UUID, ...]
    """The skills that it shows, its primary one first."""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Kept:
    """A question that stands in the plan and stays: it was asked, or a person put it there."""

    question_id: UUID | None
    skills: tuple[UUID, ...]
    minutes: int
    difficulty: Difficulty | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """What a plan is made for. Equal asks give equal plans."""

    skills: tuple[Wanted, ...]
    bank: tuple[BankQuestion, ...]
    minutes: int
    """Time for questions and their answers, what is kept included."""
    seed: str
    type_name: str | None = None
    language: str = "en"
    kept: tuple[Kept, ...] = ()
    used: frozenset[UUID] = frozenset()
    """Questions of the candidate's other interviews: never asked again."""
    used_texts: frozenset[str] = frozenset()
    """As `used`, by the digest of their words (`text_digest`), for those that left the bank since."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that was chosen."""

    question: BankQuestion
    skill: UUID
    """What it was chosen for."""
    why: str
    """One plain sentence."""


class GapKind(StrEnum):
    """Why a skill stays uncovered."""

    NO_SKILLS = "no_skills"
    EMPTY_BANK = "empty_bank"
    ALL_USED = "all_used"
    TOO_LITTLE_TIME = "too_little_time"
    NOT_PLANNED = "not_planned"
    """There would be a question and the time for it; the plan was changed by hand, or not made yet."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What a plan could not do. `skill` None: it concerns the plan as a whole."""

    kind: GapKind
    skill: UUID | None
    text: str
    """One plain sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Questions in the order in which they are to be asked, after those that were kept."""

    choices: tuple[Choice, ...]
    gaps: tuple[Gap, ...]
    minutes: int
    """Of the choices and of what was kept."""
