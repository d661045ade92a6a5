"""Occupations and skills by their many names, from the open ESCO classification (see data/NOTICE)."""

from domain.taxonomy.concepts import ConceptSpace, Weights
from domain.taxonomy.files import fingerprint
from domain.taxonomy.occupations import Occupation, occupations
from domain.taxonomy.skills import Skill, SkillIndex, skills

__all__ = [
    "ConceptSpace",
    "Occupation",
    "Skill",
    "SkillIndex",
    "Weights",
    "fingerprint",
    "occupations",
    "skills",
]
