"""Every template, with as few facts as possible and with all of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.messages import MailFacts, Message, ReasonClass, compose
from domain.messages.compose import COMPOSERS
from domain.messages.order import TO_CANDIDATES
from domain.negotiation.bot import Move
from domain.negotiation.turns import BotTurn, keep
from domain.vocabulary import LeaveKind, LinkPurpose, MailTemplate, RequestKind

NOW = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
OFFER = BotTurn(
    at=NOW,
    move=Move.PROPOSE,
    round=1,
    language="en",
    proposals=(datetime(2026, 4, 14, 13, 0, tzinfo=UTC), datetime(2026, 4, 15, 8, 0, tzinfo=UTC)),
    held_until=NOW + timedelta(hours=24),
)
MINIMAL = MailFacts(job_title="Data Engineer", recipient_name="Ana Lima", time_zone="Europe/Berlin", now=NOW)
FULL = MailFacts(
    job_title="Data Engineer",
    company="Acme",
    recipient_name="Ana Lima",
    time_zone="Europe/Berlin",
    interviewer_name="Noor Khan",
    interviewer_zone="Asia/Kolkata",
    recruiter_name="Mia Ott",
    candidate_label="Ana Lima (rank 3)",
    now=NOW,
    confirmation_deadline=NOW + timedelta(hours=48),
    slot_selection_deadline=NOW + timedelta(hours=24),
    review_deadline=NOW + timedelta(hours=12),
    scheduled_time=datetime(2026, 4, 14, 13, 0, tzinfo=UTC),
    duration=timedelta(minutes=60),
    previous_time=datetime(2026, 4, 13, 7, 30, tzinfo=UTC),
    proposals=(datetime(2026, 4, 14, 13, 0, tzinfo=UTC), datetime(2026, 4, 15, 8, 0, tzinfo=UTC)),
    links={purpose: f"https://hire.example/interview/{purpose}/1/token" for purpose in LinkPurpose},
    board_url="https://hire.example/jobs/1",
    undo_until=NOW + timedelta(minutes=10),
    leave_kind=LeaveKind.DECLINED,
    reason_class=ReasonClass.POSITION_FILLED,
    round_number=3,
    turn=keep(OFFER),
    asked=("Do you sponsor visas?", "Is there parking?"),
    video_url="https://meet.example/abc",
    location="Berlin",
    alert_text="No mail server for the domain.",
    counts={"seat": 2, "bench": 5, "applications": 120, "shortlisted": 10},
    request=RequestKind.CORRECTION,
    answer_by=NOW + timedelta(days=14),
)
BRIEFINGS = {MailTemplate.DIGEST, MailTemplate.ADMIN_ALERT, MailTemplate.WEBHOOK_OFF}
"""Mails about no single job; tested where the digest is."""
ABOUT_A_JOB = sorted(set(MailTemplate) - BRIEFINGS)
T = MailTemplate


def words(message: Message) -> str:
    """All that a reader sees."""
    pairs = [text for pair in (*message.facts, *message.actions) for text in pair]
    return "\n".join((message.subject, *message.paragraphs, *pairs, message.footer))


def test_every_template_has_a_composer() -> None:
    assert set(COMPOSERS) == set(MailTemplate)


@pytest.mark.parametrize("template", ABOUT_A_JOB)
@pytest.mark.parametrize("facts", [MINIMAL, FULL], ids=["minimal", "full"])
def test_every_template_reads_well(template: MailTemplate, facts: MailFacts) -> None:
    message = compose(template, facts)

    text = words(message)
    for leftover in ("None", "{", "}", "  ", "..", " .", "PT1H"):
        assert leftover not in text
    assert "Data Engineer" in message.subject
    assert message.paragraphs[0] == "Hello Ana Lima,"
    assert all(paragraph[-1] in ".,:?" for paragraph in message.paragraphs)
    assert message.footer


@pytest.mark.parametrize("template", sorted(TO_CANDIDATES))
def test_mails_to_candidates_name_the_automation_and_the_way_to_a_person(template: MailTemplate) -> None:
    text = words(compose(template, MINIMAL))
    assert "with the help of automation" in text
    assert "reply to this mail" in text


@pytest.mark.parametrize("template", sorted(TO_CANDIDATES))
def test_mails_to_candidates_tell_neither_rank_nor_score(template: MailTemplate) -> None:
    text = words(compose(template, FULL)).lower()
    assert "rank 3" not in text
    assert "score" not in text
    assert FULL.board_url not in text


@pytest.mark.parametrize(
    ("template", "purpose"), list(product(sorted(set(ABOUT_A_JOB) - TO_CANDIDATES), LinkPurpose))
)
def test_mails_to_the_team_carry_no_candidate_link(template: MailTemplate, purpose: LinkPurpose) -> None:
    message = compose(template, FULL)
    assert [address for _, address in message.actions] == [FULL.board_url]
    assert FULL.links[purpose] not in words(message)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        (
            T.INVITATION,
            ("Please answer by", "Sunday, 12 April, 11:00 (Berlin, UTC+2), 2 days from now"),
        ),
        (
            T.SLOT_CHOICE,
            ("Please choose by", "Saturday, 11 April, 11:00 (Berlin, UTC+2), 1 day from now"),
        ),
        (
            T.SLOT_CHOICE,
            (
                "Option 2",
                ("Wednesday, 15 April, 10:00 (Berlin, UTC+2); for the interviewer 13:30 (Kolkata, UTC+5:30)"),
            ),
        ),
        (
            T.NEGOTIATION_ANSWER,
            (
                "Option 2",
                "Wednesday, 15 April, 10:00 (Berlin, UTC+2); for the interviewer 13:30 (Kolkata, UTC+5:30)",
            ),
        ),
        (T.NEGOTIATION_ANSWER, ("Please choose by", "Saturday, 11 April, 11:00 (Berlin, UTC+2)")),
        (
            T.CONFIRMATION,
            ("Video call", "https://meet.example/abc"),
        ),
        (
            T.CONFIRMATION,
            (
                "When",
                ("Tuesday, 14 April, 15:00 (Berlin, UTC+2); for the interviewer 18:30 (Kolkata, UTC+5:30)"),
            ),
        ),
        (T.CONFIRMATION, ("Before", "Monday, 13 April, 09:30 (Berlin, UTC+2)")),
        (T.CONFIRMATION, ("Length", "1 hour")),
        (T.REMINDER, ("With", "Noor Khan")),
        (
            T.LEAVE_RECEIPT,
            ("Undo until", "Friday, 10 April, 11:10 (Berlin, UTC+2), 10 minutes from now"),
        ),
        (T.ESCALATION, ("What happened", "No mail server for the domain.")),
        (T.CALENDAR_ALERT, ("What happened", "No mail server for the domain.")),
        (T.CALENDAR_NOTICE, ("What happened", "No mail server for the domain.")),
        (T.PANEL_ALERT, ("What happened", "No mail server for the domain.")),
        (T.CANDIDATE_QUESTION, ("Asked (1)", "Do you sponsor visas?")),
        (T.JOB_FINISHED, ("Applications", "120")),
    ],
)
def test_facts_stand_as_lines(template: MailTemplate, line: tuple[str, str]) -> None:
    assert line in compose(template, FULL).facts


@pytest.mark.parametrize(
    ("template", "labels"),
    [
        (T.INVITATION, ["Answer this invitation", "Tell us you cannot take part"]),
        (T.SLOT_CHOICE, ["Choose a time", "Tell us you cannot take part"]),
        (T.CONFIRMATION, ["Manage this interview"]),
        (T.NEGOTIATION_ANSWER, ["Open the conversation"]),
        (T.LEAVE_RECEIPT, ["See or undo your answer"]),
        (T.REGRET, ["See your application"]),
    ],
)
def test_actions_say_what_opens_not_what_happens(template: MailTemplate, labels: list[str]) -> None:
    assert [label for label, _ in compose(template, FULL).actions] == labels


def test_a_regret_names_each_reason_in_its_own_words() -> None:
    texts = [words(compose(T.REGRET, replace(MINIMAL, reason_class=reason))) for reason in ReasonClass]
    assert len(set(texts)) == len(ReasonClass)
    assert not any("_" in text for text in texts)


def test_a_receipt_without_an_undo_time_offers_no_undo() -> None:
    message = compose(T.LEAVE_RECEIPT, replace(FULL, undo_until=None, leave_kind=LeaveKind.WITHDREW))
    assert message.actions == ()
    assert "undo" not in words(message).lower()
    assert message.subject == "You withdrew: Data Engineer at Acme"


def test_a_move_is_told_as_a_move() -> None:
    first = compose(T.CONFIRMATION, replace(FULL, previous_time=None))
    moved = compose(T.CONFIRMATION, FULL)
    assert first.subject == "Your interview is booked: Data Engineer at Acme"
    assert moved.subject == "New time for your interview: Data Engineer at Acme"


def test_interviewers_read_about_the_candidate_and_not_about_themselves() -> None:
    message = compose(T.INTERVIEWER_CONFIRMATION, replace(FULL, recipient_name="Noor Khan"))
    assert message.subject == "Interview moved: Ana Lima (rank 3), Data Engineer at Acme"
    assert "With" not in dict(message.facts)


@pytest.mark.parametrize(
    ("bench", "words_of_it"),
    [(0, "The bench is empty"), (4, "too close to the first interview"), (None, "cannot fill it on its own")],
)
def test_an_unfilled_seat_says_why(bench: int | None, words_of_it: str) -> None:
    counts = {"seat": 2} if bench is None else {"seat": 2, "bench": bench}
    assert words_of_it in words(compose(T.SEAT_UNFILLED, replace(FULL, counts=counts)))


@pytest.mark.parametrize(
    ("bench", "words_of_it"),
    [(0, "The bench is now empty."), (1, "One candidate is left"), (7, "7 candidates are left")],
)
def test_a_promotion_says_how_many_are_left(bench: int, words_of_it: str) -> None:
    message = compose(T.PROMOTION_NOTICE, replace(FULL, counts={"seat": 2, "bench": bench}))
    assert message.subject == "Seat 2 passed on to Ana Lima (rank 3): Data Engineer at Acme"
    assert words_of_it in words(message)


@pytest.mark.parametrize(("hours", "day"), [(6, "today"), (20, "tomorrow"), (24 * 4, "on Tuesday, 14 April")])
def test_a_reminder_counts_days_by_the_recipients_calendar(hours: int, day: str) -> None:
    message = compose(T.REMINDER, replace(FULL, scheduled_time=NOW + timedelta(hours=hours)))
    assert message.subject == f"Your interview is {day}: Data Engineer at Acme"


@pytest.mark.parametrize(
    "name",
    ["Win at https://evil.example", "www.evil.example", "a@evil.example", "x" * 61, "", "\u202e\u202d"],
)
def test_a_name_that_advertises_is_not_repeated(name: str) -> None:
    assert compose(T.INVITATION, replace(MINIMAL, recipient_name=name)).paragraphs[0] == "Hello,"


@given(st.text(max_size=50), st.text(max_size=50), st.sampled_from(ABOUT_A_JOB))
def test_typed_text_stays_on_one_line(title: str, label: str, template: MailTemplate) -> None:
    facts = replace(FULL, job_title=f"Dev{title}\r\nBcc: x", candidate_label=label, alert_text=label)
    message = compose(template, facts)
    assert len(f"{message.subject}|".splitlines()) == 1
    assert all(len(f"{value}|".splitlines()) == 1 for _, value in message.facts)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Europe"])
def test_an_unknown_zone_is_an_error_of_the_input(zone: str) -> None:
    with pytest.raises(InvalidInputError, match="time zone"):
        compose(T.INVITATION, replace(FULL, time_zone=zone))
