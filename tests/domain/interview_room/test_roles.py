"""Who is host and who is guest, from what was said."""

import random

import pytest

from domain.interview_room.roles import ASSIGNED_AFTER, Said, detect
from domain.interview_room.turns import SpeakerRole
from tests.domain.interview_room.dialogues import DIALOGUES, A, B


def said(name: str) -> list[Said]:
    return [Said(text, speaker) for speaker, text in DIALOGUES[name][2]]


@pytest.mark.parametrize("name", DIALOGUES)
def test_hosts_and_the_guest_are_told_apart_and_it_says_why(name: str) -> None:
    hosts, guest, lines = DIALOGUES[name]
    found = detect(said(name))
    assert found is not None
    assert found.speakers == {guest: SpeakerRole.GUEST} | dict.fromkeys(hosts, SpeakerRole.HOST)
    assert len(found.why) == len(hosts) + 1
    assert all(text not in " ".join(found.why) for _, text in lines), "reasons quote nobody"
    assert found.confidence >= 70
    kept = found.as_json()
    assert kept["guest"] == guest
    assert kept["host"] in hosts
    assert kept["by"] == "rules"


@pytest.mark.parametrize("name", DIALOGUES)
def test_names_of_voices_do_not_matter(name: str) -> None:
    hosts, guest, _ = DIALOGUES[name]
    voices = [*hosts, guest]
    renamed = dict(
        zip(voices, random.Random(3).sample([f"speaker_{n}" for n in range(9)], len(voices)), strict=True)
    )
    found = detect([Said(one.text, renamed[one.speaker]) for one in said(name)])
    assert found is not None
    assert found.speakers[renamed[guest]] is SpeakerRole.GUEST


def test_nothing_is_said_before_five_turns_or_of_one_voice() -> None:
    talk = said("two people in English")
    assert detect(talk[: ASSIGNED_AFTER - 1]) is None
    assert detect(talk[:ASSIGNED_AFTER]) is not None
    assert detect([Said(one.text, A) for one in talk]) is None


def test_whoever_asks_the_planned_questions_is_the_host() -> None:
    talk = [
        Said("Right.", A),
        Said("Good.", B),
        Said("Please name a moment when quality mattered more than speed for your team", B),
        Said("There were many such moments, to be honest, and every one was about quality and not speed.", A),
        Said("Thank you.", B),
    ]
    unsure = detect(talk)
    sure = detect(talk, ["Name a moment when quality mattered more than speed for your team."])
    assert unsure is not None
    assert sure is not None
    assert sure.speakers[B] is SpeakerRole.HOST
    assert sure.confidence > unsure.confidence
    assert any("planned questions 1" in why for why in sure.why)
