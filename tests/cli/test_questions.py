"""`understudy questions` against a real database."""

import json
from pathlib import Path

from domain.vocabulary import UserRole
from tests.cli.command import understudy
from tests.support.data import Data


async def test_a_file_is_imported_once_and_listed_in_the_same_form(
    database_url: str, data: Data, tmp_path: Path
) -> None:
    await data.a_user(UserRole.ADMIN)
    file = tmp_path / "own.jsonl"
    own = {"question": "How do you knead?", "skills": ["Teamwork", "go"], "difficulty": "easy", "minutes": 3}
    file.write_text(json.dumps(own) + "\n\n", "utf-8")
    first = await understudy(database_url, "questions", "import", str(file), "--json")
    assert (first.code, json.loads(first.out)) == (0, {"added": 1, "known": 0})
    again = await understudy(database_url, "questions", "import", str(file))
    assert "0 questions were added, 1 stood in the bank already." in again.out
    listed = await understudy(database_url, "questions", "list", "--skill", "teamwork", "--json")
    found = [one for one in json.loads(listed.out)["questions"] if one["question"] == own["question"]]
    assert found == [{**own, "skills": ["Teamwork", "Go"], "language": "en"}]


async def test_a_bad_line_is_named_and_nothing_is_imported(
    database_url: str, data: Data, tmp_path: Path
) -> None:
    await data.a_user(UserRole.ADMIN)
    good = json.dumps({"question": "How do you knead?"})
    for line, named in (
        ("{", "line 2"),
        (json.dumps({"question": "Why?", "skills": ["Baking"]}), "line 2, skills"),
        (json.dumps({"question": "Are you married?"}), "line 2, question_text"),
        (json.dumps({"question": "Why?", "difficulty": "brutal"}), "line 2, difficulty"),
    ):
        file = tmp_path / "own.jsonl"
        file.write_text(f"{good}\n{line}\n", "utf-8")
        done = await understudy(database_url, "questions", "import", str(file))
        assert done.code == 2
        assert named in done.words
    listed = await understudy(database_url, "questions", "list", "--json")
    assert len(json.loads(listed.out)["questions"]) == 104
