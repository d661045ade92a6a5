"""Rendering and MIME: what a mail program gets to see."""

import email
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from html.parser import HTMLParser
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from domain.digest import DigestContent, Event, JobNews
from domain.errors import MailRefusedError, SetupError
from domain.messages import MailFacts, Message, ReasonClass
from domain.ports import Attachment, OutgoingMail
from domain.vocabulary import LinkPurpose, MailTemplate
from integrations.itip import invitation_ics
from integrations.mail import MailRenderer, build_mime, render

SENDER = "Acme Hiring <hiring@acme.example>"
NOW = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
MAIL = OutgoingMail(
    message_id="<1.invitation.0@understudy>",
    to_name="Ana María Lima",
    to_address="ana@mail.example",
    subject="Einladung – Gespräch",
    text="Grüße\n",
    html="<p>Grüße</p>",
    sent_at=NOW,
    headers={
        "Reply-To": "Rita <rita@acme.example>",
        "X-Understudy-Template": "invitation",
        "X-Understudy-Interview": "1",
    },
)
ICS = invitation_ics(
    uid="interview-1@understudy",
    sequence=0,
    method="REQUEST",
    start=NOW + timedelta(days=4),
    duration=timedelta(hours=1),
    summary="Gespräch",
    description="",
    organizer=("Acme", "hiring@acme.example"),
    attendees=[("Ana María Lima", "ana@mail.example")],
    now=NOW,
)
HOSTILE = '<script>alert(1)</script> & "x" {{ 7*7 }}'


def received(mail: OutgoingMail) -> EmailMessage:
    """The mail as a mail program reads it from the wire."""
    return email.message_from_bytes(build_mime(mail, SENDER).as_bytes(), policy=policy.default)


def full_facts(**changes: str) -> MailFacts:
    """Facts with a link for every purpose."""
    base = MailFacts(
        job_title="Data Engineer",
        recipient_name="Ana Lima",
        time_zone="Europe/Berlin",
        now=NOW,
        scheduled_time=NOW + timedelta(days=4),
        confirmation_deadline=NOW + timedelta(hours=48),
        slot_selection_deadline=NOW + timedelta(hours=48),
        proposals=(NOW + timedelta(days=4),),
        undo_until=NOW + timedelta(minutes=10),
        links={purpose: f"https://hire.example/{purpose}?a=1&b=2" for purpose in LinkPurpose},
        board_url="https://hire.example/jobs/1",
        reason_class=ReasonClass.NOT_SELECTED,
        counts={"seat": 2},
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # text fields only


class _Page(HTMLParser):
    """Tags, link targets and visible text of an HTML mail."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags = [""]
        self.targets: list[str | None] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "a":
            self.targets.append(dict(attrs)["href"])

    def handle_data(self, data: str) -> None:
        if self.tags[-1] != "style" or "@media" not in data:
            self.text += data


@pytest.mark.parametrize("template", MailTemplate)
def test_both_faces_of_every_mail_say_the_same(template: MailTemplate) -> None:
    subject, text, html = MailRenderer().render(template, full_facts())

    page, flat = _Page(html), " ".join(text.split())
    assert subject in page.text
    for leftover in ("None", "{", "}"):
        assert leftover not in text
        assert leftover not in page.text
    for address in page.targets:
        assert address is not None
        assert address in text.splitlines()
    assert "Hello Ana Lima," in flat
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert all(len(line) <= 76 or line.startswith("https://") for line in text.splitlines())


@pytest.mark.parametrize("template", MailTemplate)
def test_typed_markup_stays_text(template: MailTemplate) -> None:
    facts = full_facts(
        job_title=HOSTILE, company=HOSTILE, recipient_name="<b>A", candidate_label=HOSTILE, alert_text=HOSTILE
    )
    news = JobNews(UUID(int=1), HOSTILE, HOSTILE, "open", {Event.INVITED: 2}, {}, ())
    facts = replace(facts, alerts=(HOSTILE,), digest=DigestContent(NOW, NOW, (news,)))
    rendered = MailRenderer().render(template, facts)
    page = _Page(rendered.html)
    assert "script" not in page.tags
    assert "b" not in page.tags
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text


def test_a_digest_carries_the_one_click_that_ends_it_and_no_other_header_gets_in() -> None:
    stop = {
        "List-Unsubscribe": "<https://hire.example/digest/off/1/t>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    mail = received(replace(MAIL, headers=stop))
    assert {name: mail[name] for name in stop} == stop
    with pytest.raises(MailRefusedError, match="may not be set"):
        build_mime(replace(MAIL, headers={"Bcc": "x@evil.example"}), SENDER)
    with pytest.raises(MailRefusedError, match="line break"):
        build_mime(replace(MAIL, headers={"List-Unsubscribe": "<x>\r\nBcc: x@evil.example"}), SENDER)


def test_a_message_without_extras_renders() -> None:
    text, html = render(Message(subject="S", paragraphs=("Only this.",)))
    assert text == "Only this.\n"
    assert "<a " not in html
    assert "<td class" not in html.partition("Only")[2]


def test_headers_and_bodies_arrive_as_meant() -> None:
    message = received(MAIL)

    assert message["From"] == SENDER
    assert message["To"].addresses[0].display_name == "Ana María Lima"
    assert message["To"].addresses[0].addr_spec == "ana@mail.example"
    assert message["Subject"] == "Einladung – Gespräch"
    assert message["Date"].datetime == NOW
    assert message["Message-ID"] == "<1.invitation.0@understudy>"
    assert message["Reply-To"] == "Rita <rita@acme.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Understudy-Template"] == "invitation"
    assert message["X-Understudy-Interview"] == "1"
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content() for part in message.iter_parts()] == ["Grüße\r\n", "<p>Grüße</p>\r\n"]


def test_the_bytes_are_ascii_in_lines_that_every_server_takes() -> None:
    content = build_mime(replace(MAIL, html="<p>é</p>" + "x" * 5000), SENDER).as_bytes()
    assert content.isascii()
    assert max(len(line) for line in content.split(b"\r\n")) <= 78
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_an_invitation_travels_as_calendar_part_and_as_file() -> None:
    invitation = Attachment("invite.ics", ICS, "text/calendar", method="REQUEST")
    message = received(replace(MAIL, attachments=(invitation,)))

    assert message.get_content_type() == "multipart/mixed"
    alternative, attached = message.iter_parts()
    assert [part.get_content_type() for part in alternative.iter_parts()] == [
        "text/plain",
        "text/html",
        "text/calendar",
    ]
    calendar = list(alternative.iter_parts())[2]
    assert calendar.get_param("method") == "REQUEST"
    assert calendar.get_param("charset") == "utf-8"
    assert Calendar.from_ical(calendar.get_content())["METHOD"] == "REQUEST"
    assert attached.get_content_type() == "application/ics"
    assert attached.get_filename() == "invite.ics"
    assert attached.get_content() == ICS
    assert calendar.get_payload(decode=True) == ICS


def test_a_plain_attachment_stays_a_file() -> None:
    message = received(replace(MAIL, attachments=(Attachment("log.csv", b"a,b\r\n", "application/csv"),)))
    assert [part.get_content_type() for part in message.iter_parts()] == [
        "multipart/alternative",
        "application/csv",
    ]


@pytest.mark.parametrize("break_", ["\r\nBcc: evil@evil.example", "\nX: y", "\r", "\n", "\x00", "\u2028x"])
@pytest.mark.parametrize("field", ["subject", "to_name", "to_address", "message_id"])
def test_a_line_break_in_a_header_is_refused(field: str, break_: str) -> None:
    changes: dict[str, str] = {field: f"{getattr(MAIL, field)}{break_}z"}
    with pytest.raises(MailRefusedError):
        build_mime(replace(MAIL, **changes), SENDER)  # type: ignore[arg-type]  # text fields only


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\x85"])
def test_a_line_break_at_the_very_end_is_refused_too(break_: str) -> None:
    with pytest.raises(MailRefusedError, match="subject"):
        build_mime(replace(MAIL, subject=f"Hello{break_}"), SENDER)


@pytest.mark.parametrize(
    ("name", "value"),
    [("Bcc", "x@y.example"), ("X-A\r\nBcc", "x"), ("X-A", "x\r\nBcc: y"), ("Reply-To", "a@b.example\r\n")],
)
def test_only_harmless_further_headers_are_set(name: str, value: str) -> None:
    with pytest.raises(MailRefusedError):
        build_mime(replace(MAIL, headers={name: value}), SENDER)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ana",
        "@mail.example",
        "ana@",
        "a b@mail.example",
        "a@b@c.example",
        "a..b@mail.example",
        "a@-x.example",
        "a@mail..example",
        "<a@mail.example>",
        "a@mail.example, b@mail.example",
        "ána@mail.example",
        "a" * 65 + "@b.ch",
    ],
)
def test_a_malformed_address_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(MailRefusedError) as refused:
        build_mime(replace(MAIL, to_address=address), SENDER)
    assert len(address) < 4 or address not in str(refused.value)


def test_a_domain_in_other_scripts_travels_encoded() -> None:
    message = received(replace(MAIL, to_address="ana@bücher.example"))
    assert message["To"].addresses[0].addr_spec == "ana@xn--bcher-kva.example"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=120))
def test_no_name_or_subject_changes_who_gets_the_mail(text: str) -> None:
    message = received(replace(MAIL, to_name=text, subject=f"a{text}"))
    assert [address.addr_spec for address in message["To"].addresses] == ["ana@mail.example"]
    assert message["Bcc"] is None
    assert message["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("sender", ["", "nobody", "A <a@b> x@y <z>", "Hiring <hiring@>"])
def test_a_sender_that_is_none_is_a_mistake_of_the_setup(sender: str) -> None:
    with pytest.raises(SetupError, match="UNDERSTUDY_MAIL_FROM"):
        build_mime(MAIL, sender)
