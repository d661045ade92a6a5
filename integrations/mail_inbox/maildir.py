"""A mailbox that a mail server on this machine delivers into: a Maildir."""

import asyncio
from collections.abc import Collection, Sequence
from pathlib import Path

from domain.errors import SetupError
from domain.incoming import ReceivedMail


class MaildirInbox:
    """Implements `domain.incoming.IncomingMail`. Keys are file names.

    Mails that are done go from `new` to `cur`, seen; those set aside too, flagged besides, as mail programs show
    what needs attention.
    """

    def __init__(self, folder: Path, *, largest: int = 10 * 1024 * 1024) -> None:
        """`largest` bytes of a mail are read. Raises SetupError when `folder` is no Maildir."""
        self._new, self._cur = folder / "new", folder / "cur"
        self._largest = largest
        if not (self._new.is_dir() and self._cur.is_dir()):
            raise SetupError(
                "The folder for incoming mail is no Maildir.", remedy="Name a folder that holds new and cur."
            )

    async def fetch(self, limit: int) -> Sequence[ReceivedMail]:
        """At most `limit` mails in `new`, oldest first. Changes nothing."""
        return await asyncio.to_thread(self._fetch, limit)

    async def done(self, keys: Sequence[str]) -> None:
        """Move to `cur` as seen. What is gone already is done."""
        await asyncio.to_thread(self._move, keys, "S")

    async def set_aside(self, keys: Sequence[str]) -> None:
        """Move to `cur` as flagged and seen."""
        await asyncio.to_thread(self._move, keys, "FS")

    def _fetch(self, limit: int) -> list[ReceivedMail]:
        files = sorted(oldest_first(self._new))[:limit]
        return [mail for _, file in files if (mail := read_mail(file, file.name, self._largest))]

    def _move(self, keys: Sequence[str], flags: str) -> None:
        for key in keys:
            file = self._new / Path(key).name
            try:
                file.rename(self._cur / f"{file.name.partition(':')[0]}:2,{flags}")
            except FileNotFoundError:
                continue  # moved by an earlier try, or by a person


def oldest_first(folder: Path, without: Collection[str] = ()) -> list[tuple[int, Path]]:
    """Files with their age in nanoseconds since 1970, unsorted; hidden ones and those that vanish left out.

    Names in `without` are left out before they cost anything.
    """
    found = []
    for file in folder.iterdir():
        if file.name.startswith(".") or file.name in without:
            continue
        try:
            found.append((file.stat().st_mtime_ns, file))
        except FileNotFoundError:
            continue  # another program took it meanwhile
    return found


def read_mail(file: Path, key: str, largest: int) -> ReceivedMail | None:
    """The mail in a file, at most `largest` bytes of it; None when the file is gone."""
    try:
        with file.open("rb") as stream:
            content = stream.read(largest + 1)
    except FileNotFoundError:
        return None
    return ReceivedMail(key=key, content=content[:largest], whole=len(content) <= largest)
