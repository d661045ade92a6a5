"""Phrases that several mails share, and the care taken with text that strangers typed."""

from collections.abc import Sequence

from domain.messages.facts import MailFacts
from domain.messages.times import format_duration, format_in_both, format_instant
from domain.plain_text import one_line
from domain.vocabulary import LinkPurpose

__all__ = [
    "CANDIDATE_FOOTER",
    "TEAM_FOOTER",
    "appointment",
    "board",
    "candidate",
    "deadline",
    "figures",
    "greeting",
    "job",
    "name_to_greet",
    "one_line",
    "opens",
    "options",
    "said",
    "setting",
    "spoken",
]

_LONGEST_NAME = 60
_NOT_IN_A_NAME = ("/", "@", "www.", "http")

CANDIDATE_FOOTER = (
    "Applications for this job are put in order with the help of automation, which compares each resume with "
    "the job description. You may ask for a person to look at a decision, give your view, or ask how it was "
    "made. To reach a person, reply to this mail."
)
TEAM_FOOTER = "You get this mail because you take part in hiring for this job. It was written automatically."


def name_to_greet(facts: MailFacts) -> str:
    """The recipient's name, or nothing when it looks like an advertisement.

    Anybody may apply with a stranger's address; a name must not turn our mail into theirs.
    """
    name = one_line(facts.recipient_name)
    advertises = len(name) > _LONGEST_NAME or any(part in name.lower() for part in _NOT_IN_A_NAME)
    return "" if advertises else name


def greeting(facts: MailFacts) -> str:
    """`Hello Ana,`, or `Hello,` for a name that cannot be repeated."""
    name = name_to_greet(facts)
    return f"Hello {name}," if name else "Hello,"


def job(facts: MailFacts) -> str:
    """`Data Engineer at Acme`, or the title alone."""
    title, company = one_line(facts.job_title), one_line(facts.company)
    return f"{title} at {company}" if company else title


def candidate(facts: MailFacts) -> str:
    """How a mail to the team names the candidate."""
    return one_line(facts.candidate_label) or "the candidate"


def opens(facts: MailFacts, *wanted: tuple[LinkPurpose, str]) -> tuple[tuple[str, str], ...]:
    """The wanted actions whose link is known, in the wanted order."""
    return tuple((label, facts.links[purpose]) for purpose, label in wanted if purpose in facts.links)


def board(facts: MailFacts, label: str) -> tuple[tuple[str, str], ...]:
    """The one action of mails to the team."""
    return ((label, facts.board_url),) if facts.board_url else ()


def appointment(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """When, Before, Length, With and Video call, as far as known."""
    lines: list[tuple[str, str]] = []
    if facts.scheduled_time:
        when = format_in_both(facts.scheduled_time, facts.time_zone, facts.interviewer_zone)
        lines.append(("When", when))
    if facts.previous_time:
        lines.append(("Before", format_instant(facts.previous_time, facts.time_zone)))
    url = one_line(facts.video_url)
    return (*lines, *setting(facts), *((("Video call", url),) if url else ()))


def setting(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """Length and With: what is known before there is a time."""
    length = (("Length", format_duration(facts.duration)),) if facts.duration else ()
    name = one_line(facts.interviewer_name)
    return (*length, ("With", name)) if name else length


def deadline(facts: MailFacts, label: str, *, slot: bool = False) -> tuple[tuple[str, str], ...]:
    """The deadline as a fact line with the time that is left: the confirmation's, or the slot selection's."""
    instant = facts.slot_selection_deadline if slot else facts.confirmation_deadline
    if not instant:
        return ()
    text = format_instant(instant, facts.time_zone)
    left = instant - facts.now
    return ((label, f"{text}, {format_duration(left)} from now" if left.total_seconds() > 0 else text),)


def options(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """The proposed times, numbered."""
    return tuple(
        (f"Option {number}", format_in_both(start, facts.time_zone, facts.interviewer_zone))
        for number, start in enumerate(facts.proposals, start=1)
    )


def figures(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """All counts, labelled by their keys."""
    return tuple((key.replace("_", " ").capitalize(), str(count)) for key, count in facts.counts.items())


def said(*sentences: str | None) -> tuple[str, ...]:
    """The sentences that there are."""
    return tuple(sentence for sentence in sentences if sentence)


def spoken(parts: Sequence[str]) -> str:
    """Sentences of one paragraph; empty ones are left out."""
    return " ".join(part for part in parts if part)
