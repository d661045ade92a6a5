"""What the owner and the attendees did in a real calendar comes back."""

from datetime import timedelta

import pytest

from domain.calendars import AttendeeReply
from integrations.caldav import CalDavCalendar
from tests.integrations.caldav.interview import ENTRY, NAME, UID, answer
from tests.integrations.caldav.radicale import Owner


async def test_the_answers_of_attendees_come_back(owner: Owner, provider: CalDavCalendar) -> None:
    await provider.put(owner.account(), ENTRY)
    first = await provider.changes(owner.account(), None)
    assert first.complete
    assert [(c.uid, c.start, c.end) for c in first.entries] == [(UID, ENTRY.start, ENTRY.end)]
    assert first.entries[0].replies == {
        "ana@mail.example": AttendeeReply.NEEDS_ACTION,
        "noor@acme.example": AttendeeReply.NEEDS_ACTION,
    }

    assert (await provider.changes(owner.account(), first.cursor)).entries == ()

    answer(owner, "noor@acme.example", "DECLINED")
    owner.add("own.ics", "UID:own\nDTSTART:20260327T090000Z\nDTEND:20260327T100000Z")
    second = await provider.changes(owner.account(), first.cursor)
    assert not second.complete
    (change,) = second.entries
    assert change.replies["noor@acme.example"] is AttendeeReply.DECLINED


async def test_a_move_and_a_removal_by_the_owner_are_told(owner: Owner, provider: CalDavCalendar) -> None:
    await provider.put(owner.account(), ENTRY)
    cursor = (await provider.changes(owner.account(), None)).cursor
    owner.edit(NAME, "T100000", "T080000")
    moved = await provider.changes(owner.account(), cursor)
    assert [c.start for c in moved.entries] == [ENTRY.start - timedelta(hours=2)]

    owner.delete(NAME)
    removed = await provider.changes(owner.account(), moved.cursor)
    assert [(c.uid, c.removed) for c in removed.entries] == [(UID, True)]
    assert (await provider.changes(owner.account(), removed.cursor)).entries == ()


async def test_a_removal_is_told_also_of_an_entry_under_a_foreign_name(
    owner: Owner, provider: CalDavCalendar
) -> None:
    owner.add("from-a-mail.ics", f"UID:{UID}\nDTSTART:20260327T090000Z\nDTEND:20260327T100000Z\nSUMMARY:x")
    cursor = (await provider.changes(owner.account(), None)).cursor
    owner.delete("from-a-mail.ics")
    removed = await provider.changes(owner.account(), cursor)
    assert [(c.uid, c.removed) for c in removed.entries] == [(UID, True)]


@pytest.mark.parametrize(
    "forgotten",
    ["", "rubbish", "[]", '{"token": "http://radicale.org/ns/sync/' + "0" * 64 + '", "strays": {}}'],
)
async def test_a_forgotten_cursor_lists_everything_anew(
    owner: Owner, provider: CalDavCalendar, forgotten: str
) -> None:
    await provider.put(owner.account(), ENTRY)
    changes = await provider.changes(owner.account(), forgotten)
    assert changes.complete
    assert [c.uid for c in changes.entries] == [UID]
