"""Incoming mail from a real IMAP server."""

import asyncio
import importlib.util
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from domain.errors import SetupError, UnavailableError
from integrations.mail_inbox import ImapInbox, parse_imap
from tests.integrations.mail_inbox.imap_server import ImapServer, imap_server
from tests.integrations.mail_server import certificates
from tests.support.patience import PATIENCE_SECONDS

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("pymap") is None, reason="pymap, a real IMAP server, is not installed"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ImapServer]:
    """A server with an empty inbox."""
    with imap_server(tmp_path) as running:
        yield running


@pytest.fixture
def inbox(server: ImapServer) -> ImapInbox:
    """Our side of it."""
    return ImapInbox(parse_imap(server.url()), timeout=PATIENCE_SECONDS, largest=1_000)


def mail(number: int, body: str = "hello") -> bytes:
    return f"Message-ID: <{number}@mail.example>\r\nSubject: {number}\r\n\r\n{body}\r\n".encode()


async def test_mails_come_again_until_they_are_done(server: ImapServer, inbox: ImapInbox) -> None:
    server.deliver(mail(1), mail(2))
    first = await inbox.fetch(10)
    assert [(one.content, one.whole) for one in first] == [(mail(1), True), (mail(2), True)]
    assert await inbox.fetch(10) == first
    assert not any(rb"\Seen" in line for line in server.flags())

    await inbox.done([first[0].key])
    assert await inbox.fetch(10) == first[1:]
    await inbox.done([first[0].key, first[1].key])
    assert await inbox.fetch(10) == []


async def test_the_oldest_come_first_up_to_the_limit(server: ImapServer, inbox: ImapInbox) -> None:
    server.deliver(*(mail(number) for number in range(12)))
    assert [one.content for one in await inbox.fetch(3)] == [mail(0), mail(1), mail(2)]


async def test_of_a_large_mail_the_beginning_comes_and_says_so(server: ImapServer, inbox: ImapInbox) -> None:
    large = mail(1, "x" * 5_000)
    server.deliver(large)
    (found,) = await inbox.fetch(10)
    assert (found.content, found.whole) == (large[:1_000], False)


async def test_what_is_set_aside_lies_unread_where_a_person_finds_it(
    server: ImapServer, inbox: ImapInbox
) -> None:
    server.deliver(mail(1), mail(2))
    first, second = await inbox.fetch(10)
    await inbox.set_aside([first.key])
    await inbox.set_aside([second.key])
    assert await inbox.fetch(10) == []
    aside = server.flags("Understudy problems")
    assert len(aside) == 2
    assert not any(rb"\Seen" in line for line in aside)


async def test_a_key_of_a_folder_that_was_rebuilt_marks_nothing(server: ImapServer, inbox: ImapInbox) -> None:
    server.deliver(mail(1))
    (found,) = await inbox.fetch(10)
    number = found.key.partition(".")[2]
    for key in (f"1.{number}", "rubbish", f"{found.key},1:*", f"{found.key} (x)", ""):
        await inbox.done([key])
        await inbox.set_aside([key])
    assert await inbox.fetch(10) == [found]


async def test_a_mail_that_is_gone_is_done(server: ImapServer, inbox: ImapInbox) -> None:
    server.deliver(mail(1))
    (found,) = await inbox.fetch(10)
    with server.signed_in() as connection:
        connection.select("INBOX")
        connection.store("1", "+FLAGS", r"(\Deleted)")
        connection.expunge()
    assert await inbox.fetch(10) == []
    await inbox.done([found.key])


async def test_a_wrong_password_and_a_missing_folder_are_for_the_administrator(server: ImapServer) -> None:
    for url in (server.url(password="wrong"), server.url(folder="Missing")):
        with pytest.raises(SetupError) as caught:
            await ImapInbox(parse_imap(url), timeout=PATIENCE_SECONDS).fetch(1)
        assert "wrong" not in str(caught.value)


async def test_a_server_that_is_down_may_be_asked_again(tmp_path: Path) -> None:
    with imap_server(tmp_path) as server:
        inbox = ImapInbox(parse_imap(server.url()), timeout=PATIENCE_SECONDS)
    with pytest.raises(UnavailableError):
        await inbox.fetch(1)
    with pytest.raises(UnavailableError):
        await inbox.done(["1.1"])


@pytest.mark.parametrize("greeting", [b"", b"rubbish\r\n", b"* BYE busy\r\n", b"* OK hi\r\n"])
async def test_a_server_that_hangs_up_or_is_silent_may_be_asked_again(greeting: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(greeting)
        await writer.drain()
        if greeting.startswith(b"* OK"):
            await reader.read()  # says no more until the client has hung up
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    with pytest.raises(UnavailableError):
        await ImapInbox(parse_imap(ImapServer(port).url()), timeout=0.5).fetch(1)
    listening.close()


async def test_tls_is_spoken_and_the_certificate_checked(tmp_path: Path) -> None:
    _, trusting = certificates(tmp_path)
    with imap_server(tmp_path, tmp_path / "server.pem") as server:
        endpoint = parse_imap(server.url(scheme="imap+starttls"))
        assert await ImapInbox(endpoint, timeout=PATIENCE_SECONDS, tls=trusting).fetch(1) == []
        with pytest.raises(UnavailableError):
            await ImapInbox(endpoint, timeout=PATIENCE_SECONDS).fetch(1)


async def test_tls_from_the_first_byte_is_spoken_and_the_certificate_checked(tmp_path: Path) -> None:
    serving, trusting = certificates(tmp_path)
    with imap_server(tmp_path) as server:
        server.deliver(mail(1))
        async with tls_before(server.port, serving) as port:
            endpoint = parse_imap(ImapServer(port).url(scheme="imaps"))
            (found,) = await ImapInbox(endpoint, timeout=PATIENCE_SECONDS, tls=trusting).fetch(1)
            assert found.content == mail(1)
            with pytest.raises(UnavailableError):
                await ImapInbox(endpoint, timeout=PATIENCE_SECONDS).fetch(1)


@asynccontextmanager
async def tls_before(upstream: int, tls: ssl.SSLContext) -> AsyncIterator[int]:
    """A port that speaks TLS and hands on to a server that does not."""

    async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65_536):
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            pass  # one side hung up; the other is closed below
        finally:
            writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", upstream)
        await asyncio.gather(pour(reader, inner_writer), pour(inner_reader, writer))

    listening = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:
        listening.close()
