"""Booking mails as the interviewer gets them."""

from domain.messages.facts import MailFacts, Message
from domain.messages.wording import TEAM_FOOTER, appointment, board, candidate, greeting, job, said


def confirmation(facts: MailFacts) -> Message:
    """An interview was booked into the interviewer's calendar, or moved."""
    moved = facts.previous_time is not None
    news = "has a new time" if moved else "is booked"
    return _message(
        facts,
        subject=f"{'Interview moved' if moved else 'Interview booked'}: {candidate(facts)}, {job(facts)}",
        news=f"Your interview with {candidate(facts)} for {job(facts)} {news}.",
        advice="The calendar entry in this mail replaces the earlier one."
        if moved
        else "A calendar entry comes with this mail.",
    )


def cancellation(facts: MailFacts) -> Message:
    """An interview is off; the time is free again."""
    return _message(
        facts,
        subject=f"Interview cancelled: {candidate(facts)}, {job(facts)}",
        news=f"Your interview with {candidate(facts)} for {job(facts)} will not take place.",
        advice="The time is free again. If your calendar still shows the interview, you can remove it.",
    )


def _message(facts: MailFacts, *, subject: str, news: str, advice: str) -> Message:
    # "With" names the interviewer, who knows; the sentence names the candidate.
    lines = tuple(line for line in appointment(facts) if line[0] != "With")
    return Message(
        subject=subject,
        paragraphs=said(greeting(facts), news, advice),
        actions=board(facts, "Open the interview"),
        facts=lines,
        footer=TEAM_FOOTER,
    )
