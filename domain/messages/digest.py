"""Mails to people who sign in, once a day: the recruiter's digest, the admin's alerts. English."""

from collections.abc import Mapping

from domain.digest import Ahead, DigestContent, Event, JobNews, Need
from domain.messages.facts import MailFacts, Message, Section
from domain.messages.tongue import Tongue
from domain.messages.wording import board, greeting, said
from domain.plain_text import clipped, one_line

MOST_JOBS = 30
_LONGEST = 300

EVENTS: Mapping[Event, tuple[str, str]] = {
    Event.APPLIED: ("{n} application came in", "{n} applications came in"),
    Event.SHORTLISTED: ("{n} was shortlisted", "{n} were shortlisted"),
    Event.PROMOTED: ("{n} was promoted from the bench", "{n} were promoted from the bench"),
    Event.INVITED: ("{n} invitation was sent", "{n} invitations were sent"),
    Event.ACCEPTED: ("{n} accepted", "{n} accepted"),
    Event.BOOKED: ("{n} chose a time", "{n} chose a time"),
    Event.RESCHEDULED: ("{n} interview was moved", "{n} interviews were moved"),
    Event.DECLINED: ("{n} declined", "{n} declined"),
    Event.WITHDREW: ("{n} withdrew", "{n} withdrew"),
    Event.EXPIRED: ("{n} did not answer in time", "{n} did not answer in time"),
    Event.COMPLETED: ("{n} interview took place", "{n} interviews took place"),
    Event.NO_SHOW: ("{n} did not come", "{n} did not come"),
    Event.REPLACED: ("{n} interviewer was replaced", "{n} interviewers were replaced"),
    Event.MAIL_FAILED: ("{n} mail could not be delivered", "{n} mails could not be delivered"),
    Event.MAIL_BOUNCED: ("{n} mail came back", "{n} mails came back"),
    Event.CLOSED: ("the job was closed", "the job was closed"),
    Event.FILLED: ("every seat is filled", "every seat is filled"),
    Event.EXHAUSTED: ("nobody is left to invite", "nobody is left to invite"),
    Event.CANCELLED: ("the job was cancelled", "the job was cancelled"),
}
NEEDS: Mapping[Need, tuple[str, str]] = {
    Need.CONVERSATION: (
        "{n} conversation waits for your answer",
        "{n} conversations wait for your answer",
    ),
    Need.REQUEST: (
        "{n} request of a candidate waits for a person",
        "{n} requests of candidates wait for a person",
    ),
    Need.REVIEW: ("the shortlist waits for your review", "the shortlist waits for your review"),
    Need.OUTCOME: ("{n} interview waits for its outcome", "{n} interviews wait for their outcome"),
    Need.RESTING: (
        "{n} deadline rests because a mail did not arrive",
        "{n} deadlines rest because a mail did not arrive",
    ),
    Need.UNFILLED: (
        "{n} seat is free and nobody is left to promote",
        "{n} seats are free and nobody is left to promote",
    ),
    Need.HELD: ("{n} step is held by a gate that is off", "{n} steps are held by a gate that is off"),
    Need.CALENDAR: (
        "{n} interviewer's calendar cannot be used",
        "{n} interviewers' calendars cannot be used",
    ),
}
AHEAD: Mapping[Ahead, tuple[str, str]] = {
    Ahead.ANSWER: ("an answer is due {first}", "{n} answers are due, the first {first}"),
    Ahead.CHOICE: ("a time is to be chosen by {first}", "{n} times are to be chosen, the first by {first}"),
    Ahead.INTERVIEW: ("an interview takes place {first}", "{n} interviews take place, the first {first}"),
    Ahead.REVIEW: ("the shortlist confirms itself {first}", "the shortlist confirms itself {first}"),
    Ahead.CLOSE: ("the job closes {first}", "the job closes {first}"),
}


def needed(news: JobNews) -> tuple[str, ...]:
    """What waits for a person, one phrase each."""
    return tuple(_form(NEEDS[kind], news.needs[kind]) for kind in Need if news.needs.get(kind))


def happened(news: JobNews) -> tuple[str, ...]:
    """What happened, one phrase each."""
    return tuple(_form(EVENTS[kind], news.happened[kind]) for kind in Event if news.happened.get(kind))


def ahead(news: JobNews, t: Tongue) -> tuple[str, ...]:
    """What falls due by itself, one phrase each, the first of all first."""
    return tuple(
        _form(AHEAD[due.kind], due.count, first=t.moment(due.first))
        for due in sorted(news.due, key=lambda due: due.first)
    )


def _form(forms: tuple[str, str], n: int, **values: str) -> str:
    return forms[n != 1].format(n=n, **values)


def digest(facts: MailFacts) -> Message:
    """What happened, what needs the reader, what is due next: per job."""
    t = Tongue.of(facts)
    content = facts.digest or DigestContent(facts.now, facts.now, ())
    shown = content.jobs[:MOST_JOBS]
    left = len(content.jobs) - len(shown)
    span = f"This is what happened from {t.moment(content.since)} to {t.moment(content.until)}."
    needs = _form(("{n} thing needs you.", "{n} things need you."), content.needs)
    return Message(
        subject=f"Your hiring today: {needs.rstrip('.')}" if content.needs else "Your hiring today",
        paragraphs=said(
            greeting(facts),
            f"{needs} {span}" if content.needs else f"Nothing needs you. {span}",
            _form(("One more job is on the page.", "{n} more jobs are on the page."), left) if left else None,
        ),
        actions=actions(facts),
        sections=tuple(_section(news, facts.board_url, t) for news in shown),
        footer="You get this mail once a day because you recruit for these jobs. It was written automatically.",
    )


def actions(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """Open the page, and stop the mail."""
    stop = (("Stop this mail", facts.unsubscribe_url),) if facts.unsubscribe_url else ()
    return (*board(facts, "Open the digest"), *stop)


def _section(news: JobNews, page: str, t: Tongue) -> Section:
    title, company = one_line(news.title), one_line(news.company)
    lines = [
        f"{label}: {'; '.join(phrases)}."
        for label, phrases in (
            ("Needs you", needed(news)),
            ("Happened", happened(news)),
            ("Next", ahead(news, t)),
        )
        if phrases
    ]
    address = page.rpartition("/")[0] + f"/jobs/{news.job_id}" if page else ""
    return Section(f"{title} at {company}" if company else title, address, tuple(lines))


def admin_alert(facts: MailFacts) -> Message:
    """Something needs an admin."""
    what = tuple(clipped(sentence, _LONGEST) for sentence in facts.alerts)
    first = what[0].rstrip(".") if len(what) == 1 else f"{len(what)} things need an admin"
    return Message(
        subject=f"Understudy needs you: {clipped(first, 120)}" if what else "Understudy needs you",
        paragraphs=said(
            greeting(facts),
            "This needs an admin:" if what else "Please look at the page of alerts.",
            *what,
            "You hear of each kind of trouble at most once a day. The page shows all of it.",
        ),
        actions=board(facts, "Open the alerts"),
        footer="You get this mail because you are an admin of this installation. It was written automatically.",
    )
