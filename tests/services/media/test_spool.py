"""Taking a file in: measured, hashed, known by its content, scanned; and nothing of it left when it fails."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.errors import InvalidInputError, UnavailableError
from domain.media_types import MIB, OF_JOBS, Family
from integrations.storage.scan import CommandScanner
from services.media.spool import Incoming, SpoolRules, spooled
from tests.support.media_files import EICAR, PNG, SCAN, STRANGE, wav

SOUND = frozenset({Family.AUDIO})


async def _in_pieces(content: bytes, size: int = 1000) -> AsyncIterator[bytes]:
    for at in range(0, len(content), size):
        yield content[at : at + size]


def _names(folder: Path) -> list[str]:
    return [place.name for place in folder.iterdir()]


async def test_a_file_is_taken_in_whole_with_its_digest(tmp_path: Path) -> None:
    content = wav(20)
    rules = SpoolRules(10 * MIB, tmp_path)
    async with spooled(_in_pieces(content), Incoming("../talk.wav", "text/html", SOUND), rules) as found:
        assert found.content.read() == content
        assert (found.filename, found.media_type, found.size) == ("talk.wav", "audio/wav", len(content))
        assert found.sha256 == hashlib.sha256(content).digest()
        assert _names(tmp_path) == []  # it has no name, so nothing can be left


async def test_more_than_the_limit_is_refused_before_the_rest_is_read(tmp_path: Path) -> None:
    asked = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal asked
        while True:
            asked += 1
            yield bytes(64 * 1024)

    with pytest.raises(InvalidInputError, match="larger than 2 MiB"):
        async with spooled(endless(), Incoming("a", "", SOUND), SpoolRules(2 * MIB, tmp_path)):
            pass
    assert asked == 33


@pytest.mark.parametrize("name", [*STRANGE, "picture"])
async def test_what_is_not_what_is_wanted_is_refused(name: str, tmp_path: Path) -> None:
    content = STRANGE.get(name, PNG)
    incoming = Incoming("talk.wav", "audio/wav", SOUND)
    with pytest.raises(InvalidInputError, match="not taken here") as error:
        async with spooled(_in_pieces(content), incoming, SpoolRules(MIB, tmp_path)):
            pass
    assert "audio/wav" in str(error.value)


async def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="empty"):
        async with spooled(_in_pieces(b""), Incoming("a", "", SOUND), SpoolRules(MIB, tmp_path)):
            pass


async def test_a_scanner_gets_every_byte_and_its_no_counts(tmp_path: Path) -> None:
    rules = SpoolRules(10 * MIB, tmp_path, CommandScanner(SCAN))
    incoming = Incoming("p.pdf", "application/pdf", OF_JOBS)
    clean = b"%PDF-1.7\n" + bytes(3 * MIB)
    async with spooled(_in_pieces(clean, MIB), incoming, rules) as found:
        assert found.content.read() == clean
    with pytest.raises(InvalidInputError, match="virus scanner found something"):
        async with spooled(_in_pieces(clean + b"\n" + EICAR, MIB), incoming, rules):
            pass


async def test_a_scanner_that_fails_lets_nothing_through(tmp_path: Path) -> None:
    rules = SpoolRules(10 * MIB, tmp_path, CommandScanner("sh -c 'exit 2'"))
    with pytest.raises(UnavailableError, match="ended with code 2"):
        async with spooled(_in_pieces(wav()), Incoming("a.wav", "", SOUND), rules):
            pass
