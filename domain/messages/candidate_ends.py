"""Mails to candidates at an end: cancelled, left, lapsed, and the final answer."""

from domain.messages.facts import MailFacts, Message, ReasonClass
from domain.messages.reasons import OWN_WISH, RANKED, reason
from domain.messages.tongue import Tongue, later
from domain.messages.wording import appointment, deadline, job, opens, spoken, to_candidate
from domain.vocabulary import LeaveKind, LinkPurpose

_RIGHTS = later(
    "If you think that this is wrong, or want to know the main reasons, reply to this mail: a person will "
    "look at your application again."
)
_DATA = later(
    "We keep your application no longer than the law asks us to be able to explain this decision. You can ask "
    "for a copy, a correction or erasure at any time: reply to this mail."
)
_WISHES = later("We wish you all the best.")
_CALENDAR = later("If your calendar still shows the interview, you can remove it.")
_OFF = later("Your interview will therefore not take place.")


def _see(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """The page of the own application, where it is known: reasons, a person's look, data, erasure."""
    return opens(facts, (LinkPurpose.APPLICATION, Tongue.of(facts).say("See your application")))


def cancellation(facts: MailFacts) -> Message:
    """A booked or offered interview will not take place; the final answer to an application that had one."""
    t = Tongue.of(facts)
    own_wish = facts.reason_class in OWN_WISH
    return to_candidate(
        facts,
        subject=t.say("Your interview is cancelled: {job}", job=job(facts)),
        paragraphs=(
            spoken(
                (
                    t.say("Your interview for {job} will not take place.", job=job(facts)),
                    reason(t, facts.reason_class),
                )
            ),
            None if own_wish else t.say("We are sorry for the change."),
            t.say(_CALENDAR) if facts.scheduled_time else None,
            None if own_wish else t.say(_RIGHTS),
            t.say(_DATA),
            t.say(_WISHES),
        ),
        actions=_see(facts),
        lines=appointment(facts),
    )


def leave_receipt(facts: MailFacts) -> Message:
    """Receipt after a decline or a withdrawal, with the way back while there is one."""
    t = Tongue.of(facts)
    if facts.leave_kind is LeaveKind.WITHDREW:
        subject = t.say("You withdrew: {job}", job=job(facts))
        noted = t.say(
            "We noted that you withdrew your application for {job}. Thank you for letting us know.",
            job=job(facts),
        )
    else:
        subject = t.say("You declined: {job}", job=job(facts))
        noted = t.say(
            "We noted that you declined the invitation to an interview for {job}. "
            "Thank you for letting us know.",
            job=job(facts),
        )
    if not facts.undo_until:
        no_way_back = t.say("If that was a mistake, or was not you, reply to this mail.")
        return to_candidate(facts, subject=subject, paragraphs=(noted, no_way_back))
    return to_candidate(
        facts,
        subject=subject,
        paragraphs=(
            noted,
            t.say(
                "Was that a mistake, or was it not you? Until the time below you can take it back on the page. "
                "After that the place goes to another candidate."
            ),
        ),
        actions=opens(facts, (LinkPurpose.REJECT, t.say("See or undo your answer"))),
        lines=((t.say("Undo until"), t.until(facts.undo_until)),),
    )


def expired(facts: MailFacts) -> Message:
    """A deadline passed without an answer or a choice: the final answer."""
    t = Tongue.of(facts)
    choosing = facts.slot_selection_deadline is not None
    news = (
        t.say(
            "We invited you to an interview for {job}, but no time was chosen before the deadline. "
            "The place now goes to another candidate.",
            job=job(facts),
        )
        if choosing
        else t.say(
            "We invited you to an interview for {job}, but we had no answer from you before the deadline. "
            "The place now goes to another candidate.",
            job=job(facts),
        )
    )
    return to_candidate(
        facts,
        subject=t.say("The deadline has passed: {job}", job=job(facts)),
        paragraphs=(
            news,
            t.say(
                "If you would still like to come, reply to this mail. We cannot promise a place, but a "
                "person will look at it."
            ),
            t.say(_DATA),
        ),
        actions=_see(facts),
        lines=deadline(facts, t.say("Deadline"), slot=choosing),
    )


def regret(facts: MailFacts) -> Message:
    """The final answer to an application, with its reason class."""
    t, why = Tongue.of(facts), facts.reason_class or ReasonClass.JOB_CLOSED
    thanks = t.say("Thank you for your interest in {job} and for the time you gave to it.", job=job(facts))
    if why in OWN_WISH:
        return to_candidate(
            facts,
            subject=t.say("Your application is closed: {job}", job=job(facts)),
            paragraphs=(
                thanks,
                spoken((t.say("We have closed your application."), reason(t, why))),
                t.say(_DATA),
                t.say(_WISHES),
            ),
            actions=_see(facts),
        )
    return to_candidate(
        facts,
        subject=t.say("About your application: {job}", job=job(facts)),
        paragraphs=(
            thanks,
            spoken(
                (
                    t.say("We are sorry to tell you that we will not go further with your application."),
                    reason(t, why),
                )
            ),
            t.say(_OFF) if _is_ahead(facts) else None,
            t.say(
                "The order of the applications was made automatically, from each resume and the job "
                "description."
            )
            if why in RANKED
            else None,
            t.say(_RIGHTS),
            t.say(_DATA),
            t.say(_WISHES),
        ),
        actions=_see(facts),
    )


def no_show(facts: MailFacts) -> Message:
    """The interview did not take place because the candidate was not there, as a person recorded."""
    t = Tongue.of(facts)
    return to_candidate(
        facts,
        subject=t.say("We missed you: {job}", job=job(facts)),
        paragraphs=(
            spoken(
                (
                    t.say(
                        "We are sorry to tell you that we will not go further with your application for {job}.",
                        job=job(facts),
                    ),
                    reason(t, ReasonClass.NO_SHOW),
                )
            ),
            t.say(_RIGHTS),
            t.say(_DATA),
        ),
        actions=_see(facts),
        lines=appointment(facts),
    )


def interviewed(facts: MailFacts) -> Message:
    """The automatic part ended with an interview that took place: what comes next is a person's."""
    t = Tongue.of(facts)
    return to_candidate(
        facts,
        subject=t.say("Thank you for the interview: {job}", job=job(facts)),
        paragraphs=(
            t.say("Thank you for meeting us about {job}.", job=job(facts)),
            t.say(
                "All interviews have taken place. The automatic part of this search ends here: the hiring team "
                "decides and will write to you in person."
            ),
            t.say("If you do not hear from us, or have a question, reply to this mail."),
            t.say(_DATA),
        ),
        actions=_see(facts),
    )


def job_cancelled(facts: MailFacts) -> Message:
    """The job itself is gone."""
    t = Tongue.of(facts)
    ahead = _is_ahead(facts)
    return to_candidate(
        facts,
        subject=t.say("The job was cancelled: {job}", job=job(facts)),
        paragraphs=(
            t.say(
                "We are sorry to tell you that the job {job} was cancelled; nobody will be hired for it. "
                "That says nothing about your application.",
                job=job(facts),
            ),
            t.say(_OFF) if ahead else None,
            t.say(_DATA),
            t.say("Thank you for your time. We would be glad to hear from you again."),
        ),
        actions=_see(facts),
        lines=appointment(facts) if ahead else (),
    )


def _is_ahead(facts: MailFacts) -> bool:
    """Whether there is an interview that was still to come."""
    return facts.scheduled_time is not None and facts.scheduled_time > facts.now
