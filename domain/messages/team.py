"""The frame of every mail to the hiring team."""

from domain.messages.facts import MailFacts, Message
from domain.messages.wording import TEAM_FOOTER, board, figures, greeting, said
from domain.plain_text import clipped, one_line

_LONGEST_WORDS = 1_000
_MOST_WORDS = 10


def to_team(
    facts: MailFacts,
    *,
    subject: str,
    paragraphs: tuple[str | None, ...],
    action: str = "Open the board",
    lines: tuple[tuple[str, str], ...] = (),
) -> Message:
    """A mail with what happened first among its lines, and all counts last."""
    note = one_line(facts.alert_text)
    return Message(
        subject=subject,
        paragraphs=said(greeting(facts), *paragraphs),
        actions=board(facts, action),
        facts=((("What happened", note),) if note else ()) + lines + figures(facts),
        footer=TEAM_FOOTER,
    )


def words_of_the_candidate(facts: MailFacts) -> tuple[tuple[str, str], ...]:
    """What the candidate asked or wrote, each on one line; very long texts only begin here."""
    asked = tuple(filter(None, (clipped(text, _LONGEST_WORDS) for text in facts.asked)))
    label = "Asked" if len(asked) > 1 else "In their words"
    return tuple(
        (f"{label} ({number})" if len(asked) > 1 else label, text)
        for number, text in enumerate(asked[:_MOST_WORDS], start=1)
    )
