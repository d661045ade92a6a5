"""Hands mails to an SMTP server over a few kept connections."""

import asyncio
import ssl

import aiosmtplib

from domain.errors import UnavailableError
from domain.ports import OutgoingMail
from integrations.mail.endpoint import parse_endpoint
from integrations.mail.failures import translate
from integrations.mail.mime import build_mime, parse_address, parse_sender

_SERVICE_CLOSING = 421
_GOODBYE_SECONDS = 2.0


class SmtpMailer:
    """Implements `domain.ports.Mailer`; several tasks of one event loop may send at once."""

    def __init__(
        self,
        url: str,
        sender: str,
        *,
        connections: int = 4,
        timeout: float = 20.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """`url` as `parse_endpoint` reads it, `sender` as `Name <address>`; nothing is connected yet.

        `connections` bounds the open ones, `timeout` is in seconds for each step of the dialogue, `tls`
        replaces the system's trusted certificates. Raises SetupError for an unusable address or sender.
        """
        self._endpoint = parse_endpoint(url)
        self._sender = sender
        self._sender_address = parse_sender(sender)
        self._timeout = timeout
        self._tls = tls
        self._turn = asyncio.Semaphore(connections)
        self._idle: list[aiosmtplib.SMTP] = []
        self._closed = False

    async def send(self, mail: OutgoingMail) -> None:
        """Hand over one mail. A repeat sends the same Message-ID again, so receivers can recognise it.

        Raises UnavailableError when a later try may work (connection, time-out, sign-in, 4xx) and
        MailRefusedError when it cannot (5xx, malformed address, line break in a header).
        """
        content = build_mime(mail, self._sender).as_bytes()
        recipient = parse_address(mail.to_address)
        async with self._turn:
            if self._closed:
                raise UnavailableError(
                    "The mailer is closed.", remedy="It is tried again by the next process."
                )
            try:
                await self._hand_over(recipient, content)
            except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
                failure = translate(error)
            else:
                return
        # Outside of `except`: the server's words must not hang on as the cause or the context.
        raise failure

    async def close(self) -> None:
        """End the kept connections politely; later sends raise UnavailableError."""
        self._closed = True
        while self._idle:
            connection = self._idle.pop()
            try:
                await connection.quit(timeout=_GOODBYE_SECONDS)
            except (aiosmtplib.SMTPException, OSError, TimeoutError):
                connection.close()  # it is going away anyway

    async def _hand_over(self, recipient: str, content: bytes) -> None:
        connection = await self._begin()
        try:
            await connection.rcpt(recipient)
            await connection.data(content)
        except BaseException as error:
            await self._recover(connection, error)
            raise
        self._keep(connection)

    async def _begin(self) -> aiosmtplib.SMTP:
        """A connection on which MAIL FROM was accepted.

        A kept connection may have died unseen; that shows at the first command, before the mail is on its
        way, so a new one is taken and nothing is sent twice.
        """
        while self._idle:
            connection = self._idle.pop()
            try:
                await self._mail_from(connection)
            except aiosmtplib.SMTPServerDisconnected:
                continue
            except aiosmtplib.SMTPSenderRefused as error:
                if error.code != _SERVICE_CLOSING:
                    raise
            else:
                return connection
        connection = await self._connect()
        await self._mail_from(connection)
        return connection

    async def _mail_from(self, connection: aiosmtplib.SMTP) -> None:
        try:
            await connection.mail(self._sender_address.addr_spec)
        except BaseException as error:
            await self._recover(connection, error)
            raise

    async def _connect(self) -> aiosmtplib.SMTP:
        endpoint = self._endpoint
        connection = aiosmtplib.SMTP(
            hostname=endpoint.host,
            port=endpoint.port,
            username=endpoint.username,
            password=endpoint.password,
            # Named here because the default asks the name service, which may take seconds.
            local_hostname=self._sender_address.domain,
            timeout=self._timeout,
            use_tls=endpoint.security == "tls",
            start_tls=endpoint.security == "starttls",
            tls_context=self._tls,
        )
        try:
            await connection.connect()
        except BaseException:
            connection.close()
            raise
        return connection

    async def _recover(self, connection: aiosmtplib.SMTP, error: BaseException) -> None:
        """Make the connection fit for the next mail when the server merely said no; else close it.

        After a broken, timed-out or cancelled dialogue nobody knows which answer belongs to which command.
        """
        if isinstance(error, aiosmtplib.SMTPResponseException) and error.code > 0 and connection.is_connected:
            try:
                await connection.rset()
            except (aiosmtplib.SMTPException, OSError, TimeoutError):
                connection.close()  # the caller raises the error that led here
            except BaseException:
                connection.close()
                raise
            self._keep(connection)
        else:
            connection.close()

    def _keep(self, connection: aiosmtplib.SMTP) -> None:
        """Put a connection back for the next mail, unless it is of no more use."""
        if self._closed or not connection.is_connected:
            connection.close()
        else:
            self._idle.append(connection)
