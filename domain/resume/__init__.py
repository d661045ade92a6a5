"""Reading a resume into facts, each with its place in the text. See `read_resume`."""

from domain.resume.model import (
    Fact,
    LanguageSkill,
    Position,
    ResumeFacts,
    Section,
    SectionKind,
    Span,
    Study,
)
from domain.resume.months import months, months_of_phrase, months_where, phrase_pattern
from domain.resume.read import read_resume

__all__ = [
    "Fact",
    "LanguageSkill",
    "Position",
    "ResumeFacts",
    "Section",
    "SectionKind",
    "Span",
    "Study",
    "months",
    "months_of_phrase",
    "months_where",
    "phrase_pattern",
    "read_resume",
]
