"""Mails to candidates on the way to an interview: invitation, times, booking, reminder."""

from domain.messages.facts import MailFacts, Message
from domain.messages.tongue import Tongue, later
from domain.messages.wording import appointment, deadline, job, opens, options, setting, to_candidate
from domain.vocabulary import LinkPurpose

_MANAGE = later("Manage this interview")
_CHOOSE = later("Choose a time")
_LEAVE = later("Tell us you cannot take part")
_ADJUSTMENTS = later(
    "If you need an adjustment of any kind to take part, reply to this mail and we will arrange it."
)


def invitation(facts: MailFacts) -> Message:
    """The first mail: come to an interview, answer by the deadline."""
    t = Tongue.of(facts)
    late = t.say(
        "If we do not hear from you by the deadline below, the invitation goes to another candidate."
    )
    return to_candidate(
        facts,
        subject=t.say("Invitation to an interview: {job}", job=job(facts)),
        paragraphs=(
            t.say(
                "Thank you for applying. We would like to meet you in an interview for {job}.", job=job(facts)
            ),
            t.say(
                "Please open the page below and tell us whether you want to take part. "
                "Once you accept, you choose the time."
            ),
            late if facts.confirmation_deadline else None,
            t.say(_ADJUSTMENTS),
        ),
        actions=opens(
            facts,
            (LinkPurpose.ACCEPT, t.say("Answer this invitation")),
            (LinkPurpose.REJECT, t.say(_LEAVE)),
        ),
        lines=deadline(facts, t.say("Please answer by")) + setting(facts),
    )


def slot_choice(facts: MailFacts) -> Message:
    """The candidate accepted: choose a time."""
    t = Tongue.of(facts)
    late = t.say("If no time is chosen by the deadline below, the place goes to another candidate.")
    return to_candidate(
        facts,
        subject=t.say("Choose a time for your interview: {job}", job=job(facts)),
        paragraphs=(
            t.say(
                "Good to hear that you want to meet us for {job}. The next step is to choose a time.",
                job=job(facts),
            ),
            t.say(
                "The page shows every free time. If none suits you, write there in your own words when you "
                "could come, and we will look for a time with you."
            ),
            late if facts.slot_selection_deadline else None,
        ),
        actions=opens(facts, (LinkPurpose.SCHEDULE, t.say(_CHOOSE)), (LinkPurpose.REJECT, t.say(_LEAVE))),
        lines=deadline(facts, t.say("Please choose by"), slot=True) + options(facts) + setting(facts),
    )


def confirmation(facts: MailFacts) -> Message:
    """The time is booked, or moved. The calendar entry travels with this mail."""
    t = Tongue.of(facts)
    if facts.previous_time is not None:
        subject = t.say("New time for your interview: {job}", job=job(facts))
        news = t.say(
            "Your interview for {job} has a new time. We look forward to meeting you.", job=job(facts)
        )
        entry = t.say("The calendar entry in this mail replaces the earlier one.")
    else:
        subject = t.say("Your interview is booked: {job}", job=job(facts))
        news = t.say("Your interview for {job} is booked. We look forward to meeting you.", job=job(facts))
        entry = t.say("A calendar entry comes with this mail.")
    return to_candidate(
        facts,
        subject=subject,
        paragraphs=(
            news,
            entry,
            t.say("If the time no longer suits you, change it on the page below; the sooner, the better."),
            t.say(_ADJUSTMENTS),
        ),
        actions=opens(facts, (LinkPurpose.SCHEDULE, t.say(_MANAGE))),
        lines=appointment(facts),
    )


def reminder(facts: MailFacts) -> Message:
    """The interview is near."""
    t = Tongue.of(facts)
    day = t.day(facts.scheduled_time) if facts.scheduled_time else t.say("soon")
    return to_candidate(
        facts,
        subject=t.say("Your interview is {day}: {job}", day=day, job=job(facts)),
        paragraphs=(
            t.say("Your interview for {job} is {day}.", job=job(facts), day=day),
            t.say(
                "Can you not come? Please choose another time or tell us on the page below, so that nobody "
                "waits for you."
            ),
        ),
        actions=opens(facts, (LinkPurpose.SCHEDULE, t.say(_MANAGE))),
        lines=appointment(facts),
    )
