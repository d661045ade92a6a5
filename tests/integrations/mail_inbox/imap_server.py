"""A real IMAP server (pymap) in a process of its own, and a mail server's side of it."""

import imaplib
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from runtime.embedded.ports import free_port
from tests.support.listening import until_listening

USER, PASSWORD = "hiring@acme.example", 'pä ß"word'


@dataclass(frozen=True)
class ImapServer:
    """Where it listens."""

    port: int

    def url(self, *, scheme: str = "imap", folder: str = "", password: str = PASSWORD) -> str:
        """The address as an administrator writes it."""
        return f"{scheme}://{quote(USER)}:{quote(password)}@127.0.0.1:{self.port}/{quote(folder)}"

    @contextmanager
    def signed_in(self, tls: ssl.SSLContext | None = None) -> Iterator[imaplib.IMAP4]:
        """A connection of somebody else to the same mailbox."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=10) as connection:
            if tls:
                connection.starttls(tls)
            connection.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
            yield connection

    def deliver(self, *mails: bytes) -> None:
        """Put mails into the inbox, as the mail server does."""
        with self.signed_in() as connection:
            for mail in mails:
                assert connection.append("INBOX", "", "", mail)[0] == "OK"

    def flags(self, folder: str = "INBOX") -> list[bytes]:
        """What stands about each mail of a folder."""
        with self.signed_in() as connection:
            if connection.select(f'"{folder}"', readonly=True)[0] != "OK":
                return []
            found = connection.fetch("1:*", "(FLAGS)")[1]
            return [line for line in found if isinstance(line, bytes)]


@contextmanager
def imap_server(folder: Path, tls: Path | None = None) -> Iterator[ImapServer]:
    """The server on a free port of loopback with one empty mailbox; `tls` is a file with certificate and key."""
    port = free_port()
    # Its console script; the package has no module to run.
    command = [sys.executable, "-c", "import sys; from pymap.main import main; sys.exit(main())"]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    command += ["--cert", str(tls), "--key", str(tls)] if tls else ["--no-tls"]
    command += ["dict", "--demo-user", USER, "--demo-password", PASSWORD]
    with (folder / "imap.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "PYTHONUTF8": "1"})
    try:
        until_listening(port, process)
        yield ImapServer(port)
    finally:
        process.terminate()
        process.wait(20)
