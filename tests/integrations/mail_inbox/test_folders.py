"""Incoming mail from folders: a Maildir, and the embedded mailbox with its real SMTP server."""

import mailbox
from pathlib import Path

import aiosmtplib
import pytest

from domain.errors import SetupError
from integrations.mail_inbox import EmbeddedInbox, MaildirInbox, parse_imap
from integrations.mailbox.server import Mailbox


def mail(number: int, to: str = "hiring@acme.example") -> bytes:
    return f"Message-ID: <{number}@mail.example>\r\nTo: {to}\r\nSubject: {number}\r\n\r\nhello\r\n".encode()


async def test_a_maildir_hands_out_new_mails_until_they_are_done(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "box")
    for number in range(3):
        box.add(mail(number).replace(b"\r\n", b"\n"))
    inbox = MaildirInbox(tmp_path / "box")
    first = await inbox.fetch(2)
    assert len(first) == 2
    assert await inbox.fetch(2) == first

    await inbox.done([first[0].key])
    await inbox.set_aside([first[1].key])
    await inbox.done([first[0].key, first[1].key, "../../outside"])
    (last,) = await inbox.fetch(10)
    assert {last.content} == {mail(n).replace(b"\r\n", b"\n") for n in range(3)} - {m.content for m in first}
    assert sorted(message.get_flags() for message in box) == ["", "FS", "S"]


async def test_of_a_large_mail_in_a_folder_the_beginning_comes(tmp_path: Path) -> None:
    mailbox.Maildir(tmp_path / "box").add(b"Subject: x\n\n" + b"y" * 5_000)
    (found,) = await MaildirInbox(tmp_path / "box", largest=100).fetch(10)
    assert (len(found.content), found.whole) == (100, False)


def test_a_folder_that_is_no_maildir_is_said(tmp_path: Path) -> None:
    with pytest.raises(SetupError):
        MaildirInbox(tmp_path)


async def test_the_embedded_mailbox_hands_out_what_came_to_us_and_only_that(tmp_path: Path) -> None:
    server = Mailbox(tmp_path)
    await server.start()
    try:
        ours = "Hiring@acme.example"
        theirs = "ana@mail.example"
        for content, to in [(mail(1), ours), (mail(2, theirs), theirs), (mail(3), theirs)]:
            await aiosmtplib.send(
                content,
                sender="noor@acme.example",
                recipients=[to],
                hostname="127.0.0.1",
                port=server.smtp_port,
                start_tls=False,
            )
    finally:
        await server.stop()
    inbox = EmbeddedInbox(tmp_path, "hiring@acme.example")
    (found,) = await inbox.fetch(10)
    assert found.content.endswith(mail(1))
    assert await inbox.fetch(10) == [found]
    assert [one.content for one in await EmbeddedInbox(tmp_path, "ana@mail.example").fetch(1)] != []

    await inbox.done([found.key])
    assert await inbox.fetch(10) == []
    assert await EmbeddedInbox(tmp_path, "hiring@acme.example").fetch(10) == []


async def test_what_is_set_aside_in_the_embedded_mailbox_is_noted(tmp_path: Path) -> None:
    inbox = EmbeddedInbox(tmp_path, "hiring@acme.example")
    head = b"Return-Path: <noor@acme.example>\r\nDelivered-To: hiring@acme.example\r\n"
    (tmp_path / "new" / "one.eml").write_bytes(head + mail(1))
    (found,) = await inbox.fetch(10)
    await inbox.set_aside([found.key])
    assert await inbox.fetch(10) == []
    assert [note.name for note in (tmp_path / "aside").iterdir()] == ["one.eml"]
    assert (tmp_path / "new" / "one.eml").exists()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://user:password@mail.example/",
        "imaps://mail.example/",
        "imaps://user@mail.example/",
        "imap://user:password@mail.example/",
        "imaps://user:password@mail.example:99999/",
        "imaps://user:password@mail.example/in%0d%0abox",
        "imaps://user:password@mail.example/?x=y",
    ],
)
def test_an_unusable_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(SetupError) as caught:
        parse_imap(url)
    assert "password@" not in str(caught.value).replace("user:password@mail.example.com", "")


def test_an_address_is_read_with_its_usual_port_and_folder() -> None:
    endpoint = parse_imap("imaps://a%40b.example:p%2Fw@mail.example")
    assert (endpoint.username, endpoint.password, endpoint.port, endpoint.folder) == (
        "a@b.example",
        "p/w",
        993,
        "INBOX",
    )
    assert parse_imap("imap+starttls://a:b@mail.example/Jobs%20in").folder == "Jobs in"
    assert "p/w" not in repr(endpoint)
