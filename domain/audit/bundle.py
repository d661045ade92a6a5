"""What a signed export consists of: files of rows, a manifest that tells their hashes, and its signature."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from domain.audit.chain import FIELDS, Fault, link
from domain.errors import InvalidInputError

FORMAT = "understudy-log-export-1"
LINKS = ("previous_seal", "seal")
"""Beside the fields of a row: the seal before it and its own, in hexadecimal; null where not sealed yet."""
COLUMNS = (*FIELDS, *LINKS)

JSONL, CSV = "log.jsonl", "log.csv"
MANIFEST, SIGNATURE, PUBLIC_KEY, README = "manifest.json", "manifest.sig", "public-key.pem", "README.txt"

README_TEXT = f"""\
A part of the log of one Understudy installation, as it was at one moment.

{JSONL}       one row a line, exact; what the hashes are about
{CSV}         the same rows for a spreadsheet (cells that would compute begin with an apostrophe)
{MANIFEST}   filters, number of rows, first and last row, head of the chain, SHA-256 of each file
{SIGNATURE}    Ed25519 signature of {MANIFEST}, 64 bytes
{PUBLIC_KEY}  the key that it is said to be signed with: compare its fingerprint with the one that the
                installation shows (GET /api/v1/audit/key), or with the one you were given before

Check it without Understudy:
    openssl pkeyutl -verify -pubin -inkey {PUBLIC_KEY} -rawin -in {MANIFEST} -sigfile {SIGNATURE}
    sha256sum {JSONL} {CSV}
Check it with Understudy, which also recomputes the chain of the rows:
    understudy audit verify THIS.zip --key PUBLIC-KEY-YOU-WERE-GIVEN.pem

Rows name people by ids only. An export with a filter holds a part of the rows: each still carries its own seal
and the one before it.
"""


@dataclass(slots=True)
class Tally:
    """Counts rows while they are written."""

    rows: int = 0
    sealed_rows: int = 0
    first_sequence: int | None = None
    last_sequence: int | None = None

    def add(self, record: Mapping[str, Any]) -> None:
        """Count one row."""
        self.rows += 1
        self.sealed_rows += record["seal"] is not None
        self.first_sequence = self.first_sequence or record["sequence"]
        self.last_sequence = record["sequence"]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a bundle."""

    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says about itself; its bytes are signed."""

    made_at: str
    made_by: str
    """Role and id of who exported."""
    filters: Mapping[str, str]
    rows: int
    sealed_rows: int
    first_sequence: int | None
    last_sequence: int | None
    chain_sequence: int | None
    """The newest sealed row of the whole log at that moment; None: nothing was sealed yet."""
    chain_head: str | None
    key_id: str
    files: Mapping[str, FileEntry] = field(default_factory=dict)
    format: str = FORMAT

    def encode(self) -> bytes:
        """The file, readable by people."""
        return (json.dumps(asdict(self), indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()

    @classmethod
    def decode(cls, content: bytes) -> "Manifest":
        """Read a manifest. Raises InvalidInputError for anything else."""
        try:
            values = json.loads(content)
            files = {str(name): FileEntry(**entry) for name, entry in values.pop("files").items()}
            made = cls(**values, files=files)
        except (ValueError, TypeError, KeyError, AttributeError):
            raise InvalidInputError("The manifest cannot be read.", field=MANIFEST) from None
        if not isinstance(made.key_id, str):
            raise InvalidInputError("The manifest names no key.", field=MANIFEST)
        if made.format != FORMAT:
            raise InvalidInputError(
                f"The bundle is of the format {made.format}.",
                field=MANIFEST,
                remedy="Use the version of Understudy that made it, or a newer one.",
            )
        return made


@dataclass(slots=True)
class LinkCheck:
    """Recomputes the seals of exported rows. Without a filter each row must also stand on the one before."""

    whole: bool
    sequence: int = 0
    _seal: str | None = None

    def add(self, record: Mapping[str, Any]) -> Fault | None:
        """Look at the next row of `log.jsonl`. Raises KeyError or ValueError for what is no such row."""
        before, self.sequence = self.sequence, int(record["sequence"])
        given, previous = record["seal"], record["previous_seal"]
        if self.sequence <= before:
            return Fault(self.sequence, f"Row {self.sequence} stands after row {before}.")
        if given is None:
            return None
        if link(bytes.fromhex(previous or "00" * 32), record).hex() != given:
            return Fault(self.sequence, f"Row {self.sequence} does not fit its seal.")
        if self.whole and self._seal is not None and previous != self._seal:
            return Fault(self.sequence, f"Between rows {before} and {self.sequence} a row is missing.")
        self._seal = given
        return None
