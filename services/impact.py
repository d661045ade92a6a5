"""Impact figures: what applicants may say of themselves, and the masked tables that come of it.

Answers are read in the database role `understudy_impact` alone, in a transaction of its own, and leave it as
tables in which small groups are hidden. Looking at them is logged with who looked.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Uuid

from domain.access.vocabulary import Purpose, Seen
from domain.errors import ConflictError, InvalidInputError
from domain.impact import AgeBand, RaceEthnicity, Report, Row, Sex, build, tally
from domain.impact.release import Record, release
from domain.impact.vocabulary import PREFER_NOT, STEPS
from models import AutomationLog, Job
from services import access, log
from services.log import Cause, Entry, Subject

VIEWED = "impact_viewed"
DOORS = {"page": Purpose.PAGE, "api": Purpose.API}
"""By which door somebody came who looked; every other way is a command."""
WORDING = "2026-11"
"""Version of the questions; raise it when a word of them changes."""
# Everything here may be read by `understudy_impact` and nobody's name is in it.
ROWS = text("""
WITH reached AS (
    SELECT application_id, max(CASE new_state WHEN 'shortlisted' THEN 2 WHEN 'invitation_sent' THEN 3
                                              WHEN 'confirmed' THEN 4 WHEN 'completed' THEN 5 END) AS step
    FROM automation_logs
    WHERE entity IN ('application', 'interview') AND (CAST(:every AS boolean) OR job_id = ANY (:jobs))
      AND new_state IN ('shortlisted', 'invitation_sent', 'confirmed', 'completed')
    GROUP BY application_id
)
SELECT s.sex, s.race_ethnicity, s.age_band, CASE WHEN a.ai_processed THEN a.fit_score END AS score,
       greatest(r.step, CASE WHEN a.shortlist_status IN ('shortlisted', 'expired') THEN 2 END,
                CASE WHEN a.rank IS NOT NULL THEN 1 END) AS step
FROM applications a LEFT JOIN reached r ON r.application_id = a.id
LEFT JOIN self_identifications s ON s.application_id = a.id
WHERE CASE WHEN CAST(:every AS boolean) THEN a.job_id IN (SELECT id FROM jobs WHERE ranked_at IS NOT NULL)
      ELSE a.job_id = ANY (:jobs) END
""").bindparams(bindparam("jobs", type_=ARRAY(Uuid())))


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody says; None: not answered. "Prefer not to say" is an answer that the figures count as none."""

    sex: str | None = None
    race_ethnicity: str | None = None
    age_band: str | None = None
    answered_at: datetime | None = None
    wording_version: str | None = None


CHOICES = {
    "sex": (*Sex, PREFER_NOT),
    "race_ethnicity": (*RaceEthnicity, PREFER_NOT),
    "age_band": (*AgeBand, PREFER_NOT),
}


async def keep_answers(session: AsyncSession, answers: Answers, *, at: datetime) -> bool:
    """Keep what the candidate of this transaction says, in place of anything said before.

    Nothing at all withdraws the answers: returns False. No log row: whether and what somebody answered is
    nobody's business. Raises InvalidInputError for a choice that there is not.
    """
    for name, choices in CHOICES.items():
        given = getattr(answers, name)
        if given is not None and given not in choices:
            raise InvalidInputError("There is no such choice.", field=name, remedy="Choose one of the list.")
    kept = await session.scalar(
        text("SELECT keep_self_identification(:sex, :race, :age, :wording, :at)"),
        {
            "sex": answers.sex,
            "race": answers.race_ethnicity,
            "age": answers.age_band,
            "wording": WORDING,
            "at": at,
        },
    )
    return bool(kept)


async def own_answers(session: AsyncSession) -> Answers | None:
    """What the candidate of this transaction said, for that candidate's own eyes and export; None: nothing."""
    found = (await session.execute(text("SELECT * FROM own_self_identification()"))).one_or_none()
    return None if found is None else Answers(**found._asdict())


async def note_view(
    session: AsyncSession, job_id: UUID | None, *, cause: Cause, at: datetime, how: str
) -> None:
    """Log that somebody looks at the figures of a job (None: of all jobs). `how`: page, api, report, export.

    The record of accesses gets a row as well: there looks at everything stand together.
    """
    subject = Subject(job_id=job_id)
    seen = Seen.IMPACT_EXPORT if how == "export" else Seen.IMPACT_FIGURES
    await access.note(session, seen, subject, at=at, purpose=DOORS.get(how, Purpose.COMMAND))
    entry = Entry(VIEWED, f"impact:{job_id or 'all'}:{uuid4()}", subject, at, details={"how": how})
    await log.record(session, cause, entry)


async def report(session: AsyncSession, job_id: UUID | None, *, minimum: int) -> Report:
    """The masked tables of a job, or of all ranked jobs together.

    Takes its transaction into the role `understudy_impact` and leaves it there: begin a new one for anything
    else. Say before, in the caller's own role, that the caller may see the job, and note the view.
    """
    rows = [row async for row in _rows(session, job_id)]
    # Other requests go on meanwhile: counting 100,000 rows takes about a second.
    return await asyncio.to_thread(lambda: build(tally(rows), minimum=minimum))


async def records(session: AsyncSession, job_id: UUID, *, minimum: int) -> list[Record]:
    """Anonymous rows of a job for an outside auditor, in no order. As for `report`, the role stays changed."""
    rows = [row async for row in _rows(session, job_id)]
    return await asyncio.to_thread(release, rows, minimum=minimum)


async def _rows(session: AsyncSession, job_id: UUID | None) -> AsyncIterator[Row]:
    await session.execute(text("SET LOCAL ROLE understudy_impact"))
    found = await session.stream(ROWS, {"every": job_id is None, "jobs": [job_id] if job_id else []})
    async for row in found:
        yield Row(
            sex=Sex(row.sex) if row.sex not in {None, PREFER_NOT} else None,
            race_ethnicity=(
                RaceEthnicity(row.race_ethnicity) if row.race_ethnicity not in {None, PREFER_NOT} else None
            ),
            age_band=AgeBand(row.age_band) if row.age_band not in {None, PREFER_NOT} else None,
            furthest=STEPS[row.step - 1] if row.step else None,
            score=row.score,
        )


async def is_awaited(session: AsyncSession, job: Job) -> bool:
    """Whether a review waits until somebody looks at the impact figures of the ranking."""
    if not job.impact_review_required or job.ranked_at is None or job.review_confirmed_at is not None:
        return False
    looked = await session.scalar(
        select(AutomationLog.id)
        .where(
            AutomationLog.job_id == job.id,
            AutomationLog.action_type == VIEWED,
            AutomationLog.created_at >= job.ranked_at,
        )
        .limit(1)
    )
    return looked is None


async def demand_view(session: AsyncSession, job: Job) -> None:
    """Refuse to confirm a review before somebody looked at the figures. Raises ConflictError."""
    if await is_awaited(session, job):
        raise ConflictError(
            "Nobody has looked at the impact figures of this ranking yet.",
            remedy=f"Open /jobs/{job.id}/impact or run: understudy impact report --job {job.id}. Then confirm.",
        )
