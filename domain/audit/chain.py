"""The hash chain of the log. Each row's seal stands on the row and on the seal before it.

    row hash = SHA-256("understudy-log-1\n" + the row as canonical JSON)
    seal     = SHA-256(seal before + row hash); before the first row stand 32 zero bytes

Canonical JSON: UTF-8, keys sorted by code point, no white space, nothing escaped that JSON lets stand; ids as
text, times in UTC with microseconds (`2026-03-02T08:00:00.000000+00:00`). Anybody can recompute it with a few
lines in any language; docs/auditors.md has them.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

FIELDS = (
    "sequence", "id", "created_at", "job_id", "application_id", "interview_id", "action_type",
    "trigger_source", "actor_kind", "actor_id", "reason", "entity", "entity_id", "previous_state", "new_state",
    "flag", "flag_enabled", "workflow_id", "run_id", "idempotency_key", "details",
)  # fmt: skip
"""What the hash of a row covers. Never change it: seals that exist stand on it."""

GENESIS = bytes(32)
_DOMAIN = b"understudy-log-1\n"


def plain(value: Any) -> Any:
    """A column's value as JSON has it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value) if isinstance(value, UUID) else value


def canonical(record: Mapping[str, Any]) -> bytes:
    """The one way to write a row down; further keys of the record are left out."""
    row = {name: record[name] for name in FIELDS}
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def row_hash(record: Mapping[str, Any]) -> bytes:
    """The hash of one row by itself."""
    return hashlib.sha256(_DOMAIN + canonical(record)).digest()


def link(before: bytes, record: Mapping[str, Any]) -> bytes:
    """The seal of a row that stands after the seal `before`."""
    return hashlib.sha256(before + row_hash(record)).digest()


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place at which a log does not fit its seals."""

    sequence: int
    """The row; a row that is missing is named by the number it had, or the next that is there."""
    what: str
    """One sentence for people."""


@dataclass(slots=True)
class ChainCheck:
    """Recomputes a chain row by row, in the order of sequences, in constant memory."""

    head: bytes = GENESIS
    sequence: int = 0
    """The last row that was looked at."""
    rows: int = 0
    sealed: int = 0
    _unsealed: int | None = None

    def add(self, record: Mapping[str, Any], seal: bytes | None) -> Fault | None:
        """Look at the next row. Returns the fault when it does not fit; then stop."""
        before, self.sequence = self.sequence, int(record["sequence"])
        self.rows += 1
        if self.sequence <= before:
            return Fault(self.sequence, f"Row {self.sequence} stands after row {before}.")
        if seal is None:
            self._unsealed = self._unsealed or self.sequence
            return None
        if self._unsealed is not None:
            return Fault(
                self._unsealed,
                f"Row {self._unsealed} has no seal, although row {self.sequence} after it has one: it was put in"
                " later, or its seal was removed.",
            )
        self.head = link(self.head, record)
        self.sealed += 1
        if self.head != seal:
            where = f"a row between {before} and it" if before else "a row before it"
            return Fault(
                self.sequence,
                f"Row {self.sequence} does not fit its seal: it was changed, or {where} was removed or put in.",
            )
        return None
