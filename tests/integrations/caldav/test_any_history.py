"""Rules of the stored object over any history of writes by us and edits by its owner, without a server."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from integrations.caldav.entries import is_current, read_entry, write_entry
from tests.integrations.caldav.interview import ENTRY, UID

ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC", "Not/AZone"]
)
# Half hours around both clock changes of 2026.
MOMENTS = st.builds(
    lambda day, half_hours: day + timedelta(minutes=30) * half_hours,
    st.sampled_from(
        [datetime(2026, month, day, tzinfo=UTC) for month, day in [(3, 8), (3, 28), (10, 24), (10, 31)]]
    ),
    st.integers(0, 120),
)


@given(start=MOMENTS, minutes=st.integers(1, 300), zone=ZONES)
def test_an_entry_reads_back_at_the_instants_it_was_written_for(
    start: datetime, minutes: int, zone: str
) -> None:
    entry = replace(ENTRY, start=start, end=start + timedelta(minutes=minutes), zone=zone)
    content = write_entry(entry, None, ENTRY.start)
    stored = read_entry(content, None)
    assert stored is not None
    assert stored.span is not None
    assert (stored.span.start, stored.span.end) == (entry.start, entry.end)
    assert is_current(stored, entry)
    other = vobject.readOne(content.decode()).vevent
    assert (other.dtstart.value.astimezone(UTC), other.dtend.value.astimezone(UTC)) == (
        entry.start,
        entry.end,
    )


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ours", "repeat", "owner moves", "owner cancels"]), MOMENTS, st.text(max_size=20)
        ),
        min_size=1,
        max_size=8,
    )
)
def test_the_sequence_never_goes_down_and_the_identifier_never_changes(
    history: list[tuple[str, datetime, str]],
) -> None:
    entry = ENTRY
    content = write_entry(entry, None, ENTRY.start)
    highest = 0
    for act, moment, title in history:
        stored = read_entry(content, None)
        assert stored is not None
        if act == "owner moves":
            content = content.replace(
                b"\r\nSEQUENCE:%d" % stored.sequence, b"\r\nSEQUENCE:%d" % (stored.sequence + 1)
            )
            highest = stored.sequence + 1
            continue
        if act == "owner cancels":
            content = content.replace(b"STATUS:CONFIRMED", b"STATUS:CANCELLED")
            continue
        if act == "ours":
            entry = replace(
                entry,
                sequence=entry.sequence + 1,
                start=moment,
                end=moment + timedelta(hours=1),
                title=title,
            )
        content = write_entry(entry, stored, ENTRY.start)
        written = read_entry(content, None)
        assert written is not None
        assert written.uid == UID
        assert written.written == entry.sequence
        assert written.sequence >= max(highest, entry.sequence)
        highest = written.sequence


@given(st.binary(max_size=400))
def test_any_bytes_are_an_entry_or_none(content: bytes) -> None:
    read_entry(content, None)
    read_entry(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + content + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", UTC)
