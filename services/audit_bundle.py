"""Checking a signed export, offline: signature, hashes of its files, and the seals of its rows."""

import hashlib
import json
import lzma
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from domain.audit import bundle
from domain.audit.bundle import LinkCheck, Manifest
from domain.audit.chain import Fault
from domain.errors import InvalidInputError
from services.audit_keys import TrustedKeys, key_id, read_public

UNREADABLE = (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error, lzma.LZMAError)
"""What `zipfile` raises for damaged bytes, wherever they are: RuntimeError where they claim to be encrypted."""
LARGEST_LINE = 1 << 20
SMALL = 1 << 20
"""Most bytes of a manifest, a signature or a key."""
LONGEST_NAME = 100
"""Characters of a strange file's name that are told."""


@dataclass(slots=True)
class Verdict:
    """What a check of a bundle found. It proves something when `is_good`, and who signed when `is_trusted`."""

    manifest: Manifest
    key_id: str
    is_trusted: bool
    """The key is one that was given; else it came with the bundle and only its fingerprint tells whose it is."""
    rows: int = 0
    sealed_rows: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Everything fits."""
        return not self.faults


def check(path: Path, trusted: TrustedKeys | None = None) -> Verdict:
    """Check a bundle. `trusted` None: with the key that lies in it.

    Raises InvalidInputError for what is no bundle at all; what does not fit is told in the verdict.
    """
    try:
        with zipfile.ZipFile(path) as zipped:
            return _check(zipped, trusted)
    except UNREADABLE as error:
        raise InvalidInputError(f"{path} is not a bundle that can be read: {error}.", field="file") from error


def _check(zipped: zipfile.ZipFile, trusted: TrustedKeys | None) -> Verdict:
    content = _small(zipped, bundle.MANIFEST)
    manifest = Manifest.decode(content)
    inside = read_public(_small(zipped, bundle.PUBLIC_KEY))
    keys = trusted or TrustedKeys.of([inside])
    verdict = Verdict(manifest, key_id(inside), trusted is not None)
    genuine = keys.is_genuine(manifest.key_id, content, _small(zipped, bundle.SIGNATURE))
    if genuine is None:
        verdict.faults.append(
            f"The manifest is signed with the key {manifest.key_id}, which is not the given one."
        )
    elif not genuine:
        verdict.faults.append("The signature does not fit the manifest: the manifest was changed.")
    for name in manifest.files:
        _check_file(zipped, name, verdict)
    verdict.faults += _foreign(zipped, manifest)
    return verdict


def _foreign(zipped: zipfile.ZipFile, manifest: Manifest) -> list[str]:
    """What lies beside the signed files: nobody is to take it for a part of the proof."""
    known = {*manifest.files, bundle.MANIFEST, bundle.SIGNATURE, bundle.PUBLIC_KEY, bundle.README}
    found = []
    for name, times in Counter(zipped.namelist()).items():
        if name not in known:
            found.append(f"{name[:LONGEST_NAME]!r} is not in the manifest: it was put in later.")
        elif times > 1:  # Programs differ in which of the two they unpack.
            found.append(f"{name} is there {times} times.")
    return found


def _check_file(zipped: zipfile.ZipFile, name: str, verdict: Verdict) -> None:
    told = verdict.manifest.files[name]
    if name not in zipped.namelist():
        verdict.faults.append(f"{name} is missing.")
        return
    digest, size = hashlib.sha256(), 0
    fault: Fault | None = None
    links = LinkCheck(whole=not verdict.manifest.filters)
    with zipped.open(name) as source:
        for line in _lines(source):
            digest.update(line)
            size += len(line)
            if name == bundle.JSONL and fault is None:
                fault = _check_row(line, links, verdict)
    if digest.hexdigest() != told.sha256 or size != told.bytes:
        verdict.faults.append(f"{name} was changed: its hash is not the signed one.")
    if fault is not None:
        verdict.faults.append(f"{name}: {fault.what}")
    if name == bundle.JSONL and fault is None and verdict.rows != verdict.manifest.rows:
        verdict.faults.append(f"{name} holds {verdict.rows} rows, the manifest says {verdict.manifest.rows}.")


def _check_row(line: bytes, links: LinkCheck, verdict: Verdict) -> Fault | None:
    try:
        record = json.loads(line)
        fault = links.add(record)
        verdict.sealed_rows += record["seal"] is not None
    except (ValueError, KeyError, TypeError):
        return Fault(links.sequence, f"What stands after row {links.sequence} is not a row of the log.")
    verdict.rows += 1
    return fault


def _lines(source: IO[bytes]) -> Iterator[bytes]:
    while line := source.readline(LARGEST_LINE):
        yield line


def _small(zipped: zipfile.ZipFile, name: str) -> bytes:
    try:
        with zipped.open(name) as source:
            return source.read(SMALL)
    except KeyError:
        raise InvalidInputError(f"This is no export of the log: {name} is missing.", field="file") from None
