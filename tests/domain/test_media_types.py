"""Which files are taken in, for what, and how large."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.media_types import (
    FAMILIES,
    GIB,
    LARGEST,
    MIB,
    OF_JOBS,
    OF_RECORDINGS,
    Family,
    RecordingKind,
    checked_type,
    family_of,
    kinds_of,
    limit_of,
    plain_name,
)
from domain.storage import Place, key_of

SOUND, FILM = frozenset({Family.AUDIO}), frozenset({Family.VIDEO})


def test_a_type_is_taken_only_where_its_family_is_wanted() -> None:
    for media_type, family in FAMILIES.items():
        assert checked_type(media_type, "", frozenset({family}), 1, LARGEST) == media_type
        others = frozenset(Family) - {family}
        if media_type in {"video/webm", "video/mp4", "video/ogg"}:
            others -= {Family.AUDIO}
        with pytest.raises(InvalidInputError, match="not taken here") as error:
            checked_type(media_type, media_type, others, 1, LARGEST)
        assert error.value.field == "file"
        assert media_type not in (error.value.remedy or "")


def test_a_container_of_both_is_what_its_sender_says_and_sound_where_only_sound_is_taken() -> None:
    both = SOUND | FILM
    assert checked_type("video/webm", "audio/webm;codecs=opus", both, 1, LARGEST) == "audio/webm"
    assert checked_type("video/webm", "video/webm", both, 1, LARGEST) == "video/webm"
    assert checked_type("video/mp4", "application/octet-stream", SOUND, 1, LARGEST) == "audio/mp4"
    assert checked_type("audio/wav", "video/mp4", both, 1, LARGEST) == "audio/wav"


def test_each_family_has_its_limit_and_the_installation_has_the_last_word() -> None:
    assert limit_of(SOUND, LARGEST) == 2 * GIB
    assert limit_of(frozenset({Family.IMAGE}), LARGEST) == 25 * MIB
    assert limit_of(OF_JOBS, LARGEST) == 2 * GIB
    assert limit_of(frozenset({Family.IMAGE}), 5 * MIB) == 5 * MIB
    with pytest.raises(InvalidInputError, match="larger than 25 MiB"):
        checked_type("image/png", "", OF_JOBS, 25 * MIB + 1, LARGEST)
    assert checked_type("image/png", "", OF_JOBS, 25 * MIB, LARGEST) == "image/png"


def test_every_kind_of_recording_has_a_family_and_nothing_that_runs_is_accepted() -> None:
    assert set(OF_RECORDINGS) == set(RecordingKind)
    assert not {
        name for name in FAMILIES if "html" in name or "svg" in name or "xml" in name or "script" in name
    }
    assert family_of("text/html") is None
    assert "audio/wav" in kinds_of(SOUND)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("talk.wav", "talk.wav"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\talk.wav", "talk.wav"),
        ("a\x00b\n\u202e.wav", "ab.wav"),
        ("...", "file"),
        ("", "file"),
        ("/", "file"),
    ],
)
def test_of_a_name_only_its_last_part_is_kept(given: str, kept: str) -> None:
    assert plain_name(given) == kept


@given(st.text())
def test_a_name_is_short_printable_and_never_empty(given: str) -> None:
    name = plain_name(given)
    assert 0 < len(name) <= 200
    assert name.isprintable()
    assert not {"/", "\\", "\x00"} & set(name)
    assert plain_name(name) == name


def test_a_long_name_keeps_its_ending() -> None:
    assert plain_name("x" * 300 + ".webm").endswith("x.webm")
    assert len(plain_name("x" * 300 + ".webm")) == 200


@given(st.uuids(), st.sampled_from(Place))
def test_a_key_says_what_for_and_whose(file_id: object, place: Place) -> None:
    from uuid import UUID

    assert isinstance(file_id, UUID)
    assert key_of(place, file_id) == f"{place}/{file_id}"
