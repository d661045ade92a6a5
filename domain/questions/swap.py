"""The next best question in place of another."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from domain.questions.model import BankQuestion, Difficulty
from domain.questions.plan import text_digest
from domain.questions.reasons import swapped_why


@dataclass(frozen=True, slots=True)
class Out:
    """The question that is to go."""

    question_id: UUID | None
    text: str
    skill: UUID
    skill_name: str
    difficulty: Difficulty | None
    minutes: int


def next_best(
    out: Out,
    bank: Collection[BankQuestion],
    *,
    left: int,
    seed: str,
    language: str,
    used: Collection[UUID],
    used_texts: Collection[str],
) -> tuple[BankQuestion, str] | None:
    """The next question about the same skill that fits into `left` minutes besides those set free, and why.

    Of the same level first. Swapping again goes on through the rest and comes round to the first. None: there is
    no other. `used` and `used_texts` hold what stands in this plan and in the candidate's other interviews.
    """
    free = [
        one
        for one in bank
        if out.skill in one.skills
        and one.id != out.question_id
        and one.id not in used
        and text_digest(one.text) not in used_texts
        and one.minutes <= left + out.minutes
    ]
    if not free:
        return None
    here = _tie(seed, out.question_id)
    chosen = min(
        free,
        key=lambda one: (
            one.language != language,
            one.skills[:1] != (out.skill,),
            one.difficulty is not out.difficulty,
            _tie(seed, one.id) <= here,
            _tie(seed, one.id),
        ),
    )
    return chosen, swapped_why(out.skill_name, chosen, same_level=chosen.difficulty is out.difficulty)


def _tie(seed: str, id_: UUID | None) -> bytes:
    return hashlib.sha256(f"{seed}:{id_}".encode()).digest()
