"""Skills by any of their names, and skills of the same kind, through the taxonomy."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from domain.language.terms import lexicon, normalise
from domain.requirements import Found, Kind, Requirement, Requirements
from domain.requirements.model import MOST_ALTERNATIVES
from domain.scoring.evidence import place_of
from domain.scoring.held import PreparedResume
from domain.scoring.occupations import LANGUAGE
from domain.taxonomy import Skill, SkillIndex

RELATED = 0.3
"""Met share of a skill that is not shown while another of its narrowest group is: Kotlin for Java."""

_NARROW = 4
"""Characters of a group's code that is narrow enough to call its skills related."""


@cache
def skill_index() -> SkillIndex:
    """All skills by the stems of their names; made once per process (about 0.3 s, 5 MB)."""
    return SkillIndex(_stems)


@lru_cache(maxsize=256)
def with_synonyms(requirements: Requirements) -> Requirements:
    """The requirements, each skill with its other names as alternatives. The texts stay as they are."""
    return Requirements(tuple(map(_with_synonyms, requirements.items)))


def _with_synonyms(item: Requirement) -> Requirement:
    skill = _skill_of(item)
    if skill is None:
        return item
    names = dict.fromkeys((*item.alternatives, *(name for name in skill.names if name != item.text)))
    return replace(item, alternatives=tuple(names)[:MOST_ALTERNATIVES])


def with_related(found: Sequence[Found], text: str, resume: PreparedResume) -> tuple[Found, ...]:
    """What was found, and for skills that were not: related ones, with the place of one of them."""
    return tuple(one if one.met else _related(one, text, resume) for one in found)


def _related(one: Found, text: str, resume: PreparedResume) -> Found:
    skill = _skill_of(one.requirement)
    if skill is None or len(skill.group) < _NARROW:
        return one
    held = skills_in(tuple(resume.stems)).get(skill.group)
    if held is None:
        return one
    shown, stem = held
    place = place_of(text, resume.surface[stem], f"{one.requirement.text}: related to {shown.names[0]}")
    return replace(one, met=RELATED, evidence=place)


@lru_cache(maxsize=8)
def skills_in(stems: tuple[str, ...]) -> dict[str, tuple[Skill, str]]:
    """Per group of skills the first one that a text names, and the first stem of that name."""
    found: dict[str, tuple[Skill, str]] = {}
    for start, _, skill in skill_index().find(stems):
        found.setdefault(skill.group, (skill, stems[start]))
    return found


def _skill_of(item: Requirement) -> Skill | None:
    return skill_index().named(_stems(item.text)) if item.kind is Kind.SKILL else None


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    words = lexicon(LANGUAGE, LANGUAGE)
    return tuple(term.stem for term in words.terms(words.words(normalise(text))))
