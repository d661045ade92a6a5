"""The questions of a text interview: the interview's own plan, the job's own questions, and what became of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.interview_bot.answers import Topic, Verdict, judge
from domain.interview_bot.plan import Planned
from domain.interview_bot.texts import questions_of
from domain.messages import interview_bot as words
from domain.questions.model import Origin
from models import BotInterview, Interview, InterviewQuestion, Job, Skill, Transcript
from services.log import Cause
from services.questions import plans
from services.questions.facts import skills_of_rows

OF_THE_JOB = "A question that the job itself asks everybody."
OF_NOBODY = "A general question: neither a plan nor the job has one."
MINUTES = 3
"""For the answer to a question of the job."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with what it is about and what was answered."""

    row: InterviewQuestion
    topic: Topic
    skill_ids: frozenset[UUID]
    skill: str
    """Names of the skills, for people and models."""
    answer: str | None

    def planned(self, current: UUID | None) -> Planned:
        """As the rule about the next step sees it: the question that waits for its answer is not done with."""
        is_asked = self.row.asked_at is not None and self.row.id != current
        verdict = judge(self.answer, self.topic) if self.answer is not None else None
        return Planned(self.row.id, self.skill_ids, is_asked, verdict if is_asked else None)


async def prepare(
    session: AsyncSession,
    bot: BotInterview,
    interview: Interview,
    job: Job | None,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """Plan the questions where nobody did, and add the job's own behind them; general ones where there is nothing."""
    rows = await plans.rows_of(session, interview.id)
    if not rows:
        await plans.make_plan(session, interview.id, cause=cause, at=at)
        rows = await plans.rows_of(session, interview.id)
    known = {row.question_text_snapshot for row in rows}
    own = questions_of(job.custom_interview_questions) if job else []
    new, why = [text for text in own if text not in known], OF_THE_JOB
    if not known and not new:
        new, why = [words.said(bot.language, text) for text in words.GENERAL], OF_NOBODY
    session.add_all(
        InterviewQuestion(
            interview_id=interview.id,
            question_text_snapshot=text,
            order_in_interview=place,
            why=why,
            minutes=MINUTES,
            origin=Origin.PERSON.value,
        )
        for place, text in enumerate(new, await plans.next_place(session, interview.id))
    )
    await session.flush()


async def read(
    session: AsyncSession, bot: BotInterview, interview: Interview, job: Job | None
) -> Sequence[Asked]:
    """The plan in its order."""
    rows = await plans.rows_of(session, interview.id)
    shown = await skills_of_rows(session, rows)
    named = await _named(session, {skill for skills in shown.values() for skill in skills})
    answers = await _said(session, [row.answer_turn_id for row in rows if row.answer_turn_id])
    around = " ".join([job.title, *_texts(job.requirements)]) if job else ""
    return [_asked(row, bot.language, shown[row.id], named, answers, around) for row in rows]


def _asked(
    row: InterviewQuestion,
    language: str,
    skills: Sequence[UUID],
    named: Mapping[UUID, str],
    answers: Mapping[UUID, str],
    around: str,
) -> Asked:
    names = ", ".join(named[skill] for skill in skills)
    topic = Topic(row.question_text_snapshot, language, f"{names} {around}")
    answer = answers.get(row.answer_turn_id) if row.answer_turn_id else None
    return Asked(row, topic, frozenset(skills), names, answer)


async def _named(session: AsyncSession, skills: Iterable[UUID]) -> dict[UUID, str]:
    query = select(Skill.id, Skill.skill_name).where(Skill.id.in_(list(skills)))
    return {row[0]: row[1] for row in (await session.execute(query)).all()}


async def _said(session: AsyncSession, turns: Iterable[UUID]) -> dict[UUID, str]:
    query = select(Transcript.id, Transcript.text).where(Transcript.id.in_(list(turns)))
    return {row[0]: row[1] for row in (await session.execute(query)).all()}


def verdict_on(asked: Sequence[Asked], question_id: UUID | None, answer: str) -> Verdict:
    """What an answer is to a question of the plan; one that left the plan meanwhile misses nothing."""
    found = next((each for each in asked if each.row.id == question_id), None)
    return judge(answer, found.topic) if found else Verdict.ANSWERED


def _texts(value: Any) -> list[str]:
    """Every text inside a job's requirements, whatever their form."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in _texts(item)]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []
