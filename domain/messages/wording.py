"""Phrases that several mails share, and the care taken with text that strangers typed."""

from collections.abc import Sequence

from domain.messages.facts import MailFacts, Message
from domain.messages.tongue import Tongue, later
from domain.plain_text import one_line
from domain.vocabulary import LinkPurpose

__all__ = [
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
    "to_candidate",
]

_LONGEST_NAME = 60
_NOT_IN_A_NAME = ("/", "@", "www.", "http")

CANDIDATE_FOOTER = later(
    "Applications for this job are put in order with the help of automation, which compares each resume with "
    "the job description. You may ask for a person to look at a decision, give your view, or ask how it was "
    "made. To reach a person, reply to this mail."
)
TEAM_FOOTER = "You get this mail because you take part in hiring for this job. It was written automatically."


def to_candidate(
    facts: MailFacts,
    *,
    subject: str,
    paragraphs: Sequence[str | None],
    actions: tuple[tuple[str, str], ...] = (),
    lines: tuple[tuple[str, str], ...] = (),
) -> Message:
    """The frame of every mail to a candidate, in their language: greeting before, automation and rights behind."""
    t = Tongue.of(facts)
    return Message(
        subject=subject,
        paragraphs=said(greeting(facts), *paragraphs),
        actions=actions,
        facts=lines,
        footer=t.say(CANDIDATE_FOOTER),
        language=t.language,
        copy_hint=t.say("If the button does not open, copy this address:"),
    )


def name_to_greet(facts: MailFacts) -> str:
    """The recipient's name, or nothing when it looks like an advertisement.

    Anybody may apply with a stranger's address; a name must not turn our mail into theirs.
    """
    name = one_line(facts.recipient_name)
    advertises = len(name) > _LONGEST_NAME or any(part in name.lower() for part in _NOT_IN_A_NAME)
    return "" if advertises else name


def greeting(facts: MailFacts) -> str:
    """`Hello Ana,`, or `Hello,` for a name that cannot be repeated."""
    t, name = Tongue.of(facts), name_to_greet(facts)
    return t.say("Hello {name},", name=name) if name else t.say("Hello,")


def job(facts: MailFacts) -> str:
    """`Data Engineer at Acme`, or the title alone."""
    title, company = one_line(facts.job_title), one_line(facts.company)
    return Tongue.of(facts).say("{title} at {company}", title=title, company=company) if company else title


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
    t, lines = Tongue.of(facts), []
    if facts.scheduled_time:
        lines.append((t.say("When"), t.in_both(facts.scheduled_time)))
    if facts.previous_time:
        lines.append((t.say("Before"), t.moment(facts.previous_time)))
    url = one_line(facts.video_url)
    return (*lines, *setting(facts), *(((t.say("Video call"), url),) if url else ()))


def setting(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """Length and With: what is known before there is a time."""
    t = Tongue.of(facts)
    length = ((t.say("Length"), t.span(facts.duration)),) if facts.duration else ()
    name = one_line(facts.interviewer_name)
    return (*length, (t.say("With"), name)) if name else length


def deadline(facts: MailFacts, label: str, *, slot: bool = False) -> tuple[tuple[str, str], ...]:
    """The deadline as a fact line with the time that is left: the confirmation's, or the slot selection's."""
    instant = facts.slot_selection_deadline if slot else facts.confirmation_deadline
    return ((label, Tongue.of(facts).until(instant)),) if instant else ()


def options(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """The proposed times, numbered."""
    t = Tongue.of(facts)
    return tuple(
        (t.say("Option {number}", number=number), t.in_both(start))
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
