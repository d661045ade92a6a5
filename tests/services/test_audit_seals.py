"""The hash chain on a real database: what is sealed, when, and what a check finds afterwards."""

import asyncio

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from domain.audit import chain
from models import AutomationLog, LogSeal
from services.audit import as_record
from services.audit_sealing import seal_all, settled
from tests.conftest import Sessions
from tests.services.sealing import KEYS, OTHER_KEYS, a_log, seal, tamper, verified, write_rows
from tests.support.data import MONDAY, Data


async def test_every_row_is_sealed_once_in_signed_batches_and_the_check_agrees(
    worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    await a_log(worker_sessions, 25)
    assert await seal(worker_sessions, size=10) == 25
    assert await seal(worker_sessions) == 0
    async with owner_sessions() as session:
        seals = (await session.scalars(select(LogSeal).order_by(LogSeal.last_sequence))).all()
        assert [row.rows for row in seals] == [10, 10, 5]
        rows = (await session.scalars(select(AutomationLog).order_by(AutomationLog.sequence))).all()
    head = chain.GENESIS
    for row in rows:
        head = chain.link(head, as_record(row))
        assert row.seal == head
    found = await verified(owner_sessions)
    assert (found.fault, found.rows, found.sealed, found.signed) == (None, 25, 25, 3)
    assert found.head == head.hex()


async def test_the_chain_goes_on_over_gaps_of_rolled_back_steps(
    worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    await a_log(worker_sessions, 3)
    async with worker_sessions() as session:
        await write_rows(session, 4)
        await session.rollback()
    await a_log(worker_sessions, 3)
    assert await seal(worker_sessions, size=4) == 6
    async with owner_sessions() as session:
        numbers = (
            await session.scalars(select(AutomationLog.sequence).order_by(AutomationLog.sequence))
        ).all()
    assert numbers[-1] - numbers[0] > 5
    assert (await verified(owner_sessions)).fault is None


async def test_a_row_is_sealed_only_when_no_earlier_number_can_still_appear(
    worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    async with worker_sessions() as slow:
        await write_rows(slow, 1)
        await a_log(worker_sessions, 2)
        async with worker_sessions() as session:
            assert await settled(session, patience=0.2) is None
        sealing = asyncio.create_task(seal(worker_sessions))
        # Whoever comes while it waits is not waited for, and does not wait.
        await a_log(worker_sessions, 2)
        await asyncio.sleep(0.2)
        assert not sealing.done()
        await slow.commit()
        first = await sealing
    # How much was there when it began to wait is a matter of moments; the rest is left to the next round.
    assert first >= 3
    assert first + await seal(worker_sessions) == 5
    assert (await verified(owner_sessions)).fault is None


async def test_sealers_at_once_and_writers_meanwhile_leave_one_whole_chain(
    worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    async def writer() -> None:
        for _ in range(10):
            async with worker_sessions() as session:
                await write_rows(session, 3)
                await asyncio.sleep(0.005)
                await (session.commit if _ % 3 else session.rollback)()

    async def sealer() -> int:
        return sum([await seal(worker_sessions, size=7) for _ in range(3)])

    await asyncio.gather(*(writer() for _ in range(4)), sealer(), sealer())
    await seal(worker_sessions)
    found = await verified(owner_sessions)
    assert found.fault is None
    assert found.rows == found.sealed == 4 * 6 * 3


DAMAGES = {
    "changed": ("UPDATE automation_logs SET reason = 'another' WHERE sequence = {5}", 5),
    "changed time": ("UPDATE automation_logs SET created_at = created_at + interval '1 us' WHERE sequence = {5}", 5),
    "changed details": ("""UPDATE automation_logs SET details = '{{"n": 2}}' WHERE sequence = {5}""", 5),
    "removed": ("DELETE FROM automation_logs WHERE sequence = {5}", 6),
    "removed from the end": ("DELETE FROM automation_logs WHERE sequence >= {8}", 9),
    "unsealed": ("UPDATE automation_logs SET seal = NULL WHERE sequence = {5}", 5),
    "unsealed to the end": ("UPDATE automation_logs SET seal = NULL WHERE sequence > {3}", 0),
    "swapped": (
        (
            "UPDATE automation_logs a SET reason = 'x' || b.reason FROM automation_logs b"
            " WHERE a.sequence = {2} AND b.sequence = {7}"
        ),
        2,
    ),
    "all seals forgotten": ("UPDATE log_seals SET signature = NULL, head = '\\x00'", 0),
    "seal forged": ("UPDATE log_seals SET signature = decode(repeat('00', 64), 'hex')", 0),
    "list shortened": ("DELETE FROM log_seals WHERE last_sequence = (SELECT max(last_sequence) FROM log_seals)", 5),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
async def test_the_first_row_that_does_not_fit_is_named(
    worker_sessions: Sessions, owner_sessions: Sessions, damage: str
) -> None:
    await a_log(worker_sessions, 10)
    await seal(worker_sessions, size=5)
    async with owner_sessions() as session:
        numbers = (
            await session.scalars(select(AutomationLog.sequence).order_by(AutomationLog.sequence))
        ).all()
    sql, nth = DAMAGES[damage]
    await tamper(owner_sessions, sql.format(*numbers))
    fault = (await verified(owner_sessions)).fault
    assert fault is not None
    assert fault.sequence == numbers[nth], fault.what
    assert str(fault.sequence) in fault.what


async def test_a_row_put_in_between_is_found(worker_sessions: Sessions, owner_sessions: Sessions) -> None:
    await a_log(worker_sessions, 3)
    async with worker_sessions() as session:
        await write_rows(session, 1)
        await session.rollback()
    await a_log(worker_sessions, 3)
    await seal(worker_sessions)
    async with owner_sessions() as session:
        gap = await session.scalar(text("SELECT max(sequence) - 3 FROM automation_logs"))
    await tamper(
        owner_sessions,
        "INSERT INTO automation_logs (sequence, action_type, trigger_source, idempotency_key)"
        f" OVERRIDING SYSTEM VALUE VALUES ({gap}, 'noted', 'auto', 'forged')",
    )
    fault = (await verified(owner_sessions)).fault
    assert fault is not None
    assert fault.sequence == gap


async def test_a_chain_that_was_made_anew_lacks_the_signatures(
    worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    await a_log(worker_sessions, 6)
    await seal(worker_sessions)
    await tamper(
        owner_sessions, "UPDATE automation_logs SET reason = 'another', seal = NULL, sealed_at = NULL"
    )
    await tamper(owner_sessions, "DELETE FROM log_seals")
    await seal(worker_sessions, OTHER_KEYS)
    forged = await verified(owner_sessions)
    assert (forged.fault, forged.signed, forged.unknown) == (None, 0, 1)
    await tamper(owner_sessions, f"UPDATE log_seals SET key_id = '{KEYS.key_id}'")
    fault = (await verified(owner_sessions)).fault
    assert fault is not None
    assert "forged" in fault.what


async def test_without_a_key_rows_are_sealed_and_the_check_says_that_nobody_signed(
    worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    await a_log(worker_sessions, 2)
    assert await seal(worker_sessions, None) == 2
    found = await verified(owner_sessions)
    assert (found.fault, found.signed, found.unsigned) == (None, 0, 1)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE automation_logs SET reason = 'another'",
        "UPDATE automation_logs SET seal = '\\x01'",
        "DELETE FROM automation_logs",
        "UPDATE log_seals SET head = '\\x01'",
        "DELETE FROM log_seals",
        "TRUNCATE log_seals",
        "INSERT INTO log_seals VALUES (99, 99, 1, '\\x01', now())",
    ],
)
async def test_no_role_of_the_product_changes_rows_or_seals(
    worker_sessions: Sessions, web_sessions: Sessions, data: Data, sql: str
) -> None:
    await a_log(worker_sessions, 2)
    await seal(worker_sessions)
    for sessions in (worker_sessions, web_sessions):
        async with sessions() as session:
            await session.execute(text("SELECT set_config('app.role', 'admin', true)"))
            with pytest.raises(DBAPIError) as refused:
                await session.execute(text(sql))
        assert getattr(refused.value.orig, "sqlstate", None) == "42501"


async def test_a_round_ends_when_its_time_is_over_and_the_next_goes_on(
    worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    await a_log(worker_sessions, 4)
    assert await seal_all(worker_sessions, KEYS, lambda: MONDAY, until=0) == 0
    assert await seal(worker_sessions) == 4
    assert (await verified(owner_sessions)).fault is None
