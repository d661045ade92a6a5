"""What a file is, told by its content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.media_types import FAMILIES
from services.media.sniff import HEAD_BYTES, media_type_of
from tests.support.media_files import EVERY, STRANGE


def test_every_accepted_type_has_an_example_here() -> None:
    assert set(EVERY) == set(FAMILIES) - {"audio/webm"}  # which looks like video/webm from outside


@pytest.mark.parametrize("media_type", EVERY)
def test_a_file_is_known_by_its_first_bytes(media_type: str) -> None:
    assert [media_type_of(content[:HEAD_BYTES]) for content in EVERY[media_type]] == [
        media_type for _ in EVERY[media_type]
    ]


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_not_taken_is_not_mistaken(name: str) -> None:
    assert media_type_of(STRANGE[name]) not in FAMILIES


def test_a_text_whose_head_ends_inside_a_character_is_text_all_the_same() -> None:
    text = ("WEBVTT\n\n" + "ä" * HEAD_BYTES).encode()
    assert media_type_of(text[:HEAD_BYTES]) == "text/vtt"
    assert media_type_of(text[: HEAD_BYTES - 1]) is None  # not cut by us: a broken text


@given(st.binary(max_size=600))
def test_whatever_comes_has_a_type_or_none(content: bytes) -> None:
    found = media_type_of(content)
    assert found is None or found in FAMILIES
