"""The mailbox over real SMTP and HTTP on loopback."""

from collections.abc import AsyncIterator
from email import policy
from email.message import EmailMessage
from pathlib import Path

import aiosmtplib
import httpx
import pytest

from integrations.mailbox import Mailbox


@pytest.fixture
async def mailbox(tmp_path: Path) -> AsyncIterator[Mailbox]:
    box = Mailbox(tmp_path / "mail")
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def page(mailbox: Mailbox) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{mailbox.http_port}", trust_env=False) as client:
        yield client


def _mail(number: int = 1, to: str = "Ada Lovelace <ada@example.org>") -> EmailMessage:
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = "Understudy <hiring@understudy.example>"
    mail["To"] = to
    mail["Subject"] = "Einladung für Zoë"
    mail["Message-ID"] = f"<{number}@understudy.example>"
    mail["X-Understudy-Template"] = "invitation"
    mail["X-Understudy-Interview"] = "0c6b0c1e-0000-4000-8000-000000000001"
    mail.set_content("Accept: http://127.0.0.1:8000/interview/accept/1/t.\nAgain (http://127.0.0.1:8000/x)\n")
    mail.add_alternative("<p>Hello</p><script>alert(1)</script>", subtype="html")
    mail.add_attachment(b"BEGIN:VCALENDAR", maintype="application", subtype="ics", filename="invite.ics")
    return mail


async def _send(mailbox: Mailbox, mail: EmailMessage) -> None:
    await aiosmtplib.send(mail, hostname="127.0.0.1", port=mailbox.smtp_port, start_tls=False)


async def test_an_accepted_mail_is_on_disk_and_served_as_json(
    mailbox: Mailbox, page: httpx.AsyncClient, tmp_path: Path
) -> None:
    await _send(mailbox, _mail())
    assert len(list((tmp_path / "mail" / "new").glob("*.eml"))) == 1
    assert not list((tmp_path / "mail" / "tmp").iterdir())
    (mail,) = (await page.get("/api/mails")).json()
    assert mail["message_id"] == "<1@understudy.example>"
    assert mail["to"] == "ada@example.org"
    assert mail["subject"] == "Einladung für Zoë"
    assert mail["template"] == "invitation"
    assert mail["interview"] == "0c6b0c1e-0000-4000-8000-000000000001"
    assert mail["deliveries"] == 1
    assert mail["links"] == ["http://127.0.0.1:8000/interview/accept/1/t", "http://127.0.0.1:8000/x"]


async def test_a_subject_that_begins_on_the_next_line_has_no_blank_before_it(
    mailbox: Mailbox, page: httpx.AsyncClient
) -> None:
    mail, subject = _mail(), "Choose a time for your interview: Backend engineer (Python, PostgreSQL)"
    mail.replace_header("Subject", subject)
    assert b"Subject:\r\n Choose" in mail.as_bytes()
    await _send(mailbox, mail)
    (shown,) = (await page.get("/api/mails")).json()
    assert shown["subject"] == subject
    assert f">{subject}" in (await page.get("/")).text


async def test_a_second_delivery_is_counted_and_makes_no_second_mail(
    mailbox: Mailbox, page: httpx.AsyncClient, tmp_path: Path
) -> None:
    for _ in range(3):
        await _send(mailbox, _mail())
    await _send(mailbox, _mail(2))
    mails = (await page.get("/api/mails")).json()
    assert [(mail["message_id"][1], mail["deliveries"]) for mail in mails] == [("2", 1), ("1", 3)]

    reopened = Mailbox(tmp_path / "mail")
    await reopened.start()
    async with httpx.AsyncClient(trust_env=False) as client:
        again = (await client.get(f"http://127.0.0.1:{reopened.http_port}/api/mails")).json()
    await reopened.stop()
    assert again == mails


async def test_mails_are_filtered_by_recipient_and_template(
    mailbox: Mailbox, page: httpx.AsyncClient
) -> None:
    await _send(mailbox, _mail(1))
    await _send(mailbox, _mail(2, to="bob@example.org"))
    found = (await page.get("/api/mails", params={"to": "BOB@example.org"})).json()
    assert [mail["message_id"] for mail in found] == ["<2@understudy.example>"]
    assert (await page.get("/api/mails", params={"template": "reminder"})).json() == []
    inbox = (await page.get("/", params={"to": "bob@example.org"})).text
    assert "to bob@example.org" in inbox
    assert "ada@example.org" not in inbox


@pytest.mark.parametrize("stage", ["recipient", "data"])
async def test_a_rule_refuses_as_often_as_it_says(
    mailbox: Mailbox, page: httpx.AsyncClient, stage: str
) -> None:
    rule = {"address": "^ada@", "code": 451, "times": 1, "stage": stage}
    assert (await page.post("/api/rules", json=rule)).status_code == 201
    with pytest.raises(aiosmtplib.SMTPException, match="451"):
        await _send(mailbox, _mail())
    assert (await page.get("/api/mails")).json() == []
    await _send(mailbox, _mail())
    assert len((await page.get("/api/mails")).json()) == 1


async def test_a_lost_answer_leaves_the_mail_and_the_sender_in_doubt(
    mailbox: Mailbox, page: httpx.AsyncClient
) -> None:
    await page.post("/api/rules", json={"address": ".", "stage": "answer_lost"})
    with pytest.raises(aiosmtplib.SMTPServerDisconnected):
        await _send(mailbox, _mail())
    await _send(mailbox, _mail())
    (mail,) = (await page.get("/api/mails")).json()
    assert mail["deliveries"] == 2


async def test_rules_are_listed_cleared_and_checked(mailbox: Mailbox, page: httpx.AsyncClient) -> None:
    await page.post("/api/rules", json={"address": "x", "code": 550, "times": None})
    assert (await page.get("/api/rules")).json() == [
        {"address": "x", "code": 550, "times": None, "stage": "recipient"}
    ]
    await page.delete("/api/rules")
    assert (await page.get("/api/rules")).json() == []
    assert (await page.post("/api/rules", json={"address": "("})).status_code == 422


async def test_the_page_of_a_mail_shows_it_without_running_it(
    mailbox: Mailbox, page: httpx.AsyncClient
) -> None:
    await _send(mailbox, _mail())
    inbox = await page.get("/")
    path = inbox.text.partition('href="/mails/')[2].partition('"')[0]
    shown = await page.get(f"/mails/{path}")
    assert shown.status_code == 200
    assert "<script>" not in shown.text
    assert "&lt;script&gt;" in shown.text
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in shown.text
    file = await page.get(f"/mails/{path}/files/0")
    assert file.content == b"BEGIN:VCALENDAR"
    assert file.headers["Content-Disposition"] == "attachment; filename*=UTF-8''invite.ics"


async def test_an_unknown_mail_is_not_found(page: httpx.AsyncClient) -> None:
    assert (await page.get("/mails/..%2Fsecret")).status_code == 404
    assert (await page.get(f"/mails/{'0' * 32}")).status_code == 404


async def test_a_foreign_host_name_is_refused(page: httpx.AsyncClient) -> None:
    assert (await page.get("/api/mails", headers={"Host": "evil.example"})).status_code == 400
