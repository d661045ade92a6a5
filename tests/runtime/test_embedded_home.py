"""Keys, ports and the lock of a home."""

import socket
from pathlib import Path

import pytest

from domain.errors import SetupError
from runtime.embedded.home import Home
from runtime.embedded.ports import claim_port


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    home = Home(tmp_path)
    key = home.secret("link_key")
    assert len(key) >= 32
    assert Home(tmp_path).secret("link_key") == key
    assert home.secret("secret_key") != key
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600


async def test_a_port_is_remembered_until_somebody_else_takes_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    port = await claim_port(home, "web")
    assert await claim_port(home, "web") == port
    with socket.create_server(("127.0.0.1", port)):
        other = await claim_port(home, "web")
        assert other != port
        with pytest.raises(SetupError, match=f"Port {port} .web. is taken"):
            await claim_port(home, "web", wanted=port)
    assert await claim_port(home, "web") == other


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{")
    with pytest.raises(SetupError, match=r"keys\.json is damaged"):
        Home(tmp_path).secret("link_key")


def test_a_home_is_held_by_one_stack_at_a_time(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert home.holder() is None
    with home.locked():
        assert home.holder()
        with pytest.raises(SetupError, match="Another stack"), Home(tmp_path / "home").locked():
            pass
    assert home.holder() is None
    with home.locked():
        pass


def test_a_home_that_can_not_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetupError, match="UNDERSTUDY_HOME"):
        Home(tmp_path / "file" / "home").prepare()
