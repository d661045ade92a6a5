"""A question plan as the API shows it."""

from datetime import datetime
from uuid import UUID

from domain.questions.model import Difficulty, GapKind, Grounds, Origin
from models import InterviewQuestion
from services.questions.plans import PlanOf
from web.api.shapes import Shape


class PlannedShape(Shape):
    """A question of an interview, with its words as they were when it was planned."""

    id: UUID
    interview_id: UUID
    question_id: UUID | None
    question_text_snapshot: str
    skill_id: UUID | None
    difficulty_level: Difficulty | None
    order_in_interview: int
    why: str
    minutes: int
    origin: Origin
    asked_at: datetime | None
    question_turn_id: UUID | None
    answer_turn_id: UUID | None


class PlannedSkillShape(Shape):
    """A skill that the interview is to cover, and how far it does."""

    skill_id: UUID
    name: str
    grounds: Grounds
    in_resume: bool | None
    planned: int
    asked: int
    answered: int


class GapShape(Shape):
    """What the plan does not cover."""

    kind: GapKind
    skill_id: UUID | None
    text: str


class PlanShape(Shape):
    """The questions of an interview."""

    interview_id: UUID
    interview_type_id: UUID | None
    type_name: str | None
    questions: list[PlannedShape]
    skills: list[PlannedSkillShape]
    gaps: list[GapShape]
    minutes: int
    available: int


class FollowUpShape(Shape):
    """Suggested follow-ups; none is in the plan."""

    suggestions: list[str]


def planned_shape(row: InterviewQuestion) -> PlannedShape:
    """One question."""
    return PlannedShape.model_validate(row)


def plan_shape(plan: PlanOf) -> PlanShape:
    """The whole plan."""
    wanted = {one.id: one for one in plan.skills}
    return PlanShape(
        interview_id=plan.interview_id,
        interview_type_id=plan.type_id,
        type_name=plan.type_name,
        questions=[planned_shape(row) for row in plan.questions],
        skills=[
            PlannedSkillShape(
                skill_id=line.skill_id,
                name=line.name,
                grounds=wanted[line.skill_id].grounds,
                in_resume=wanted[line.skill_id].in_resume,
                planned=line.planned,
                asked=line.asked,
                answered=line.answered,
            )
            for line in plan.covered
        ],
        gaps=[GapShape(kind=gap.kind, skill_id=gap.skill, text=gap.text) for gap in plan.gaps],
        minutes=plan.minutes,
        available=plan.available,
    )
