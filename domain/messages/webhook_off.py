"""To the owner of a webhook: it was switched off."""

from domain.messages.facts import MailFacts, Message
from domain.messages.wording import board, greeting, said
from domain.plain_text import clipped

_LONGEST = 300


def webhook_off(facts: MailFacts) -> Message:
    """Why, and that nothing is lost."""
    return Message(
        subject="One of your webhooks was switched off",
        paragraphs=said(
            greeting(facts),
            *(clipped(sentence, _LONGEST) for sentence in facts.alerts),
            "Nothing is lost: switch it on again when its receiver works, and it goes on where it stopped.",
        ),
        actions=board(facts, "Open the webhooks"),
        footer="You get this mail because this webhook is yours. It was written automatically.",
    )
