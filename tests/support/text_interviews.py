"""Text interviews in tests: an interview with a plan, and the machine's part without its workflow."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import insert, update

from models import Interview, InterviewQuestion, InterviewSkill, Job, Skill
from services.interview_bot import leading
from tests.support.data import AUTO, Data

SQL = "How do you find out why a query is slow?"
CACHE = "When does a cache do more harm than good?"
PLAN: Mapping[str, tuple[str, ...]] = {"Query tuning": (SQL,), "Caching": (CACHE,)}
"""Skills of the made-up catalogue with their questions, in the order of the plan."""
ANSWERS = {
    SQL: "I look at the slow query log, then at its plan, and measure again after each change.",
    CACHE: "A cache harms when stale values cost more than the slow read, so I measure both first.",
}


async def plan(data: Data, interview: UUID, skills: Mapping[str, tuple[str, ...]] = PLAN) -> dict[str, UUID]:
    """Plan questions about skills. Returns the skills by name."""
    made: dict[str, UUID] = {}
    place = 0
    async with data.owner.begin() as session:
        for name, questions in skills.items():
            skill = await session.scalar(insert(Skill).values(skill_name=name).returning(Skill.id))
            assert skill is not None
            made[name] = skill
            await session.execute(insert(InterviewSkill).values(interview_id=interview, skill_id=skill))
            for question in questions:
                place += 1
                row = InterviewQuestion(
                    interview_id=interview,
                    question_text_snapshot=question,
                    skill_id=skill,
                    order_in_interview=place,
                )
                session.add(row)
    return made


async def offer(data: Data, interview: UUID, **texts: str) -> None:
    """Let the interview's job offer a text interview."""
    async with data.owner.begin() as session:
        job_id = (await session.get_one(Interview, interview)).job_id
        await session.execute(update(Job).where(Job.id == job_id).values(bot_interview_offered=True, **texts))


async def machine(data: Data, interview: UUID) -> None:
    """The workflow's step: read what was answered, say what comes next."""
    async with data.owner.begin() as session:
        at = (await session.get_one(Interview, interview)).confirmation_deadline
    async with data.worker.begin() as session:
        await leading.read_answer(session, interview, at=at)
    async with data.worker.begin() as session:
        await leading.lead(session, interview, may_word=False, worded=None, cause=AUTO, at=at)
