"""Evidence in an interview's words: skills, requirements, counted results, what the speaker did. By rule, no model.

A quote is a sentence of one turn, character for character; a long one is cut around what it speaks for. Nothing is
judged: evidence says where something was said, a person says what it is worth.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from domain.identifiers import NAMESPACE
from domain.language.terms import Lexicon, lexicon
from domain.processing import cues
from domain.processing.vocabulary import EvidenceKind

LONGEST_QUOTE = 400
"""Characters; a recognizer that writes no full stops makes one sentence of a whole answer."""
AROUND = 150
"""Characters kept before and behind what a long sentence speaks for."""
MOST = 2_000
"""Pieces of one interview; the first ones are kept."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_TOKEN = re.compile(r"[^\W_][\w+#]*")


@dataclass(frozen=True, slots=True)
class Said:
    """One turn."""

    turn_id: UUID
    text: str
    is_host: bool = False
    """Who asks gives no evidence."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A skill or a requirement that is looked for, under any of its names."""

    kind: EvidenceKind
    about: str
    names: tuple[str, ...]
    skill_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One quote."""

    id: UUID
    turn_id: UUID
    kind: EvidenceKind
    about: str
    start: int
    """Offset in the turn's text; `end` is exclusive."""
    end: int
    quote: str
    skill_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of something sought, as stems."""

    stems: tuple[str, ...]
    sought: Sought


def evidence_in(turns: Sequence[Said], sought: Sequence[Sought], language: str = "en") -> list[Piece]:
    """The evidence of an interview, in the order in which it was said. The same turns give the same pieces."""
    lexemes = lexicon(language, language)
    names = [
        _Name(tuple(term.stem for term in lexemes.terms(words)), one)
        for one in sought
        for name in dict.fromkeys(one.names)
        if (words := [match.lower() for match in _TOKEN.findall(name)])
    ]
    found: dict[UUID, Piece] = {}
    for turn in turns:
        if turn.is_host:
            continue
        for piece in _of_turn(turn, names, lexemes, language):
            found.setdefault(piece.id, piece)
            if len(found) == MOST:
                return list(found.values())
    return list(found.values())


def _of_turn(turn: Said, names: Sequence[_Name], lexemes: Lexicon, language: str) -> Iterator[Piece]:
    for first, last in sentences(turn.text):
        sentence = turn.text[first:last]
        for name, start, end in _named(sentence, names, lexemes):
            one = name.sought
            yield _piece(turn, one.kind, one.about, (first, last), (first + start, first + end), one.skill_id)
        for kind, place in (
            (EvidenceKind.NUMBER, cues.counted(sentence)),
            (EvidenceKind.OWNERSHIP, cues.own_act(sentence, language)),
        ):
            if place is not None:
                yield _piece(turn, kind, "", (first, last), (first + place[0], first + place[1]))


def _named(sentence: str, names: Sequence[_Name], lexemes: Lexicon) -> Iterator[tuple[_Name, int, int]]:
    """What is named in a sentence, each once, where it is named first."""
    tokens = list(_TOKEN.finditer(sentence))
    stems = [term.stem for term in lexemes.terms([token.group().lower() for token in tokens])]
    told: set[tuple[EvidenceKind, str]] = set()
    for name in names:
        key = (name.sought.kind, name.sought.about)
        size = len(name.stems)
        places = range(len(stems) - size + 1) if key not in told else ()
        at = next((at for at in places if tuple(stems[at : at + size]) == name.stems), None)
        if at is not None:
            told.add(key)
            yield name, tokens[at].start(), tokens[at + size - 1].end()


def _piece(
    turn: Said,
    kind: EvidenceKind,
    about: str,
    sentence: tuple[int, int],
    place: tuple[int, int],
    skill_id: UUID | None = None,
) -> Piece:
    start, end = _readable(turn.text, sentence, place)
    key = f"evidence:{turn.turn_id}:{kind}:{about.casefold()}:{start}"
    return Piece(uuid5(NAMESPACE, key), turn.turn_id, kind, about, start, end, turn.text[start:end], skill_id)


def _readable(text: str, sentence: tuple[int, int], place: tuple[int, int]) -> tuple[int, int]:
    """The sentence, or of a long one whole words around the place."""
    first, last = sentence
    if last - first <= LONGEST_QUOTE:
        return first, last
    start, end = max(first, place[0] - AROUND), min(last, place[1] + AROUND)
    if start > first:
        blank = text.find(" ", start, place[0])
        start = blank + 1 if blank >= 0 else place[0]
    if end < last:
        blank = text.rfind(" ", place[1], end)
        end = blank if blank >= 0 else place[1]
    return start, end


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the blanks around it."""
    first = 0
    for stop, after in (
        *((m.start(), m.end()) for m in _SENTENCE_END.finditer(text)),
        (len(text), len(text)),
    ):
        start, end = first, stop
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            yield start, end
        first = after
