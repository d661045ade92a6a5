"""`understudy transcript`."""

from pathlib import Path

from domain.vocabulary import UserRole
from tests.cli.command import understudy
from tests.services import arrange
from tests.support.data import Data

VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Host>How long?</v>\n\n00:04.000 --> 00:09.000\n<v Guest>Nine years.</v>\n"


async def test_a_file_is_taken_in_once_and_taken_away(database_url: str, data: Data, tmp_path: Path) -> None:
    await data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    job = await data.a_job(openings=1)
    await data.scored(job, 80)
    await data.closed_and_ranked(job)
    (interview,) = await arrange.booked(data, job)
    file = tmp_path / "talk.vtt"
    file.write_text(VTT, "utf-8")
    made = await understudy(database_url, "transcript", "import", interview, file, "--json")
    assert made.data == {"format": "vtt", "turns": 2, "repeated": 0, "replaced": 0}
    again = await understudy(database_url, "transcript", "import", interview, file)
    assert "Took in 0 turns" in again.out
    file.write_text("nonsense", "utf-8")
    wrong = await understudy(database_url, "transcript", "import", interview, file)
    assert (wrong.code, "none of WebVTT" in wrong.err) == (2, True)
    missing = await understudy(database_url, "transcript", "import", interview, tmp_path / "none.vtt")
    assert missing.code == 2
    gone = await understudy(database_url, "transcript", "delete", interview, "--json")
    assert gone.data["turns"] == 2
