"""Chance that repeats: everything drawn here is the same on every machine and in every run."""

import hashlib
import random
from collections.abc import Iterable


def tie_key(job_id: str, resume_id: str) -> bytes:
    """Order of equal scores: a hash of both ids, so that a constant score behaves like a random one."""
    return hashlib.blake2b(
        f"{job_id}|{resume_id}".encode("utf-8", "backslashreplace"), digest_size=8
    ).digest()


def seeded(*parts: object) -> random.Random:
    """A generator that depends on nothing but `parts`."""
    return random.Random("|".join(map(str, parts)))  # noqa: S311 - draws samples, guards no secret


def sample(ids: Iterable[str], size: int, about: str) -> list[str]:
    """At most `size` of the ids, whatever their order in the file: those with the smallest hashes."""
    return sorted(ids, key=lambda one: tie_key(about, one))[:size]
