"""Signed exports of the log: a ZIP written while the rows are read, of any length in little memory."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.audit import bundle, chain
from domain.audit.bundle import FileEntry, Manifest, Tally
from domain.audit.cells import harmless
from domain.audit.seal import Signer
from models import LogSeal
from services import audit
from services.audit import LogFilter

PIECE = 64 * 1024
"""Bytes that are handed on at a time."""
SPEED = 1
"""Compression level: the log shrinks to a tenth at the fastest one."""
MADE_AT = (1980, 1, 1, 0, 0, 0)
"""Equal content gives equal bytes: times stand in the manifest."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and for whom."""

    wanted: LogFilter
    made_by: str
    """Role and id."""
    at: datetime
    forms: Sequence[str] = (bundle.JSONL, bundle.CSV)


class _Pipe(io.RawIOBase):
    """What the ZIP writer writes, to be taken away piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self.size += len(piece)
        return len(piece)

    def take(self) -> bytes:
        taken = b"".join(self._pieces)
        self._pieces.clear()
        self.size = 0
        return taken


@dataclass(slots=True)
class Counter:
    """How many rows an export holds, for whoever wants to know while it is written."""

    rows: int = 0


async def write(
    session: AsyncSession, order: Order, signer: Signer, counter: Counter | None = None
) -> AsyncIterator[bytes]:
    """The bytes of the bundle. `session` is in one snapshot (REPEATABLE READ) and may read the whole log.

    The manifest comes last: it holds the files' hashes.
    """
    pipe = _Pipe()
    tally = Tally()
    entries: dict[str, FileEntry] = {}
    newest = await session.scalar(select(LogSeal).order_by(LogSeal.last_sequence.desc()).limit(1))
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED, compresslevel=SPEED) as zipped:
        _put(zipped, bundle.README, bundle.README_TEXT.encode())
        for name in order.forms:
            tally = Tally()
            digest, size = hashlib.sha256(), 0
            line = LINES[name]
            with zipped.open(_info(name), "w", force_zip64=True) as target:
                if name == bundle.CSV:
                    size += _write(target, digest, _csv_line(bundle.COLUMNS))
                async for record in audit.stream_linked(session, order.wanted):
                    tally.add(record)
                    size += _write(target, digest, line(record))
                    if pipe.size > PIECE:
                        yield pipe.take()
            if counter is not None:
                counter.rows = tally.rows
            entries[name] = FileEntry(digest.hexdigest(), size)
        manifest = Manifest(
            made_at=chain.plain(order.at),
            made_by=order.made_by,
            filters=order.wanted.told(),
            rows=tally.rows,
            sealed_rows=tally.sealed_rows,
            first_sequence=tally.first_sequence,
            last_sequence=tally.last_sequence,
            chain_sequence=newest.last_sequence if newest else None,
            chain_head=newest.head.hex() if newest else None,
            key_id=signer.key_id,
            files=entries,
        ).encode()
        _put(zipped, bundle.MANIFEST, manifest)
        _put(zipped, bundle.SIGNATURE, signer.sign(manifest))
        _put(zipped, bundle.PUBLIC_KEY, signer.public_pem)
    yield pipe.take()


def _json_line(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False) + "\n").encode()


def _csv_line(cells: Sequence[object]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode()


LINES: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {
    bundle.JSONL: _json_line,
    bundle.CSV: lambda record: _csv_line([record[name] for name in bundle.COLUMNS]),
}


def _write(target: Any, digest: Any, line: bytes) -> int:
    target.write(line)
    digest.update(line)
    return len(line)


def _put(zipped: zipfile.ZipFile, name: str, content: bytes) -> None:
    zipped.writestr(_info(name), content)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, MADE_AT)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
