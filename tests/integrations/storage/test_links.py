"""Signed addresses of files of this machine: for one file, for a while, and for nothing else."""

from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import uuid4

import pytest

from domain.errors import LinkError
from domain.storage import ObjectGoneError
from integrations.storage.links import FileLinks
from integrations.storage.local import LocalStorage
from tests.access.mutations import mutated
from tests.support.storage import BASE, LINKS_KEY, a_file, local, stored

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
LIFE = timedelta(hours=2)


def _token(url: str) -> str:
    return url.rpartition("/")[2]


async def test_a_link_opens_its_file_until_it_ends(tmp_path: Path) -> None:
    storage = local(tmp_path)
    shown = await stored(storage, b"words", filename="Anna’s talk.wav")
    url = await storage.presign(shown, LIFE, NOW)
    assert url.startswith(f"{BASE}/files/{shown.file_id}/")
    for at in (NOW, NOW + LIFE):
        served = storage.open(shown.file_id, _token(url), at)
        assert served.shown == shown
        assert served.path.read_bytes() == b"words"
    with pytest.raises(LinkError, match="expired"):
        storage.open(shown.file_id, _token(url), NOW + LIFE + timedelta(seconds=1))


async def test_a_link_opens_no_other_file(tmp_path: Path) -> None:
    storage = local(tmp_path)
    shown, other = await stored(storage, b"mine"), await stored(storage, b"theirs")
    token = _token(await storage.presign(shown, LIFE, NOW))
    with pytest.raises(LinkError, match="another file"):
        storage.open(other.file_id, token, NOW)
    with pytest.raises(LinkError):
        storage.open(uuid4(), token, NOW)


async def test_no_guess_copy_or_change_of_a_link_opens_anything(tmp_path: Path) -> None:
    storage = local(tmp_path)
    shown, other = await stored(storage, b"mine"), await stored(storage, b"theirs")
    genuine = _token(await storage.presign(shown, LIFE, NOW))
    others = (
        _token(await storage.presign(other, LIFE, NOW)),
        _token(await storage.presign(shown, timedelta(0), NOW - LIFE)),
        FileLinks("x" * 40, BASE).sign(shown, NOW + LIFE).rpartition("/")[2],
    )
    tried = 0
    for token in islice(mutated(genuine, others), 3000):
        with pytest.raises(LinkError):
            storage.open(shown.file_id, token, NOW)
        tried += 1
    assert tried == 3000
    for token in others:
        with pytest.raises(LinkError):
            storage.open(shown.file_id, token, NOW)


async def test_a_link_to_a_file_that_was_removed_says_so(tmp_path: Path) -> None:
    storage = local(tmp_path)
    shown = await stored(storage, b"words")
    token = _token(await storage.presign(shown, LIFE, NOW))
    await storage.delete([shown.key])
    with pytest.raises(ObjectGoneError):
        storage.open(shown.file_id, token, NOW)


async def test_even_our_own_signature_leads_nowhere_outside_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("not for you")
    links = FileLinks(LINKS_KEY, BASE)
    storage = LocalStorage(tmp_path / "media", links)
    shown = a_file()
    for key in ("../secret", "recordings/../../secret", str(tmp_path / "secret")):
        strange = type(shown)(shown.file_id, key, "text/plain", "x", inline=True)
        with pytest.raises(ObjectGoneError):
            storage.open(shown.file_id, _token(links.sign(strange, NOW + LIFE)), NOW)
        with pytest.raises(ObjectGoneError):
            await storage.presign(strange, LIFE, NOW)
