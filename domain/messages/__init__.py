"""What each mail says: facts in, words out. No markup, no addresses, no clock."""

from domain.messages.compose import compose
from domain.messages.facts import MailFacts, Message, ReasonClass
from domain.messages.times import format_duration, format_instant
from domain.messages.wording import one_line

__all__ = [
    "MailFacts",
    "Message",
    "ReasonClass",
    "compose",
    "format_duration",
    "format_instant",
    "one_line",
]
