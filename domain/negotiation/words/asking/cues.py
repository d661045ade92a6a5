"""The shape of a language's words of questions, as plain data.

Patterns are regular expressions over folded text (see `domain.negotiation.text.folding`) and of bounded length,
so that a long text costs time in proportion. The subjects are narrow on purpose: a question that is passed on
costs a little time, a question that is answered wrongly costs trust.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from domain.negotiation.text.folding import compiled


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Words of one language."""

    it: str
    """The interview and the words that stand for it; `<it>` in `subjects`."""
    subjects: Mapping[str, tuple[str, ...]]
    """Patterns by the values of `About`."""
    beyond: str
    """Whole words, as alternatives, that show that something else than the interview itself is asked about."""
    interrogatives: str
    """Whole words, as alternatives, that show that a clause without a known subject asks something."""

    def speaks_of(self, subject: str, clause: str) -> bool:
        """Whether the folded clause asks about the subject."""
        return bool(_subject(self, subject).search(clause))

    def goes_beyond(self, clause: str) -> bool:
        """Whether the folded clause is about the job, the pay, the result: not for the bot to answer."""
        return bool(_whole_words(self.beyond).search(clause))

    def asks(self, clause: str) -> bool:
        """Whether the folded clause holds a word that asks."""
        return bool(_whole_words(self.interrogatives).search(clause))


@cache
def _subject(cues: Cues, subject: str) -> re.Pattern[str]:
    return compiled(*(pattern.replace("<it>", cues.it) for pattern in cues.subjects[subject]))


@cache
def _whole_words(words: str) -> re.Pattern[str]:
    return compiled(rf"\b(?:{words})\b")
