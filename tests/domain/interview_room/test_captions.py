"""Transcript files: what is read, and what is refused with a reason."""

import json
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.interview_room import captions, from_file
from domain.interview_room.captions import Cue, Format, read
from domain.interview_room.from_file import People
from domain.interview_room.turns import SpeakerRole, checked
from tests.support.data import MONDAY
from tests.support.effort import done_within

VTT = """WEBVTT

NOTE made up

1
00:00:01.000 --> 00:00:03.000
<v Ines Interviewer>Hello &amp; <i>welcome</i>.</v>

2
00:00:03.500 --> 00:00:05.000 align:start
<v Ines Interviewer>Tell me about yourself.</v>

3
00:00:06.000 --> 00:01:09.500
<v Person 1>I baked bread.
For nine years.</v>
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
Ines: Hello.

2
00:00:04,000 --> 00:00:06,250
Person 1: Hello, it is 10:30 already.

3
00:00:07,000 --> 00:00:08,000
Ines: Right.
"""


def test_webvtt_gives_cues_with_voices_and_plain_words() -> None:
    written, cues = read(VTT.encode())
    assert written is Format.VTT
    assert cues == [
        Cue("Hello & welcome.", 1000, 3000, "Ines Interviewer"),
        Cue("Tell me about yourself.", 3500, 5000, "Ines Interviewer"),
        Cue("I baked bread. For nine years.", 6000, 69500, "Person 1"),
    ]


def test_srt_gives_cues_whose_names_stand_before_a_colon() -> None:
    written, cues = read(SRT.replace("\n", "\r\n").encode("utf-8-sig"))
    assert written is Format.SRT
    assert [(cue.voice, cue.text) for cue in cues] == [
        ("Ines", "Hello."),
        ("Person 1", "Hello, it is 10:30 already."),
        ("Ines", "Right."),
    ]


def test_a_colon_in_talk_is_no_name() -> None:
    lines = [f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\nI thought number {n}.\n" for n in range(1, 9)]
    lines[3] = lines[3].replace("I thought", "Then she said: I thought")
    assert {cue.voice for cue in read("\n".join(lines).encode())[1]} == {None}


@pytest.mark.parametrize(
    "whole",
    [
        [{"text": "Hi", "speaker": "speaker_0", "starts_ms": 0, "ends_ms": 900, "confidence": 90}],
        {"turns": [{"text": "Hi", "speaker": "speaker_0", "starts_ms": 0, "ends_ms": 900, "confidence": 90}]},
        {"segments": [{"text": " Hi", "speaker": "speaker_0", "start": 0.0, "end": 0.9, "confidence": 0.9}]},
        {
            "results": {
                "utterances": [
                    {"transcript": "Hi", "speaker": "speaker_0", "start": 0, "end": 0.9, "confidence": 0.9}
                ]
            }
        },
    ],
)
def test_json_is_read_as_lists_of_turns_of_several_makers(whole: object) -> None:
    written, cues = read(json.dumps(whole).encode())
    assert (written, cues) == (Format.JSON, [Cue("Hi", 0, 900, "speaker_0", 90)])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "none of WebVTT"),
        (b"WEBVTT\n\n", "no words"),
        (b"\x00\x01\x02WEBVTT", "control characters"),
        (VTT.encode("utf-16-le"), "control characters"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nfür".encode("latin-1"), "UTF-8"),
        (b"\xff\xfeW", "UTF-8"),
        (b"PK\x03\x04 a document", "control characters"),
        (b"Hello, this is a letter.", "none of WebVTT"),
        (b"WEBVTT\n\n00:00:09.000 --> 00:00:01.000\nbackwards", "Cue 1 ends before"),
        (b"WEBVTT\n\n00:00:0x.000 --> 00:00:01.000\nbroken", "not valid WebVTT"),
        (b"WEBVTT\n\n99:00:00.000 --> 99:00:01.000\nlate", "beyond a day"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nok\n\n2\n00:00:zz --> 00:00:04,000\nlost\n", "not valid SRT"),
        (b"{", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"a": 1}', "no list of turns"),
        (b'[{"words": "x"}]', "Turn 1 has no text"),
        (b"[7]", "Turn 1 is no object"),
        (b'[{"text": "x", "start": "soon"}]', "no time"),
        (b'[{"text": "x", "start": NaN}]', "no time"),
        (b'[{"text": "x", "speaker": {}}]', "speaker of turn 1"),
        (b"x" * (captions.LARGEST + 1), "larger than 2 MiB"),
    ],
)
def test_a_broken_or_hostile_file_is_refused_with_a_reason(data: bytes, says: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        read(data)
    assert says in str(caught.value)
    assert caught.value.remedy
    assert caught.value.field == "file"


@pytest.mark.parametrize(
    "body",
    ["<v " * 300_000, "<" * 900_000, "<v a>" * 50_000, "&amp" * 200_000, "a: " * 300_000, "-->\n" * 200_000],
)
def test_hostile_marks_are_read_or_refused_in_linear_time(body: str) -> None:
    def read_or_refuse() -> None:
        for start in ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "1\n00:00:01,000 --> 00:00:02,000\n"):
            with suppress(InvalidInputError):
                read((start + body).encode())

    done_within(4, read_or_refuse)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: f"WEBVTT\n\n{text}".encode()))
@settings(max_examples=150)
def test_whatever_a_file_holds_it_gives_cues_or_a_reason(data: bytes) -> None:
    try:
        _, cues = read(data)
    except InvalidInputError:
        return
    assert cues
    assert all(cue.text.strip() and 0 <= cue.starts_ms <= cue.ends_ms for cue in cues)


def test_turns_join_lines_of_one_voice_and_hold_no_name() -> None:
    people = People("Person 1", ("Ines Interviewer",))
    made = from_file.turns(read(VTT.encode())[1], starts=MONDAY, key="abc", people=people)
    assert [(turn.speaker, turn.speaker_role, turn.text) for turn in made] == [
        ("speaker_0", SpeakerRole.HOST, "Hello & welcome. Tell me about yourself."),
        ("speaker_1", SpeakerRole.GUEST, "I baked bread. For nine years."),
    ]
    assert [turn.turn_key for turn in made] == ["file:abc:1", "file:abc:2"]
    assert made[1].spoken_at == MONDAY + timedelta(seconds=6)
    assert "Ines" not in repr(made)
    assert checked(made) == made


@pytest.mark.parametrize(
    ("voice", "role"),
    [
        ("Interviewer", SpeakerRole.HOST),
        ("Candidate", SpeakerRole.GUEST),
        ("Ana Lima", SpeakerRole.GUEST),
        ("lima", SpeakerRole.GUEST),
        ("Ana", None),
        ("Rosa", SpeakerRole.HOST),
        ("Somebody Else", None),
        ("speaker_7", None),
    ],
)
def test_roles_follow_names_that_belong_to_one_person(voice: str, role: SpeakerRole | None) -> None:
    people = People("Ana Lima", ("Rosa Recruiter", "Ana Interviewer"))
    (turn,) = from_file.turns([Cue("Hi", 0, 1, voice)], starts=MONDAY, key="k", people=people)
    assert turn.speaker_role is role
