"""Seats and bench, for any applications."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domain.shortlist import Standing, cutoff_instant, in_order, place, ranking_key, vacant_seats
from domain.vocabulary import ShortlistStatus as S

START = datetime(2026, 3, 2, tzinfo=UTC)
ORDER = [S.SHORTLISTED, S.BUFFER, S.PENDING]


@st.composite
def standings(draw: st.DrawFn) -> tuple[list[Standing], int, int]:
    openings, buffer = draw(st.integers(1, 8)), draw(st.integers(0, 8))
    free = draw(st.permutations(range(1, openings + 1)))
    rows = []
    for n, name in enumerate(draw(st.lists(st.uuids(), max_size=20, unique=True))):
        status = draw(st.sampled_from([S.PENDING, S.PENDING, S.PENDING, S.REJECTED, S.SHORTLISTED]))
        if status is S.SHORTLISTED and n >= len(free):
            status = S.PENDING
        rows.append(
            Standing(
                id=name,
                fit_score=draw(st.sampled_from([Decimal(0), Decimal("50.5"), Decimal(80)])),
                created_at=START + timedelta(seconds=draw(st.integers(0, 2))),
                status=status,
                rank=free[n] if status is S.SHORTLISTED else None,
            )
        )
    return rows, openings, buffer


@given(standings())
def test_seats_go_to_the_best_then_the_bench_then_nobody_is_forgotten(
    case: tuple[list[Standing], int, int],
) -> None:
    rows, openings, buffer = case
    placed = place(rows, openings, buffer)
    waiting = in_order(s for s in rows if s.status is S.PENDING)
    held = {s.rank for s in rows if s.status is S.SHORTLISTED}

    assert [p.id for p in placed] == [s.id for s in waiting]
    seated = [p for p in placed if p.status is S.SHORTLISTED]
    bench = [p for p in placed if p.status is S.BUFFER]
    assert len(seated) == min(len(waiting), openings - len(held))
    assert len(bench) == min(buffer, len(waiting) - len(seated))
    assert [p.status for p in placed] == sorted(
        (p.status for p in placed), key=[S.SHORTLISTED, S.BUFFER, S.PENDING].index
    )
    assert {p.rank for p in seated}.isdisjoint(held)
    assert all(1 <= p.rank <= openings for p in seated)
    assert all(p.rank > openings for p in placed if p.status is not S.SHORTLISTED)
    assert [p.rank for p in placed] == sorted({p.rank for p in placed})


@given(standings())
def test_a_better_application_never_stands_behind_a_worse_one(case: tuple[list[Standing], int, int]) -> None:
    rows, openings, buffer = case
    rank = {p.id: p.rank for p in place(rows, openings, buffer)}
    pending = [s for s in rows if s.id in rank]
    for one in pending:
        for other in pending:
            better = one.fit_score > other.fit_score
            earlier = one.fit_score == other.fit_score and one.created_at < other.created_at
            assert rank[one.id] < rank[other.id] or not (better or earlier)


@given(standings(), st.randoms(use_true_random=False))
def test_the_order_in_which_rows_are_read_does_not_matter(
    case: tuple[list[Standing], int, int], random: Random
) -> None:
    rows, openings, buffer = case
    shuffled = random.sample(rows, len(rows))
    assert place(shuffled, openings, buffer) == place(rows, openings, buffer)
    assert len({ranking_key(s) for s in rows}) == len(rows)


@given(st.integers(1, 20), st.sets(st.integers(1, 25)))
def test_vacant_seats_are_the_openings_that_nobody_holds(openings: int, held: set[int]) -> None:
    vacant = vacant_seats(openings, held)
    assert vacant == sorted(vacant)
    assert set(vacant) | (held & set(range(1, openings + 1))) == set(range(1, openings + 1))
    assert not set(vacant) & held


def test_the_cut_off_lies_so_long_before_the_first_interview() -> None:
    first = datetime(2026, 3, 29, 12, tzinfo=UTC)
    assert cutoff_instant(first, 86_400) == first - timedelta(days=1)
    assert cutoff_instant(None, 86_400) is None
    assert cutoff_instant(first, None) is None
