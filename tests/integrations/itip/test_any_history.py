"""Entries by mail over random histories of an interview, as two calendar libraries read them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any, Literal

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from domain.ports import Attachment, OutgoingMail
from integrations.itip import invitation_ics
from integrations.mail import build_mime

UID = "interview-1@understudy"
BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\u0085\ufeff"), max_size=80
)
PEOPLE = [("Ana María, Lima", "ana@mail.example"), ("Noor; Khan", "noor@acme.example")]


@dataclass(frozen=True)
class Step:
    """One mail of a history."""

    method: Literal["REQUEST", "CANCEL"]
    start: datetime
    minutes: int
    title: str
    sent_after: timedelta


STEPS = st.builds(
    Step,
    method=st.sampled_from(["REQUEST", "REQUEST", "REQUEST", "CANCEL"]),
    start=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - hypothesis adds the zone
        lambda moment: moment.replace(microsecond=0)
    ),
    minutes=st.integers(1, 600),
    title=TEXT,
    sent_after=st.timedeltas(timedelta(seconds=1), timedelta(days=3)).map(
        lambda span: timedelta(seconds=int(span.total_seconds()) + 1)
    ),
)


def mail(number: int, step: Step, now: datetime) -> bytes:
    """The mail of a step, as it goes to a mail server."""
    content = invitation_ics(
        uid=UID,
        sequence=number,
        method=step.method,
        start=step.start,
        duration=timedelta(minutes=step.minutes),
        summary=step.title,
        description=f"{step.title}\nSecond line",
        organizer=("Acme Hiring", "hiring@acme.example"),
        attendees=PEOPLE,
        now=now,
    )
    letter = OutgoingMail(
        message_id=f"letter-{number}@understudy",
        to_name="Ana",
        to_address="ana@mail.example",
        subject="Interview",
        text="x",
        html="<p>x</p>",
        sent_at=now,
        attachments=(Attachment("invite.ics", content, "text/calendar", step.method),),
    )
    return build_mime(letter, "Acme <hiring@acme.example>").as_bytes()


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=6))
def test_any_history_is_one_entry_that_every_calendar_can_follow(history: list[Step]) -> None:
    now, last_sequence, last_stamp, people = BEGAN, -1, BEGAN, None
    for number, step in enumerate(history):
        now += step.sent_after
        message: Any = message_from_bytes(mail(number, step, now), policy=policy.default)
        parts = [
            part for part in message.walk() if part.get_content_type() in {"text/calendar", "application/ics"}
        ]
        assert len({part.get_payload(decode=True).replace(b"\r\n", b"\n").strip() for part in parts}) == 1
        (part,) = [one for one in parts if one.get_content_type() == "text/calendar"]
        text = part.get_payload(decode=True).decode()
        one: Any = Calendar.from_ical(text)
        (event,) = one.walk("VEVENT")
        two: Any = vobject.readOne(text)
        other = two.vevent

        assert part.get_param("method") == one["METHOD"] == two.method.value == step.method
        assert event["UID"] == other.uid.value == UID
        assert last_sequence < event["SEQUENCE"] == int(other.sequence.value)
        assert last_stamp < event["DTSTAMP"].dt == other.dtstamp.value == now
        assert event.start == other.dtstart.value == step.start
        assert event.end == other.dtend.value == step.start + timedelta(minutes=step.minutes)
        assert event["SUMMARY"] == other.summary.value == " ".join(step.title.split())
        assert event["DESCRIPTION"] == other.description.value
        assert event["STATUS"] == ("CANCELLED" if step.method == "CANCEL" else "CONFIRMED")
        named = [(str(p), p.params["CN"]) for p in [event["ORGANIZER"], *event["ATTENDEE"]]]
        assert named == [(p.value, p.params["CN"][0]) for p in [other.organizer, *other.attendee_list]]
        assert people in {None, tuple(named)}
        last_sequence, last_stamp, people = event["SEQUENCE"], event["DTSTAMP"].dt, tuple(named)
