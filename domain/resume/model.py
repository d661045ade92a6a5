"""What a resume says, each fact with its place in the text that was read.

Offsets are code points of the given text, `end` exclusive. Months count from year 0 (year * 12 + month - 1);
a range of months is half-open, so January to March 2020 is (24240, 24243).
"""

from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """What a section is about."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    LANGUAGES = "languages"
    CERTIFICATES = "certificates"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of the resume: `text` is exactly what stands between `start` and `end`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the resume under one heading. The part above the first heading has none."""

    kind: SectionKind
    heading: Span | None
    body: Span


@dataclass(frozen=True, slots=True)
class Position:
    """One job that the person held, with everything that is written about it."""

    title: Fact | None
    employer: Fact | None
    start: int | None
    """First month, or None when the resume gives no date."""
    end: int | None
    """The month after the last one. Of a current position: after the latest date that the resume names."""
    current: bool
    span: Span
    """The whole block, from its title or date to the next one's."""


@dataclass(frozen=True, slots=True)
class Study:
    """A degree or training. `level` is an index of `domain.language.education.EDUCATION_LEVELS`."""

    level: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A language that the person speaks."""

    code: str
    """ISO 639-1."""
    level: str | None
    """`A1` to `C2` (CEFR), `native`, `fluent`, `intermediate`, `basic`, or None when not stated."""
    fact: Fact


@dataclass(frozen=True, slots=True)
class ResumeFacts:
    """Everything that was read from one resume. Parts that it does not have are empty."""

    sections: tuple[Section, ...] = ()
    headline: Fact | None = None
    summary: Fact | None = None
    positions: tuple[Position, ...] = ()
    """Newest first; positions without dates last, in the order of the text."""
    education: tuple[Study, ...] = ()
    skills: tuple[Fact, ...] = ()
    projects: tuple[Fact, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    certificates: tuple[Fact, ...] = ()
