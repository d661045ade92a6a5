"""The order of a list, page by page: seats, then the best score, then whoever applied first."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, update

from domain.errors import InvalidInputError
from domain.vocabulary import UserRole
from models import Application
from services.context import act_as_user
from tests.support.data import MONDAY
from tests.web.site import Site
from web.paging import cursor
from web.reading.board_filter import Filter, Show
from web.reading.board_order import page_of

SHOWN = select(Application.id, Application.held_seat, Application.fit_score, Application.created_at)
SCORES = (0, 0.01, 29.99, 30, 30.01, 99.99, 100)


@pytest.fixture
async def many_ties(site: Site) -> UUID:
    """A job that 56 people applied for, with seven scores, half of them at the same instant; three got seats."""
    job = await site.data.a_job(openings=3, buffer=5)
    ids = await site.data.scored(job, *SCORES * 8)
    async with site.owner.begin() as session:
        await session.execute(
            update(Application).where(Application.id.in_(ids[::2])).values(created_at=MONDAY)
        )
    await site.data.closed_and_ranked(job)
    return job


async def _paged(site: Site, job: UUID, wanted: Filter, limit: int) -> list[UUID]:
    found: list[UUID] = []
    after: str | None = None
    async with site.owner() as session:
        while True:
            rows, after = await page_of(session, job, wanted, SHOWN, after=after, limit=limit)
            found += [row.id for row in rows]
            if after is None:
                return found
            assert len(rows) == limit


def _due(row: Application) -> tuple[int, Decimal, datetime, UUID]:
    return (row.held_seat or 1_000, -row.fit_score, row.created_at, row.id)


@pytest.mark.parametrize("limit", [1, 4, 10, 56])
@pytest.mark.parametrize(
    ("lowest", "highest"), [(None, None), ("30", None), (None, "30"), ("29.99", "30.01"), ("0", "0")]
)
async def test_ties_are_told_apart_on_any_page_and_limits_of_scores_are_inclusive(
    site: Site, many_ties: UUID, lowest: str | None, highest: str | None, limit: int
) -> None:
    low, high = (None if one is None else Decimal(one) for one in (lowest, highest))
    async with site.owner() as session:
        everybody = (await session.scalars(select(Application).where(Application.job_id == many_ties))).all()
    expected = [
        row.id
        for row in sorted(everybody, key=_due)
        if (low or 0) <= row.fit_score <= (100 if high is None else high)
    ]
    assert len(expected) in {56, 32, 24, 8}
    assert await _paged(site, many_ties, Filter(Show.ALL, low, high), limit) == expected


@pytest.mark.parametrize("score", ["NaN", "Infinity", "-1", "100.01", "1E+999999", "", "best"])
async def test_a_cursor_with_a_score_that_is_none_is_refused(site: Site, score: str) -> None:
    forged = cursor("others", score, MONDAY.isoformat(), UUID(int=1))
    async with site.owner() as session:
        await act_as_user(session, UserRole.ADMIN, UUID(int=2))
        with pytest.raises(InvalidInputError):
            await page_of(session, UUID(int=3), Filter(Show.ALL), SHOWN, after=forged, limit=10)
