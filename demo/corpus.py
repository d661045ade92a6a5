"""The demo's invented jobs and applicants, read from `demo/jobs/`.

Each job is a folder: `job.json` (the advertisement), `applications/` (resumes as people send them, six of
the sixty unreadable on purpose) and `people.json` (who sent which file, how well the person is meant to fit,
and how the person will behave). Everybody here is invented; all addresses are under example.com, .org or .net.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

JOBS_ROOT = Path(__file__).resolve().parent / "jobs"

# The order in which the demo tells its story: the first two jobs fill, the last one runs out of people.
JOB_ORDER = ("backend-engineer", "intensivpflege", "financial-accountant")

CONTENT_TYPES: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain",
    ".json": "application/json",
}


class Fit(StrEnum):
    """How well the author meant the person to fit the job. A scorer should agree, and never reads this."""

    STRONG = "strong"
    GOOD = "good"
    PARTIAL = "partial"
    UNRELATED = "unrelated"
    UNREADABLE = "unreadable"
    """The file is broken on purpose; nobody can tell how well the person fits."""


class Temper(StrEnum):
    """How a person answers an invitation. Says nothing about the resume."""

    FAST = "fast"
    """Accepts at once and takes an offered time."""
    SLOW = "slow"
    """Accepts shortly before each deadline, and stays."""
    SILENT = "silent"
    """Never answers; the deadline passes."""
    DECLINES = "declines"
    """Declines and means it."""
    DECLINES_THEN_UNDOES = "declines_then_undoes"
    """Declines, then takes it back while that is still possible, and stays."""
    WITHDRAWS = "withdraws"
    """Accepts, confirms a time, and withdraws afterwards."""
    NEGOTIATES = "negotiates"
    """Accepts, asks for another time in own words, and stays."""
    NO_SHOW = "no_show"
    """Accepts, confirms a time, and does not come."""

    @property
    def keeps_the_seat(self) -> bool:
        """Whether a person of this temper still holds the seat when the interview is over."""
        return self in {Temper.FAST, Temper.SLOW, Temper.NEGOTIATES, Temper.DECLINES_THEN_UNDOES}


@dataclass(frozen=True, slots=True)
class Requirements:
    """What a job asks for."""

    must: tuple[str, ...]
    nice: tuple[str, ...]
    years: int
    """Years of experience asked for."""
    languages: tuple[str, ...]
    """ISO 639-1 codes."""

    def as_mapping(self) -> dict[str, object]:
        """The form that the job's table and the scorer take."""
        return {
            "must": list(self.must),
            "nice": list(self.nice),
            "years": self.years,
            "languages": list(self.languages),
        }


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One application: a person, the file sent in, and what the person will do when invited."""

    path: Path
    name: str
    email: str
    language: str
    """ISO 639-1 code: the language of the resume and of the person's messages."""
    time_zone: ZoneInfo
    fit: Fit
    temper: Temper

    @property
    def filename(self) -> str:
        """The file's name as an upload would carry it."""
        return self.path.name

    @property
    def content_type(self) -> str:
        """Media type by the file's ending, as a browser would state it; the content may disagree."""
        return CONTENT_TYPES[self.path.suffix]

    def content(self) -> bytes:
        """The application file's bytes. Raises OSError when the file is missing."""
        return self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class DemoJob:
    """One job with everybody who applied, in the order in which the applications arrived."""

    slug: str
    title: str
    description: str
    requirements: Requirements
    number_of_openings: int
    location: str
    people: tuple[DemoPerson, ...]


def load_jobs() -> tuple[DemoJob, ...]:
    """All demo jobs, in the order of `JOB_ORDER`.

    Raises OSError when a file is missing, KeyError when a field is missing, ValueError when a fit or a temper
    is none of the known words, ZoneInfoNotFoundError for an unknown time zone.
    """
    return tuple(_load_job(JOBS_ROOT / slug) for slug in JOB_ORDER)


def _load_job(folder: Path) -> DemoJob:
    job = _read_json(folder / "job.json")
    return DemoJob(
        slug=folder.name,
        title=job["title"],
        description=job["description"],
        requirements=_requirements(job["requirements"]),
        number_of_openings=job["number_of_openings"],
        location=job["location"],
        people=tuple(_person(row, folder / "applications") for row in _read_json(folder / "people.json")),
    )


def _requirements(row: Mapping[str, Any]) -> Requirements:
    return Requirements(
        must=tuple(row["must"]),
        nice=tuple(row["nice"]),
        years=row["years"],
        languages=tuple(row["languages"]),
    )


def _person(row: Mapping[str, str], applications: Path) -> DemoPerson:
    return DemoPerson(
        path=applications / row["file"],
        name=row["name"],
        email=row["email"],
        language=row["language"],
        time_zone=ZoneInfo(row["time_zone"]),
        fit=Fit(row["fit"]),
        temper=Temper(row["temper"]),
    )


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
