"""What the default analyser says about an interview, and that it says it once."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.insights import Background, Found, Kind, Said, Sentiment, Severity, analyse
from domain.insights.facts import Names
from domain.insights.model import About, Claim
from domain.insights.resume import claims_of
from tests.domain.insights.talk import BACKGROUND, START, answer, talk
from tests.support.effort import done_within

HEDGED = (
    "I think maybe we kind of did some stuff with containers and so on, I guess, but I am not really sure."
)
FIGURED = "At Acme I built a billing service in Python that cut latency by 40 percent for 300 customers."
PIECES = (
    "I have used Python for eight years.",
    "I have never used Kubernetes.",
    "I deploy with Kubernetes every day and I built the cluster.",
    "I led a team of 12 for a while.",
    "I led a team of 4 at the other place.",
    "My German is fluent.",
    "At Acme, from 2021 to 2023, I ran the shop.",
    "I don't know.",
    "Café – naïve “quotes”, 100 % ½.",
    HEDGED,
    FIGURED,
    "We built it, we shipped it, and our users liked what we did there in the end of that year.",
)
TURNS = st.lists(
    st.tuples(
        st.sampled_from(["host", "guest", "guest", None]),
        st.one_of(
            st.sampled_from(PIECES),
            st.sampled_from([question.text for question in BACKGROUND.questions]),
            st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join),
            st.text(max_size=80),
        ),
    ),
    max_size=14,
)


def kinds(found: tuple[Found, ...]) -> list[tuple[str, str]]:
    return [(one.kind.value, one.fingerprint.split(":")[0]) for one in found]


def found_in(text: str, background: Background = BACKGROUND) -> tuple[Found, ...]:
    return analyse(background, answer(text)).found


def test_a_vague_answer_asks_for_a_concrete_example() -> None:
    [vague] = [one for one in found_in(HEDGED) if one.fingerprint.startswith("vague")]
    assert (vague.kind, vague.severity) == (Kind.RED_FLAG, Severity.WARNING)
    assert vague.suggestion == "Ask for a concrete example."
    assert vague.topic == "Python"
    assert vague.response_quality is not None
    assert vague.response_quality <= 3


def test_a_few_hedges_are_how_people_talk() -> None:
    assert (
        found_in("I think the project went well because the whole team had time to test every part of it.")
        == ()
    )


def test_own_work_with_a_figure_is_a_green_flag_and_shows_the_skill() -> None:
    found = found_in(FIGURED)
    assert kinds(found) == [("note", "skill"), ("green-flag", "figure")]
    assert {one.evidence for one in found} == {FIGURED}
    assert all(one.response_quality == 9 for one in found)


def test_number_words_count_as_figures() -> None:
    assert ("green-flag", "figure") in kinds(found_in("I reduced the time from two hours to nine minutes."))


def test_a_story_told_in_we_asks_for_the_own_part_when_the_answer_is_over() -> None:
    turns = answer("We had a plan, we split the work and our people shipped what we wanted.")
    assert analyse(BACKGROUND, turns).found == ()
    [found] = analyse(BACKGROUND, turns, is_over=True).found
    assert found.suggestion == "Ask what their own part in it was."


def test_an_answer_beside_the_question_is_asked_once_more() -> None:
    beside = "Well my weekend was lovely because the sun was shining and my sister came over with her two little dogs."
    turns = [*answer(beside), *talk(("host", "I see."))]
    [found] = [one for one in analyse(BACKGROUND, turns).found if one.fingerprint.startswith("missed")]
    assert found.evidence == beside
    assert "How did you use Python in production?" in (found.suggestion or "")


def test_a_planned_skill_that_nobody_touched_is_named_when_time_runs_out() -> None:
    early = talk(("host", "How did you use Python in production?"), ("guest", FIGURED), minutes=40)
    assert not [one for one in analyse(BACKGROUND, early).found if one.fingerprint.startswith("untouched")]
    late = [*early, Said(3, "host", "Thank you.", START + timedelta(minutes=46))]
    untouched = [one for one in analyse(BACKGROUND, late).found if one.fingerprint.startswith("untouched")]
    assert [one.topic for one in untouched] == ["PostgreSQL", "Leadership"]
    assert all(one.evidence is None for one in untouched)


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("I have used Python for eight years.", "8 years of Python now. The resume says 3."),
        ("At Acme, from 2021 on, I ran the shop.", "From 2021 at Acme now. The resume says 2018."),
        ("My German is fluent.", "German at level C1 now. The resume says A2."),
        ("I have never used PostgreSQL.", "Now has not used PostgreSQL. The resume lists it."),
    ],
)
def test_what_contradicts_the_resume_is_put_as_a_question(said: str, content: str) -> None:
    [found] = [one for one in found_in(said) if one.kind is Kind.CONTRADICTION]
    assert found.content == content
    assert found.evidence == said
    assert found.suggestion


@pytest.mark.parametrize(
    "said",
    [
        "I have used Python for four years.",
        "I have used Python for more than two years.",
        "Our customers have used Python for nine years.",
        "I have several years of experience with Python.",
        "My German is basic.",
        "At Acme, from 2019 on, I ran the shop.",
    ],
)
def test_what_can_be_explained_is_no_contradiction(said: str) -> None:
    assert not [one for one in found_in(said) if one.kind is Kind.CONTRADICTION]


def test_what_contradicts_an_earlier_turn_is_found() -> None:
    turns = talk(
        ("host", "Did you lead people?"),
        ("guest", "I led a team of 12 for a while."),
        ("guest", "Later I led a team of 4 there."),
        ("guest", "I use Kubernetes every day."),
        ("guest", "I have never used Kubernetes."),
    )
    said = [one.content for one in analyse(BACKGROUND, turns).found if one.kind is Kind.CONTRADICTION]
    assert said == ["A team of 4 now. Earlier it was 12.", "Now has not used Kubernetes. Earlier had."]


@pytest.mark.parametrize(
    ("language", "led", "never", "later"),
    [
        (
            "en",
            "I led a team of four there.",
            "No, I have never led a team.",
            "I had never led a team before that.",
        ),
        (
            "de",
            "Ich leitete ein Team von vier Leuten.",
            "Ich habe nie ein Team geleitet.",
            "Bis dahin hatte ich nie ein Team geleitet.",
        ),
        (
            "fr",
            "J'ai dirigé une équipe de quatre personnes.",
            "Je n'ai jamais dirigé une équipe.",
            "Je n'avais jamais dirigé une équipe avant.",
        ),
        (
            "es",
            "Dirigí un equipo de cuatro personas.",
            "Nunca dirigí un equipo.",
            "Hasta entonces nunca dirigí un equipo.",
        ),
        (
            "pt",
            "Liderei uma equipe de quatro pessoas.",
            "Nunca liderei uma equipe.",
            "Até então nunca liderei uma equipe.",
        ),
    ],
)
def test_who_led_people_and_who_never_did_disagree(language: str, led: str, never: str, later: str) -> None:
    def disagreeing(*said: str, resume: str = "") -> list[str]:
        names = Names(())
        known = claims_of(resume, names, 2026).claims
        background = replace(BACKGROUND, language=language, resume=known)
        turns = talk(("host", "Did you lead people?"), *(("guest", one) for one in said))
        return [one.content for one in analyse(background, turns).found if one.kind is Kind.CONTRADICTION]

    assert disagreeing(led, never) == ["Now has never led anybody. Earlier it was a team of 4."]
    assert disagreeing(never, led) == ["A team of 4 now. Earlier had never led anybody."]
    assert disagreeing(never, resume=led) == ["Now has never led anybody. The resume says a team of 4."]
    assert disagreeing(led, later) == disagreeing(never) == disagreeing(led, resume=led) == []


def test_a_resume_that_names_several_teams_is_not_held_against_what_is_said() -> None:
    resume = "I led a team of 4 at first.\nThen I led a team of 12."
    assert not [one for one in claims_of(resume, Names(()), 2026).claims if one.about is About.TEAM]


def test_lacking_what_the_job_insists_on_is_a_red_flag_and_anything_else_a_note() -> None:
    [must] = found_in("I have never used Kubernetes.")
    assert (must.kind, must.content) == (
        Kind.RED_FLAG,
        "Says: no experience with Kubernetes, which the job asks for.",
    )
    [other] = [one for one in found_in("I have never used Leadership tools.") if "lacks" in one.fingerprint]
    assert other.kind is Kind.NOTE


def test_sentiment_is_said_only_where_the_job_turned_it_on() -> None:
    assert {one.sentiment for one in found_in(HEDGED)} == {None}
    found = found_in(HEDGED, replace(BACKGROUND, with_sentiment=True))
    assert {one.sentiment for one in found} == {Sentiment.EVASIVE}


def test_running_scores_are_the_means_of_the_answers_so_far() -> None:
    turns = talk(
        ("host", "How did you use Python in production?"),
        ("guest", FIGURED),
        ("host", "Which databases have you tuned, and how?"),
        ("guest", "I don't know."),
        ("host", "Tell me about a conflict inside a team that you led."),
        ("guest", "I led a team of 4 and I doubled our sales to 90 customers."),
    )
    found = analyse(BACKGROUND, turns).found
    by_turn = {one.sequence: one.score for one in found}
    assert by_turn[2] is None
    assert by_turn[4] == {"communication": 9.0, "technical": 9.0}
    assert by_turn[6] == {"communication": 5.0, "technical": 5.0}


@pytest.mark.parametrize(
    ("language", "said", "expected"),
    [
        ("de", "Ich habe einen Dienst in Python gebaut, der 30 Prozent schneller war.", "figure"),
        (
            "es",
            "Creo que más o menos hicimos cosas así, quizás, y eso, no estoy seguro de lo que fue.",
            "vague",
        ),
        ("fr", "Je n'ai jamais utilisé Kubernetes dans le travail que je fais.", "lacks"),
        ("pt", "Liderei uma equipe de 8 pessoas e reduzi o tempo em 30 por cento.", "figure"),
    ],
)
def test_four_more_languages_are_read(language: str, said: str, expected: str) -> None:
    for known in (language, None):
        found = found_in(said, replace(BACKGROUND, language=known))
        assert expected in {one.fingerprint.split(":")[0] for one in found}, known


@pytest.mark.parametrize("language", ["it", "ja", None])
def test_nothing_is_said_about_a_language_without_words_of_its_own(language: str | None) -> None:
    italian = "Penso che forse abbiamo fatto delle cose con Python, non so, più o meno, e così via dicendo."
    assert found_in(italian, replace(BACKGROUND, language=language)) == ()


def test_turns_whose_speaker_is_not_known_are_not_judged() -> None:
    assert analyse(BACKGROUND, talk((None, HEDGED), (None, FIGURED))).found == ()


def test_words_of_the_host_are_never_held_against_the_candidate() -> None:
    assert analyse(BACKGROUND, talk(*[("host", piece) for piece in PIECES]), is_over=True).found == ()


@settings(max_examples=150, deadline=None)
@given(TURNS, st.booleans())
def test_evidence_always_stands_word_for_word_in_its_turn(
    lines: list[tuple[str | None, str]], over: bool
) -> None:
    turns = [replace(one, turn_id=_id(one.sequence)) for one in talk(*lines, minutes=6)]
    texts = {one.turn_id: one.text for one in turns}
    for found in analyse(BACKGROUND, turns, is_over=over).found:
        assert found.evidence is None or found.evidence in texts[found.turn_id]
        assert found.response_quality is None or 1 <= found.response_quality <= 10
        assert found.topic is None or len(found.topic) <= 100


@settings(max_examples=150, deadline=None)
@given(TURNS, st.lists(st.integers(0, 14), max_size=5))
def test_turn_by_turn_in_batches_or_all_at_once_gives_the_same(
    lines: list[tuple[str | None, str]], cuts: list[int]
) -> None:
    turns = talk(*lines, minutes=6)
    known: dict[str, Found] = {}
    for end in [*sorted(cuts), len(turns)]:
        for one in analyse(BACKGROUND, turns[:end], set(known)).found:
            assert one.fingerprint not in known
            known[one.fingerprint] = one
    at_once = {one.fingerprint: one for one in analyse(BACKGROUND, turns).found}
    assert known == at_once
    assert analyse(BACKGROUND, turns, set(known)).found == ()


def test_a_claim_is_a_contradiction_once_however_often_it_is_repeated() -> None:
    said = "I have used Python for eight years."
    turns = talk(*[("guest", f"{said} That is round {n}.") for n in range(20)])
    contradictions = [one for one in analyse(BACKGROUND, turns).found if one.kind is Kind.CONTRADICTION]
    assert len(contradictions) == 1


def test_a_turn_late_in_a_long_interview_costs_one_turn() -> None:
    turns = [
        replace(one, sequence=n, text=f"{one.text} Item {n}.")
        for n, one in enumerate(
            talk(*[("host" if n % 2 else "guest", PIECES[n % 12]) for n in range(400)]), 1
        )
    ]
    analyse(BACKGROUND, turns[:-1])
    # The goal is 20 ms; a slower machine is given room, a rebuilt interview (0.2 s) is not.
    done_within(0.08, lambda: analyse(BACKGROUND, turns), tries=20)


def test_claims_about_other_things_never_meet() -> None:
    background = replace(BACKGROUND, resume=(Claim(About.YEARS, "kubernetes", 1, ""),))
    assert not [
        one
        for one in found_in("I have used Python for eight years.", background)
        if one.kind is Kind.CONTRADICTION
    ]


def _id(number: int) -> UUID:
    return UUID(int=number)
