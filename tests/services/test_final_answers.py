"""Nobody is left without a word, nobody gets two that contradict: whatever the order of acts, the database holds it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from domain.errors import ConflictError
from domain.messages.order import FINAL
from domain.vocabulary import JobStatus, MailStatus, MailTemplate
from integrations.mail import MailRenderer
from models import Application, Candidate, EmailMessage, Job
from services import find, finish, invariants, jobs, mail
from services.correspondence import prepare
from services.interviews import answer, end
from services.log import Subject
from services.mail import Letter
from tests.conftest import Sessions
from tests.services.arrange import LATER, accepted, booked, free_starts
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, Data

T = MailTemplate
MUCH_LATER = LATER + timedelta(days=40)


async def finals(sessions: Sessions, job_id: UUID) -> dict[UUID, list[tuple[T, str | None]]]:
    """Every final answer of a job's applications, with its reason class."""
    async with sessions() as session:
        rows = await session.execute(
            select(EmailMessage.application_id, EmailMessage.template, EmailMessage.details)
            .where(EmailMessage.job_id == job_id, EmailMessage.template.in_(FINAL))
            .where(EmailMessage.status != MailStatus.DROPPED)
        )
        found: dict[UUID, list[tuple[T, str | None]]] = {}
        for application, template, details in rows:
            found.setdefault(application, []).append((template, details.get("reason_class")))
        return found


async def all_answered(sessions: Sessions, job_id: UUID, at: datetime = MUCH_LATER) -> None:
    """Answer batch by batch, as the workflow does."""
    for _ in range(20):
        async with sessions.begin() as session:
            if await finish.answer_the_waiting(session, job_id, cause=AUTO, at=at) == 0:
                return
    raise AssertionError("the answers never end")


async def test_each_way_to_an_end_has_its_own_final_answer(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=6, buffer=1)
    people = await data.scored(job_id, 95, 90, 85, 80, 75, 70, 60, 50)
    await data.closed_and_ranked(job_id)
    interviews = await data.invited(job_id)
    lapsed, declined, withdrew, missed, met, rejected = interviews
    for interview in (withdrew, missed, met):
        async with worker_sessions.begin() as session:
            await answer.accept(session, interview, cause=BY_CANDIDATE, received_at=LATER)
        start = (await free_starts(worker_sessions, interview))[0]
        async with worker_sessions.begin() as session:
            await answer.pick(session, interview, start, cause=BY_CANDIDATE, received_at=LATER)
    async with worker_sessions.begin() as session:
        await answer.leave(session, declined, cause=BY_CANDIDATE, received_at=LATER)
        await answer.leave(session, withdrew, cause=BY_CANDIDATE, received_at=LATER)
        for interview in (declined, withdrew):
            await end.finalize_leave(session, interview, cause=AUTO, at=LATER + timedelta(hours=1))
        await end.reject(session, people[5], cause=BY_HAND, at=LATER + timedelta(hours=1))
        await end.expire(session, lapsed, cause=AUTO, at=LATER + timedelta(days=3))
        await end.no_show(session, missed, cause=BY_HAND, at=MUCH_LATER)
        await end.complete(session, met, cause=BY_HAND, at=MUCH_LATER)
        job = await find.job(session, job_id, lock=True)
        await session.execute(update(Job).where(Job.id == job_id).values(number_of_openings=6))
        assert job.status is JobStatus.CLOSED
    async with worker_sessions.begin() as session:
        await jobs.finish(session, job_id, cause=BY_HAND, at=MUCH_LATER)
    await all_answered(worker_sessions, job_id)

    told = await finals(worker_sessions, job_id)
    assert {a: [t for t, _ in mails] for a, mails in told.items()} == {
        people[0]: [T.EXPIRED],
        people[1]: [T.REGRET],
        people[2]: [T.REGRET],
        people[3]: [T.NO_SHOW],
        people[4]: [T.INTERVIEWED],
        people[5]: [T.REGRET],
        people[6]: [T.REGRET],
        people[7]: [T.REGRET],
    }
    reasons = {a: mails[0][1] for a, mails in told.items()}
    assert reasons[people[1]] == "declined"
    assert reasons[people[2]] == "withdrew"
    assert reasons[people[5]] == "rejected_by_recruiter"
    assert reasons[people[7]] in {"position_filled", "job_closed"}
    async with worker_sessions() as session:
        assert await invariants.violations(session) == []
    assert rejected in interviews


async def test_whoever_was_interviewed_for_a_job_that_is_cancelled_hears_of_it(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=0)
    (person,) = await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview,) = await booked(data, job_id)
    async with worker_sessions.begin() as session:
        await end.complete(session, interview, cause=BY_HAND, at=MUCH_LATER)
        await jobs.cancel(session, job_id, cause=BY_HAND, at=MUCH_LATER)
    await all_answered(worker_sessions, job_id)
    assert await finals(worker_sessions, job_id) == {person: [(T.JOB_CANCELLED, "job_cancelled")]}


async def test_a_required_thing_that_was_not_found_is_the_reason(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=1)
    _, lacking, other = await data.scored(job_id, 90, 80, 70)
    missing = [{"requirement": "licence B", "kind": "licence", "must": True, "met": 0, "gain": 9}]
    async with worker_sessions.begin() as session:
        await session.execute(
            update(Application).where(Application.id == lacking).values(score_requirements=missing)
        )
    await data.closed_and_ranked(job_id)
    (interview,) = await booked(data, job_id)
    async with worker_sessions.begin() as session:
        await end.complete(session, interview, cause=BY_HAND, at=MUCH_LATER)
        await jobs.finish(session, job_id, cause=BY_HAND, at=MUCH_LATER)
        assert (await find.job(session, job_id)).status is JobStatus.FILLED
    await all_answered(worker_sessions, job_id)
    told = await finals(worker_sessions, job_id)
    assert told[lacking] == [(T.REGRET, "requirement_missing")]
    assert told[other] == [(T.REGRET, "position_filled")]


async def test_after_the_final_answer_a_late_withdrawal_writes_nothing(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=0)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview,) = await accepted(data, job_id)
    async with worker_sessions.begin() as session:
        await jobs.cancel(session, job_id, cause=BY_HAND, at=LATER)
    await all_answered(worker_sessions, job_id)
    before = await finals(worker_sessions, job_id)
    with pytest.raises(ConflictError):
        async with worker_sessions.begin() as session:
            await answer.leave(session, interview, cause=BY_CANDIDATE, received_at=MUCH_LATER)
    async with worker_sessions.begin() as session:
        await end.finalize_leave(session, interview, cause=AUTO, at=MUCH_LATER)
        await end.expire(session, interview, cause=AUTO, at=MUCH_LATER)
    assert await finals(worker_sessions, job_id) == before
    assert len(before) == 1


async def test_the_queue_keeps_a_contradiction_as_dropped_and_says_why(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=0)
    (person,) = await data.scored(job_id, 90)
    candidate = await _candidate_of(worker_sessions, person)
    about = Subject(job_id, person)
    async with worker_sessions.begin() as session:
        await mail.queue(session, LATER, Letter(T.REGRET, about, candidate_id=candidate))
        await mail.queue(
            session,
            LATER,
            Letter(T.JOB_CANCELLED, about, candidate_id=candidate),
            Letter(T.REMINDER, about, candidate_id=candidate),
        )
    async with worker_sessions() as session:
        rows = (await session.scalars(select(EmailMessage).order_by(EmailMessage.template))).all()
    assert {row.template: row.status for row in rows} == {
        T.JOB_CANCELLED: MailStatus.DROPPED,
        T.REGRET: MailStatus.QUEUED,
        T.REMINDER: MailStatus.DROPPED,
    }
    assert {row.last_error for row in rows if row.status is MailStatus.DROPPED} == {
        "it would contradict what was said before"
    }


async def test_the_database_refuses_a_second_final_answer_whoever_writes_it(
    data: Data, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=0)
    (person,) = await data.scored(job_id, 90)

    def row(template: T) -> dict[str, object]:
        key = uuid4()
        return {
            "id": key,
            "mail_key": str(key),
            "template": template,
            "application_id": person,
            "final_of": person,
            "message_id": f"<{key}@t>",
            "next_attempt_at": LATER,
        }

    async with owner_sessions.begin() as session:
        await session.execute(insert(EmailMessage).values(row(T.REGRET)))
    with pytest.raises(IntegrityError, match="uq_email_messages_final_of"):
        async with owner_sessions.begin() as session:
            await session.execute(insert(EmailMessage).values(row(T.EXPIRED)))


async def test_of_two_final_answers_at_once_one_is_kept(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=1, buffer=0)
    (person,) = await data.scored(job_id, 90)
    candidate = await _candidate_of(worker_sessions, person)

    async def tell(template: T) -> None:
        async with worker_sessions.begin() as session:
            await mail.queue(
                session, LATER, Letter(template, Subject(job_id, person), candidate_id=candidate)
            )

    await asyncio.gather(*(tell(template) for template in (T.REGRET, T.JOB_CANCELLED, T.EXPIRED) * 3))
    told = await finals(worker_sessions, job_id)
    assert len(told[person]) == 1


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"language": "de"}, "Zu Ihrer Bewerbung"),
        ({"locale": "pt-BR"}, "Sobre a sua candidatura"),
        ({"locale": "de", "language": "fr"}, "À propos de votre candidature"),
        ({}, "Sobre su candidatura"),
    ],
    ids=["chosen", "the portal's", "chosen before the portal's", "the job's"],
)
async def test_the_final_answer_is_in_the_candidates_language(
    data: Data, worker_sessions: Sessions, columns: dict[str, str], words: str
) -> None:
    spanish = "Buscamos una persona para la panadería. Se trabaja por la noche y con el equipo."
    job_id = await data.a_job(openings=1, buffer=0, title="Panadera", description=spanish)
    _, person = await data.scored(job_id, 90, 80)
    candidate = await _candidate_of(worker_sessions, person)
    async with worker_sessions.begin() as session:
        if columns:
            await session.execute(update(Candidate).where(Candidate.id == candidate).values(**columns))
        await end.reject(session, person, cause=BY_HAND, at=LATER)
    assert words in await _subject(worker_sessions, person)


async def test_what_waited_in_the_queue_until_it_was_wrong_is_not_sent(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=0)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview,) = await booked(data, job_id)
    why = await _prepared(worker_sessions, interview)
    assert why[T.INVITATION] == "the interview is confirmed by now"
    assert why[T.SLOT_CHOICE] == "the interview is confirmed by now"


async def _prepared(sessions: Sessions, interview: UUID) -> dict[T, str]:
    async with sessions() as session:
        rows: Sequence[EmailMessage] = (
            await session.scalars(select(EmailMessage).where(EmailMessage.interview_id == interview))
        ).all()
        found = {}
        for row in rows:
            ready = await prepare(session, row, lambda *_: {}, "http://t", LATER)
            found[row.template] = ready if isinstance(ready, str) else ""
        return found


async def _subject(sessions: Sessions, person: UUID) -> str:
    async with sessions() as session:
        row = await session.scalar(select(EmailMessage).where(EmailMessage.final_of == person))
        assert row is not None
        ready = await prepare(session, row, lambda *_: {}, "http://t", LATER)
        assert not isinstance(ready, str), ready
        return MailRenderer().render(row.template, ready.facts).subject


async def _candidate_of(sessions: Sessions, application: UUID) -> UUID:
    async with sessions() as session:
        row = await session.get_one(Application, application)
        assert row.candidate_id is not None
        return row.candidate_id
