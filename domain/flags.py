"""Deciding a flag from its row: pure, so that the provider, the pages and the tests agree."""

import hashlib
from uuid import UUID


def rollout_share(flag: str, job_id: UUID) -> float:
    """Where a job stands in a flag's roll-out, 0.0 to 100.0: the same for ever (sticky), even over jobs."""
    digest = hashlib.blake2b(f"{flag}:{job_id}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64 * 100


def is_on(
    flag: str, *, enabled: bool, rollout_percentage: int, override: bool | None, job_id: UUID | None
) -> bool:
    """A flag for one job: an override decides, else the switch and, where the job is known, the roll-out."""
    if override is not None:
        return override
    if not enabled:
        return False
    if rollout_percentage >= 100 or job_id is None:  # noqa: PLR2004 - a percentage
        return rollout_percentage > 0
    return rollout_share(flag, job_id) < rollout_percentage
