"""The inbox: what people and their calendars send back is fetched, read and handled, each mail once.

A mail is handled in one transaction and marked in its mailbox afterwards. A process that dies in between fetches
it again, and the database knows it. What cannot be handled is set aside, where a person finds it.
"""

import asyncio
import hashlib
import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.errors import SetupError, UnavailableError
from domain.incoming import (
    Incoming,
    IncomingMail,
    IncomingOutcome,
    PlainReply,
    ReceivedMail,
    UnreadableMailError,
)
from domain.vocabulary import Trigger
from integrations.itip import read_incoming
from integrations.mail_inbox import EmbeddedInbox, ImapInbox, MaildirInbox, parse_imap
from runtime.settings import EMBEDDED
from services import incoming
from services.log import Cause

log = logging.getLogger(__name__)

AT_ONCE = 20
"""Mails of one round."""
MOST_TRIES = 3
LONGEST_WAIT = timedelta(minutes=5)
"""Between two tries while the mail server or the database is away."""
CAUSE = Cause(trigger=Trigger.AUTO)
MAILDIR = "maildir:"


def open_inbox(url: str, address: str) -> IncomingMail:
    """The mailbox at an address of `UNDERSTUDY_INBOX_URL`; `address` is ours, for a mailbox that holds everybody's.

    Raises SetupError, without repeating the address, which may hold a password.
    """
    if url.startswith(EMBEDDED):
        return EmbeddedInbox(Path(url.removeprefix(EMBEDDED)), address)
    if url.startswith(MAILDIR):
        return MaildirInbox(Path(url.removeprefix(MAILDIR)))
    return ImapInbox(parse_imap(url))


class Inbox:
    """Handles the mails of one mailbox, round by round."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        mailbox: IncomingMail,
        clock: Callable[[], datetime],
        every: timedelta,
    ) -> None:
        """`every` is the wall-clock time between two looks; `clock` tells business time."""
        self._sessions = sessions
        self._mailbox = mailbox
        self._clock = clock
        self._every = every
        self._failed: Counter[str] = Counter()

    async def run(self) -> None:
        """Look until cancelled. While the mail server or the database is away the waits grow."""
        wait = self._every
        while True:
            try:
                count = await self.take()
            except (UnavailableError, SetupError) as error:
                log.warning("inbox: %s", error.message)
                wait = min(2 * wait, max(LONGEST_WAIT, self._every))
            except (OperationalError, InterfaceError, OSError) as error:
                log.warning("inbox: not reachable (%s)", type(error).__name__)
                wait = min(2 * wait, max(LONGEST_WAIT, self._every))
            else:
                wait = self._every
                if count == AT_ONCE:
                    continue
            await asyncio.sleep(wait.total_seconds())

    async def take(self) -> int:
        """Handle what is there, at most one round of it. Returns how many mails were marked.

        Raises UnavailableError, SetupError, and what the database driver raises when it is away.
        """
        mails = await self._mailbox.fetch(AT_ONCE)
        done: list[str] = []
        aside: list[str] = []
        try:
            for mail in mails:
                is_done = await self._handle(mail)
                if is_done is not None:
                    (done if is_done else aside).append(mail.key)
        finally:
            if aside:
                await self._mailbox.set_aside(aside)
            if done:
                await self._mailbox.done(done)
        return len(done) + len(aside)

    async def _handle(self, mail: ReceivedMail) -> bool | None:
        """True: done. False: for a person. None: try again."""
        try:
            read = await asyncio.to_thread(_read, mail)
            async with self._sessions.begin() as session:
                outcome = await incoming.handle(
                    session, read, message_key=key_of(read, mail), cause=CAUSE, at=self._clock()
                )
        except UnreadableMailError as error:
            log.warning("inbox: a mail is set aside. %s", error.message)
            return False
        except (OperationalError, InterfaceError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one mail must not stop the others
            self._failed[mail.key] += 1
            log.error("inbox: a mail cannot be handled (%s)", type(error).__name__)  # noqa: TRY400 - the trace may quote the mail
            if self._failed[mail.key] < MOST_TRIES:
                return None
            del self._failed[mail.key]
            return False
        return not _is_for_a_person(read, outcome)


def _read(mail: ReceivedMail) -> Incoming:
    if not mail.whole:
        raise UnreadableMailError("The mail is too large.")
    return read_incoming(mail.content)


def key_of(read: Incoming, mail: ReceivedMail) -> str:
    """By what a mail is known again: a digest, as a Message-ID may hold an address."""
    named = read.message_id.encode() if read.message_id else mail.content
    return hashlib.sha256(named).hexdigest()


def _is_for_a_person(read: Incoming, outcome: IncomingOutcome) -> bool:
    """Words that belong to nothing we know, and what is more than anybody sends, are not lost."""
    unknown_words = outcome is IncomingOutcome.NOT_OURS and isinstance(read, PlainReply)
    return unknown_words or outcome is IncomingOutcome.TOO_MANY
