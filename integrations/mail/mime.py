"""From an outgoing mail to the bytes that a mail server takes: all ASCII, no header from outside."""

import re
import unicodedata
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

from domain.errors import MailRefusedError, SetupError
from domain.ports import Attachment, OutgoingMail

# RFC 5321 dot-string and host name; quoted local parts and address literals do not occur in hiring.
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*")
_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 253
# The library's own parser takes two addresses for one, so it is not asked.
_SENDER = re.compile(r'"?(?P<name>[^<>"]*?)"?\s*<(?P<address>[^<>]+)>|(?P<bare>[^<>]+)')
_ALLOWED = frozenset({"List-Unsubscribe", "List-Unsubscribe-Post", "Reply-To"})
_SPECIALS = re.compile(r'[()<>\[\]:;@\\,"]')
"""RFC 5322, 3.2.3, without the dot."""
_LONGEST_NAME = 100
_MESSAGE_ID = re.compile(r"<[^<>@\s]+@[^<>@\s]+>")


def parse_address(text: str) -> str:
    """The address in the form that travels, its domain in IDNA.

    Raises MailRefusedError for anything that is not one plain address. The address itself stays out of the
    message: errors travel into histories that must not hold it.
    """
    local, _, domain = text.strip().rpartition("@")
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError:
        domain = ""
    fits = len(local) <= _LONGEST_LOCAL and len(domain) <= _LONGEST_DOMAIN
    if not (fits and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain)):
        raise MailRefusedError(
            "The mail address of the recipient is malformed.",
            field="to_address",
            remedy="Correct the address.",
        )
    return f"{local}@{domain}"


def parse_sender(sender: str) -> Address:
    """Name and address of `Name <address>`.

    Raises SetupError when it is not one plain address.
    """
    found = _SENDER.fullmatch(sender.strip())
    name, address = (found["name"] or "", found["address"] or found["bare"]) if found else ("", "")
    try:
        return Address(display_name=_header("sender", name), addr_spec=parse_address(address))
    except MailRefusedError:
        raise SetupError(
            f"The sender {sender!r} is not a mail address.",
            field="mail_from",
            remedy="Set UNDERSTUDY_MAIL_FROM to a text such as Hiring <hiring@example.com>.",
        ) from None


def build_mime(mail: OutgoingMail, sender: str) -> EmailMessage:
    """The message: text and HTML as alternatives, a calendar part among them, attachments beside.

    Raises MailRefusedError for a malformed address and for a line break in a header, SetupError for a
    malformed sender.
    """
    message = EmailMessage(policy=policy.SMTP)
    message_id = mail.message_id if mail.message_id.startswith("<") else f"<{mail.message_id}>"
    if not _MESSAGE_ID.fullmatch(message_id):
        raise MailRefusedError("The Message-ID is malformed.", remedy="Use the form unique-part@domain.")
    message["From"] = parse_sender(sender)
    message["To"] = Address(
        display_name=plain_name(_header("recipient's name", mail.to_name)),
        addr_spec=parse_address(mail.to_address),
    )
    message["Subject"] = _header("subject", mail.subject)
    message["Date"] = mail.sent_at
    message["Message-ID"] = message_id
    # RFC 3834: out-of-office programs do not answer a mail that says so.
    message["Auto-Submitted"] = "auto-generated"
    for name, value in mail.headers.items():
        message[_header_name(name)] = _header(name, value)
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    for attachment in mail.attachments:
        if attachment.method:
            _add_calendar(message, attachment)
    for attachment in mail.attachments:
        media_type = "application/ics" if attachment.method else attachment.media_type
        main, _, sub = media_type.partition("/")
        message.add_attachment(
            attachment.content, maintype=main, subtype=sub, filename=_header("file name", attachment.filename)
        )
    return message


def _add_calendar(message: EmailMessage, attachment: Attachment) -> None:
    # Outlook and Gmail take the invitation from here, and only when the part's header names the method.
    message.add_alternative(
        attachment.content.decode(),
        subtype="calendar",
        cte="base64",
        params={"method": str(attachment.method), "name": attachment.filename},
    )


def plain_name(name: str) -> str:
    """A name to stand before an address, without the characters that could begin an address of its own.

    Quotes would do, but the library loses them when it folds a long line: of a long name that holds another
    address, that address would become a recipient.
    """
    return " ".join(_SPECIALS.sub(" ", name).split())[:_LONGEST_NAME].rstrip()


def _header_name(name: str) -> str:
    if name not in _ALLOWED and not re.fullmatch(r"X-[A-Za-z0-9-]+", name):
        raise MailRefusedError(
            f"The header {name!r} may not be set.",
            field="headers",
            remedy=f"Use {', '.join(sorted(_ALLOWED))} or X-…",
        )
    return name


def _header(name: str, value: str) -> str:
    # The library lets one line break at the end pass, so it is not left to it.
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in value):
        raise MailRefusedError(
            f"The {name} holds a line break or another control character.",
            field=name,
            remedy="Put it on one line.",
        )
    return value
