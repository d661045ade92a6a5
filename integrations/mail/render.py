"""From a composed message to its two faces: plain text and HTML."""

import logging
import textwrap
import traceback
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.errors import InvalidInputError, UnderstudyError
from domain.messages import MailFacts, Message, compose
from domain.vocabulary import MailTemplate

logger = logging.getLogger(__name__)

_WIDTH = 76
_COLONS = {"fr": "\u00a0:"}
"""Where a language sets a space before it, one that does not break."""
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

        Raises InvalidInputError for an unknown zone or an instant without a zone, and whenever these facts cannot be
        put into words: a fault of ours in one mail must stop that mail, not all that wait behind it.
        """
        try:
            message = compose(template, facts)
            text, html = render(message)
        except UnderstudyError:
            raise
        except Exception as error:
            # Messages of errors may quote the facts: where it happened must do.
            place = traceback.extract_tb(error.__traceback__)[-1]
            logger.error(  # noqa: TRY400 - its traceback would quote the facts
                "mail %s: %s at %s:%s", template, type(error).__name__, place.filename, place.lineno
            )
            raise InvalidInputError(f"The mail {template} could not be put into words.") from error
        return RenderedMail(message.subject, text, html)


def render(message: Message) -> tuple[str, str]:
    """Plain text and HTML of a message. Everything is escaped; addresses are visible in both."""
    return _text(message), _ENVIRONMENT.get_template("message.html").render(message=message)


def _text(message: Message) -> str:
    colon = _COLONS.get(message.language, ":")
    blocks = [_wrap(paragraph) for paragraph in message.paragraphs]
    if message.facts:
        blocks.append(
            "\n".join(_wrap(f"{label}{colon} {value}", indent="  ") for label, value in message.facts)
        )
    for section in message.sections:
        lines = [section.heading, *(_wrap(f"- {line}", indent="  ") for line in section.lines)]
        blocks.append("\n".join([*lines, section.address] if section.address else lines))
    # An address stands alone on its line and is never wrapped, so that mail readers link all of it.
    blocks.extend(f"{label}{colon}\n{address}" for label, address in message.actions)
    if message.footer:
        blocks.append(_wrap(message.footer))
    return "\n\n".join(blocks) + "\n"


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
