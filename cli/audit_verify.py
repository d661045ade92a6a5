"""`understudy audit verify`: the chain in the database, or a signed export anywhere."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.acting import database_settings, opened
from cli.console import Json, emit, note, say
from domain.errors import InvalidInputError, SetupError

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from runtime.settings import Settings
    from services.audit_bundle import Verdict
    from services.audit_keys import LogKeys, TrustedKeys
    from services.audit_verify import Progress

MISFIT = 1
"""Exit code: what was checked does not fit."""

File = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE]", help="A signed export (ZIP). Left out: the log in the database."),
]
Keys = Annotated[
    list[Path] | None,
    typer.Option("--key", help="A public key (PEM) that you were given; may be given several times."),
]
Against = Annotated[
    list[Path] | None,
    typer.Option(help="An earlier export: the log must still hold the chain's head of that day."),
]


def verify(file: File = None, keys: Keys = None, against: Against = None, as_json: Json = False) -> None:
    """Check the log, or a signed export of it. Exit code 1: it does not fit; the first row that does not is named.

    A FILE needs no installation and no network: signature, hashes and seals are recomputed from it alone. Give the
    public key of the installation with --key; else only the fingerprint tells whose the signature is.
    """
    if file is not None:
        if against:
            raise InvalidInputError("--against compares the database, not a file.", field="against")
        found = _bundle(file, keys)
        good = found["fits"]
    else:
        found = asyncio.run(_log(keys, against or []))
        good = found["fits"]
        if not as_json:
            _tell_log(found)
    if as_json:
        emit(found)
    elif file is not None:
        _tell_bundle(found)
    if not good:
        raise typer.Exit(MISFIT)


def keys_of(settings: "Settings") -> "LogKeys":
    """The installation's own keys. Raises SetupError when none is set."""
    from services.audit_keys import LogKeys

    if settings.audit_key is None:
        raise SetupError(
            "UNDERSTUDY_AUDIT_KEY is not set, so nothing can be signed.",
            remedy="Set it to the key of the installation, or export as jsonl or csv.",
        )
    return LogKeys(settings.audit_key.get_secret_value())


def _given(keys: list[Path] | None) -> "TrustedKeys | None":
    from services.audit_keys import TrustedKeys, read_public

    if not keys:
        return None
    try:
        return TrustedKeys.of(read_public(path.read_bytes()) for path in keys)
    except OSError as error:
        raise InvalidInputError(f"The key cannot be read: {error.strerror or error}.", field="key") from error


def _bundle(file: Path, keys: list[Path] | None) -> dict[str, Any]:
    from services.audit_bundle import check

    verdict = check(file, _given(keys))
    return _record(verdict)


def _record(verdict: "Verdict") -> dict[str, Any]:
    manifest = verdict.manifest
    return {
        "fits": verdict.is_good,
        "faults": verdict.faults,
        "rows": verdict.rows or manifest.rows,
        "sealed": verdict.sealed_rows or manifest.sealed_rows,
        "key_id": verdict.key_id,
        "is_trusted": verdict.is_trusted,
        "made_at": manifest.made_at,
        "made_by": manifest.made_by,
        "filters": dict(manifest.filters),
        "first_sequence": manifest.first_sequence,
        "last_sequence": manifest.last_sequence,
    }


def _tell_bundle(found: dict[str, Any]) -> None:
    for fault in found["faults"]:
        say(f"Does not fit: {fault}")
    if found["fits"]:
        about = ", ".join(f"{name} {value}" for name, value in found["filters"].items()) or "the whole log"
        say(
            f"Genuine: {found['rows']} rows ({found['sealed']} sealed), {about}, made {found['made_at']}"
            f" by {found['made_by']}."
        )
    if not found["is_trusted"]:
        note(
            f"Its key {found['key_id']} came with it: compare this fingerprint with the installation's,"
            " or give the key you were given with --key."
        )


async def _log(keys: list[Path] | None, against: list[Path]) -> dict[str, Any]:
    from runtime.database import AUDITOR
    from services.audit_keys import TrustedKeys

    settings = database_settings()
    own = keys_of(settings).trusted if settings.audit_key is not None else TrustedKeys({})
    given = _given(keys)
    trusted = TrustedKeys({**own.keys, **(given.keys if given else {})})
    async with opened(settings, AUDITOR) as sessions, sessions() as session:
        await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        last = await _run(session, trusted)
        faults = [last.fault.what] if last.fault else []
        faults += [lost for path in against if (lost := await _lost(session, path, trusted)) is not None]
    return {
        "fits": not faults,
        "faults": faults,
        "first_misfit": last.fault.sequence if last.fault else None,
        "rows": last.rows,
        "sealed": last.sealed,
        "signed": last.signed,
        "unsigned": last.unsigned,
        "unknown": last.unknown,
        "head": last.head,
    }


async def _run(session: "AsyncSession", trusted: "TrustedKeys") -> "Progress":
    from cli.progress import counting
    from services.audit_verify import CHUNK, LogCheck

    last: Progress | None = None
    with counting(None, "Checking the chain", f"times {CHUNK} rows") as tick:
        async for progress in LogCheck(trusted).run(session):
            last = progress
            tick()
    if last is None:
        raise RuntimeError("a check always ends with a result")
    return last


async def _lost(session: "AsyncSession", path: Path, trusted: "TrustedKeys") -> str | None:
    """What of an earlier export the log does not hold any more."""
    from services import audit
    from services.audit_bundle import check

    verdict = check(path, trusted if trusted.keys else None)
    if not verdict.is_good:
        return f"{path} is no witness: {verdict.faults[0]}"
    number, head = verdict.manifest.chain_sequence, verdict.manifest.chain_head
    if number is None:
        return None
    row = await audit.row(session, number)
    if row is None or row.seal is None or row.seal.hex() != head:
        return (
            f"Row {number} had the seal {(head or '')[:16]}… on {verdict.manifest.made_at}, as {path.name} proves;"
            " the log of today has another past."
        )
    return None


def _tell_log(found: dict[str, Any]) -> None:
    for fault in found["faults"]:
        say(f"Does not fit: {fault}")
    if found["fits"]:
        waiting = found["rows"] - found["sealed"]
        rest = f"; {waiting} newer not sealed yet" if waiting else ""
        say(
            f"Everything fits: {found['sealed']} sealed rows in an unbroken chain{rest}. Head: {found['head']}"
        )
    if found["signed"] or found["unsigned"] or found["unknown"]:
        say(
            f"Signed batches: {found['signed']} genuine, {found['unsigned']} without a signature,"
            f" {found['unknown']} with a key that is not known here."
        )
