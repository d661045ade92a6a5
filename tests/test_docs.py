"""What is written must stay true."""

from pathlib import Path

from domain.vocabulary import Flag
from runtime.settings import Settings

ROOT = Path(__file__).parent.parent
BARE = {"database_url", "temporal_address", "smtp_url"}


def test_the_operators_page_names_every_setting() -> None:
    page = (ROOT / "docs" / "operators.md").read_text("utf-8")
    names = [name.upper() if name in BARE else f"UNDERSTUDY_{name.upper()}" for name in Settings.model_fields]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_the_recruiters_page_names_every_flag() -> None:
    page = (ROOT / "docs" / "recruiters.md").read_text("utf-8")
    assert [flag for flag in Flag if f"`{flag}`" not in page] == []


def test_the_readme_names_every_room() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    rooms = {p.parent.name for p in ROOT.glob("*/__init__.py")}
    assert {room for room in rooms if f"`{room}/`" not in page} == set()
