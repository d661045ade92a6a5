"""What a job asks for: read from an advertisement, corrected by people, looked for in resumes."""

from domain.requirements.effects import Effect, Lack, Scored, effects
from domain.requirements.extract import extract
from domain.requirements.match import Found, ResumeFacts, match
from domain.requirements.model import CEFR, Kind, Requirement, Requirements
from domain.requirements.protected import protected_trait
from domain.requirements.record import dump, lenient, parse

__all__ = [
    "CEFR",
    "Effect",
    "Found",
    "Kind",
    "Lack",
    "Requirement",
    "Requirements",
    "ResumeFacts",
    "Scored",
    "dump",
    "effects",
    "extract",
    "lenient",
    "match",
    "parse",
    "protected_trait",
]
