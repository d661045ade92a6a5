"""Mails as calendar programs, mail servers and people send them."""

from email import policy
from email.message import EmailMessage

UID = "interview-1@understudy"


def calendar(*events: str, method: str | None = "REPLY") -> str:
    """A calendar object; each event is the lines between BEGIN and END."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Somebody//EN"]
    head += [f"METHOD:{method}"] if method else []
    body = [line for event in events for line in ("BEGIN:VEVENT", *event.split("\n"), "END:VEVENT")]
    return "\r\n".join([*head, *body, "END:VCALENDAR", ""])


def answer(
    partstat: str = "DECLINED",
    *more: str,
    attendee: str = "noor@acme.example",
    uid: str = UID,
) -> str:
    """The lines of an event that answers ours."""
    return "\n".join(
        [
            f"UID:{uid}",
            "SEQUENCE:2",
            "DTSTAMP:20260301T090000Z",
            "DTSTART:20260327T090000Z",
            "DTEND:20260327T100000Z",
            "ORGANIZER:mailto:hiring@acme.example",
            f"ATTENDEE;PARTSTAT={partstat};CN=Noor:MAILTO:{attendee}",
            *more,
        ]
    )


def message(
    text: str = "See attachment.", sender: str = "Noor Khan <Noor@acme.example>", **headers: str
) -> EmailMessage:
    """A mail to us; headers with `_` for `-`."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = sender
    mail["To"] = "hiring@acme.example"
    mail["Subject"] = "Re: Interview"
    mail["Message-ID"] = "<answer-1@acme.example>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def with_calendar(
    text: str, *, method: str | None = "REPLY", cte: str = "base64", mail: EmailMessage | None = None
) -> bytes:
    """A mail whose alternative is a calendar object."""
    made = mail or message()
    params = {"method": method} if method else {}
    made.add_alternative(text, subtype="calendar", cte=cte, params=params)
    return made.as_bytes()


def bounce(
    *recipients: tuple[str, str, str], original: str = "<letter-1@understudy>", enclosed: str = "headers"
) -> bytes:
    """A report as Postfix writes it; recipients are (address, action, status)."""
    blocks = "".join(
        f"\r\nFinal-Recipient: rfc822; {address}\r\nOriginal-Recipient: rfc822;{address}\r\n"
        f"Action: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 no such user\r\n"
        for address, action, status in recipients
    )
    kind = {"headers": "text/rfc822-headers", "mail": "message/rfc822"}[enclosed]
    return (
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example (Mail Delivery System)\r\nTo: hiring@acme.example\r\n"
        "Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        "Message-Id: <report-1@mx.example>\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/plain\r\n\r\nI'm sorry to have to inform you.\r\n\r\n"
        "--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n"
        f"{blocks}\r\n--B\r\nContent-Type: {kind}\r\n\r\nFrom: hiring@acme.example\r\n"
        f"To: somebody@mail.example\r\nMessage-ID: {original}\r\nSubject: Interview\r\n\r\n--B--\r\n"
    ).encode()
