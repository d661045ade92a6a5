"""Messages of five languages, by what they want. Each is read with and without knowing its language."""

import pytest

from tests.domain.negotiation.understanding import ONE, THREE, Section, sections, understood

HINTS = (True, False)


def named(section: Section) -> str:
    return f"{section[0]}-{section[1].replace(' ', '-')}"


@pytest.mark.parametrize("section", sections("withdrawal") + sections("human"), ids=named)
@pytest.mark.parametrize("offers", [THREE, ()], ids=["offered", "nothing-offered"])
def test_a_withdrawal_and_a_call_for_a_person_are_never_missed_and_never_invented(
    section: Section, offers: tuple[str, ...]
) -> None:
    language, meaning, messages = section
    wanted = not meaning.startswith("not ")
    intent = meaning.removeprefix("not ")
    wrong = [
        (message, known)
        for message in messages
        for known in HINTS
        if (understood(message, offers, language if known else None).intent == intent) is not wanted
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["availability", "question", "rejection", "unclear", "mixed"])
def test_what_a_message_wants_is_told_in_every_language(name: str) -> None:
    wrong = [
        (message, got)
        for language, meaning, messages in sections(name)
        for message in messages
        for known in HINTS
        if (got := understood(message, THREE, language if known else None).intent) != meaning
    ]
    assert wrong == []


def test_a_choice_from_a_list_is_the_one_that_was_meant() -> None:
    wrong = []
    for language, meaning, messages in sections("selection"):
        number = meaning.removeprefix("selection").strip()
        for message in messages:
            for known in HINTS:
                got = understood(message, THREE, language if known else None)
                fits = got.selected is not None and (not number or got.selected == int(number) - 1)
                if got.intent != "selection" or not fits:
                    wrong.append((message, got.intent, got.selected))
    assert wrong == []


def test_a_plain_yes_takes_the_only_proposal_and_a_plain_no_declines_it() -> None:
    wrong = []
    for language, meaning, messages in sections("single"):
        expected = ("selection", 0) if meaning == "accepted" else ("rejection", None)
        for message in messages:
            for known in HINTS:
                got = understood(message, ONE, language if known else None)
                if (got.intent, got.selected) != expected:
                    wrong.append((message, got.intent, got.selected))
    assert wrong == []
