"""What a job will do next, held to simple truths."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.forecast import Hold, SeatOutlook, SeatState, Sentence, Situation, forecast
from domain.states import FINAL_JOB
from domain.vocabulary import Flag, JobStatus, ReviewMode

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
AHEAD = st.integers(1, 400).map(lambda hours: NOW + timedelta(hours=hours))
AROUND = st.integers(-50, 400).map(lambda hours: NOW + timedelta(hours=hours))


@st.composite
def seats(draw: st.DrawFn) -> SeatOutlook:
    """A seat as it may be."""
    state = draw(st.sampled_from(SeatState))
    runs = state in {SeatState.ANSWER, SeatState.TIME}
    return SeatOutlook(
        state,
        at=draw(AHEAD) if runs or state is SeatState.INTERVIEW else None,
        leaves_at=draw(st.none() | AHEAD) if runs or state is SeatState.INTERVIEW else None,
        with_person=runs and draw(st.booleans()),
        bounced=runs and draw(st.booleans()),
    )


SITUATIONS = st.builds(
    Situation,
    status=st.sampled_from(JobStatus),
    now=st.just(NOW),
    seats=st.lists(seats(), max_size=6),
    bench=st.integers(0, 20),
    pending=st.integers(0, 200),
    unscored=st.integers(0, 3),
    keeps_bench=st.booleans(),
    is_ranked=st.booleans(),
    closes_at=st.none() | AROUND,
    paused_since=st.none() | AROUND,
    review=st.sampled_from(ReviewMode),
    review_deadline=st.none() | AHEAD,
    review_confirmed=st.booleans(),
    impact_awaited=st.booleans(),
    cutoff=st.none() | AROUND,
    automation_enabled=st.booleans(),
    closed_gates=st.frozensets(st.sampled_from(Flag), max_size=3),
    holds=st.lists(
        st.builds(Hold, st.sampled_from(["rank", "invite"]), st.sampled_from(["reminders"]), AROUND),
        max_size=4,
    ),
)


def _said(situation: Situation) -> str:
    return " ".join(sentence.text for sentence in forecast(situation))


def _last(situation: Situation) -> Sentence | None:
    return next((one for one in forecast(situation) if one.text.startswith("If nobody answers")), None)


@given(SITUATIONS)
def test_a_sentence_has_an_instant_exactly_where_it_names_one(situation: Situation) -> None:
    said = forecast(situation)
    assert said
    for sentence in said:
        assert sentence.text.endswith(".")
        assert sentence.text.count("{at}") == (sentence.at is not None)


@given(SITUATIONS)
def test_a_job_that_is_over_promises_nothing(situation: Situation) -> None:
    if situation.status in FINAL_JOB:
        (only,) = forecast(situation)
        assert only.at is None
        assert not only.needs_person


@given(SITUATIONS)
def test_nobody_is_said_to_be_invited_after_promotions_stop(situation: Situation) -> None:
    last = _last(situation)
    if last is not None and situation.cutoff is not None:
        assert last.at is not None
        assert last.at < situation.cutoff


@given(SITUATIONS)
def test_no_invitation_is_foretold_while_the_automation_stands_still(situation: Situation) -> None:
    if situation.is_stopped or situation.status is not JobStatus.CLOSED or situation.line == 0:
        assert _last(situation) is None
        assert "leave now" not in _said(situation) or not situation.is_stopped


@given(SITUATIONS)
def test_what_nobody_but_a_person_can_move_is_marked(situation: Situation) -> None:
    for sentence in forecast(situation):
        if sentence.text.startswith(("Held", "Paused since", "The kill switch")):
            assert sentence.needs_person


@given(SITUATIONS)
def test_every_held_step_is_named_with_when_it_began(situation: Situation) -> None:
    held = [one for one in forecast(situation) if one.text.startswith("Held")]
    if situation.status not in FINAL_JOB:
        assert len(held) == len({(hold.gate, hold.step) for hold in situation.holds})
        if situation.holds:
            assert min(one.at for one in held if one.at) == min(hold.since for hold in situation.holds)


def test_one_unanswered_invitation_and_a_bench_of_two() -> None:
    deadline = NOW + timedelta(hours=5)
    job = Situation(JobStatus.CLOSED, NOW, [SeatOutlook(SeatState.ANSWER, deadline)], bench=2, is_ranked=True)
    assert forecast(job) == [
        Sentence("The next deadline passes {at}.", deadline),
        Sentence(
            "If nobody answers, 2 more people would be invited, the last {at}.",
            deadline + timedelta(hours=48),
        ),
    ]


def test_an_empty_bench_is_said_as_it_is() -> None:
    job = Situation(JobStatus.CLOSED, NOW, [SeatOutlook(SeatState.VACANT)], is_ranked=True)
    assert forecast(job) == [Sentence("1 seat stays vacant: nobody is left to promote.", needs_person=True)]


def test_ranking_waits_for_the_last_scores() -> None:
    assert _said(Situation(JobStatus.CLOSED, NOW, unscored=3)) == "Ranking waits for 3 scores."
    assert _said(Situation(JobStatus.CLOSED, NOW, unscored=1)) == "Ranking waits for 1 score."


def test_a_held_promotion_names_its_gate() -> None:
    job = Situation(
        JobStatus.CLOSED,
        NOW,
        [SeatOutlook(SeatState.VACANT)],
        bench=3,
        is_ranked=True,
        closed_gates=frozenset({Flag.AUTO_PROMOTION}),
        holds=[Hold("promote", "auto_promotion", NOW)],
    )
    assert forecast(job) == [
        Sentence("A vacated seat stays vacant: auto_promotion is off.", needs_person=True),
        Sentence("Held: the next promotion, by auto_promotion since {at}.", NOW, needs_person=True),
    ]


def test_an_interview_that_its_candidate_gave_up_is_not_foretold() -> None:
    kept = SeatOutlook(SeatState.INTERVIEW, NOW + timedelta(days=4))
    gone = SeatOutlook(SeatState.INTERVIEW, NOW + timedelta(days=2), leaves_at=NOW + timedelta(minutes=10))
    said = {
        one.text: one.at for one in forecast(Situation(JobStatus.CLOSED, NOW, [gone, kept], is_ranked=True))
    }
    assert said["The next interview begins {at}."] == NOW + timedelta(days=4)
    assert "The next interview begins {at}." not in _said(
        Situation(JobStatus.CLOSED, NOW, [gone], is_ranked=True)
    )
