"""Nobody turns triggers to their own ends by temporary tables, which every role may make."""

import psycopg
import pytest

from domain.access import Actor
from tests.access import probe
from tests.access.probe import Connection, Who
from tests.access.test_document import ROLES
from tests.access.world import World

BOOKINGS = "SELECT count(*) FROM interview_interviewers WHERE interview_id = %s AND kind = 'booking'"
BORROW = """
    CREATE TEMP TABLE borrowed (
        id UUID, status TEXT, scheduled_time TIMESTAMPTZ, duration INTERVAL, interviewer_id UUID, panel UUID[],
        calendar_sequence INTEGER);
    CREATE TRIGGER borrowed AFTER INSERT ON borrowed FOR EACH ROW EXECUTE FUNCTION understudy_follow_interview();
"""


@pytest.mark.parametrize(
    "role", [Actor.AUDITOR_ROLE, Actor.IMPACT, Actor.IDENTITY, Actor.WORKER, Actor.NOBODY]
)
async def test_nobody_unbooks_an_interview_by_a_table_of_their_own(
    world: World, connection: Connection, role: Actor
) -> None:
    booked, refused = world.sides[0].booked, False
    with connection.transaction(force_rollback=True):
        try:
            with connection.transaction(), probe.acting(connection, Who(role)):
                connection.execute(BORROW)
                connection.execute("INSERT INTO borrowed (id, status) VALUES (%s, 'confirmed')", (booked,))
        except psycopg.errors.InsufficientPrivilege:
            refused = True
        found = connection.execute(BOOKINGS, (booked,)).fetchone()
    assert found == (1,)
    assert refused


@pytest.mark.parametrize("role", [Actor.WORKER, Actor.ADMIN])
async def test_nobody_brings_state_transitions_of_their_own(
    world: World, connection: Connection, role: Actor
) -> None:
    side = world.sides[0]
    who = Who(role, side.admin if role is Actor.ADMIN else None)
    with connection.transaction(force_rollback=True), probe.acting(connection, who):
        connection.execute(
            "CREATE TEMP TABLE state_transitions AS"
            " SELECT 'interview' AS entity, 'confirmed' AS from_state, 'invitation_sent' AS to_state"
        )
        with pytest.raises(psycopg.errors.CheckViolation), connection.transaction():
            connection.execute(
                "UPDATE interviews SET status = 'invitation_sent' WHERE id = %s", (side.booked,)
            )


def test_no_role_may_hang_up_a_trigger_that_looks_past_the_policies(connection: Connection) -> None:
    rows = connection.execute(
        """
        SELECT p.proname, r.role FROM pg_proc p, unnest(%s::text[]) r (role)
        WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND p.prorettype = 'trigger'::regtype
          AND has_function_privilege(r.role, p.oid, 'EXECUTE')
        """,
        (list(ROLES),),
    )
    assert rows.fetchall() == []
