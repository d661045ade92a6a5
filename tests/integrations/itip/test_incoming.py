"""What a mail that came in is taken for."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.incoming import (
    AutomaticReply,
    Bounce,
    CalendarReply,
    DeliveryReport,
    PlainReply,
    UnreadableMailError,
)
from integrations.itip import read_incoming
from tests.integrations.itip.mails import UID, answer, bounce, calendar, message, with_calendar
from tests.support.effort import done_within


def test_words_are_words_and_say_what_they_answer() -> None:
    mail = message(
        "Tuesday at 3 suits me.\n> When?\n",
        In_Reply_To="<letter-2@understudy>",
        References="<letter-1@understudy> <letter-2@understudy>",
    )
    found = read_incoming(mail.as_bytes())
    assert found == PlainReply(
        sender="noor@acme.example",
        text="Tuesday at 3 suits me.\n> When?",
        in_reply_to=("<letter-2@understudy>", "<letter-1@understudy>"),
        subject="Re: Interview",
        message_id="<answer-1@acme.example>",
    )
    assert "Tuesday" not in repr(found)


def test_a_mail_that_has_html_only_is_read_as_it_shows() -> None:
    mail = message()
    mail.set_content(
        "<head><title>t</title><style>p{}</style></head><p>I  must <b>withdraw</b>.</p><br>Sorry &amp; bye"
        "<script>alert('<p>no</p>')</script>",
        subtype="html",
    )
    found = read_incoming(mail.as_bytes())
    assert isinstance(found, PlainReply)
    assert found.text == "I must withdraw.\n\nSorry & bye"


def test_html_made_to_run_for_hours_does_not() -> None:
    for page in ("<script" * 70_000, "<" * 400_000, "<script>" * 60_000, "</p" * 150_000, "&#" * 200_000):
        mail = message()
        mail.set_content(page, subtype="html")
        assert isinstance(done_within(4, partial(read_incoming, mail.as_bytes())), PlainReply)


def test_a_calendars_answer_comes_before_marks_of_automatic_mail() -> None:
    mail = message(Auto_Submitted="auto-generated")
    found = read_incoming(with_calendar(calendar(answer()), mail=mail))
    assert isinstance(found, CalendarReply)
    assert (found.sender, [one.uid for one in found.answers]) == ("noor@acme.example", [UID])


def test_words_around_an_unreadable_calendar_are_not_lost() -> None:
    found = read_incoming(with_calendar("rubbish", mail=message("I cannot come.")))
    assert isinstance(found, PlainReply)
    assert found.text == "I cannot come."


def test_an_invitation_from_outside_is_words() -> None:
    found = read_incoming(with_calendar(calendar(answer(), method="REQUEST"), method="REQUEST"))
    assert isinstance(found, PlainReply)


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "Auto-Generated; x=y"},
        {"Return_Path": "<>"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
    ],
)
def test_an_automatic_reply_is_no_answer(headers: dict[str, str]) -> None:
    found = read_incoming(message("I am away.", In_Reply_To="<letter-1@understudy>", **headers).as_bytes())
    assert found == AutomaticReply("noor@acme.example", ("<letter-1@understudy>",), "<answer-1@acme.example>")


def test_a_mail_that_says_it_is_not_automatic_is_words() -> None:
    assert isinstance(read_incoming(message(Auto_Submitted="no").as_bytes()), PlainReply)


@pytest.mark.parametrize("enclosed", ["headers", "mail"])
def test_a_bounce_names_who_was_not_reached_and_by_which_mail(enclosed: str) -> None:
    raw = bounce(
        ("Ana@mail.example", "failed", "5.1.1"), ("b@mail.example", "delayed", "4.4.1"), enclosed=enclosed
    )
    found = read_incoming(raw)
    assert found == DeliveryReport(
        [
            Bounce("ana@mail.example", "5.1.1", "<letter-1@understudy>"),
            Bounce("b@mail.example", "4.4.1", "<letter-1@understudy>"),
        ],
        "<report-1@mx.example>",
    )
    assert [one.permanent for one in found.bounces] == [True, False]


def test_a_report_of_success_holds_no_bounce() -> None:
    found = read_incoming(
        bounce(("ana@mail.example", "delivered", "2.0.0"), ("b@mail.example", "relayed", "2.0.0"))
    )
    assert isinstance(found, DeliveryReport)
    assert found.bounces == []


def test_a_status_that_is_missing_follows_from_the_action() -> None:
    found = read_incoming(bounce(("ana@mail.example", "failed", "unknown")))
    assert isinstance(found, DeliveryReport)
    assert [one.status for one in found.bounces] == ["5.0.0"]


def test_a_calendar_inside_a_forwarded_mail_is_not_the_senders_answer() -> None:
    outer = message("Look what Noor wrote.", sender="ana@mail.example")
    inner = message()
    inner.add_alternative(calendar(answer()), subtype="calendar", params={"method": "REPLY"})
    outer.add_attachment(inner)
    found = read_incoming(outer.as_bytes())
    assert isinstance(found, PlainReply)
    assert found.text == "Look what Noor wrote."


@given(st.binary(max_size=500))
def test_any_bytes_are_something_or_refused_with_a_reason(noise: bytes) -> None:
    for raw in (
        noise,
        b"Subject: " + noise + b"\r\n\r\nhello",
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: message/delivery-status\r\n\r\nX: y\r\n\r\nAction: failed\r\nFinal-Recipient: "
        + noise
        + b"\r\n--b--",
        b"Content-Type: text/html; charset=" + noise.replace(b"\n", b"") + b"\r\n\r\n<p>" + noise,
    ):
        try:
            read_incoming(raw)
        except UnreadableMailError:
            continue  # a reason stands in each of them
