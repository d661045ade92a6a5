"""Signed exports: what lies in them, that openssl believes them, and that no change goes unseen."""

import csv
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from domain.audit import bundle
from domain.errors import InvalidInputError
from domain.vocabulary import Trigger
from services import audit_export, log
from services.audit import LogFilter, as_auditor
from services.audit_bundle import check
from services.audit_export import Order
from services.audit_keys import LogKeys
from services.log import Cause, Entry, Subject
from tests.conftest import Sessions
from tests.services.sealing import KEYS, OTHER_KEYS, a_log, seal
from tests.support.data import MONDAY

Files = dict[str, bytes]


async def export(web: Sessions, path: Path, wanted: LogFilter | None = None, keys: LogKeys = KEYS) -> Path:
    async with web() as session:
        await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        await as_auditor(session)
        order = Order(wanted or LogFilter(), "auditor 1", MONDAY)
        pieces = [piece async for piece in audit_export.write(session, order, keys)]
    return stored(path, b"".join(pieces))


def stored(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def openssl_believes(folder: Path) -> bool:
    command = [
        "openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "public-key.pem", "-rawin",
        "-in", "manifest.json", "-sigfile", "manifest.sig",
    ]  # fmt: skip
    assert " ".join(command) in bundle.README_TEXT
    return subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode == 0


def content(path: Path) -> Files:
    with zipfile.ZipFile(path) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def rewritten(path: Path, change: Callable[[Files], None]) -> Path:
    files = content(path)
    change(files)
    other = path.with_name("changed.zip")
    with zipfile.ZipFile(other, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return other


@pytest.fixture
async def proof(worker_sessions: Sessions, web_sessions: Sessions, tmp_path: Path) -> Path:
    """An export of twelve rows, ten of them sealed."""
    await a_log(worker_sessions, 10)
    await seal(worker_sessions)
    await a_log(worker_sessions, 2)
    return await export(web_sessions, tmp_path / "log.zip")


async def test_a_bundle_holds_rows_manifest_signature_and_key(proof: Path) -> None:
    files = content(proof)
    assert set(files) == {
        "log.jsonl",
        "log.csv",
        "manifest.json",
        "manifest.sig",
        "public-key.pem",
        "README.txt",
    }
    manifest = json.loads(files["manifest.json"])
    assert (manifest["rows"], manifest["sealed_rows"]) == (12, 10)
    rows = [json.loads(line) for line in files["log.jsonl"].splitlines()]
    assert [tuple(row) for row in rows] == [bundle.COLUMNS] * 12
    assert manifest["chain_head"] == rows[9]["seal"]
    assert [row["previous_seal"] for row in rows[1:11]] == [row["seal"] for row in rows[:10]]
    assert rows[11]["seal"] is None
    table = list(csv.DictReader(io.StringIO(files["log.csv"].decode())))
    assert [row["seal"] for row in table][:10] == [row["seal"] for row in rows][:10]
    verdict = check(proof, KEYS.trusted)
    assert (verdict.faults, verdict.rows, verdict.sealed_rows, verdict.is_trusted) == ([], 12, 10, True)
    assert not check(proof).is_trusted


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed here")
async def test_openssl_believes_the_signature_and_not_a_changed_manifest(proof: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(proof) as zipped:
        zipped.extractall(tmp_path)
    assert openssl_believes(tmp_path)
    stored(tmp_path / "manifest.json", content(proof)["manifest.json"] + b" ")
    assert not openssl_believes(tmp_path)


def _put_in_a_table(files: Files) -> None:
    files["log (2).csv"] = files["log.csv"].replace(b"noted", b"promoted")


def _change_row(files: Files) -> None:
    files["log.jsonl"] = files["log.jsonl"].replace(b"because", b"perhaps", 1)


def _drop_row(files: Files) -> None:
    files["log.jsonl"] = b"".join(files["log.jsonl"].splitlines(keepends=True)[:-1])


def _change_table(files: Files) -> None:
    files["log.csv"] = files["log.csv"].replace(b"noted", b"noTed", 1)


def _change_manifest(files: Files) -> None:
    files["manifest.json"] = files["manifest.json"].replace(b'"rows": 12', b'"rows": 11')


def _drop_file(files: Files) -> None:
    del files["log.csv"]


def _own_key(files: Files) -> None:
    files["public-key.pem"] = OTHER_KEYS.public_pem
    files["manifest.json"] = files["manifest.json"].replace(KEYS.key_id.encode(), OTHER_KEYS.key_id.encode())
    files["manifest.sig"] = OTHER_KEYS.sign(files["manifest.json"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_change_row, "does not fit its seal"),
        (_change_row, "log.jsonl was changed"),
        (_drop_row, "log.jsonl was changed"),
        (_change_table, "log.csv was changed"),
        (_change_manifest, "signature does not fit"),
        (_drop_file, "log.csv is missing"),
        (_own_key, "not the given one"),
        (_put_in_a_table, "not in the manifest"),
    ],
)
async def test_whatever_is_changed_in_a_bundle_is_told(
    proof: Path, change: Callable[[Files], None], said: str
) -> None:
    verdict = check(rewritten(proof, change), KEYS.trusted)
    assert not verdict.is_good
    assert any(said in fault for fault in verdict.faults), verdict.faults


@pytest.mark.filterwarnings("ignore:Duplicate name")
async def test_a_file_that_is_there_twice_is_told(proof: Path) -> None:
    with zipfile.ZipFile(proof, "a") as zipped:
        zipped.writestr("log.csv", zipped.read("log.csv"))
    assert check(proof, KEYS.trusted).faults == ["log.csv is there 2 times."]


async def test_a_row_that_is_left_out_breaks_the_links_even_when_all_else_is_signed_anew(proof: Path) -> None:
    def forge(files: Files) -> None:
        lines = files["log.jsonl"].splitlines(keepends=True)
        files["log.jsonl"] = b"".join(lines[:4] + lines[5:])

    verdict = check(rewritten(proof, forge), KEYS.trusted)
    assert any("a row is missing" in fault for fault in verdict.faults), verdict.faults


async def test_a_filtered_export_carries_the_seals_of_its_rows(
    worker_sessions: Sessions, web_sessions: Sessions, tmp_path: Path
) -> None:
    job = uuid4()
    for n in range(3):
        await a_log(worker_sessions, 2)
        async with worker_sessions.begin() as session:
            entry = Entry("noted", f"mine:{n}", Subject(job_id=job), MONDAY, details={"n": n})
            await log.record(session, Cause(Trigger.MANUAL, "recruiter", reason="=1+1"), entry)
    await seal(worker_sessions)
    path = await export(web_sessions, tmp_path / "log.zip", LogFilter(job_id=job))
    verdict = check(path, KEYS.trusted)
    assert (verdict.faults, verdict.rows, verdict.sealed_rows) == ([], 3, 3)
    files = content(path)
    assert json.loads(files["manifest.json"])["filters"] == {"job_id": str(job)}
    assert b",'=1+1," in files["log.csv"]


async def test_an_empty_export_is_a_proof_as_well(web_sessions: Sessions, tmp_path: Path) -> None:
    verdict = check(await export(web_sessions, tmp_path / "log.zip"), KEYS.trusted)
    assert (verdict.faults, verdict.rows, verdict.manifest.chain_head) == ([], 0, None)


async def test_an_export_is_made_piece_by_piece(
    worker_sessions: Sessions, web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    async with worker_sessions.begin() as session:
        for n in range(3000):
            entry = Entry(
                "noted", f"n:{n}", Subject(), MONDAY, details={"x": [str(uuid4()) for _ in range(8)]}
            )
            await log.record(session, Cause(), entry)
    async with web_sessions() as session:
        await as_auditor(session)
        order = Order(LogFilter(), "auditor 1", MONDAY, (bundle.JSONL,))
        pieces = [len(piece) async for piece in audit_export.write(session, order, KEYS)]
    assert len(pieces) > 3
    assert max(pieces) < 4 * audit_export.PIECE


def test_damage_anywhere_is_a_fault_or_a_reason_and_never_a_crash(proof: Path, tmp_path: Path) -> None:
    whole, damaged = proof.read_bytes(), tmp_path / "damaged.zip"
    for place in range(0, len(whole), 11):
        for bits in (0x01, 0xFF):
            damaged.write_bytes(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])
            with suppress(InvalidInputError):
                check(damaged, KEYS.trusted)


def test_what_is_no_bundle_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "x.zip"
    other.write_bytes(b"no zip at all")
    with pytest.raises(InvalidInputError, match="not a bundle"):
        check(other)
    with zipfile.ZipFile(other, "w") as zipped:
        zipped.writestr("a.txt", "hello")
    with pytest.raises(InvalidInputError, match=r"manifest\.json is missing"):
        check(other)
    with pytest.raises(InvalidInputError):
        check(tmp_path / "nowhere.zip")
