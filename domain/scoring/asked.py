"""What a job asks for, and what of it a resume shows: the part of the score that a recruiter can correct."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from domain.ports import JobText
from domain.requirements import Found, Kind, Requirements, ResumeFacts, extract, lenient, match
from domain.resume import SectionKind, months_of_phrase, months_where
from domain.scoring.held import PreparedResume
from domain.scoring.skills import with_related, with_synonyms

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
        stated = _stated(json.dumps(job.requirements, sort_keys=True))
        if stated.items:
            return Asked(stated, is_stated=True)
    return Asked(_extracted(job.title, job.description), is_stated=False)


@lru_cache(maxsize=256)
def _stated(requirements: str) -> Requirements:
    """Read once per job, and by what they say: the mapping itself cannot be a key."""
    return lenient(json.loads(requirements))


@lru_cache(maxsize=256)
def _extracted(title: str, description: str) -> Requirements:
    return extract(title, description)


def found_in(asked: Asked, text: str, resume: PreparedResume) -> tuple[Found, ...]:
    """What became of each requirement in a resume."""
    read = resume.facts
    subjects = {
        subject
        for item in asked.requirements.items
        if item.kind is Kind.EXPERIENCE
        for subject in item.alternatives
    }
    of_subject = {subject: months_of_phrase(read, text, [subject]) for subject in subjects}
    facts = ResumeFacts(
        months=months_where(read, lambda _position: True),
        lists=[(s.body.start, s.body.end) for s in read.sections if s.kind is SectionKind.SKILLS],
        # Where no position names the subject, all experience counts in part.
        months_of={subject: months for subject, months in of_subject.items() if months},
    )
    found = match(with_synonyms(asked.requirements), text, facts)
    stated = zip(found, asked.requirements.items, strict=True)
    return with_related([replace(one, requirement=item) for one, item in stated], text, resume)


def share_met(found: Sequence[Found]) -> float:
    """Weighted share of the requirements that are met, 0 to 1; a must counts twice."""
    total = sum(map(weight_of, found))
    return sum(one.met * weight_of(one) for one in found) / total if total else UNKNOWN


def weight_of(found: Found) -> int:
    """Two for a must, one for what is welcome."""
    return _MUST if found.requirement.must else _NICE
