"""`understudy job requirements`."""

import json
from pathlib import Path

from domain.vocabulary import UserRole
from tests.cli.command import understudy
from tests.support.data import Data


async def test_requirements_are_shown_and_stated_anew_from_a_file(
    database_url: str, data: Data, tmp_path: Path
) -> None:
    await data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    job = await data.a_job(description="Requirements\n- Sourdough")
    shown = await understudy(database_url, "job", "requirements", str(job))
    assert (shown.code, "nothing is stored yet" in shown.out, "Sourdough" in shown.out) == (0, True, True)
    file = tmp_path / "wanted.json"
    file.write_text(json.dumps({"must": ["Rye"], "years": 2}), "utf-8")
    stated = await understudy(database_url, "job", "requirements", str(job), "--set", file, "--json")
    assert [item["text"] for item in stated.data["requirements"]["must"]] == ["Rye", "2 years of experience"]
    file.write_text('{"zip": ["10115"]}', "utf-8")
    refused = await understudy(database_url, "job", "requirements", str(job), "--set", file)
    assert refused.code != 0
    assert "zip is not known here" in refused.err
