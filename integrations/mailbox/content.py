"""What people and tests read in a mail: its text, its HTML, its links and its files."""

import re
from dataclasses import dataclass
from email.message import EmailMessage

_LINK = re.compile(r"https?://[^\s<>\"'()\[\]]+")
_HEADERS = ("From", "To", "Subject", "Date", "Message-ID", "Reply-To", "X-Understudy-Template")


@dataclass(frozen=True, slots=True)
class MailFile:
    """One part that can be saved as a file."""

    number: int
    name: str
    media_type: str
    content: bytes


def text_of(message: EmailMessage) -> str:
    """The plain text, empty when the mail has none."""
    part = message.get_body(("plain",))
    return str(part.get_content()) if part else ""


def html_of(message: EmailMessage) -> str | None:
    """The HTML, None when the mail has none."""
    part = message.get_body(("html",))
    return str(part.get_content()) if part else None


def links_of(message: EmailMessage) -> list[str]:
    """Web addresses in the plain text, in order, each once."""
    found = (match.rstrip(".,;:!?") for match in _LINK.findall(text_of(message)))
    return list(dict.fromkeys(found))


def headers_of(message: EmailMessage) -> list[tuple[str, str]]:
    """The headers that people look at."""
    return [(name, str(message[name])) for name in _HEADERS if message[name]]


def files_of(message: EmailMessage) -> list[MailFile]:
    """Everything that is neither the text nor the HTML: attachments and calendar parts."""
    bodies = [message.get_body(("plain",)), message.get_body(("html",))]
    parts = [
        part
        for part in message.walk()
        if not part.is_multipart() and not any(part is body for body in bodies)
    ]
    return [
        MailFile(
            number=number,
            name=part.get_filename() or f"part-{number}.{part.get_content_subtype()}",
            media_type=part.get_content_type(),
            content=_bytes(part),
        )
        for number, part in enumerate(parts)
    ]


def _bytes(part: EmailMessage) -> bytes:
    """A part's content without its transfer encoding."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
