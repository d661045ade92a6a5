"""Answers of calendar programs, honest and otherwise."""

from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import AttendeeReply
from domain.incoming import ItipAnswer, ItipMethod, UnreadableMailError
from domain.slots import Span
from integrations.itip import read_itip
from tests.integrations.itip.mails import UID, answer, calendar, message, with_calendar
from tests.support.effort import done_within

DECLINED = ItipAnswer(
    method=ItipMethod.REPLY,
    uid=UID,
    sequence=2,
    attendee="noor@acme.example",
    reply=AttendeeReply.DECLINED,
    sender_is_attendee=True,
)


@pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit", "7bit"])
@pytest.mark.parametrize("method", ["REPLY", "reply", None])
def test_a_no_is_read_in_every_transfer_encoding(cte: str, method: str | None) -> None:
    assert read_itip(with_calendar(calendar(answer()), method=method, cte=cte)) == [DECLINED]


@pytest.mark.parametrize(
    ("partstat", "reply"),
    [
        ("ACCEPTED", AttendeeReply.ACCEPTED),
        ("accepted", AttendeeReply.ACCEPTED),
        ("TENTATIVE", AttendeeReply.TENTATIVE),
        ("DECLINED", AttendeeReply.DECLINED),
        ("DELEGATED", AttendeeReply.NEEDS_ACTION),
        ("X-WHATEVER", AttendeeReply.NEEDS_ACTION),
    ],
)
def test_each_answer_has_its_word(partstat: str, reply: AttendeeReply) -> None:
    (found,) = read_itip(with_calendar(calendar(answer(partstat))))
    assert found.reply is reply


def test_a_method_that_only_the_header_names_counts() -> None:
    assert read_itip(with_calendar(calendar(answer(), method=None))) == [DECLINED]
    assert read_itip(with_calendar(calendar(answer(), method=None), method=None)) == []


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "PUBLISH", "ADD", "DECLINECOUNTER", "rubbish"])
def test_what_only_an_organizer_sends_is_no_answer(method: str) -> None:
    assert read_itip(with_calendar(calendar(answer(), method=method), method="REPLY")) == []


def test_an_attached_file_counts_and_the_same_answer_counts_once() -> None:
    mail = message()
    content = calendar(answer()).encode()
    mail.add_attachment(content, maintype="application", subtype="ics", filename="invite.ics")
    mail.add_attachment(content, maintype="application", subtype="octet-stream", filename="REPLY.ICS")
    assert read_itip(mail.as_bytes()) == [DECLINED]


def test_another_time_is_proposed() -> None:
    event = answer("TENTATIVE", "COMMENT:Could we\\, perhaps\\, meet later?")
    event = event.replace("DTSTART:20260327T090000Z", "DTSTART;TZID=W. Europe Standard Time:20260330T140000")
    event = event.replace("DTEND:20260327T100000Z", "DURATION:PT1H")
    (found,) = read_itip(with_calendar(calendar(event, method="COUNTER"), method="COUNTER"))
    assert found.method is ItipMethod.COUNTER
    assert found.reply is AttendeeReply.TENTATIVE
    assert found.proposed == Span(*(datetime(2026, 3, 30, hour, tzinfo=UTC) for hour in (12, 13)))
    assert found.comment == "Could we, perhaps, meet later?"


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART;VALUE=DATE:20260330",
        "DTSTART:20260330T140000",
        "DTSTART;TZID=Nowhere:20260330T140000",
        "DTSTART:x",
        "X:y",
    ],
)
def test_another_time_that_is_not_clear_is_not_guessed(start: str) -> None:
    event = (
        answer().replace("DTSTART:20260327T090000Z", start).replace("DTEND:20260327T100000Z", "DURATION:PT1H")
    )
    (found,) = read_itip(with_calendar(calendar(event, method="COUNTER"), method="COUNTER"))
    assert found.proposed is None


def test_a_request_for_the_present_state_is_read() -> None:
    (found,) = read_itip(with_calendar(calendar(answer("ACCEPTED"), method="REFRESH"), method="REFRESH"))
    assert (found.method, found.uid, found.reply) == (ItipMethod.REFRESH, UID, AttendeeReply.NEEDS_ACTION)


def test_a_claimed_sender_beside_the_attendee_is_told() -> None:
    mail = message(sender="Somebody <else@evil.example>")
    (found,) = read_itip(with_calendar(calendar(answer()), mail=mail))
    assert (found.attendee, found.sender_is_attendee) == ("noor@acme.example", False)


def test_of_several_attendees_the_sender_answers() -> None:
    two = answer("ACCEPTED", "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@mail.example")
    (found,) = read_itip(with_calendar(calendar(two)))
    assert (found.attendee, found.reply) == ("noor@acme.example", AttendeeReply.ACCEPTED)
    stranger = message(sender="else@evil.example")
    (found,) = read_itip(with_calendar(calendar(two), mail=stranger))
    assert (found.attendee, found.reply, found.sender_is_attendee) == ("", AttendeeReply.NEEDS_ACTION, False)


def test_two_senders_are_none() -> None:
    mail = message(sender="noor@acme.example, evil@evil.example")
    (found,) = read_itip(with_calendar(calendar(answer()), mail=mail))
    assert not found.sender_is_attendee


def test_several_events_are_several_answers_up_to_a_bound() -> None:
    events = [answer(uid=f"interview-{number}@understudy") for number in range(50)]
    assert len(read_itip(with_calendar(calendar(*events)))) == 20


def test_a_wrong_charset_loses_letters_and_no_answer() -> None:
    text = calendar(answer("DECLINED", "COMMENT:Grüße"))
    for charset in ("us-ascii", "no-such-charset", "utf-16", "base64"):
        raw = (
            f"From: noor@acme.example\r\nMIME-Version: 1.0\r\n"
            f'Content-Type: text/calendar; method=REPLY; charset="{charset}"\r\n'
            f"Content-Transfer-Encoding: 8bit\r\n\r\n{text}"
        ).encode("latin-1")
        (found,) = read_itip(raw)
        assert found.reply is AttendeeReply.DECLINED


def test_a_recurrence_rule_is_never_expanded() -> None:
    endless = answer("DECLINED", "RRULE:FREQ=SECONDLY", "RDATE:" + ",".join(["20260327T090000Z"] * 2000))
    mail = with_calendar(calendar(endless, method="COUNTER"))
    assert len(done_within(5, lambda: read_itip(mail))) == 1


def zoned(name: str, offset: str, rule: str = "") -> str:
    """A COUNTER in a zone that the mail defines itself."""
    zone = (
        f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n{rule}TZOFFSETFROM:{offset}\r\n"
        f"TZOFFSETTO:{offset}\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T000000\r\n{rule}TZOFFSETFROM:{offset}\r\n"
        f"TZOFFSETTO:{offset}\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
    )
    event = answer().replace("DTSTART:20260327T090000Z", f'DTSTART;TZID="{name}":20260330T140000')
    event = event.replace("DTEND:20260327T100000Z", "DURATION:PT1H")
    return calendar(event, method="COUNTER").replace("BEGIN:VEVENT", zone, 1)


def test_a_zone_that_a_mail_defines_counts_for_that_mail_only() -> None:
    for offset, hour in (("+0100", 13), ("+1000", 4), ("-0300", 17)):
        (found,) = read_itip(with_calendar(zoned("Customized Time Zone", offset), method="COUNTER"))
        assert found.proposed is not None
        assert found.proposed.start == datetime(2026, 3, 30, hour, tzinfo=UTC)
    event = answer().replace("DTSTART:20260327T090000Z", "DTSTART;TZID=Customized Time Zone:20260330T140000")
    (found,) = read_itip(with_calendar(calendar(event, method="COUNTER")))
    assert found.proposed is None


def test_a_zone_known_by_name_is_not_redefined_by_a_mail() -> None:
    (found,) = read_itip(with_calendar(zoned("Europe/Berlin", "+1100")))
    assert found.proposed is not None
    assert found.proposed.start == datetime(2026, 3, 30, 12, tzinfo=UTC)


def test_the_rule_of_a_zone_cannot_run_for_hours() -> None:
    for rule in ("FREQ=SECONDLY", "FREQ=YEARLY;BYSECOND=1;BYHOUR=1", "FREQ=MINUTELY;X=FREQ=YEARLY"):
        mail = with_calendar(zoned("Bomb", "+0100", f"RRULE:{rule}\r\n"))
        (found,) = done_within(2, partial(read_itip, mail))
        assert found.proposed is None


def test_names_made_to_take_long_do_not() -> None:
    zone = with_calendar(calendar(answer().replace("DTSTART:", f"DTSTART;TZID=/{'a/' * 100_000}:")))
    assert len(done_within(3, lambda: read_itip(zone))) == 1
    raw = b"From: " + b"(" * 900_000 + with_calendar(calendar(answer())).partition(b"acme.example>")[2]
    assert not done_within(3, lambda: read_itip(raw))[0].sender_is_attendee


def nested(depth: int) -> bytes:
    """Multiparts in multiparts."""
    head = b"From: noor@acme.example\r\nMIME-Version: 1.0\r\n"
    for number in range(depth):
        head += b"Content-Type: multipart/mixed;\r\n boundary*0=b%d\r\n\r\n--b%d\r\n" % (number, number)
    return head + b"\r\nx\r\n" * 1000


def enclosed(depth: int) -> bytes:
    """Mails in mails."""
    return b"Content-Type: message/rfc822\r\n\r\n" * depth + calendar(answer()).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"x" * 2_000_001,
        nested(3000),
        enclosed(3000),
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 1000,
        with_calendar("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + "BEGIN:VEVENT\r\n" * 5000),
        with_calendar(calendar("X:" + "y" * 300_000)),
        with_calendar("rubbish"),
        with_calendar(calendar("DTSTART:20260327T090000Z")),
        with_calendar(calendar(answer(uid="x" * 5000))),
        b"\n" * 1_900_000,
        b'Content-Type: text/calendar; x="' + b";" * 500_000,
        b"Content-Type: text/calendar" + b";\r\n a=b" * 100_000,
        b'X: y\rContent-Type: text/calendar; x="' + b";" * 500_000,
    ],
    ids=[
        "huge",
        "nested",
        "enclosed",
        "many parts",
        "deep",
        "long",
        "rubbish",
        "no uid",
        "long uid",
        "lines",
        "parameter",
        "parameters",
        "lone returns",
    ],
)
def test_a_hostile_mail_is_refused_with_a_reason_and_at_once(raw: bytes) -> None:
    def refused() -> UnreadableMailError:
        with pytest.raises(UnreadableMailError) as caught:
            read_itip(raw, limit=2_000_000)
        return caught.value

    assert done_within(5, refused).message


@given(st.binary(max_size=600))
def test_any_bytes_give_answers_or_a_reason(noise: bytes) -> None:
    for raw in (
        noise,
        b"From: noor@acme.example\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n" + noise,
        b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: text/calendar\r\n\r\n"
        b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        + noise
        + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--",
    ):
        try:
            answers = read_itip(raw)
        except UnreadableMailError:
            continue  # nothing else may come out
        assert all(found.uid for found in answers)
