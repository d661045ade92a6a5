"""Mail to us in the embedded mailbox, which keeps the mails of everybody in one folder."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from domain.incoming import ReceivedMail
from integrations.mail_inbox.maildir import oldest_first, read_mail

_HEAD_BYTES = 4_096
_MARK = b"delivered-to:"


class EmbeddedInbox:
    """Implements `domain.incoming.IncomingMail`. Keys are file names.

    The mailbox goes on showing every mail, so what is done is noted in files of their own beside it. One process
    reads at a time.
    """

    def __init__(self, folder: Path, address: str, *, largest: int = 10 * 1024 * 1024) -> None:
        """`folder` as `integrations.mailbox.MailStore` keeps it; `address` is ours, in any case."""
        self._new = folder / "new"
        self._notes = {"done": folder / "done", "aside": folder / "aside"}
        for directory in (self._new, *self._notes.values()):
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._address = address.strip().lower().encode()
        self._largest = largest
        self._passed = {note.name for directory in self._notes.values() for note in directory.iterdir()}
        """Names of files that need not be opened again: done, or not for us."""

    async def fetch(self, limit: int) -> Sequence[ReceivedMail]:
        """At most `limit` mails to our address that are not done, oldest first. Changes no mail."""
        return await asyncio.to_thread(self._fetch, limit)

    async def done(self, keys: Sequence[str]) -> None:
        """Note as done."""
        await asyncio.to_thread(self._note, keys, "done")

    async def set_aside(self, keys: Sequence[str]) -> None:
        """Note under `aside`, where a person finds the names."""
        await asyncio.to_thread(self._note, keys, "aside")

    def _fetch(self, limit: int) -> list[ReceivedMail]:
        mails: list[ReceivedMail] = []
        for _, file in sorted(oldest_first(self._new, self._passed)):
            if len(mails) >= limit:
                break
            if file.suffix != ".eml":
                continue
            mail = read_mail(file, file.name, self._largest)
            if mail is not None and self._is_ours(mail.content):
                mails.append(mail)
            else:
                self._passed.add(file.name)
        return mails

    def _is_ours(self, content: bytes) -> bool:
        """Whether the mailbox noted our address as a recipient.

        It notes them above what the sender wrote; a sender who goes on in its form gains nothing that a mail to us
        would not give.
        """
        for line in content[:_HEAD_BYTES].lower().split(b"\r\n")[1:]:  # the first is Return-Path
            if not line.startswith(_MARK):
                return False
            if line.removeprefix(_MARK).strip() == self._address:
                return True
        return False

    def _note(self, keys: Sequence[str], kind: str) -> None:
        for key in keys:
            name = Path(key).name
            (self._notes[kind] / name).touch(mode=0o600)
            self._passed.add(name)
