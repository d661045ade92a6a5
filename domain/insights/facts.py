"""What one turn holds, read once: pure, and kept for the next look at the same words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from domain.insights.claims import claims_in
from domain.insights.figures import Figure, figures_in
from domain.insights.lexicon import Lexicon, language_of, lexicon
from domain.insights.model import Claim

LONGEST_TEXT = 8_000
"""Characters of a turn that are read; speech without a pause of some ten minutes."""
INTERVIEWS_KEPT, TURNS_KEPT = 8, 1_000
"""Of so many interviews the facts of so many turns are kept in memory, so that a new turn costs a new turn."""
LONGEST_QUOTE = 240
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…](?=\w)[^.!?…\n]*)*[.!?…]*")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_STEM = 5
_CONTENT = 4
_SHORT_NAME = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a turn with its place in it."""

    text: str
    hedges: int
    vague: int
    figures: tuple[Figure, ...]
    is_own: bool
    """Says that the speaker did something."""
    skills: tuple[str, ...]
    denied: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands in one turn, without knowing any other."""

    words: int
    stems: frozenset[str]
    """First letters of the words that carry meaning; words of one root meet there."""
    language: str | None = None
    """None: not one whose words are known here, so nothing else was read."""
    sentences: tuple[Sentence, ...] = ()
    single: int = 0
    plural: int = 0
    is_unknowing: bool = False
    has_example: bool = False
    has_outcome: bool = False
    leads: bool = False
    plans: bool = False
    positive: int = 0
    negative: int = 0
    claims: tuple[Claim, ...] = ()

    @property
    def hedges(self) -> int:
        """Words that take back what is said."""
        return sum(one.hedges for one in self.sentences)

    @property
    def vague(self) -> int:
        """Words that stand for something unnamed."""
        return sum(one.vague for one in self.sentences)

    @property
    def figures(self) -> int:
        """Numbers with their units."""
        return sum(len(one.figures) for one in self.sentences)

    @property
    def is_own(self) -> bool:
        """Whether the speaker says what they did."""
        return any(one.is_own for one in self.sentences)


@dataclass(frozen=True, slots=True)
class Names:
    """Skills and employers to look for. Hashable, so that what was read with them can be kept."""

    skills: tuple[tuple[str, tuple[str, ...]], ...]
    """Each skill, lower-case, with every name it goes by."""
    employers: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, skills: tuple[str, ...], aliases: Mapping[str, tuple[str, ...]], employers: tuple[str, ...]
    ) -> "Names":
        """From the skills of a background; the first spelling of a skill counts."""
        found = {name.lower(): (name, *aliases.get(name, ())) for name in reversed(skills) if name.strip()}
        return cls(tuple(sorted(found.items())), employers)


@lru_cache(maxsize=INTERVIEWS_KEPT)
def reader(language: str | None, names: Names) -> Callable[[str], Facts]:
    """Reads turns of one interview; the same words are read once."""

    @lru_cache(maxsize=TURNS_KEPT)
    def read_again(text: str) -> Facts:
        return read(text, language, names)

    return read_again


def read(text: str, language: str | None, names: Names) -> Facts:
    """The facts of a turn. Of a language that is not known here only its length."""
    text = text[:LONGEST_TEXT]
    tokens = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    spoken = language if language is not None else language_of(tokens)
    words = lexicon(spoken) if spoken is not None else None
    stems = frozenset(token[:_STEM] for token in tokens if len(token) >= _CONTENT)
    if words is None:
        return Facts(len(tokens), stems)
    # Typographic apostrophes are written as typewriters do: the same length, so places stay.
    plain = text.replace("’", "'")
    sentences: list[Sentence] = []
    claims: list[Claim] = []
    for match in _SENTENCE.finditer(plain):
        start, end = _trimmed(plain, match.start(), match.end())
        if start == end:
            continue
        sentence = _sentence(text[start:end], plain[start:end], words, names)
        sentences.append(sentence)
        own = frozenset(sentence.skills) - sentence.denied if sentence.is_own else frozenset[str]()
        claims += claims_in(
            plain[start:end], words, sentence.skills, sentence.denied, own=own, employers=names.employers
        )
    return Facts(
        words=len(tokens),
        language=spoken,
        sentences=tuple(sentences),
        single=len(words.single.findall(plain)),
        plural=len(words.plural.findall(plain)),
        is_unknowing=words.unknowing.search(plain) is not None,
        has_example=words.example.search(plain) is not None,
        has_outcome=words.outcome.search(plain) is not None,
        leads=words.leading.search(plain) is not None,
        plans=words.strategy.search(plain) is not None,
        positive=len(words.positive.findall(plain)),
        negative=len(words.negative.findall(plain)),
        claims=tuple(claims),
        stems=stems,
    )


def names_in(text: str, names: Names) -> tuple[str, ...]:
    """The skills that a text names, lower-case."""
    return tuple(skill for skill, pattern in _patterns(names) if pattern.search(text))


def _sentence(text: str, plain: str, words: Lexicon, names: Names) -> Sentence:
    skills = names_in(plain, names)
    return Sentence(
        text=text,
        hedges=len(words.hedge.findall(plain)),
        vague=len(words.vague.findall(plain)),
        figures=tuple(figures_in(plain)),
        is_own=words.own_act.search(plain) is not None,
        skills=skills,
        denied=_denied(plain, words, names, skills),
    )


def _denied(plain: str, words: Lexicon, names: Names, skills: tuple[str, ...]) -> frozenset[str]:
    """The skills that a denial is about: named right behind it, before the sentence turns ("but")."""
    match = words.never_used.search(plain) if skills else None
    if match is None:
        return frozenset()
    behind = re.split(r"[,;]|(?<!\w)(?:but|aber|mais|pero|mas)(?!\w)", plain[match.end() :])[0]
    return frozenset(skill for skill, pattern in _patterns(names) if pattern.search(behind))


@lru_cache(maxsize=64)
def _patterns(names: Names) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((skill, _pattern(spellings)) for skill, spellings in names.skills)


def _pattern(spellings: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names as a whole word; one of up to three letters only as it is written ("Go", "R", "C++")."""
    parts = [
        re.escape(one) if len(one) <= _SHORT_NAME else f"(?i:{re.escape(one)})" for one in spellings if one
    ]
    return re.compile(rf"(?<![\w+#])(?:{'|'.join(parts)})(?![\w+#])")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def quote(sentence: str) -> str:
    """The sentence as evidence: word for word, a long one up to a blank."""
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    cut = sentence.rfind(" ", LONGEST_QUOTE // 2, LONGEST_QUOTE)
    return sentence[: cut if cut > 0 else LONGEST_QUOTE]
