"""What comes next: always a question of the plan, once more at most, done when every skill is covered."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from domain.interview_bot import MISSES, BotAct, BotView, Kind, Planned, Step, Verdict, next_act, next_step
from domain.interview_bot.plan import covered_skills, done, settled
from domain.vocabulary import BotState

SKILLS = [UUID(int=n) for n in range(1, 4)]
PLANS = st.lists(st.sets(st.sampled_from(SKILLS), max_size=2), max_size=8).map(
    lambda rows: [Planned(uuid4(), frozenset(skills)) for skills in rows]
)
VERDICTS = st.lists(st.sampled_from(list(Verdict)), min_size=40, max_size=40)


@given(PLANS, VERDICTS)
def test_whatever_is_answered_it_stays_in_its_plan_and_ends(
    plan: list[Planned], verdicts: list[Verdict]
) -> None:
    """Play a whole talk: who asks for a person comes back."""
    asked: dict[UUID, int] = {}
    current: UUID | None = None
    verdict: Verdict | None = None
    is_repeat, order = False, [q.id for q in plan]
    for said in [v for v in verdicts if v is not Verdict.PERSON] + [Verdict.UNKNOWN] * 40:
        step = next_step(plan, current, verdict, is_repeat=is_repeat)
        if step.question_id != current:
            plan = list(settled(plan, current, verdict))
        if step.kind is Kind.FINISH:
            break
        assert step.question_id in order
        assert step.question_id is not None
        asked[step.question_id] = asked.get(step.question_id, 0) + 1
        assert (step.kind is Kind.ASK_AGAIN) == (step.question_id == current)
        is_repeat = step.kind is Kind.ASK_AGAIN
        current, verdict = step.question_id, said
    assert step.kind is Kind.FINISH
    assert all(times <= 2 for times in asked.values())
    # In the plan's order, and nothing needed is left out.
    assert [id_ for id_ in order if id_ in asked] == list(asked)
    assert done(plan) == len(plan)
    for question in plan:
        assert question.is_asked or question.skill_ids <= covered_skills(plan)


def test_a_question_that_was_missed_is_asked_once_more_and_then_left() -> None:
    first, second = (Planned(uuid4(), frozenset({skill})) for skill in SKILLS[:2])
    for verdict in MISSES:
        again = next_step([first, second], first.id, verdict, is_repeat=False)
        assert again == Step(Kind.ASK_AGAIN, first.id)
        assert next_step([first, second], first.id, verdict, is_repeat=True) == Step(Kind.ASK, second.id)


def test_not_knowing_moves_on_and_leaves_its_skill_to_a_spare_question() -> None:
    main, other, spare = (Planned(uuid4(), frozenset({skill})) for skill in (SKILLS[0], SKILLS[1], SKILLS[0]))
    after = next_step([main, spare, other], main.id, Verdict.UNKNOWN, is_repeat=False)
    assert after == Step(Kind.ASK, spare.id)
    assert next_step([main, spare, other], main.id, Verdict.ANSWERED, is_repeat=False) == Step(
        Kind.ASK, other.id
    )


def test_whoever_comes_back_from_a_person_is_asked_the_same_again() -> None:
    first = Planned(uuid4(), frozenset())
    for verdict in (None, Verdict.PERSON):
        assert next_step([first], first.id, verdict, is_repeat=False) == Step(Kind.ASK, first.id)


def test_a_question_that_left_the_plan_is_not_asked_again() -> None:
    left = Planned(uuid4(), frozenset())
    assert next_step([left], uuid4(), Verdict.SHORT, is_repeat=False) == Step(Kind.ASK, left.id)
    assert next_step([], uuid4(), None, is_repeat=False) == Step(Kind.FINISH)


def test_the_workflow_does_what_its_view_calls_for() -> None:
    def view(**facts: object) -> BotView:
        common = {"asks": 1, "is_interview_live": True, "has_answer": False, "has_recording": False}
        return BotView(**{"state": BotState.RUNNING, "owes_question": False, **common, **facts})  # type: ignore[arg-type]

    assert next_act(view()) is BotAct.WAIT
    assert next_act(view(owes_question=True)) is BotAct.LEAD
    assert next_act(view(has_answer=True)) is BotAct.LEAD
    assert next_act(view(has_answer=True), frozenset({BotAct.LEAD})) is BotAct.WAIT
    assert next_act(view(has_recording=True)) is BotAct.TRANSCRIBE
    assert next_act(view(has_recording=True, has_answer=True), frozenset({BotAct.LEAD})) is BotAct.TRANSCRIBE
    assert next_act(view(state=BotState.PAUSED, owes_question=True)) is BotAct.WAIT
    assert next_act(view(state=BotState.HANDED_OVER, has_answer=True)) is BotAct.LEAD
    assert next_act(view(is_interview_live=False)) is BotAct.EXPIRE
    assert next_act(view(state=BotState.COMPLETED, is_interview_live=False)) is BotAct.END
