"""Swapping goes through the bank; coverage counts what is planned, asked and answered."""

from uuid import UUID

from domain.questions.coverage import Covered, Standing, coverage
from domain.questions.model import BankQuestion, Difficulty
from domain.questions.swap import Out, next_best

GO, SQL = UUID(int=1), UUID(int=2)
BANK = tuple(
    BankQuestion(UUID(int=10 + n), f"Question {n}?", level, 5, (GO,))
    for n, level in enumerate((Difficulty.EASY, Difficulty.EASY, Difficulty.EASY, Difficulty.HARD))
)


def out(question: BankQuestion) -> Out:
    return Out(question.id, question.text, GO, "Go", question.difficulty, question.minutes)


def swapped(question: BankQuestion, left: int = 0, used: tuple[UUID, ...] = ()) -> BankQuestion | None:
    found = next_best(out(question), BANK, left=left, seed="s", language="en", used=used, used_texts=())
    return found[0] if found else None


def test_swapping_again_and_again_meets_every_question_of_the_level() -> None:
    seen, present = set(), BANK[0]
    for _ in range(3):
        seen.add(present.id)
        following = swapped(present)
        assert following is not None
        present = following
    assert seen == {question.id for question in BANK[:3]}
    assert present == BANK[0]


def test_another_level_is_taken_when_the_level_is_used_up_and_the_sentence_says_so() -> None:
    used = (BANK[1].id, BANK[2].id)
    found = next_best(out(BANK[0]), BANK, left=0, seed="s", language="en", used=used, used_texts=())
    assert found is not None
    assert found[0] == BANK[3]
    assert found[1] == "Taken instead of another question about Go, hard."
    assert swapped(BANK[0], used=(*used, BANK[3].id)) is None


def test_a_longer_question_is_taken_only_into_time_that_is_free() -> None:
    long = BankQuestion(UUID(int=30), "Long?", Difficulty.EASY, 9, (GO,))
    for left, expected in ((3, None), (4, long)):
        found = next_best(out(BANK[0]), (long,), left=left, seed="s", language="en", used=(), used_texts=())
        assert (found[0] if found else None) == expected


def test_coverage_counts_a_question_for_each_skill_that_it_shows() -> None:
    questions = (
        Standing((GO, SQL), asked=True, answered=True),
        Standing((GO,), asked=True, answered=False),
        Standing((GO,), asked=False, answered=False),
    )
    assert coverage(((GO, "Go"), (SQL, "SQL"), (UUID(int=3), "Java")), questions) == (
        Covered(GO, "Go", 3, 2, 1),
        Covered(SQL, "SQL", 1, 1, 1),
        Covered(UUID(int=3), "Java", 0, 0, 0),
    )
