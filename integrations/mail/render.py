"""From a composed message to its two faces: plain text and HTML."""

import textwrap
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.messages import MailFacts, Message, compose
from domain.vocabulary import MailTemplate

_WIDTH = 76
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class RenderedMail(NamedTuple):
    """Subject and both bodies of one mail."""

    subject: str
    text: str
    html: str


class MailRenderer:
    """Composes and renders mails; holds nothing between two of them."""

    def render(self, template: MailTemplate, facts: MailFacts) -> RenderedMail:
        """The mail of this template for this recipient.

        Raises InvalidInputError for an unknown zone or an instant without a zone.
        """
        message = compose(template, facts)
        text, html = render(message)
        return RenderedMail(message.subject, text, html)


def render(message: Message) -> tuple[str, str]:
    """Plain text and HTML of a message. Everything is escaped; addresses are visible in both."""
    return _text(message), _ENVIRONMENT.get_template("message.html").render(message=message)


def _text(message: Message) -> str:
    blocks = [_wrap(paragraph) for paragraph in message.paragraphs]
    if message.facts:
        blocks.append("\n".join(_wrap(f"{label}: {value}", indent="  ") for label, value in message.facts))
    # An address stands alone on its line and is never wrapped, so that mail readers link all of it.
    blocks.extend(f"{label}:\n{address}" for label, address in message.actions)
    if message.footer:
        blocks.append(_wrap(message.footer))
    return "\n\n".join(blocks) + "\n"


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
