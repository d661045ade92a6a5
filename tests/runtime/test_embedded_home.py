"""Keys, ports and the lock of a home."""

import socket
from pathlib import Path

import pytest
from pydantic import SecretStr

from domain.errors import SetupError
from runtime.embedded import ports
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


async def test_two_parts_never_get_one_port_though_neither_listens_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([5, 5, 6, 6, 5, 7])
    monkeypatch.setattr("runtime.embedded.ports.secrets.randbelow", lambda _: next(drawn))
    monkeypatch.setattr(ports, "is_free", lambda _: True)
    home, other = Home(tmp_path / "home"), Home(tmp_path / "other")
    home.prepare()
    other.prepare()
    web, smtp = await claim_port(home, "web"), await claim_port(home, "smtp")
    elsewhere = await claim_port(other, "web")
    assert len({web, smtp, elsewhere}) == 3

    # A later process of the same home knows them by its file.
    monkeypatch.setattr(ports, "_given", set())
    drawn = iter([5, 6, 8])
    assert await claim_port(home, "mailbox") not in {web, smtp}

    # A home that gave two parts one port mends itself.
    home.remember("ports", "smtp", web)
    drawn = iter([9])
    assert await claim_port(home, "web") != await claim_port(home, "smtp") == web


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
