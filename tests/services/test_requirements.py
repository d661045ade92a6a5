"""Stating what a job asks for, and what that does to applications that have a score."""

import json
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.errors import ConflictError, InvalidInputError, UnavailableError
from domain.ports import FitScore, JobText
from services import applications, jobs, requirements
from services.scores import Inputs
from tests.support.data import AUTO, BY_HAND, MONDAY, Data, Sessions

ADVERTISEMENT = "Requirements\n- Sourdough\n- 3 years of baking\n\nNice to have\n- French"


async def _log(sessions: Sessions, job_id: UUID) -> list[dict[str, object]]:
    query = text(
        "SELECT details FROM automation_logs WHERE job_id = :job AND action_type = 'requirements_changed' ORDER BY id"
    )
    async with sessions() as session:
        return list(await session.scalars(query, {"job": job_id}))


async def test_a_job_without_requirements_is_shown_those_of_its_text(
    data: Data, worker_sessions: Sessions
) -> None:
    job = await data.a_job(description=ADVERTISEMENT)
    async with worker_sessions() as session:
        asked = await requirements.asked(session, job)
    assert asked.is_suggested
    assert [item.text for item in asked.requirements.must] == ["Sourdough", "3 years of baking"]
    assert [item.text for item in asked.requirements.nice] == ["French"]


async def test_a_change_is_logged_with_counts_only_and_once(data: Data, worker_sessions: Sessions) -> None:
    job = await data.a_job(description=ADVERTISEMENT)
    for _ in range(2):
        async with worker_sessions.begin() as session:
            await requirements.set_requirements(
                session, job, {"must": ["Sourdough"], "nice": ["Rye", "Spelt"]}, cause=BY_HAND, at=MONDAY
            )
    assert await _log(worker_sessions, job) == [{"must": 1, "nice": 2, "applications_to_score_again": 0}]
    async with worker_sessions() as session:
        asked = await requirements.asked(session, job)
    assert not asked.is_suggested
    assert [item.text for item in asked.requirements.items] == ["Sourdough", "Rye", "Spelt"]


async def test_scored_applications_of_an_open_job_are_scored_again(
    data: Data, worker_sessions: Sessions
) -> None:
    job = await data.a_job()
    first, second = await data.scored(job, 80, 70)
    async with worker_sessions.begin() as session:
        await requirements.set_requirements(session, job, {"must": ["Rye"]}, cause=BY_HAND, at=MONDAY)
    async with worker_sessions() as session:
        assert await applications.unscored(session, job) == [first, second]
        starts = await session.scalars(
            text("SELECT workflow_id FROM outbox WHERE workflow_type = 'ApplicationWorkflow' ORDER BY id")
        )
        assert set(starts) == {f"application-{first}", f"application-{second}"}
    async with worker_sessions.begin() as session:
        fit = FitScore(55, {}, (), "Again.", "test-1")
        await applications.keep_score(session, first, fit, None, cause=AUTO, at=MONDAY.replace(hour=9))
    async with worker_sessions() as session:
        score = await session.scalar(text("SELECT fit_score FROM applications WHERE id = :id"), {"id": first})
        assert score == 55
    (details,) = await _log(worker_sessions, job)
    assert details["applications_to_score_again"] == 2


async def test_a_score_made_from_earlier_requirements_is_not_kept(
    data: Data, worker_sessions: Sessions
) -> None:
    job = await data.a_job()
    (application,) = await data.scored(job, 80)
    async with worker_sessions.begin() as session:
        await requirements.set_requirements(session, job, {"must": ["Rye"]}, cause=BY_HAND, at=MONDAY)
    fit = FitScore(55, {}, (), "Late.", "test-1")
    for wanted, kept in (({}, False), ({"must": [{"text": "Rye", "kind": "skill"}], "nice": []}, True)):
        inputs = Inputs(JobText("Baker", "", wanted), "Rye bread.", 24241)
        keep = applications.keep_score
        at = MONDAY.replace(hour=9)
        if kept:
            async with worker_sessions.begin() as session:
                await keep(session, application, fit, None, inputs, cause=AUTO, at=at)
        else:
            with pytest.raises(UnavailableError):
                async with worker_sessions.begin() as session:
                    await keep(session, application, fit, None, inputs, cause=AUTO, at=at)
        async with worker_sessions() as session:
            assert (await applications.unscored(session, job) == []) is kept


async def test_a_closed_job_keeps_its_requirements(data: Data, worker_sessions: Sessions) -> None:
    job = await data.a_job()
    async with worker_sessions.begin() as session:
        await jobs.close(session, job, cause=BY_HAND, at=MONDAY)
    with pytest.raises(ConflictError, match="fixed once it is closed"):
        async with worker_sessions.begin() as session:
            await requirements.set_requirements(session, job, {"must": ["Rye"]}, cause=BY_HAND, at=MONDAY)
    assert await _log(worker_sessions, job) == []


async def test_a_job_paused_while_open_takes_requirements_and_one_paused_while_closed_does_not(
    data: Data, worker_sessions: Sessions
) -> None:
    job = await data.a_job()
    async with worker_sessions.begin() as session:
        await jobs.pause(session, job, cause=BY_HAND, at=MONDAY)
        await requirements.set_requirements(session, job, {"must": ["Rye"]}, cause=BY_HAND, at=MONDAY)
        await jobs.resume(session, job, cause=BY_HAND, at=MONDAY.replace(hour=9))
        await jobs.close(session, job, cause=BY_HAND, at=MONDAY.replace(hour=10))
        await jobs.pause(session, job, cause=BY_HAND, at=MONDAY.replace(hour=11))
    with pytest.raises(ConflictError):
        async with worker_sessions.begin() as session:
            await requirements.set_requirements(session, job, {"must": ["Oat"]}, cause=BY_HAND, at=MONDAY)


async def test_a_protected_trait_is_refused_and_nothing_changes(
    data: Data, worker_sessions: Sessions
) -> None:
    job = await data.a_job()
    with pytest.raises(InvalidInputError) as caught:
        async with worker_sessions.begin() as session:
            await requirements.set_requirements(
                session, job, {"must": ["under 35"]}, cause=BY_HAND, at=MONDAY
            )
    assert caught.value.field == "must.0"
    assert await _log(worker_sessions, job) == []


async def test_effects_read_texts_where_no_matches_are_kept(data: Data, worker_sessions: Sessions) -> None:
    job = await data.a_job(openings=1, description=ADVERTISEMENT)
    first, second, third = await data.scored(job, 80, 70, 60)
    async with worker_sessions.begin() as session:
        for application, resume in ((first, "Sourdough every day."), (second, "Croissants.")):
            await session.execute(
                text("UPDATE applications SET resume_text = :text WHERE id = :id"),
                {"text": resume, "id": application},
            )
    async with worker_sessions() as session:
        asked = await requirements.asked(session, job)
        effect = (await requirements.effects_of(session, job, asked.requirements))[0]
    assert (effect.text, effect.met, effect.of) == ("Sourdough", 1, 2)
    assert effect.leave_if_dropped is None
    assert third


async def test_effects_use_the_matches_that_stand_with_the_scores(
    data: Data, worker_sessions: Sessions
) -> None:
    job = await data.a_job(openings=1)
    first, second = await data.scored(job, 80, 75)
    keep = text(
        "UPDATE applications SET ai_processed = true, score_requirements = cast(:kept AS jsonb) WHERE id = :id"
    )
    async with worker_sessions.begin() as session:
        await requirements.set_requirements(session, job, {"must": ["Rye"]}, cause=BY_HAND, at=MONDAY)
        for application, met, gain in ((first, 1.0, 0.0), (second, 0.0, 9.0)):
            one = {
                "requirement": "Rye",
                "kind": "skill",
                "must": True,
                "met": met,
                "gain": gain,
                "evidence": None,
            }
            await session.execute(keep, {"kept": json.dumps([one]), "id": application})
    async with worker_sessions() as session:
        asked = await requirements.asked(session, job)
        (effect,) = await requirements.effects_of(session, job, asked.requirements)
    assert (effect.met, effect.of, effect.lacking_in_top, effect.leave_if_dropped) == (1, 2, 0, 1)
