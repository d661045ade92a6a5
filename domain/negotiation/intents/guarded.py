"""Withdrawals and calls for a person: never missed and never invented, so every cue is held against its look-alikes."""

import re
from collections.abc import Sequence

from domain.negotiation.intents.books import cue
from domain.negotiation.intents.cues import Cue
from domain.negotiation.intents.segments import Piece

_BEFORE = 70
_REQUEST = re.compile(
    r"^\W*(?:(?:hi|hello|hey|hallo|bonjour|hola|ola|sorry|thanks|so|and|also|then|ok|please|"
    r"pls)\W+)*(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody|i please|"
    r"we please|i|we|it be possible|it)\b"
    r"|^\W*(?:kannst|können|könnten|könntest|würden|würdest|kann|könnte|konnte|konnten|konntest|"
    r"wurden|wurdest|darf|dürfte|durfte)\b"
    r"|^\W*(?:pouvez|pourriez|peux|pourrais|puis|est-ce que je peux|est-ce que quelqu|"
    r"est-il possible|serait-il possible|puis-je|pourrait)\b"
    r"|^\W*(?:puede|podria|podrias|puedes|podrian|pueden|puedo|seria posible|es posible|"
    r"me puede|me puedes|me podria)\b"
    r"|^\W*(?:pode|poderia|podes|podem|poderiam|posso|seria possivel|e possivel|da para|dá para|"
    r"voces podem|alguem pode|alguem poderia)\b"
    r"|\b(?:please|pls|bitte|s'il vous plait|svp|por favor)\b"
)
_ASKING = re.compile(
    r"^\W*(?:is it (?:still )?possible|what happens|what if|how (?:do|can|would) i|until when|"
    r"kann ich (?:\w+ )?(?:noch|"
    r"später|spater)|wie kann ich|bis wann|que se passe|comment puis|est-ce que je peux encore|que pasa si|"
    r"como puedo|"
    r"hasta cuando|o que acontece|como posso|ate quando)\b"
)
"""Begins a question about leaving, with or without its mark."""
_HYPOTHETICAL = re.compile(
    r"\b(?:later|afterwards|still|at any time|any time|deadline|penalt\w+|consequence\w*|"
    r"what happens|until when|how (?:do|can|would)|is it possible|later on|noch|später|spater|"
    r"jederzeit|bis wann|wie kann|"
    r"plus tard|encore|comment|que se passe|jusqu'a quand|mas tarde|despues|todavia|como puedo|"
    r"mas adelante|mais adiante|que pasa|hasta cuando|mais tarde|depois|ainda|o que acontece|ate quando)\b"
)


def withdrawal(folded: str, sentence: Piece, languages: Sequence[str]) -> list[tuple[int, int]]:
    """Places where the candidate leaves the process."""
    text = folded[sentence.start : sentence.end]
    found: list[tuple[int, int]] = []
    shields = [span for language in languages for span in _spans(text, language, Cue.NOT_WITHDRAWAL)]
    for language in languages:
        for kind in (Cue.WITHDRAWAL, Cue.WITHDRAWAL_SETTLED):
            for start, end in _spans(text, language, kind):
                if _covered((start, end), shields) or any(
                    _conditional(text, start, one) for one in languages
                ):
                    continue
                if kind is Cue.WITHDRAWAL and any(_negated(text, start, one) for one in languages):
                    continue
                if (sentence.asked or _ASKING.match(text)) and _only_asked(text, start, end, language):
                    continue
                found.append((sentence.start + start, sentence.start + end))
    return found


def human(folded: str, sentence: Piece, languages: Sequence[str]) -> list[tuple[int, int]]:
    """Places where the candidate asks for a person, a telephone call or an accommodation."""
    text = folded[sentence.start : sentence.end]
    found: list[tuple[int, int]] = []
    shields = [span for language in languages for span in _spans(text, language, Cue.NOT_HUMAN)]
    for language in languages:
        for start, end in _spans(text, language, Cue.HUMAN):
            if not _covered((start, end), shields):
                found.append((sentence.start + start, sentence.start + end))
    return found


def _spans(text: str, language: str, kind: Cue) -> list[tuple[int, int]]:
    return [match.span() for match in cue(language, kind).finditer(text) if match.group(0)]


def _covered(span: tuple[int, int], shields: Sequence[tuple[int, int]]) -> bool:
    return any(left < span[1] and span[0] < right for left, right in shields)


def _negated(text: str, start: int, language: str) -> bool:
    return bool(cue(language, Cue.NEGATION).search(text[max(0, start - _BEFORE) : start]))


def _conditional(text: str, start: int, language: str) -> bool:
    return bool(cue(language, Cue.CONDITION).search(text[max(0, start - _BEFORE) : start]))


def _only_asked(text: str, start: int, end: int, language: str) -> bool:
    """Whether a question asks about leaving; a polite request and "I withdraw, ok?" are no such question."""
    if _REQUEST.search(text):
        return bool(_HYPOTHETICAL.search(text))
    clause = re.split(r"[,;:-]\s", text[:start])[-1].lstrip(" \"'(") + text[start:end]
    return bool(cue(language, Cue.ASKS).match(clause)) or not re.search(r"[,;:-]\s", text[end:])
