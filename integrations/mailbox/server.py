"""The two servers of the mailbox: SMTP on one port, the page on another, both on loopback."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from weakref import WeakSet

import uvicorn
from aiosmtpd.smtp import SMTP, Envelope, Session

from integrations.mailbox.page import make_page
from integrations.mailbox.rules import Rules
from integrations.mailbox.store import MailStore

LOOPBACK = "127.0.0.1"
_SIZE_LIMIT_BYTES = 25 * 1024 * 1024


class Mailbox:
    """A mail server whose mails lie below `folder`. Port 0 takes a free one, known after `start`."""

    def __init__(self, folder: Path, smtp_port: int = 0, http_port: int = 0) -> None:
        self.smtp_port = smtp_port
        self.http_port = http_port
        self._store = MailStore(folder)
        self._rules = Rules()
        self._sessions: WeakSet[SMTP] = WeakSet()
        self._smtp: asyncio.Server | None = None
        self._http: tuple[_QuietServer, asyncio.Task[None]] | None = None

    async def start(self) -> None:
        """Open both ports. Raises OSError when one is taken."""
        loop = asyncio.get_running_loop()
        self._smtp = await loop.create_server(self._session, LOOPBACK, self.smtp_port)
        self.smtp_port = self._smtp.sockets[0].getsockname()[1]
        listening = socket.create_server((LOOPBACK, self.http_port))
        self.http_port = listening.getsockname()[1]
        config = uvicorn.Config(
            make_page(self._store, self._rules), log_level="warning", access_log=False, lifespan="off"
        )
        server = _QuietServer(config)
        task = asyncio.create_task(server.serve([listening]), name="mailbox page")
        self._http = server, task
        await server.listening.wait()

    async def stop(self) -> None:
        """Close both ports and every connection. Accepted mails are already on disk."""
        if self._smtp:
            self._smtp.close()
            for session in list(self._sessions):
                _cut(session)
            await self._smtp.wait_closed()
        if self._http:
            server, task = self._http
            server.should_exit = True
            await task
        self._smtp = self._http = None

    def _session(self) -> SMTP:
        session = SMTP(
            _Handler(self._store, self._rules),
            data_size_limit=_SIZE_LIMIT_BYTES,
            enable_SMTPUTF8=True,
            hostname="mailbox.localhost",
            ident="Understudy mailbox",
        )
        self._sessions.add(session)
        return session


class _Handler:
    """What the SMTP session asks us. Names and arguments are aiosmtpd's."""

    def __init__(self, store: MailStore, rules: Rules) -> None:
        self._store = store
        self._rules = rules

    async def handle_RCPT(  # noqa: N802 - aiosmtpd finds it by this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        if rule := self._rules.apply("recipient", [address]):
            return _refusal(rule.code)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd finds it by this name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del session
        recipients = list(envelope.rcpt_tos)
        if rule := self._rules.apply("data", recipients):
            return _refusal(rule.code)
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        mail = await asyncio.to_thread(self._store.add, content, envelope.mail_from or "", recipients)
        if self._rules.apply("answer_lost", recipients):
            _cut(server)
        return f"250 Accepted as {mail.key}"


class _QuietServer(uvicorn.Server):
    """A server that leaves signals to the process it is part of, and tells when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _cut(session: SMTP) -> None:
    """Drop a connection without a word."""
    if isinstance(session.transport, asyncio.Transport):
        session.transport.abort()


def _refusal(code: int) -> str:
    kind = "4.3.0 Try again later" if code < 500 else "5.1.1 Refused for good"  # noqa: PLR2004 - SMTP classes
    return f"{code} {kind} (a rule of this mailbox)"


def run_mailbox(folder: Path, smtp_port: int = 0, http_port: int = 0) -> None:
    """Run a mailbox until SIGTERM or SIGINT. Raises OSError when a port is taken."""
    asyncio.run(_serve(Mailbox(folder, smtp_port, http_port)))


async def _serve(mailbox: Mailbox) -> None:
    asked = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    await mailbox.start()
    await asked.wait()
    await mailbox.stop()
