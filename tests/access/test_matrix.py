"""The matrix is what the database does: every table, every verb, everybody, with direct SQL."""

import pytest

from domain.access import MATRIX, OPEN, Actor, Rights, Verb
from tests.access import probe
from tests.access.probe import Connection, Who
from tests.access.world import World

NOTHING = Rights()
PROBES = {Verb.INSERT: probe.inserted, Verb.UPDATE: probe.updated, Verb.DELETE: probe.deleted}


def everybody(world: World) -> list[Who]:
    """Each actor: people of both sides, candidates in each state of an interview, and the database's own roles."""
    found = [Who(Actor.NOBODY)]
    for side in world.sides:
        found += [Who(Actor(role.value), user) for role, user in side.people.items()]
        found += [Who(Actor.CANDIDATE, link=link) for link in (side.booked, side.talking, side.cancelled)]
        found.append(Who(Actor.APPLICANT, application=side.waiting))
    found += [
        Who(role)
        for role in (Actor.APPLICANT, Actor.WORKER, Actor.AUDITOR_ROLE, Actor.IMPACT, Actor.IDENTITY)
    ]
    return found


def test_every_table_stands_in_the_matrix_or_says_why_it_is_open(connection: Connection) -> None:
    names = {
        row[0] for row in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    }
    assert names == set(MATRIX) | set(OPEN), "name new tables in domain/access/matrix.py"
    assert not set(MATRIX) & set(OPEN)


def test_every_table_of_the_matrix_forces_row_level_security(connection: Connection) -> None:
    forced = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        " AND relrowsecurity AND relforcerowsecurity"
    )
    assert {row[0] for row in forced} == set(MATRIX)


@pytest.mark.timeout(600)
@pytest.mark.slow
async def test_nobody_reads_or_writes_a_row_beyond_the_matrix(world: World, connection: Connection) -> None:
    tables = [table for table in probe.tables(connection) if table.name in MATRIX]
    assert {table.name for table in tables} == set(MATRIX)
    faults: list[str] = []
    for table in tables:
        every = probe.all_rows(connection, table)
        assert every, f"{table.name} is empty in tests/access/world.py: nothing is proven"
        for who in everybody(world):
            rights = MATRIX[table.name].get(who.actor, NOTHING)
            for verb in Verb:
                due = probe.expected(connection, table, who, verb, rights)
                found = (
                    probe.selected(connection, table, who)
                    if verb is Verb.SELECT
                    else PROBES[verb](connection, table, who)
                )
                reached = len(due) if isinstance(found, int) and found == len(due) else found
                if reached not in (due, len(due)):
                    extra = found - due if not isinstance(found, int) else f"{found} rows"
                    missing = due - found if not isinstance(found, int) else f"not {len(due)}"
                    faults.append(
                        f"{who.actor} {verb} {table.name}: the matrix says {getattr(rights, verb.value)};"
                        f" beyond it {_few(extra)}; short of it {_few(missing)}"
                    )
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(sorted(set(faults))[:100])


def _few(rows: object) -> str:
    if isinstance(rows, frozenset):
        return f"{len(rows)} rows {sorted(rows)[:2]}" if rows else "nothing"
    return str(rows)
