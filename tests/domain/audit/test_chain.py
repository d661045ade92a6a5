"""The chain of the log: what its hash covers, and that no change anywhere goes unseen."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audit.chain import FIELDS, GENESIS, ChainCheck, canonical, link, plain, row_hash

VALUES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.floats(allow_nan=False)


def rows(draw: st.DrawFn, count: int) -> list[dict[str, Any]]:
    made = []
    for n in range(1, count + 1):
        row: dict[str, Any] = dict.fromkeys(FIELDS)
        row |= {"sequence": n * 2, "reason": draw(st.none() | st.text()), "action_type": draw(st.text())}
        row["details"] = draw(st.dictionaries(st.text(), VALUES, max_size=3))
        made.append(row)
    return made


@st.composite
def logs(draw: st.DrawFn) -> list[dict[str, Any]]:
    return rows(draw, draw(st.integers(2, 6)))


def sealed(log: list[dict[str, Any]]) -> list[tuple[dict[str, Any], bytes]]:
    found, head = [], GENESIS
    for row in log:
        head = link(head, row)
        found.append((row, head))
    return found


def first_misfit(log: list[tuple[dict[str, Any], bytes | None]]) -> int | None:
    check = ChainCheck()
    for row, seal in log:
        fault = check.add(row, seal)
        if fault is not None:
            return fault.sequence
    return None


@given(logs())
def test_a_chain_fits_itself_also_after_a_round_trip_through_json(log: list[dict[str, Any]]) -> None:
    assert first_misfit(list(sealed(log))) is None
    again = [(json.loads(json.dumps(row)), seal) for row, seal in sealed(log)]
    assert first_misfit(list(again)) is None


@given(logs(), st.data())
def test_whatever_is_changed_in_a_row_names_that_row(log: list[dict[str, Any]], data: st.DataObject) -> None:
    chained = sealed(log)
    at = data.draw(st.integers(0, len(log) - 1))
    name = data.draw(st.sampled_from([name for name in FIELDS if name != "sequence"]))
    row, seal = chained[at]
    value = data.draw(VALUES.filter(lambda v: json.dumps(v) != json.dumps(row[name])))
    chained[at] = ({**row, name: value}, seal)
    assert first_misfit(list(chained)) == row["sequence"]


@given(logs(), st.data())
def test_a_removed_or_doubled_or_exchanged_row_is_found(
    log: list[dict[str, Any]], data: st.DataObject
) -> None:
    chained = sealed(log)
    at = data.draw(st.integers(0, len(log) - 2))
    removed = chained[:at] + chained[at + 1 :]
    assert first_misfit(list(removed)) == chained[at + 1][0]["sequence"]
    doubled = chained[: at + 1] + chained[at:]
    assert first_misfit(list(doubled)) == chained[at][0]["sequence"]
    exchanged = [*chained[:at], chained[at + 1], chained[at], *chained[at + 2 :]]
    assert first_misfit(list(exchanged)) is not None


def test_the_form_that_is_hashed_never_changes() -> None:
    """Whoever keeps seals of before could not check them otherwise: these bytes are for ever."""
    row: dict[str, Any] = dict.fromkeys(FIELDS)
    at = datetime(2026, 3, 2, 9, 0, 0, 5, tzinfo=timezone(timedelta(hours=1)))
    row |= {
        "sequence": 7,
        "id": plain(UUID(int=1)),
        "created_at": plain(at),
        "action_type": "promoted",
        "reason": "weil – “ja”",
        "flag_enabled": True,
        "details": {"seat": 2, "b": [0.1, None], "ä": {"z": 1, "a": 2}},
    }
    assert canonical(row).decode() == (
        '{"action_type":"promoted","actor_id":null,"actor_kind":null,"application_id":null,'
        '"created_at":"2026-03-02T08:00:00.000005+00:00","details":{"b":[0.1,null],"seat":2,"ä":{"a":2,"z":1}},'
        '"entity":null,"entity_id":null,"flag":null,"flag_enabled":true,'
        '"id":"00000000-0000-0000-0000-000000000001","idempotency_key":null,"interview_id":null,"job_id":null,'
        '"new_state":null,"previous_state":null,"reason":"weil – “ja”","run_id":null,"sequence":7,'
        '"trigger_source":null,"workflow_id":null}'
    )
    inner = hashlib.sha256(b"understudy-log-1\n" + canonical(row)).digest()
    assert row_hash(row) == inner
    assert link(GENESIS, row) == hashlib.sha256(bytes(32) + inner).digest()


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=5, minutes=45))])
def test_an_instant_is_written_in_utc_whatever_zone_it_came_in(zone: timezone) -> None:
    instant = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert plain(instant.astimezone(zone)) == "2026-03-29T01:30:00.000000+00:00"
