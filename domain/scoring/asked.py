"""What a job asks for, and what of it a resume shows: the part of the score that a recruiter can correct."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.ports import JobText
from domain.requirements import Found, Requirements, ResumeFacts, extract, lenient, match
from domain.resume import ResumeFacts as Read
from domain.resume import SectionKind, months_where

_MUST, _NICE = 2, 1
UNKNOWN = 0.5
"""Met share where a job asks for nothing that can be looked for: neither an advantage nor a fault."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The requirements of a job, and whether people stated them."""

    requirements: Requirements
    is_stated: bool


def asked_of(job: JobText) -> Asked:
    """Stated requirements, else those that the advertisement names."""
    if job.requirements:
        return Asked(lenient(job.requirements), is_stated=True)
    return Asked(_extracted(job.title, job.description), is_stated=False)


@lru_cache(maxsize=256)
def _extracted(title: str, description: str) -> Requirements:
    return extract(title, description)


def found_in(asked: Asked, text: str, read: Read) -> tuple[Found, ...]:
    """What became of each requirement in a resume."""
    facts = ResumeFacts(
        months=months_where(read, lambda _position: True),
        lists=[(s.body.start, s.body.end) for s in read.sections if s.kind is SectionKind.SKILLS],
    )
    return match(asked.requirements, text, facts)


def share_met(found: Sequence[Found]) -> float:
    """Weighted share of the requirements that are met, 0 to 1; a must counts twice."""
    total = sum(map(weight_of, found))
    return sum(one.met * weight_of(one) for one in found) / total if total else UNKNOWN


def weight_of(found: Found) -> int:
    """Two for a must, one for what is welcome."""
    return _MUST if found.requirement.must else _NICE
