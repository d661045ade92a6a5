"""What a mail server's failure means: try later, or never.

Replies of mail servers often repeat the recipient's address. Errors end in histories and logs that must not
hold it, so only the codes are passed on, never the server's words.
"""

import re
import ssl

import aiosmtplib

from domain.errors import MailRefusedError, UnavailableError

_PERMANENT = range(500, 600)
# RFC 4954 and RFC 3207: sign-in needed, too weak, wrong, or TLS needed. The message is not at fault.
_SIGN_IN = frozenset({530, 534, 535, 538})
_ENHANCED = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
_LATER = "It is tried again later."
_MEANINGS = {
    # RFC 3463, first two parts of the enhanced code
    "5.1": "the address does not exist or is malformed",
    "5.2": "the mailbox is full, closed or does not take this message",
    "5.3": "the mail system does not take this message",
    "5.4": "there is no route to the address",
    "5.6": "the content is not accepted",
    "5.7": "a policy of the recipient's server forbids it",
}


def translate(error: Exception) -> UnavailableError | MailRefusedError:
    """The product's error for a failure of the connection, the session or one mail."""
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return _of_reply(error)
    if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
        return UnavailableError(
            "The mail server's TLS certificate is not accepted, or TLS failed.",
            remedy="Check the scheme, host and port in SMTP_URL.",
        )
    if isinstance(error, TimeoutError):
        return UnavailableError("The mail server did not answer in time.", remedy=_LATER)
    if isinstance(error, aiosmtplib.SMTPConnectError):
        return UnavailableError(
            "The mail server cannot be reached.", remedy="Check SMTP_URL and that the server runs."
        )
    if isinstance(error, ConnectionError):
        return UnavailableError("The mail server broke the connection.", remedy=_LATER)
    return UnavailableError(
        "The mail server cannot be used as configured.", remedy="Check TLS and sign-in in SMTP_URL."
    )


def _of_reply(error: aiosmtplib.SMTPResponseException) -> UnavailableError | MailRefusedError:
    if error.code in _SIGN_IN or isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return UnavailableError(
            f"The mail server did not let us in (code {error.code}).",
            remedy="Check user, password and TLS in SMTP_URL.",
        )
    # A refusal before any mail was named concerns us, not the mail.
    about_session = isinstance(error, aiosmtplib.SMTPConnectError | aiosmtplib.SMTPHeloError)
    if error.code in _PERMANENT and not about_session:
        return MailRefusedError(
            f"The mail server refused the message for good ({_codes(error)}).",
            remedy="Check the recipient's address, or reach the person another way.",
        )
    return UnavailableError(f"The mail server cannot take the message now ({_codes(error)}).", remedy=_LATER)


def _codes(error: aiosmtplib.SMTPResponseException) -> str:
    found = _ENHANCED.search(error.message)
    if not found:
        return f"code {error.code}"
    enhanced = found.group()
    meaning = _MEANINGS.get(enhanced.rpartition(".")[0])
    return f"code {error.code} {enhanced}" + (f": {meaning}" if meaning else "")
