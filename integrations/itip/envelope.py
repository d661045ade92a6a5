"""A raw mail taken apart within bounds, whatever its sender made of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from email.utils import getaddresses
from functools import cached_property

from domain.incoming import UnreadableMailError

_MOST_PARTS = 200
_MOST_CONTAINERS = 40
_MOST_LINES = 300_000
_LONGEST_HEADER = 2_000
_CONTAINER = re.compile(rb"(?:\A|[\r\n])content-type:\s{0,100}(?:multipart|message)/", re.IGNORECASE)
_CONTENT_HEADER = re.compile(
    rb"(?:\A|[\r\n])content-[a-z-]{1,40}:[^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*", re.IGNORECASE
)
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,250}>")


@dataclass(frozen=True)
class Part:
    """One leaf of a mail."""

    message: Message
    kind: str
    """Media type in lower case."""
    attached: bool

    def content(self) -> bytes:
        """Its bytes, the transfer encoding undone; empty when that cannot be done."""
        try:
            payload = self.message.get_payload(decode=True)
        except (ValueError, LookupError, MessageError, AssertionError):
            return b""
        return payload if isinstance(payload, bytes) else b""

    def text(self) -> str:
        """Its text in the charset that it states, or in UTF-8; what is neither becomes replacement characters."""
        content = self.content()
        try:
            charset = self.message.get_content_charset("utf-8")
            return content.decode(charset)
        except (LookupError, ValueError, TypeError):
            return content.decode("utf-8", "replace")

    def parameter(self, name: str) -> str:
        """A parameter of the content type, or an empty text."""
        try:
            value = self.message.get_param(name, "")
        except (ValueError, LookupError, TypeError):
            return ""
        return value if isinstance(value, str) else ""


class Mail:
    """A parsed mail. Headers never raise: what cannot be read is empty."""

    def __init__(self, raw: bytes, limit: int) -> None:
        """Raises UnreadableMailError for more than `limit` bytes or too many or too deeply nested parts."""
        if len(raw) > limit:
            raise UnreadableMailError(f"The mail is larger than {limit} bytes.")
        # The parser compares each line with the boundaries of all containers around it, so both are counted first.
        if sum(1 for _ in _CONTAINER.finditer(raw)) > _MOST_CONTAINERS:
            raise UnreadableMailError("The mail is nested too deeply.")
        # The parser's time for such a header grows with the square of its length.
        if any(len(header[0]) > _LONGEST_HEADER for header in _CONTENT_HEADER.finditer(raw)):
            raise UnreadableMailError("The mail describes its parts at too great length.")
        if raw.count(b"\n") + raw.count(b"\r") > 2 * _MOST_LINES:
            raise UnreadableMailError("The mail has too many lines.")
        try:
            # compat32 keeps broken headers as they are; the modern policy raises on some of them.
            self._message = message_from_bytes(raw, policy=policy.compat32)
        except (RecursionError, ValueError, LookupError, MessageError) as error:
            raise UnreadableMailError(f"The mail cannot be taken apart ({type(error).__name__}).") from None
        self.parts: list[Part] = list(_leaves(self._message))

    @cached_property
    def sender(self) -> str:
        """The address of the claimed author in lower case, when there is exactly one."""
        try:
            found = getaddresses([self.header("From")])
        except RecursionError:
            return ""  # comments in comments in comments
        return found[0][1].lower() if len(found) == 1 and "@" in found[0][1] else ""

    @cached_property
    def message_id(self) -> str:
        """With angle brackets; empty when there is none."""
        return next(iter(message_ids(self.header("Message-ID"))), "")

    @cached_property
    def in_reply_to(self) -> tuple[str, ...]:
        """Message-IDs of the mails it answers, the nearest first."""
        nearest = message_ids(self.header("In-Reply-To"))
        return tuple(dict.fromkeys([*nearest, *reversed(message_ids(self.header("References")))]))

    @property
    def kind(self) -> str:
        """Media type of the whole."""
        return self._message.get_content_type()

    @property
    def report_type(self) -> str:
        """What a multipart/report is about (RFC 6522), in lower case."""
        return Part(self._message, self.kind, attached=False).parameter("report-type").lower()

    def header(self, name: str) -> str:
        """A header on one line, cut at a length that no honest one has."""
        return header_of(self._message, name)


def header_of(message: Message, name: str) -> str:
    """A header on one line; empty when it is missing."""
    value = message.get(name)
    text = "" if value is None else str(value)
    return " ".join(text[:_LONGEST_HEADER].split())


def message_ids(text: str) -> list[str]:
    """All Message-IDs in a header, in order."""
    return _MESSAGE_ID.findall(text)


def _leaves(message: Message) -> Iterator[Part]:
    """Leaves in order, without those of mails that are forwarded inside: they are not this sender's words."""
    waiting, seen = [message], 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > _MOST_PARTS:
            raise UnreadableMailError("The mail has too many parts.")
        kind = part.get_content_type()
        if kind.startswith("multipart/") and part.is_multipart():
            waiting += reversed(inside(part))
        else:
            yield Part(part, kind, part.get_content_disposition() == "attachment")


def inside(message: Message) -> list[Message]:
    """What the parser found inside a message; nothing when it took it for text."""
    # Only then: asking for the payload of text decodes it, which raises for odd charsets.
    payload = message.get_payload() if message.is_multipart() else []
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []
