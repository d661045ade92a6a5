"""A folder of resumes: which files to take in, and who sent them where a list beside them says so."""

import json
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from domain.errors import InvalidInputError

LISTS = ("people.json", "manifest.json")
"""Names under which a list of people is found in the folder itself."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who sent a file, as far as the list says."""

    name: str | None = None
    email: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """Files in the order in which they are taken in, who sent them, and listed files that are not there."""

    files: tuple[Path, ...]
    people: Mapping[str, Person]
    absent: tuple[str, ...]


def read_folder(folder: Path, people_file: Path | None) -> Folder:
    """Look at a folder: sorted by name, hidden files and folders left out.

    Raises InvalidInputError when there is nothing to take in, or the list cannot be read.
    """
    listed = people_file or next((folder / name for name in LISTS if (folder / name).is_file()), None)
    files = tuple(
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith(".") and path.name not in LISTS
    )
    people = _people(listed) if listed else {}
    if not files:
        raise InvalidInputError(f"There is no file in {folder}.", field="DIR")
    names = {path.name for path in files}
    return Folder(files, people, tuple(sorted(people.keys() - names)))


def media_type(path: Path) -> str:
    """Media type by the file's ending."""
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def _people(path: Path) -> dict[str, Person]:
    try:
        rows = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"{path} is not JSON in UTF-8: {error}.") from error
    if not isinstance(rows, list):
        raise InvalidInputError(f"{path} is not a list of people.")
    people: dict[str, Person] = {}
    for number, row in enumerate(rows, 1):
        where = f"{path}, person {number}"
        if not isinstance(row, dict):
            raise InvalidInputError(f"{where}: not an object.")
        file = _text(row, "file", where)
        if file is None:
            raise InvalidInputError(f"{where}: file is missing.", field="file")
        if file in people:
            raise InvalidInputError(f"{where}: {file} is named twice.", field="file")
        people[file] = Person(*(_text(row, field, where) for field in ("name", "email", "time_zone")))
    return people


def _text(row: Mapping[str, Any], field: str, where: str) -> str | None:
    value = row.get(field)
    if value is not None and not isinstance(value, str):
        raise InvalidInputError(f"{where}: {field} is not text.", field=field)
    return value or None
