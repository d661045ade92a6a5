"""Mails as files. A mail that was accepted is on disk before the sender hears so."""

import hashlib
import json
import os
import threading
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from functools import lru_cache
from pathlib import Path

_HEADER_BYTES = 65_536
_PARSED = 512


@dataclass(frozen=True, slots=True)
class StoredMail:
    """What lists show of one mail."""

    key: str
    """Name of the file: a digest of the Message-ID."""
    message_id: str
    to: tuple[str, ...]
    """Bare addresses in lower case, of the header and of the envelope."""
    sender: str
    subject: str
    date: str
    """The `Date` header as it stands."""
    template: str | None
    """Header `X-Understudy-Template`."""
    interview: str | None
    """Header `X-Understudy-Interview`."""
    received_ns: int
    """Arrival, nanoseconds since 1970 (UTC)."""
    deliveries: int = 1
    """How often a mail with this Message-ID was handed in."""


class MailStore:
    """A folder in the shape of a Maildir: `tmp` while a mail is written, `new` once it is complete.

    A second delivery with a Message-ID that is already there makes no second mail; it is counted in
    `<key>.json`, as big mail services suppress duplicates. Safe to use from several threads.
    """

    def __init__(self, folder: Path) -> None:
        self._tmp, self._new = folder / "tmp", folder / "new"
        for directory in (folder, self._tmp, self._new):
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._mails = {file.stem: _summary(file) for file in self._new.glob("*.eml")}

    def add(self, content: bytes, sender: str, recipients: Sequence[str]) -> StoredMail:
        """Keep one mail; returns when it would survive a power cut.

        A mail without a Message-ID is a new mail each time.
        """
        message_id = str(_headers(content).get("Message-ID") or "").strip() or f"<{uuid.uuid4()}@mailbox>"
        key = hashlib.sha256(message_id.encode()).hexdigest()[:32]
        envelope = [f"Return-Path: <{sender}>", *(f"Delivered-To: {address}" for address in recipients)]
        draft = self._tmp / f"{uuid.uuid4().hex}.eml"
        _write_through(draft, "".join(f"{line}\r\n" for line in envelope).encode() + content)
        file = self._new / f"{key}.eml"
        with self._lock:
            try:
                # A link, unlike a rename, fails when the name is taken: the first delivery wins.
                file.hardlink_to(draft)
            except FileExistsError:
                mail = self._count(key)
            else:
                mail = replace(_summary(file), message_id=message_id)
                self._mails[key] = mail
        draft.unlink()
        _sync_folder(self._new)
        return mail

    def newest_first(self, to: str | None = None, template: str | None = None) -> list[StoredMail]:
        """All mails, filtered by recipient address (any case) and template when given."""
        with self._lock:
            mails = list(self._mails.values())
        wanted = to.strip().lower() if to else None
        chosen = [
            mail
            for mail in mails
            if (wanted is None or wanted in mail.to) and (not template or mail.template == template)
        ]
        return sorted(chosen, key=lambda mail: mail.received_ns, reverse=True)

    def get(self, key: str) -> StoredMail | None:
        """One mail by key; None when there is none."""
        with self._lock:
            return self._mails.get(key)

    def message(self, mail: StoredMail) -> EmailMessage:
        """The whole mail, parsed."""
        return _parse(self._new / f"{mail.key}.eml")

    def _count(self, key: str) -> StoredMail:
        mail = replace(self._mails[key], deliveries=self._mails[key].deliveries + 1)
        fresh = self._tmp / f"{key}.json"
        _write_through(fresh, json.dumps({"deliveries": mail.deliveries}).encode())
        fresh.replace(self._new / f"{key}.json")
        self._mails[key] = mail
        return mail


@lru_cache(maxsize=_PARSED)
def _parse(file: Path) -> EmailMessage:
    return message_from_bytes(file.read_bytes(), policy=policy.default)


def _headers(content: bytes) -> EmailMessage:
    return BytesHeaderParser(policy=policy.default).parsebytes(content[:_HEADER_BYTES])


def _summary(file: Path) -> StoredMail:
    """Read what lists show from a stored file."""
    with file.open("rb") as stream:
        headers = _headers(stream.read(_HEADER_BYTES))
    sidecar = file.with_suffix(".json")
    counted = json.loads(sidecar.read_text("utf-8"))["deliveries"] if sidecar.exists() else 1
    named = [str(value) for name in ("Delivered-To", "To") for value in headers.get_all(name, [])]
    addresses = (address.lower() for _, address in getaddresses(named) if address)
    return StoredMail(
        key=file.stem,
        message_id=str(headers.get("Message-ID") or f"<{file.stem}@mailbox>").strip(),
        to=tuple(dict.fromkeys(addresses)),
        sender=str(headers.get("From") or ""),
        # A long one begins on the next line, and the blank that continues a line is no part of it.
        subject=str(headers.get("Subject") or "").strip(),
        date=str(headers.get("Date") or ""),
        template=_text(headers, "X-Understudy-Template"),
        interview=_text(headers, "X-Understudy-Interview"),
        received_ns=file.stat().st_mtime_ns,
        deliveries=counted,
    )


def _text(headers: EmailMessage, name: str) -> str | None:
    value = headers.get(name)
    return None if value is None else str(value).strip()


def _write_through(file: Path, content: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Write a folder's names through, so that a new file is found after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
