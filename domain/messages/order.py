"""Which mail may follow which: nobody gets two that contradict each other, and everybody one final answer."""

from collections.abc import Collection, Mapping

from domain.vocabulary import MailTemplate as T

FINAL = frozenset({T.REGRET, T.JOB_CANCELLED, T.CANCELLATION, T.EXPIRED, T.NO_SHOW, T.INTERVIEWED})
"""Final answers: an application gets exactly one."""

ABOUT_THEMSELVES = frozenset(
    {T.REQUEST_RECEIVED, T.REQUEST_ANSWERED, T.NEW_ADDRESS, T.ADDRESS_CHANGE, T.NEW_LINKS}
)
"""Mails about the person and their rights, which outlast the application."""

ON_THE_WAY = frozenset(
    {T.INVITATION, T.SLOT_CHOICE, T.NEGOTIATION_ANSWER, T.CONFIRMATION, T.REMINDER, T.LEAVE_RECEIPT}
)
"""Mails of an application that is under way."""

TO_CANDIDATES = ON_THE_WAY | FINAL | ABOUT_THEMSELVES

_BOOKED = frozenset({T.CONFIRMATION, T.REMINDER})

NEVER_AFTER: Mapping[T, frozenset[T]] = {
    # Nobody is asked again what they have answered.
    T.INVITATION: frozenset({T.SLOT_CHOICE, T.NEGOTIATION_ANSWER}) | _BOOKED,
    T.SLOT_CHOICE: _BOOKED,
    # A deadline to answer or choose cannot pass once a time is booked.
    T.EXPIRED: _BOOKED,
    # A refusal that does not call the booked interview off would leave it standing in a calendar.
    T.REGRET: frozenset({T.CONFIRMATION}),
}
"""What makes a mail wrong that would otherwise do."""


def may_follow(sent: Collection[T], kind: T) -> bool:
    """Whether a mail of this kind agrees with those that one application's candidate was written before.

    `sent` holds the kinds that were queued or handed over and not taken back. Mails to the team always may.
    """
    if kind not in TO_CANDIDATES or kind in ABOUT_THEMSELVES:
        return True
    said = frozenset(sent)
    return not (said & FINAL or said & NEVER_AFTER.get(kind, frozenset()))
