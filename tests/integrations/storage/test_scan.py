"""The command that looks for viruses."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from domain.errors import SetupError, UnavailableError
from integrations.storage.scan import CommandScanner
from tests.support.media_files import EICAR, SCAN


@pytest.mark.parametrize(("content", "is_clean"), [(b"bread", True), (b"bread " + EICAR, False), (b"", True)])
async def test_the_command_reads_the_whole_file(content: bytes, is_clean: bool) -> None:
    with TemporaryFile() as file:
        file.write(content)
        file.flush()
        assert await CommandScanner(SCAN).is_clean(file) is is_clean


async def test_a_command_that_cannot_be_started_or_hangs_is_a_failure(tmp_path: Path) -> None:
    with TemporaryFile() as file:
        with pytest.raises(UnavailableError, match="could not be started"):
            await CommandScanner(str(tmp_path / "missing")).is_clean(file)
        with pytest.raises(UnavailableError, match="did not answer in time"):
            await CommandScanner("sleep 60", timedelta(milliseconds=50)).is_clean(file)
        with pytest.raises(UnavailableError, match="code -9"):
            await CommandScanner("sh -c 'kill -9 $$'").is_clean(file)


def test_an_empty_command_is_a_fault_of_the_settings() -> None:
    with pytest.raises(SetupError):
        CommandScanner("  ")
