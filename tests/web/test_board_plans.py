"""The board with 10,000 applications: every query by an index, and no more of them than with ten."""

import re
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, text

from domain.vocabulary import UserRole
from models import Application
from services import find
from services.context import act_as_user
from services.flags import list_flags
from tests.support.crowd import a_crowd, ranked
from tests.support.data import Sessions
from tests.web.site import Site
from tests.web.statements import Statements, blocks_of, explained, recorded
from web.reading.applications import list_ranked
from web.reading.board_feed import Position, page_query, since_query
from web.reading.board_filter import Filter, Show
from web.reading.board_order import page_of
from web.reading.interviews import list_interviews
from web.reading.jobs import board as job_board
from web.reading.jobs import list_jobs

ROSA = "rosa@hiring.example"
COUNT = 10_000
SHOWN = select(Application.id, Application.held_seat, Application.fit_score, Application.created_at)
LARGE = {"applications", "candidates", "automation_logs"}


@pytest.fixture
async def crowd(site: Site) -> UUID:
    """A ranked job of Rosa's with 10,000 applications, among jobs of others."""
    rosa = await site.data.a_user(name="Rosa Recruiter", email=ROSA)
    job_id = await site.data.a_job(20, 30, recruiter_id=rosa)
    await a_crowd(site.data, job_id, COUNT)
    await ranked(site.data, job_id)
    await site.data.invited(job_id)
    other = await site.data.a_job(5, 5, recruiter_id=await site.data.a_user(email="ben@hiring.example"))
    await a_crowd(site.data, other, 3_000)
    await ranked(site.data, other)
    async with site.owner.begin() as session:
        # Enough of a log that reading it from end to end would show.
        await session.execute(
            text(
                "INSERT INTO automation_logs (job_id, action_type, trigger_source, idempotency_key)"
                " SELECT :job, 'application_received', 'auto', 'filler:' || n FROM generate_series(1, 20000) n"
            ),
            {"job": other},
        )
    # An index-only scan asks the visibility map.
    engine = site.owner.kw["bind"]
    async with engine.connect() as connection:
        free = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await free.execute(text("VACUUM ANALYZE applications, candidates, automation_logs, interviews, jobs"))
    await site.sign_in(ROSA)
    return job_id


async def _asked(site: Site, path: str) -> Statements:
    with recorded(site) as statements:
        page = await site.http.get(path)
    assert page.status_code == 200
    return statements


PAGES = {
    "": {"ix_applications_standing", "ix_applications_best_first", "uq_applications_seat"},
    "?show=pending": {"ix_applications_standing"},
    "?show=all": {"ix_applications_best_first"},
    "?show=all&notice=yes": {"ix_applications_notices"},
    "?name=jose": set(),
}


@pytest.mark.slow
async def test_every_hot_query_goes_by_an_index(site: Site, crowd: UUID, web_sessions: Sessions) -> None:
    rosa = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    for query, expected in PAGES.items():
        used: set[str] = set()
        first = await site.http.get(f"/jobs/{crowd}{query}")
        next_ = re.search(r'after=([^"#&]+)#people', first.text)
        later = [f"{query}{'&' if query else '?'}after={next_[1]}"] if next_ else []
        for path in (query, *later):
            statements = await _asked(site, f"/jobs/{crowd}{path}")
            async with web_sessions.begin() as session:
                await act_as_user(session, UserRole.RECRUITER, rosa)
                for statement, parameters in statements.found:
                    if statement.startswith("SELECT") and "set_config" not in statement:
                        plan = await explained(session, statement, parameters)
                        used |= plan.indexes
                        assert not plan.whole_tables & LARGE, statement
        assert expected <= used
    await _the_api_reads_the_rows_of_a_page_alone(site, crowd, web_sessions, rosa)
    await _the_feed_goes_by_its_index(site, crowd, web_sessions, rosa)
    await _the_search_for_a_name_goes_by_its_index(site, crowd)


async def _the_api_reads_the_rows_of_a_page_alone(
    site: Site, crowd: UUID, web_sessions: Sessions, rosa: UUID
) -> None:
    used: set[str] = set()
    after, rows = None, []
    for _ in range(3):
        params = {"limit": "15"} | ({"after": after} if after else {})
        with recorded(site) as statements:
            path = f"/api/v1/jobs/{crowd}/applications"
            page = (await site.http.get(path, headers=site.as_user(ROSA), params=params)).json()
        rows += page["items"]
        after = page["next"]
        async with web_sessions.begin() as session:
            await act_as_user(session, UserRole.RECRUITER, rosa)
            for statement, parameters in statements.about("applications"):
                plan = await explained(session, statement, parameters)
                used |= plan.indexes
                assert not plan.whole_tables & LARGE, statement
                # Of seats there are as many as openings: sorting those few costs nothing.
                assert "held_seat >" in statement or not plan.steps & {"Sort", "Incremental Sort"}, statement
    assert {"uq_applications_seat", "ix_applications_best_first"} <= used
    assert [row["rank"] for row in rows] == list(range(1, 46))
    assert all(row["name"] and row["email"] for row in rows)


async def _the_feed_goes_by_its_index(site: Site, crowd: UUID, web_sessions: Sessions, rosa: UUID) -> None:
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, rosa)
        with recorded(site) as statements:
            await session.scalars(since_query(crowd, Position(10), 2**40))
            await session.scalars(page_query(crowd, 10_000, 50))
        plans = [await explained(session, *one) for one in statements.found]
    assert "ix_automation_logs_feed" in plans[0].indexes
    assert plans[1].indexes & {"ix_automation_logs_job_id", "uq_automation_logs_sequence"}
    assert not any(plan.whole_tables for plan in plans)


async def _the_search_for_a_name_goes_by_its_index(site: Site, crowd: UUID) -> None:
    # As `applicants_named` asks, which the plan of a page does not look into.
    search = (
        "SELECT a.id FROM candidates c JOIN applications a ON a.candidate_id = c.id"
        " WHERE name_words(c.name) @@ 'jose:* & 149:*'::tsquery AND a.job_id = %(job)s"
    )
    async with site.owner.begin() as session:
        plan = await explained(session, search, {"job": crowd})
    assert "ix_candidates_name_words" in plan.indexes


@pytest.mark.slow
async def test_a_page_at_the_end_of_a_long_list_reads_no_more_than_one_at_its_beginning(
    site: Site, crowd: UUID, web_sessions: Sessions
) -> None:
    rosa = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    read: dict[str, list[int]] = {}
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, rosa)
        for wanted in (Filter(Show.ALL), Filter(Show.PENDING), Filter(Show.ALL, lowest=Decimal(10))):
            after: str | None = None
            while True:
                with recorded(site) as statements:
                    _, after = await page_of(session, crowd, wanted, SHOWN, after=after, limit=200)
                blocks = sum([await blocks_of(session, *one) for one in statements.about("applications")])
                read.setdefault(wanted.query(), []).append(blocks)
                if after is None:
                    break
    assert [len(pages) for pages in read.values()] == [50, 50, 45]
    for first, second, *later in read.values():
        assert max(later) <= 1.5 * max(first, second), read


KEPT = text(
    "SELECT statement, generic_plans, custom_plans FROM pg_prepared_statements"
    " WHERE (statement LIKE 'SELECT%' OR statement LIKE 'WITH%') AND statement NOT LIKE '%set_config%'"
)
ENOUGH = 15
"""Times a statement is asked: five before it is prepared, five with plans of their own, then the kept one."""


@pytest.mark.slow
async def test_plans_of_the_hottest_reads_are_kept(site: Site, crowd: UUID, web_sessions: Sessions) -> None:
    rosa = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, rosa)
        for _ in range(ENOUGH):
            await job_board(session, await find.job(session, crowd))
            await list_jobs(session, after=None, limit=50)
            _, later = await list_ranked(session, crowd, after=None, limit=50)
            await list_ranked(session, crowd, after=later, limit=50)
            await list_interviews(session, crowd, after=None, limit=50)
            await list_flags(session)
        kept = (await session.execute(KEPT)).all()
    # The job, its board, jobs, seats, the others, the others of a later page, interviews, flags.
    assert len(kept) == 8
    # Planning takes as long as running: a statement that is planned anew each time shows here.
    assert [one.statement for one in kept if not one.generic_plans] == []


async def test_jobs_with_more_and_with_fewer_seats_share_their_statements(site: Site) -> None:
    rosa = await site.data.a_user(name="Rosa Recruiter", email=ROSA)
    texts = set()
    for openings in range(1, 10):
        job = await site.data.a_job(openings, 1, recruiter_id=rosa)
        await site.data.scored(job, *range(50, 50 + openings + 3))
        await site.data.closed_and_ranked(job)
        with recorded(site) as statements:
            path = f"/api/v1/jobs/{job}/applications"
            page = (
                await site.http.get(path, headers=site.as_user(ROSA), params={"limit": openings + 1})
            ).json()
        assert [row["rank"] for row in page["items"]] == list(range(1, openings + 2))
        assert page["next"] is not None
        texts |= {one for one, _ in statements.about("applications") if "held_seat IS NOT NULL" not in one}
    assert len(texts) == 1


@pytest.mark.slow
async def test_applications_are_counted_without_reading_them(
    site: Site, crowd: UUID, web_sessions: Sessions
) -> None:
    rosa = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    asked = text(
        "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM applications_standing(ARRAY[CAST(:job AS uuid)])"
    )
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, rosa)
        (plan,) = await session.scalar(asked, {"job": crowd})
    pages = (await site.row("SELECT relpages FROM pg_class WHERE relname = 'applications'"))[0]
    # The plan of a function is not shown; what it reads is. The index holds a fraction of the table.
    assert plan["Plan"]["Actual Rows"] == 3
    assert plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"] < pages


@pytest.mark.parametrize("path", ["/", "/jobs/{job}", "/jobs/{job}/activity", "/jobs/{job}/review"])
async def test_a_page_asks_no_more_for_many_than_for_few(path: str, site: Site) -> None:
    rosa = await site.data.a_user(name="Rosa Recruiter", email=ROSA)
    counts = []
    for people, openings in ((12, 2), (120, 40)):
        job_id = await site.data.a_job(openings, openings, recruiter_id=rosa)
        await a_crowd(site.data, job_id, people)
        await ranked(site.data, job_id)
        await site.data.invited(job_id)
        await site.sign_in(ROSA)
        counts.append(len((await _asked(site, path.format(job=job_id))).found))
    assert counts[0] == counts[1]
    assert counts[0] <= 32
