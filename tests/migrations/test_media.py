"""Media come up and go down with their files; a portal's JSON array of file ids becomes links, and comes back."""

import itertools
import json
from collections.abc import AsyncIterator
from uuid import UUID

import psycopg
import pytest

from runtime import migrate
from runtime.embedded.postgres import EmbeddedPostgres
from tests.migrations.portal import ROWS, ask, execute, structure

BAKER, MILLER = "00000000-0000-0000-0000-000000000011", "00000000-0000-0000-0000-000000000012"
FILM, PICTURE, RESUME = (f"00000000-0000-0000-0000-0000000000{n}" for n in ("a1", "a2", "a3"))
UNKNOWN = "00000000-0000-0000-0000-0000000000ff"
FILES = f"""
    INSERT INTO files (id, filename, media_type, size, sha256, content) VALUES
        ('{FILM}', 'film.mp4', 'video/mp4', 1, '', 'x'), ('{PICTURE}', 'p.png', 'image/png', 1, '', 'x'),
        ('{RESUME}', 'cv.pdf', 'application/pdf', 1, '', 'x');
    UPDATE applications SET resume_file_id = '{RESUME}' WHERE id = '00000000-0000-0000-0000-000000000021';
"""
LINKS = "SELECT job_id::text, file_id::text, position FROM job_interview_media ORDER BY 1, 3"
REPORT = "SELECT job_id::text, position, value, reason FROM interview_media_not_moved ORDER BY 1, 2"


@pytest.fixture(scope="module")
async def template(cluster: EmbeddedPostgres) -> AsyncIterator[str]:
    """A database with rows, as it was before there were media; made once, copied for each test."""
    name = "before_media"
    await cluster.create_database(name)
    url = cluster.url_of(name)
    migrate.upgrade(url, "0001")
    execute(url, ROWS)
    migrate.upgrade(url, "0015")
    execute(url, FILES)
    yield name
    await cluster.drop_database(name)


@pytest.fixture
async def before(cluster: EmbeddedPostgres, template: str) -> AsyncIterator[str]:
    """A copy of that database."""
    name = f"before_media_{next(_numbers)}"
    await cluster.create_database(name, template=template)
    yield cluster.url_of(name)
    await cluster.drop_database(name)


_numbers = itertools.count()


def _column(url: str, kind: str = "JSONB", more: str = "") -> None:
    execute(url, f"ALTER TABLE jobs ADD COLUMN interview_media_file_ids {kind} {more}")


def _set(url: str, job: str, value: object, kind: str = "jsonb") -> None:
    execute(
        url,
        f"UPDATE jobs SET interview_media_file_ids = %s::{kind} WHERE id = %s",
        value if isinstance(value, str | list) and kind != "jsonb" else json.dumps(value),
        job,
    )


def _kept(url: str) -> dict[str, object]:
    return {str(row[0]): row[1] for row in ask(url, "SELECT id, interview_media_file_ids FROM jobs")}


def test_ids_that_name_files_become_links_in_their_order(before: str) -> None:
    _column(before)
    _set(before, BAKER, [PICTURE, FILM])
    _set(before, MILLER, [FILM])
    migrate.upgrade(before, "0016")
    assert ask(before, LINKS) == [(BAKER, PICTURE, 0), (BAKER, FILM, 1), (MILLER, FILM, 0)]
    assert ask(before, REPORT) == []
    assert ask(before, "SELECT 1 FROM pg_attribute WHERE attname = 'interview_media_file_ids'") == []


def test_what_names_no_file_is_reported_with_its_reason(before: str) -> None:
    _column(before)
    _set(before, BAKER, [UNKNOWN, FILM, "no id", 7, None, {"a": 1}, [FILM], FILM, RESUME, FILM.upper()])
    _set(before, MILLER, {"ids": [FILM]})
    migrate.upgrade(before, "0016")
    assert ask(before, LINKS) == [(BAKER, FILM, 1)]
    assert ask(before, REPORT) == [
        (BAKER, 0, UNKNOWN, "no such file"),
        (BAKER, 2, "no id", "not an id"),
        (BAKER, 3, 7, "not an id"),
        (BAKER, 4, None, "not an id"),
        (BAKER, 5, {"a": 1}, "not an id"),
        (BAKER, 6, [FILM], "not an id"),
        (BAKER, 7, FILM, "twice"),
        (BAKER, 8, RESUME, "a resume"),
        (BAKER, 9, FILM.upper(), "twice"),
        (MILLER, 0, {"ids": [FILM]}, "not an array"),
    ]


@pytest.mark.parametrize("value", [[], None, "text", 7, True, {}])
def test_an_odd_value_stops_nothing(before: str, value: object) -> None:
    _column(before)
    _set(before, BAKER, value)
    migrate.upgrade(before, "0016")
    assert ask(before, LINKS) == []
    assert len(ask(before, REPORT)) == (0 if value in ([], None) else 1)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("json", json.dumps([FILM, UNKNOWN])),
        ("text", json.dumps([FILM, UNKNOWN])),
        ("uuid[]", [FILM, UNKNOWN]),
    ],
)
def test_arrays_of_other_columns_are_moved_and_come_back(before: str, kind: str, value: object) -> None:
    _column(before, kind)
    _set(before, BAKER, value, kind)
    stood, was = structure(before), _kept(before)
    migrate.upgrade(before, "0016")
    assert ask(before, LINKS) == [(BAKER, FILM, 0)]
    assert ask(before, REPORT) == [(BAKER, 1, UNKNOWN, "no such file")]
    migrate.downgrade(before, "0015")
    assert structure(before) == stood
    assert _as_lists(_kept(before)) == _as_lists(was)


def _as_lists(kept: dict[str, object]) -> dict[str, list[str] | None]:
    def plain(value: object) -> list[str] | None:
        found = json.loads(value) if isinstance(value, str) else value
        return None if found is None else [str(each) for each in found]  # type: ignore[union-attr] # a list

    return {job: plain(value) for job, value in kept.items()}


@pytest.mark.parametrize("more", ["", "DEFAULT '[]'::jsonb", "DEFAULT '[]'::jsonb NOT NULL"])
def test_going_down_restores_the_column_and_up_again_moves_the_same(before: str, more: str) -> None:
    _column(before, "JSONB", more)
    mixed = [UNKNOWN, FILM, "no id", PICTURE]
    _set(before, BAKER, mixed)
    stood = structure(before)
    untouched = _kept(before)[MILLER]
    migrate.upgrade(before, "0016")
    links, report = ask(before, LINKS), ask(before, REPORT)
    migrate.downgrade(before, "0015")
    assert structure(before) == stood
    assert _kept(before) == {BAKER: mixed, MILLER: untouched}
    migrate.upgrade(before, "0016")
    assert (ask(before, LINKS), ask(before, REPORT)) == (links, report)


def test_what_was_changed_meanwhile_is_what_comes_back(before: str) -> None:
    _column(before)
    _set(before, BAKER, [FILM])
    migrate.upgrade(before, "0016")
    execute(
        before,
        f"DELETE FROM job_interview_media; INSERT INTO job_interview_media VALUES ('{MILLER}', '{PICTURE}')",
    )
    migrate.downgrade(before, "0015")
    assert _kept(before) == {BAKER: None, MILLER: [PICTURE]}


def test_moving_twice_moves_once_and_a_column_that_comes_later_is_moved_by_hand(before: str) -> None:
    migrate.upgrade(before, "0016")
    assert ask(before, "SELECT move_interview_media()") == [(0,)]
    _column(before)
    _set(before, BAKER, [FILM, UNKNOWN])
    assert ask(before, "SELECT move_interview_media()") == [(1,)]
    assert ask(before, "SELECT move_interview_media()") == [(0,)]
    assert ask(before, LINKS) == [(BAKER, FILM, 0)]
    assert ask(before, REPORT) == [(BAKER, 1, UNKNOWN, "no such file")]


def test_stored_files_links_and_recordings_survive_the_way_down_and_up(before: str) -> None:
    migrate.upgrade(before, "0016")
    stored = UUID(int=0xB1)
    execute(
        before,
        f"""
        INSERT INTO files (id, filename, media_type, size, sha256, storage_key, uploaded_by) VALUES
            ('{stored}', 'f.wav', 'audio/wav', 5, '', 'job_media/{stored}', '00000000-0000-0000-0000-000000000001'),
            ('{UUID(int=0xB2)}', 'r.wav', 'audio/wav', 5, '', 'recordings/{UUID(int=0xB2)}', NULL);
        INSERT INTO job_interview_media (job_id, file_id, position) VALUES ('{BAKER}', '{stored}', 3);
        INSERT INTO interviews (id, job_id, application_id, candidate_id, confirmation_deadline, duration)
            SELECT '{UUID(int=0xC1)}', job_id, id, candidate_id, now(), interval '1 hour' FROM applications
            WHERE id = '00000000-0000-0000-0000-000000000024';
        INSERT INTO interview_recordings (interview_id, file_id, kind)
            VALUES ('{UUID(int=0xC1)}', '{UUID(int=0xB2)}', 'audio');
        """,
    )
    tables = ("job_interview_media", "interview_recordings", "files")
    rows = {table: ask(before, f"SELECT t::text FROM {table} t ORDER BY 1") for table in tables}
    stood = structure(before)
    migrate.downgrade(before, "0015")
    migrate.upgrade(before, "0016")
    assert {table: ask(before, f"SELECT t::text FROM {table} t ORDER BY 1") for table in tables} == rows
    assert structure(before) == stood


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE files SET content = NULL WHERE id = '{FILM}'",
        f"UPDATE files SET storage_key = 'job_media/{FILM}' WHERE id = '{FILM}'",
        f"UPDATE files SET content = NULL, storage_key = 'job_media/{PICTURE}' WHERE id = '{FILM}'",
        f"UPDATE files SET content = NULL, storage_key = '../{FILM}' WHERE id = '{FILM}'",
        f"INSERT INTO interview_recordings (interview_id, file_id, kind) VALUES ('{FILM}', '{FILM}', 'song')",
        f"INSERT INTO job_interview_media VALUES ('{BAKER}', '{UNKNOWN}')",
        f"INSERT INTO job_interview_media VALUES ('{BAKER}', '{FILM}'), ('{BAKER}', '{FILM}')",
    ],
)
def test_the_database_keeps_the_rules_itself(before: str, statement: str) -> None:
    migrate.upgrade(before, "0016")
    with pytest.raises(psycopg.errors.IntegrityError):
        execute(before, statement)
