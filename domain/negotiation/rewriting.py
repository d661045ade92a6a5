"""Help for messages that the grammar cannot read: somebody else says them plainly, the same grammar reads that.

Whoever rewrites is not trusted. What they write may lead to availability, a rejection or a question, in the
candidate's language and with the candidate's own days and times, and to nothing else: no choice, no withdrawal,
no call for a person. Whatever does not fit is dropped, and the candidate is asked as if nobody had helped.
"""

from dataclasses import replace
from typing import Protocol

from domain.negotiation.intents.signals import Signals, signals
from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Ask, Because, Intent, Reading, Topic
from domain.negotiation.support import stated, supports
from domain.negotiation.text.cleaned import blanked
from domain.negotiation.text.cleaning import clean

LONGEST = 2_000
"""Characters of a message that are given to a rewriter; longer messages are not rewritten."""
LONGEST_REWRITE = 600
ALLOWED = frozenset({Intent.AVAILABILITY, Intent.REJECTION, Intent.QUESTION, Intent.MIXED})
"""What a rewritten message may do; a mixed one only without a choice."""


class Rewriter(Protocol):
    """Says a message in plain statements."""

    async def rewrite(self, text: str, language: str) -> str:
        """The message in the same language (en, de, fr, es, pt), plainer; it may be of any content and length.

        A repeat may answer differently. Raises UnavailableError: not reached, refused, overloaded, too slow.
        """


def wanted(ask: Ask) -> bool:
    """Whether a message is one that a rewriter may help with: said by a person, and not understood at all.

    Not: automatic replies, instructions to the machine, insults, promises to answer later, and whatever one
    precise question settles (which of several proposals, which of two dates).
    """
    reading = interpret(ask)
    if reading.intent is not Intent.UNCLEAR:
        return False
    if reading.clarification is not None and reading.clarification.topic is not Topic.SAY_AGAIN:
        return False
    said = _said(ask)
    if said.automatic or said.instructions or said.deferral or said.abuse:
        return False
    text = _plain(ask)
    return len(text) <= LONGEST and any(char.isalpha() for char in text)


def given(ask: Ask) -> tuple[str, str]:
    """What a rewriter gets, and all it gets: the candidate's own words, without quoted mail and signature, and
    the language they are read in."""
    return _plain(ask), interpret(ask).language


def accept(ask: Ask, rewritten: str) -> Reading | None:
    """The reading of a rewritten message, or None when it may not be taken. Its words never reach the reading."""
    before = interpret(ask)
    if not wanted(ask) or not rewritten.strip() or len(rewritten) > LONGEST_REWRITE:
        return None
    again = replace(ask, text=rewritten)
    after, said = interpret(again), _said(again)
    if said.instructions or after.selected is not None or after.language != before.language:
        return None
    if after.intent not in ALLOWED:
        return None
    if after.available is not None and not _is_supported(_said(ask), said, before.language):
        return None
    own = _plain(ask)
    cleaned = clean(ask.text)
    place = cleaned.origin(0, len(cleaned.text))
    return replace(
        after,
        because=(Because(own, *place, after.available or (), "rewritten"),),
        questions=(own,) if after.questions else (),
    )


def _plain(ask: Ask) -> str:
    return clean(ask.text).text.strip()


def _said(ask: Ask) -> Signals:
    return signals(clean(ask.text), ask.language, len(ask.proposals))


def _is_supported(own: Signals, other: Signals, language: str) -> bool:
    """Times that are not the candidate's statement (muted) support nothing."""
    words = blanked(own.statement, list(own.muted))
    return supports(stated(words, language), stated(other.statement, language))
