"""Keys, ports and the lock of a home."""

import socket
from pathlib import Path

import pytest
from pydantic import SecretStr

from domain.errors import SetupError
from runtime.embedded.environment import with_addresses
from runtime.embedded.home import Home
from runtime.embedded.ports import claim_port
from runtime.settings import Settings


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


def test_the_web_tier_links_the_pages_of_the_embedded_temporal_unless_told_of_others(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.remember("ports", "smtp", 2525)

    def linked(settings: Settings) -> str | None:
        url = SecretStr("postgresql://nobody@127.0.0.1:1/nothing")
        return with_addresses(settings, home, database_url=url, temporal_address="127.0.0.1:7233").temporal_ui

    assert linked(Settings(home=tmp_path)) is None
    home.remember("temporal", "page", "http://127.0.0.1:8233")
    assert linked(Settings(home=tmp_path)) == "http://127.0.0.1:8233"
    assert (
        linked(Settings(home=tmp_path, temporal_ui="https://temporal.example")) == "https://temporal.example"
    )
