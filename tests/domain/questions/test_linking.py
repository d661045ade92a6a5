"""Turns that ask planned questions are found by words, also when they are reworded or cut in two."""

from uuid import UUID, uuid4

from domain.questions.linking import Heard, Link, Sought, answer_to, link

BUG = Sought(
    UUID(int=1),
    "Describe a bug of yours that came from asynchronous code. How did you find it, and how did you keep it from"
    " coming back?",
)
FIELD = Sought(
    UUID(int=2),
    "Tell me about a time you explained something technical to somebody from another field. How did you know that it"
    " was understood?",
)


def said(*turns: tuple[str | None, str], knows: bool = True) -> list[Heard]:
    roles = {"A": "host", "B": "guest"}
    return [Heard(uuid4(), text, voice, roles.get(voice or "") if knows else None) for voice, text in turns]


def places(turns: list[Heard], links: tuple[Link, ...]) -> list[tuple[int, int, int | None]]:
    at = {turn.id: place for place, turn in enumerate(turns)}
    return [
        (one.question_id.int, at[one.question_turn], at[one.answer_turn] if one.answer_turn else None)
        for one in links
    ]


TALK = (
    ("A", "Hello and welcome."),
    ("B", "Thank you for having me."),
    (
        "A",
        "Could you describe a bug that came out of asynchronous code, how you found it and how you kept it away?",
    ),
    ("B", "Sure."),
    ("B", "We had two requests that overwrote each other, which a log of both showed."),
    ("A", "Tell me about a time you explained something technical to somebody"),
    ("A", "from another field, and how you knew that it was understood."),
    ("B", "I drew our ledger for the accountants, and they corrected my drawing."),
)


def test_reworded_and_cut_questions_are_found_with_their_answers() -> None:
    turns = said(*TALK)
    assert places(turns, link((FIELD, BUG), turns)) == [(1, 2, 4), (2, 5, 7)]


def test_without_roles_another_voice_answers() -> None:
    turns = said(*TALK, knows=False)
    assert places(turns, link((FIELD, BUG), turns)) == [(1, 2, 4), (2, 5, 7)]


def test_what_the_guest_repeats_is_no_asking() -> None:
    turns = said(("A", "What now?"), ("B", BUG.text))
    assert link((BUG,), turns) == ()


def test_small_talk_asks_nothing() -> None:
    turns = said(
        ("A", "Tell me, how did you find it here?"), ("B", "With the map, thanks, it was easy to find.")
    )
    assert link((BUG, FIELD), turns) == ()


def test_a_short_reply_counts_only_once_the_talk_went_on() -> None:
    turns = said(("A", BUG.text), ("B", "None, really."))
    assert places(turns, link((BUG,), turns)) == [(1, 0, None)]
    turns = said(("A", BUG.text), ("B", "None, really."), ("A", "Fine, then let us go on."))
    assert places(turns, link((BUG,), turns)) == [(1, 0, 1)]
    assert answer_to(turns, turns[0].id) == turns[1].id


def test_a_turn_asks_one_question_and_a_taken_turn_none() -> None:
    again = Sought(UUID(int=3), BUG.text + " And what would you do today?")
    turns = said(*TALK)
    assert places(turns, link((BUG, again), turns)) == [(1, 2, 4)]
    assert link((BUG,), turns, frozenset({turns[2].id})) == ()


def test_an_answer_lies_before_the_next_question() -> None:
    turns = said(("A", BUG.text), ("A", FIELD.text), ("B", "I drew our ledger for the accountants."))
    assert places(turns, link((BUG, FIELD), turns)) == [(1, 0, None), (2, 1, 2)]
