"""A real SMTP server on loopback that misbehaves as told."""

import asyncio
import ipaddress
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class Server:
    """An SMTP server, what it got, and how it is told to misbehave."""

    port: int = 0
    sessions: list[SMTP] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    at_mail: list[str] = field(default_factory=list)
    """Replies to the next MAIL commands, first come first served; none left means 250."""
    at_recipient: list[str] = field(default_factory=list)
    at_data: list[str] = field(default_factory=list)
    together: asyncio.Barrier | None = None
    """When set, mails are taken only once so many of them are here at the same time."""
    silent: asyncio.Event | None = None
    """When set, a mail's content is answered only after this event."""
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the first mail's content is here."""

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.at_mail:
            return self.at_mail.pop(0)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.at_recipient:
            return self.at_recipient.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        self.arrived.set()
        if self.together:
            await self.together.wait()
        if self.silent:
            await self.silent.wait()
        if self.at_data:
            return self.at_data.pop(0)
        self.envelopes.append(envelope)
        return "250 OK"

    def hang_up(self) -> None:
        """Break every connection, as a restart of the server does."""
        for session in self.sessions:
            if isinstance(session.transport, asyncio.WriteTransport):
                session.transport.abort()


@asynccontextmanager
async def serve(*, port: int = 0, tls: ssl.SSLContext | None = None, **options: Any) -> AsyncIterator[Server]:
    """A server on a free port of loopback; `tls` speaks TLS from the first byte."""
    server = Server()

    def session() -> SMTP:
        made = SMTP(server, hostname="mail.example", **options)
        server.sessions.append(made)
        return made

    listening = await asyncio.get_running_loop().create_server(session, "127.0.0.1", port, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        server.hang_up()
        listening.close()
        await listening.wait_closed()


def certificates(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a fresh certificate for 127.0.0.1, and a client's that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "loopback")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    pem.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(pem)
    return server, ssl.create_default_context(cafile=str(pem))
