"""What a mail that came in is: a calendar's answer, a report, a machine's mail, or words of a person."""

import html
import re

from domain.incoming import (
    AutomaticReply,
    CalendarReply,
    DeliveryReport,
    Incoming,
    PlainReply,
    UnreadableMailError,
)
from integrations.itip.bounces import bounces_of, is_report
from integrations.itip.envelope import Mail
from integrations.itip.reading import LARGEST_MAIL, answers_of

_LONGEST_TEXT = 50_000
_LONGEST_HTML = 500_000
_HIDDEN = re.compile(r"<(script|style|head|title)\b", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,5000}>")


def read_incoming(raw: bytes, *, limit: int = LARGEST_MAIL) -> Incoming:
    """Classify a mail of at most `limit` bytes.

    A report comes first, as it may enclose anything. A calendar's answer comes before the marks of automatic
    mail, which calendar programs set too; one that cannot be read leaves the words around it. Raises
    UnreadableMailError for a mail that cannot be taken apart.
    """
    mail = Mail(raw, limit)
    if is_report(mail):
        return DeliveryReport(bounces_of(mail), mail.message_id)
    try:
        answers = answers_of(mail)
    except UnreadableMailError:
        text = text_of(mail)
        if not text:
            raise
        answers = []
    if answers:
        return CalendarReply(mail.sender, tuple(answers), mail.message_id)
    if is_automatic(mail):
        return AutomaticReply(mail.sender, mail.in_reply_to, mail.message_id)
    return PlainReply(
        mail.sender, text_of(mail), mail.in_reply_to, mail.header("Subject")[:500], mail.message_id
    )


def is_automatic(mail: Mail) -> bool:
    """Whether a machine wrote the mail (RFC 3834, 5, and older habits)."""
    submitted = mail.header("Auto-Submitted").partition(";")[0].strip().lower()
    return (
        submitted not in {"", "no"}
        or mail.header("Return-Path").replace(" ", "") == "<>"
        or mail.header("Precedence").lower() in {"bulk", "junk", "list", "auto_reply"}
        or any(
            mail.header(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress-Reply")
        )
        or mail.header("X-Auto-Reply").lower() in {"yes", "true"}
        or mail.sender.startswith(("mailer-daemon@", "postmaster@"))
    )


def text_of(mail: Mail) -> str:
    """The words of a mail: its plain text, or what its HTML would show; empty when it has neither."""
    shown = [part for part in mail.parts if not part.attached]
    plain = [part.text() for part in shown if part.kind == "text/plain"]
    if not any(text.strip() for text in plain):
        plain = [_words(part.text()[:_LONGEST_HTML]) for part in shown if part.kind == "text/html"]
    text = "\n".join(plain).replace("\r\n", "\n").replace("\0", "")
    return text[:_LONGEST_TEXT].strip()


def _words(page: str) -> str:
    text = _TAG.sub("", _BREAK.sub("\n", _visible(page)))
    return "\n".join(" ".join(line.split()) for line in html.unescape(text).splitlines())


def _visible(page: str) -> str:
    """The page without scripts and styles, in one pass: a pattern over both ends could be made to run for hours."""
    kept, position = [], 0
    while start := _HIDDEN.search(page, position):
        kept.append(page[position : start.start()])
        end = re.compile(rf"</{start[1]}\b[^<>]{{0,100}}>?", re.IGNORECASE).search(page, start.end())
        position = end.end() if end else len(page)
    return "".join([*kept, page[position:]])
