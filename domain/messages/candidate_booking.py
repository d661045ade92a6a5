"""Mails to candidates on the way to an interview: invitation, times, booking, reminder."""

from domain.messages.facts import MailFacts, Message
from domain.messages.times import format_day
from domain.messages.wording import (
    CANDIDATE_FOOTER,
    appointment,
    deadline,
    greeting,
    job,
    opens,
    options,
    said,
    setting,
)
from domain.vocabulary import LinkPurpose

_MANAGE = (LinkPurpose.SCHEDULE, "Manage this interview")
_CHOOSE = (LinkPurpose.SCHEDULE, "Choose a time")
_LEAVE = (LinkPurpose.REJECT, "Tell us you cannot take part")
_ADJUSTMENTS = (
    "If you need an adjustment of any kind to take part, reply to this mail and we will arrange it."
)


def invitation(facts: MailFacts) -> Message:
    """The first mail: come to an interview, answer by the deadline."""
    late = "If we do not hear from you by the deadline below, the invitation goes to another candidate."
    return Message(
        subject=f"Invitation to an interview: {job(facts)}",
        paragraphs=said(
            greeting(facts),
            f"Thank you for applying. We would like to meet you in an interview for {job(facts)}.",
            "Please open the page below and tell us whether you want to take part. "
            "Once you accept, you choose the time.",
            late if facts.confirmation_deadline else None,
            _ADJUSTMENTS,
        ),
        actions=opens(facts, (LinkPurpose.ACCEPT, "Answer this invitation"), _LEAVE),
        facts=deadline(facts, "Please answer by") + setting(facts),
        footer=CANDIDATE_FOOTER,
    )


def slot_choice(facts: MailFacts) -> Message:
    """The candidate accepted: choose a time."""
    return Message(
        subject=f"Choose a time for your interview: {job(facts)}",
        paragraphs=said(
            greeting(facts),
            f"Good to hear that you want to meet us for {job(facts)}. The next step is to choose a time.",
            "The page shows every free time. If none suits you, write there in your own words when you "
            "could come, and we will look for a time with you.",
            "If no time is chosen by the deadline below, the place goes to another candidate."
            if facts.slot_selection_deadline
            else None,
        ),
        actions=opens(facts, _CHOOSE, _LEAVE),
        facts=deadline(facts, "Please choose by", slot=True) + options(facts) + setting(facts),
        footer=CANDIDATE_FOOTER,
    )


def confirmation(facts: MailFacts) -> Message:
    """The time is booked, or moved. The calendar entry travels with this mail."""
    moved = facts.previous_time is not None
    news = "has a new time" if moved else "is booked"
    subject = "New time for your interview" if moved else "Your interview is booked"
    return Message(
        subject=f"{subject}: {job(facts)}",
        paragraphs=said(
            greeting(facts),
            f"Your interview for {job(facts)} {news}. We look forward to meeting you.",
            "The calendar entry in this mail replaces the earlier one."
            if moved
            else "A calendar entry comes with this mail.",
            "If the time no longer suits you, change it on the page below; the sooner, the better.",
            _ADJUSTMENTS,
        ),
        actions=opens(facts, _MANAGE),
        facts=appointment(facts),
        footer=CANDIDATE_FOOTER,
    )


def reminder(facts: MailFacts) -> Message:
    """The interview is near."""
    day = format_day(facts.scheduled_time, facts.now, facts.time_zone) if facts.scheduled_time else "soon"
    return Message(
        subject=f"Your interview is {day}: {job(facts)}",
        paragraphs=(
            greeting(facts),
            f"Your interview for {job(facts)} is {day}.",
            (
                "Can you not come? Please choose another time or tell us on the page below, so that nobody "
                "waits for you."
            ),
        ),
        actions=opens(facts, _MANAGE),
        facts=appointment(facts),
        footer=CANDIDATE_FOOTER,
    )
