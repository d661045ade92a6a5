"""Hand-over of mails to a real SMTP server on loopback, well and badly behaved."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from domain.errors import MailRefusedError, SetupError, UnavailableError
from domain.ports import Mailer, OutgoingMail
from integrations.mail import SmtpMailer
from tests.integrations.mail_server import Server, certificates, serve

SENDER = "Acme Hiring <hiring@acme.example>"
MAIL = OutgoingMail(
    message_id="<1.invitation.0@understudy>",
    to_name="Ana Lima",
    to_address="ana@mail.example",
    subject="Invitation",
    text="Come.\n.\nA dot alone on a line must survive.\n",
    html="<p>Come.</p>",
    sent_at=datetime(2026, 4, 10, 9, 0, tzinfo=UTC),
)


@asynccontextmanager
async def connected(server: Server, scheme: str = "smtp", **options: Any) -> AsyncIterator[SmtpMailer]:
    """A mailer towards this server, closed at the end."""
    mailer = SmtpMailer(f"{scheme}://127.0.0.1:{server.port}", SENDER, **options)
    try:
        yield mailer
    finally:
        await mailer.close()


async def test_a_mail_arrives_whole() -> None:
    async with serve() as server, connected(server) as mailer:
        port: Mailer = mailer
        await port.send(MAIL)

    (envelope,) = server.envelopes
    assert envelope.mail_from == "hiring@acme.example"
    assert envelope.rcpt_tos == ["ana@mail.example"]
    assert isinstance(envelope.content, bytes)
    assert b"Message-ID: <1.invitation.0@understudy>\r\n" in envelope.content
    assert b"\r\n.\r\nA dot alone on a line must survive." in envelope.content


async def test_one_connection_serves_mail_after_mail() -> None:
    async with serve() as server, connected(server) as mailer:
        for _ in range(5):
            await mailer.send(MAIL)
    assert len(server.envelopes) == 5
    assert len(server.sessions) == 1


async def test_several_tasks_send_at_once_and_no_more_than_allowed_connect() -> None:
    async with serve() as server, connected(server, connections=3) as mailer:
        server.together = asyncio.Barrier(3)
        await asyncio.gather(*(mailer.send(replace(MAIL, message_id=f"<{n}@understudy>")) for n in range(12)))
    assert len(server.envelopes) == 12
    assert len(server.sessions) == 3


@pytest.mark.parametrize(
    ("where", "reply", "error"),
    [
        ("at_recipient", "451 4.7.1 greylisted, ana@mail.example", UnavailableError),
        ("at_recipient", "550 5.1.1 <ana@mail.example>: user unknown", MailRefusedError),
        ("at_recipient", "452 4.2.2 mailbox full", UnavailableError),
        ("at_recipient", "530 5.7.0 authentication required", UnavailableError),
        ("at_mail", "421 4.3.2 closing", UnavailableError),
        ("at_mail", "552 5.3.4 too big", MailRefusedError),
        ("at_data", "451 4.3.0 try again", UnavailableError),
        ("at_data", "554 5.7.1 spam from ana@mail.example", MailRefusedError),
    ],
)
async def test_a_refusal_is_sorted_and_the_next_mail_goes_through(
    where: str, reply: str, error: type[Exception]
) -> None:
    async with serve() as server, connected(server, connections=1) as mailer:
        getattr(server, where).append(reply)
        with pytest.raises(error, match=reply[:3]) as refused:
            await mailer.send(MAIL)
        await mailer.send(MAIL)

    assert len(server.envelopes) == 1
    assert len(server.sessions) == (2 if reply.startswith("421") else 1)
    # Errors end in histories that must not hold addresses, so neither may what hangs on them.
    chain = [refused.value, refused.value.__cause__, refused.value.__context__]
    assert not any("ana" in str(link) for link in chain)


async def test_an_enhanced_code_is_told_in_plain_words() -> None:
    async with serve() as server, connected(server) as mailer:
        server.at_recipient.append("550 5.1.1 no such user")
        with pytest.raises(MailRefusedError, match=r"550 5\.1\.1: the address does not exist"):
            await mailer.send(MAIL)


async def test_a_server_that_is_not_there_is_unavailable_and_found_once_it_is() -> None:
    async with serve() as server:
        free_port = server.port
    mailer = SmtpMailer(f"smtp://127.0.0.1:{free_port}", SENDER)
    with pytest.raises(UnavailableError, match="cannot be reached"):
        await mailer.send(MAIL)

    async with serve(port=free_port) as server:
        await mailer.send(MAIL)
        await mailer.close()
    assert len(server.envelopes) == 1


async def test_a_kept_connection_that_died_is_replaced_unseen() -> None:
    async with serve() as server, connected(server) as mailer:
        await mailer.send(MAIL)
        server.hang_up()
        await mailer.send(MAIL)
    assert len(server.envelopes) == 2
    assert len(server.sessions) == 2


async def test_a_kept_connection_that_the_server_ends_politely_is_replaced_unseen() -> None:
    async with serve() as server, connected(server) as mailer:
        await mailer.send(MAIL)
        server.at_mail.append("421 4.4.2 idle for too long")
        await mailer.send(MAIL)
    assert len(server.envelopes) == 2
    assert len(server.sessions) == 2


async def test_a_connection_lost_with_the_mail_on_its_way_is_not_repeated_by_us() -> None:
    async with serve() as server, connected(server) as mailer:
        server.silent = asyncio.Event()
        sending = asyncio.create_task(mailer.send(MAIL))
        await server.arrived.wait()
        server.hang_up()
        with pytest.raises(UnavailableError, match="broke the connection"):
            await sending
    assert len(server.sessions) == 1


async def test_a_silent_server_is_given_up_after_the_time_out() -> None:
    async with serve() as server, connected(server, timeout=2) as mailer:
        server.silent = asyncio.Event()
        with pytest.raises(UnavailableError, match="did not answer in time"):
            await mailer.send(MAIL)
        server.silent.set()
        server.silent = None
        await mailer.send(MAIL)
    assert len(server.sessions) == 2


async def test_a_cancelled_send_leaves_a_usable_mailer() -> None:
    async with serve() as server, connected(server, connections=1) as mailer:
        server.silent = asyncio.Event()
        sending = asyncio.create_task(mailer.send(MAIL))
        await server.arrived.wait()
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        server.silent = None
        await mailer.send(MAIL)
    assert len(server.sessions) == 2


async def test_a_malformed_address_never_reaches_the_server() -> None:
    async with serve() as server, connected(server) as mailer:
        for address in ("ana@mail.example>\r\nRCPT TO:<evil@evil.example", "ana", "ana @mail.example"):
            with pytest.raises(MailRefusedError, match="malformed"):
                await mailer.send(replace(MAIL, to_address=address))
        with pytest.raises(MailRefusedError, match="subject"):
            await mailer.send(replace(MAIL, subject="Hello\r\nBcc: evil@evil.example"))
    assert server.sessions == []


async def test_a_closed_mailer_sends_no_more() -> None:
    async with serve() as server, connected(server) as mailer:
        await mailer.send(MAIL)
        await mailer.close()
        with pytest.raises(UnavailableError, match="closed"):
            await mailer.send(MAIL)
    assert len(server.envelopes) == 1


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
async def test_mail_travels_over_tls_with_user_and_password(tmp_path: Path, scheme: str) -> None:
    at_server, at_client = certificates(tmp_path)

    def check(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: Any) -> AuthResult:
        return AuthResult(success=data == LoginPassword(b"rita@acme", b"p:w/d"), handled=False)

    options: dict[str, Any] = {"authenticator": check, "auth_required": True}
    if scheme == "smtps":
        options |= {"tls": at_server, "auth_require_tls": False}  # it only knows of TLS that came by STARTTLS
    else:
        options |= {"tls_context": at_server}
    async with serve(**options) as server:
        address = f"{scheme}://rita%40acme:p%3Aw%2Fd@127.0.0.1:{server.port}"
        mailer = SmtpMailer(address, SENDER, tls=at_client)
        await mailer.send(MAIL)
        await mailer.close()
        assert len(server.envelopes) == 1

        wrong = SmtpMailer(address.replace("p%3A", "x"), SENDER, tls=at_client)
        with pytest.raises(UnavailableError, match="did not let us in"):
            await wrong.send(MAIL)
        await wrong.close()

        stranger = SmtpMailer(address, SENDER)
        with pytest.raises(UnavailableError, match="certificate is not accepted"):
            await stranger.send(MAIL)
        await stranger.close()
    assert len(server.envelopes) == 1


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp://h:99999",
        "smtp://h:x",
        "smtp://u:se/cret@h",
    ],
)
def test_an_unusable_address_is_a_mistake_of_the_setup_told_without_the_password(url: str) -> None:
    with pytest.raises(SetupError, match="SMTP_URL is not usable") as wrong:
        SmtpMailer(url, SENDER)
    assert "cret" not in str(wrong.value)


def test_an_unusable_sender_is_a_mistake_of_the_setup() -> None:
    with pytest.raises(SetupError, match="UNDERSTUDY_MAIL_FROM"):
        SmtpMailer("smtp://127.0.0.1", "nobody")
