"""How an application came to where it stands: its steps, who took each, and what its score was made of.

Nothing here tells of other people: no rank, no place, no comparison.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.messages.tongue import later
from models import Application, CandidateRequest
from services import candidate_requests


class Doer(StrEnum):
    """Who took a step."""

    RULE = "rule"
    PERSON = "person"
    YOU = "you"


RULE, PERSON, YOU = Doer

STEPS: Mapping[str, tuple[Doer, str]] = {
    "application_received": (YOU, later("Your application arrived.")),
    "application_scored": (
        RULE,
        later(
            "A program compared your resume with the job description. It saw neither your name nor your picture."
        ),
    ),
    "application_rescored": (
        RULE,
        later("The comparison was made again, because the job description changed."),
    ),
    "resume_unreadable": (RULE, later("A program could not read the file of your resume.")),
    "shortlisted": (
        RULE,
        later(
            "You got a place among those who are invited. The rule: the best fit first, as many as there are places."
        ),
    ),
    "buffered": (
        RULE,
        later("You were put on the waiting list: as soon as a place is free, it goes to the next."),
    ),
    "backfilled": (
        RULE,
        later("You were put on the waiting list: as soon as a place is free, it goes to the next."),
    ),
    "job_filled": (RULE, later("The search ended, and with it your application.")),
    "job_exhausted": (RULE, later("The search ended, and with it your application.")),
    "job_cancelled": (PERSON, later("The job was cancelled, and with it your application.")),
    "accepted_by_hand": (PERSON, later("A person of the hiring team gave you a place.")),
    "promoted_by_hand": (PERSON, later("A person of the hiring team moved you up from the waiting list.")),
    "promoted": (RULE, later("A place became free, and you were the next on the waiting list.")),
    "invitation_sent": (RULE, later("You were invited to an interview.")),
    "deadline_extended": (PERSON, later("A person of the hiring team gave you more time to answer.")),
    "invitation_accepted": (YOU, later("You accepted the invitation.")),
    "negotiation_awaiting_selection": (
        RULE,
        later("An automatic assistant looked for times that fit what you wrote."),
    ),
    "negotiation_escalated": (RULE, later("The search for a time was handed to a person.")),
    "recruiter_answered": (PERSON, later("A person of the hiring team wrote to you.")),
    "slot_picked": (YOU, later("You chose a time.")),
    "interview_rescheduled": (YOU, later("The interview was moved to another time.")),
    "interviewer_replaced": (RULE, later("Somebody else leads the interview now.")),
    "leave_requested": (YOU, later("You told us that you do not want to come.")),
    "leave_undone": (YOU, later("You took that back.")),
    "interview_declined": (YOU, later("You declined, and the place passed on.")),
    "interview_withdrew": (YOU, later("You withdrew, and the place passed on.")),
    "interview_expired": (RULE, later("The time to answer ended, and the place passed on.")),
    "interview_completed": (PERSON, later("Somebody noted that the interview took place.")),
    "interview_no_show": (PERSON, later("Somebody noted that you did not come to the interview.")),
    "rejected_by_hand": (PERSON, later("A person of the hiring team ended your application.")),
    "cancelled_by_hand": (PERSON, later("A person of the hiring team cancelled the interview.")),
    "bot_interview_started": (YOU, later("You began the text interview.")),
    "bot_interview_paused": (YOU, later("You stopped the text interview for now.")),
    "bot_interview_resumed": (YOU, later("You went on with the text interview.")),
    "bot_interview_handed_over": (YOU, later("You asked for a person in the text interview.")),
    "bot_interview_completed": (RULE, later("The text interview was done: every question was asked.")),
    "bot_interview_expired": (RULE, later("The text interview ended with the interview.")),
    "human_review_requested": (YOU, later("You asked for a person to look at this.")),
    "human_review_answered": (PERSON, later("A person looked at it and answered you.")),
    "correction_requested": (YOU, later("You asked us to correct something.")),
    "correction_answered": (PERSON, later("A person answered your request for a correction.")),
    "data_corrected": (YOU, later("You corrected your data.")),
    "address_confirmed": (YOU, later("You confirmed a new mail address.")),
}
"""Log actions that a candidate is told of. What is not listed is bookkeeping."""

PARTS: Mapping[str, str] = {
    "requirements": later("Requirements of the job that your resume shows"),
    "relevance": later("What your resume is about"),
    "title": later("Jobs you had before"),
    "coverage": later("Words of the job description found in your resume"),
    "occupation": later("The occupation"),
    "seniority": later("Level of experience"),
}
GOOD, PARTLY = 67.0, 34.0
"""From these percentages on a part fits well, or partly; shown in words, because a number pretends to precision."""


class Fit(StrEnum):
    """How well a part fits, in words."""

    WELL = "well"
    PARTLY = "partly"
    LITTLE = "little"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened."""

    at: datetime
    doer: Doer
    words: str
    """English; translated where it is shown."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a candidate may know of the own application."""

    steps: Sequence[Step]
    scored_at: datetime | None
    parts: Sequence[tuple[str, Fit]]
    matched: Sequence[str]
    missing: Sequence[str]
    """Requirements in the words of the job description that the resume does not show, or shows in part."""
    is_unreadable: bool
    requests: Sequence[CandidateRequest]

    def open_request(self, kind: str) -> CandidateRequest | None:
        """The request of this kind that still waits."""
        return next((r for r in self.requests if r.kind == kind and r.state == "open"), None)


async def read_story(session: AsyncSession, application_id: UUID | None) -> Story:
    """The story of an application, read as its candidate. None: the portal removed it; the steps are known."""
    application = await session.get(Application, application_id) if application_id else None
    rows = (await session.execute(text("SELECT action, at FROM own_steps()"))).all()
    matches = (application.score_requirements or []) if application else []
    components = (application.score_components or {}) if application else {}
    return Story(
        steps=_told([(row.action, row.at) for row in rows]),
        scored_at=application.scored_at if application else None,
        parts=[(PARTS[name], _fit(float(components[name]))) for name in PARTS if name in components],
        matched=[row["requirement"] for row in matches if row["met"] >= 1],
        missing=[row["requirement"] for row in matches if row["met"] < 1],
        is_unreadable=application is not None and application.unreadable_reason is not None,
        requests=await candidate_requests.of_application(session, application.id) if application else (),
    )


def _told(rows: Sequence[tuple[str, datetime]]) -> list[Step]:
    """The steps worth telling; the same thing twice in a row is told once, when it last happened."""
    steps: list[Step] = []
    for action, at in rows:
        if action not in STEPS:
            continue
        doer, words = STEPS[action]
        if steps and steps[-1].words == words:
            steps.pop()
        steps.append(Step(at, doer, words))
    return steps


def _fit(percent: float) -> Fit:
    if percent >= GOOD:
        return Fit.WELL
    return Fit.PARTLY if percent >= PARTLY else Fit.LITTLE
