"""A mailbox on an IMAP server (RFC 3501, RFC 9051)."""

import asyncio
import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from domain.errors import SetupError, UnavailableError, UnderstudyError
from domain.incoming import ReceivedMail
from integrations.mail_inbox.endpoint import ImapEndpoint

_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
# RFC 5530: the server cannot sign anybody in just now.
_LATER = re.compile(r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)\]", re.IGNORECASE)


class ImapInbox:
    """Implements `domain.incoming.IncomingMail`.

    What is done is marked as seen, so nobody else may read in this folder. What is set aside is copied into the
    folder of problems, where a person finds it unread. Keys are `UIDVALIDITY.UID`: after the server has rebuilt
    the folder, old keys name nothing, and unseen mails come again. Each call has a connection of its own, in a
    thread.
    """

    def __init__(
        self,
        endpoint: ImapEndpoint,
        *,
        largest: int = 10 * 1024 * 1024,
        timeout: float = 30.0,
        problems: str = "Understudy problems",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """`largest` bytes of a mail are fetched; `timeout` is in seconds for each step of the dialogue.

        `tls` replaces the system's trusted certificates. Nothing is connected yet.
        """
        self._endpoint = endpoint
        self._largest = largest
        self._timeout = timeout
        self._problems = problems
        self._tls = tls

    async def fetch(self, limit: int) -> Sequence[ReceivedMail]:
        """At most `limit` unseen mails, oldest first. Changes nothing."""
        return await asyncio.to_thread(self._fetch, limit)

    async def done(self, keys: Sequence[str]) -> None:
        """Mark as seen. What is gone already is done."""
        if keys:
            await asyncio.to_thread(self._mark, keys, aside=False)

    async def set_aside(self, keys: Sequence[str]) -> None:
        """Copy into the folder of problems, which is made when missing, and mark as seen."""
        if keys:
            await asyncio.to_thread(self._mark, keys, aside=True)

    def _fetch(self, limit: int) -> list[ReceivedMail]:
        with self._folder(readonly=True) as (connection, validity):
            found = _said(connection.uid("SEARCH", "UNSEEN", "UNDELETED"))
            numbers = sorted(int(word) for line in found if isinstance(line, bytes) for word in line.split())
            mails = (self._one(connection, validity, number) for number in numbers[:limit])
            return [mail for mail in mails if mail is not None]

    def _one(self, connection: imaplib.IMAP4, validity: str, number: int) -> ReceivedMail | None:
        """A mail, or its beginning; None when it has vanished meanwhile."""
        wanted = f"(RFC822.SIZE BODY.PEEK[]<0.{self._largest}>)"
        pieces = _said(connection.uid("FETCH", str(number), wanted))
        content = next((bytes(piece[1]) for piece in pieces if isinstance(piece, tuple)), None)
        if content is None:
            return None
        around = b" ".join(piece[0] if isinstance(piece, tuple) else piece or b"" for piece in pieces)
        size = _SIZE.search(around)
        whole = int(size[1]) <= len(content) if size else len(content) < self._largest
        return ReceivedMail(key=f"{validity}.{number}", content=content, whole=whole)

    def _mark(self, keys: Sequence[str], *, aside: bool) -> None:
        with self._folder(readonly=False) as (connection, validity):
            numbers = [number for key in keys if (number := _number(key, validity))]
            if not numbers:
                return
            chosen = ",".join(numbers)
            if aside:
                self._copy(connection, chosen)
            _said(connection.uid("STORE", chosen, "+FLAGS.SILENT", r"(\Seen)"))

    def _copy(self, connection: imaplib.IMAP4, chosen: str) -> None:
        folder = _quoted(self._problems)
        status, _ = connection.uid("COPY", chosen, folder)
        if status != "OK":
            connection.create(folder)  # the answer to the copy tells whether it worked
            _said(connection.uid("COPY", chosen, folder))

    @contextmanager
    def _folder(self, *, readonly: bool) -> Iterator[tuple[imaplib.IMAP4, str]]:
        """A connection on which the folder is selected, and the folder's UIDVALIDITY."""
        try:
            connection = self._connect()
            try:
                self._sign_in(connection)
                status, _ = connection.select(_quoted(self._endpoint.folder), readonly)
                if status != "OK":
                    raise SetupError(
                        "The mail server does not open the folder for incoming mail.",
                        field="inbox_url",
                        remedy="Name a folder that exists at the end of UNDERSTUDY_INBOX_URL.",
                    )
                _, validity = connection.response("UIDVALIDITY")
                known = validity[0] if validity and isinstance(validity[0], bytes) else b"0"
                yield connection, known.decode("ascii", "replace")
            finally:
                _close(connection)
        except UnderstudyError:
            raise
        except (imaplib.IMAP4.error, OSError, EOFError) as error:
            # Only the kind of the error: the server's words may name people.
            raise UnavailableError(
                f"The mail server for incoming mail does not answer as it should ({type(error).__name__})."
            ) from None

    def _connect(self) -> imaplib.IMAP4:
        endpoint = self._endpoint
        context = self._tls or ssl.create_default_context()
        if endpoint.security == "tls":
            return imaplib.IMAP4_SSL(endpoint.host, endpoint.port, ssl_context=context, timeout=self._timeout)
        connection = imaplib.IMAP4(endpoint.host, endpoint.port, timeout=self._timeout)
        if endpoint.security == "starttls":
            try:
                connection.starttls(context)
            except BaseException:
                _close(connection)
                raise
        return connection

    def _sign_in(self, connection: imaplib.IMAP4) -> None:
        user, password = self._endpoint.username, self._endpoint.password
        try:
            # PLAIN takes any letters; LOGIN as the library writes it does not quote the user.
            if "AUTH=PLAIN" in connection.capabilities:
                connection.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
            else:
                connection.login(_quoted(user), password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            if _LATER.search(str(error)):
                raise
            raise SetupError(
                "The mail server for incoming mail refuses user and password.",
                field="inbox_url",
                remedy="Correct UNDERSTUDY_INBOX_URL; many providers ask for a password made for one program.",
            ) from None


def _said(
    answer: tuple[str, list[bytes | tuple[bytes, bytes] | None]],
) -> list[bytes | tuple[bytes, bytes] | None]:
    """What came with OK."""
    status, pieces = answer
    if status != "OK":
        raise imaplib.IMAP4.error(status)
    return pieces


def _number(key: str, validity: str) -> str:
    """The UID in a key of this folder; empty for a key of a folder that was rebuilt since."""
    of, _, number = key.partition(".")
    return number if of == validity and number.isascii() and number.isdigit() else ""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _close(connection: imaplib.IMAP4) -> None:
    try:
        connection.logout()
    except (imaplib.IMAP4.error, OSError):
        connection.shutdown()  # it is going away anyway; what went wrong before is what counts
