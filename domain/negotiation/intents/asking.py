"""Which part of a sentence asks something, and which questions only propose a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.negotiation.intents.books import cue
from domain.negotiation.intents.cues import Cue
from domain.negotiation.intents.segments import Piece

_LEAD = re.compile(
    r"^[\W_]*(?:(?:hi|hello|hey|dear|thanks|thank you|thx|and|also|but|so|well|sorry|ok|okay|"
    r"just|one more thing|btw|by the way|oh|please|pls|however|before that|then|yes|no|great|"
    r"hallo|guten tag|danke|und|aber|also|noch|auch|ausserdem|ubrigens|bonjour|bonsoir|merci|et|"
    r"mais|aussi|sinon|au fait|hola|buenas|buenos dias|gracias|y|pero|tambien|ademas|"
    r"ola|oi|bom dia|boa tarde|obrigad[oa]|e|mas|tambem|alias|por favor|bitte)\b[\W_]*)+"
)
_CLAUSE = re.compile(
    r"(?:[,;:()]|\s-)\s*(?:(?:and|but|or|so|also|und|aber|oder|et|mais|ou|y|pero|o|e|"
    r"mas)\b\s*)?|\s(?:and|but|und|aber|et|mais|y|pero|mas)\s"
)
_OPENING = re.compile(r"\u00bf\s*")
_WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Asked:
    """`span` is the place of a question that wants an answer; None: nothing is asked, or a time is proposed."""

    span: tuple[int, int] | None = None
    proposes: bool = False


def asked(folded: str, sentence: Piece, languages: Sequence[str]) -> Asked:
    """The part of a sentence, to its end, that asks something the candidate wants to know."""
    text = folded[sentence.start : sentence.end]
    starts = _starts(text)
    for start in starts:
        clause = text[start:]
        kind = Cue.ASKS if sentence.asked else Cue.ASKS_SURELY
        begins = any(
            cue(language, which).match(clause) for language in languages for which in (kind, Cue.ASKS_SURELY)
        )
        if not begins:
            continue
        verdict = _judge(clause, languages)
        if verdict is None:
            continue
        if verdict:
            return Asked((sentence.start + start, sentence.end))
        return _later(text, sentence, starts, start, languages)
    return _unopened(text, sentence, starts, languages)


def _unopened(text: str, sentence: Piece, starts: Sequence[int], languages: Sequence[str]) -> Asked:
    """A sentence with a question mark in which no clause opens like a question ("Remote?", "Tuesday at 3?")."""
    if not sentence.asked or not _WORD.search(text):
        return Asked()
    last = max((start for start in starts if _WORD.search(text[start:])), default=0)
    clause = text[last:]
    asks = Asked((sentence.start + last, sentence.end))
    if _has(text, Cue.CHECKS_BACK, languages):
        return Asked()
    if _has(clause, Cue.NEEDS, languages):
        return asks
    other = _has(text, Cue.PROPOSES, languages) and _has(text, Cue.OTHER_TIMES, languages)
    return Asked(proposes=True) if other or _has(text, Cue.TIME, languages) else asks


def _starts(text: str) -> list[int]:
    """Places where a clause begins, behind greetings and conjunctions."""
    lead = _LEAD.match(text)
    places = {lead.end() if lead else 0, len(text) - len(text.lstrip(" \"'(*-"))}
    places |= {match.end() for match in _OPENING.finditer(text)}
    for match in _CLAUSE.finditer(text):
        if match.end() < len(text):
            places.add(match.end())
            inner = _LEAD.match(text[match.end() :])
            if inner:
                places.add(match.end() + inner.end())
    return sorted(place for place in places if place < len(text))


def _judge(clause: str, languages: Sequence[str]) -> bool | None:
    """True: asks for information. False: proposes a time. None: a courtesy that asks nothing."""
    timed = _has(clause, Cue.TIME, languages)
    following = _CLAUSE.search(clause)
    if _has(clause[: following.start()] if following else clause, Cue.NEEDS, languages):
        return True
    if timed and _has(clause, Cue.PROPOSES, languages):
        return False
    if _has(clause, Cue.CHECKS_BACK, languages):
        return None
    return True


def _later(text: str, sentence: Piece, starts: Sequence[int], after: int, languages: Sequence[str]) -> Asked:
    """A question behind a proposal ("could we do Tuesday, and where is it?")."""
    for start in starts:
        clause = text[start:]
        if (
            start > after
            and any(cue(language, Cue.ASKS_SURELY).match(clause) for language in languages)
            and _judge(clause, languages)
            and not _has(clause, Cue.TIME, languages)
        ):
            return Asked((sentence.start + start, sentence.end), proposes=True)
    return Asked(proposes=True)


def _has(text: str, kind: Cue, languages: Sequence[str]) -> bool:
    return any(cue(language, kind).search(text) for language in languages)
