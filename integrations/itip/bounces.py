"""Reports of mail servers about mail that did not arrive (RFC 3464)."""

import re
from collections.abc import Iterator
from email import message_from_string, policy
from email.message import Message

from domain.incoming import Bounce
from integrations.itip.envelope import Mail, Part, header_of, inside, message_ids

_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_FAILED = {"failed": "5.0.0", "delayed": "4.0.0"}
_ADDRESS = re.compile(r"[^\s<>@;]{1,128}@[^\s<>@;]{1,255}")
_MOST = 50
_HEAD_BYTES = 65_536


def is_report(mail: Mail) -> bool:
    """Whether a mail is a report on deliveries."""
    return any(part.kind == "message/delivery-status" for part in mail.parts) or (
        mail.kind == "multipart/report" and mail.report_type in {"delivery-status", ""}
    )


def bounces_of(mail: Mail) -> list[Bounce]:
    """What did not arrive, at most 50; one for each recipient, the last status."""
    message_id = _original(mail)
    found: dict[str, Bounce] = {}
    for part in mail.parts:
        if part.kind == "message/delivery-status":
            for fields in _blocks(part):
                bounce = _bounce(fields, message_id)
                if bounce is not None:
                    found[bounce.recipient] = bounce
    return list(found.values())[:_MOST]


def _blocks(part: Part) -> Iterator[Message]:
    """Groups of fields: the first is about the report, one follows for each recipient."""
    blocks = inside(part.message)
    if blocks and any("action" in one or "final-recipient" in one for one in blocks):
        yield from blocks
        return
    for text in re.split(r"\r?\n\s*\r?\n", part.text()[:_HEAD_BYTES]):
        yield message_from_string(text.lstrip(), policy=policy.compat32)


def _bounce(fields: Message, message_id: str) -> Bounce | None:
    action = header_of(fields, "Action").partition(" ")[0].partition(";")[0].strip().lower()
    if action not in _FAILED:
        return None
    # The original recipient is the one we wrote to, before aliases and forwarding.
    for name in ("Original-Recipient", "Final-Recipient"):
        address = _ADDRESS.search(header_of(fields, name).rpartition(";")[2])
        if address:
            status = _STATUS.search(header_of(fields, "Status"))
            return Bounce(address[0].lower(), status[1] if status else _FAILED[action], message_id)
    return None


def _original(mail: Mail) -> str:
    """Message-ID of the mail that did not arrive, from the copy that the report encloses."""
    for part in mail.parts:
        if part.kind == "message/rfc822":
            for inner in inside(part.message)[:1]:
                if found := message_ids(header_of(inner, "Message-ID")):
                    return found[0]
        if part.kind in {"text/rfc822-headers", "message/rfc822-headers"}:
            headers = message_from_string(part.text()[:_HEAD_BYTES], policy=policy.compat32)
            if found := message_ids(header_of(headers, "Message-ID")):
                return found[0]
    return ""
