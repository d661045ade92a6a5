"""Looking for requirements in a resume: how far each is met, and the place that shows it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from domain.language.languages import detect
from domain.language.quotes import quote_around
from domain.language.terms import MAX_CHARS, STOP_WEIGHT, Lexicon, lexicon
from domain.ports import Evidence
from domain.requirements.extract import EQUIVALENT
from domain.requirements.licences import pattern_of
from domain.requirements.model import Kind, Requirement, Requirements
from domain.requirements.schooling import highest_held
from domain.requirements.spoken import Spoken, at_least, languages_in
from domain.resume import months_where, read_resume

SHOWN, LISTED = 1.0, 0.6
"""A skill with work behind it, and one that stands in a list of skills only."""

UNNAMED_LEVEL, LOWER_LEVEL = 0.7, 0.4
"""A language without the level that is asked for, and one with a lower level."""

WRITTEN_IN = 0.8
"""A language that the resume is written in but does not name."""

EQUIVALENT_MONTHS = 60
"""So much work stands for a degree where the advertisement takes equivalent experience."""

STEP_BELOW = 0.4
"""What each level below the education that is asked for takes away."""

OTHER_WORK = 0.5
"""Years of other work count half where the resume never names what they are to be of."""

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_LIST_HEADING = re.compile(
    r"(?im)^[^\S\n]*(?:#+ *)?(?:(?:technical|key|core|professional|computer|it|soft|additional|areas of"
    r"|relevant) )*"
    r"(?:skills?(?: (?:summary|highlights|set))?|highlights|expertise|competenc(?:y|ies)|technologies"
    r"|tools|core qualifications|kenntnisse|fähigkeiten|edv-kenntnisse|it-kenntnisse"
    r"|compétences(?: techniques)?|habilidades|competencias|competências|conocimientos|aptitudes"
    r"|conhecimentos)[^\S\n]*(?::|$)"
)
_HEADING = re.compile(
    r"(?im)^[^\S\n]*(?:#+ *)?(?:(?:work|professional|relevant|employment|career) )*(?:experience|history"
    r"|employment|education|projects?|summary|profile|languages|certifications?|awards|references"
    r"|publications|interests|accomplishments"
    r"|berufserfahrung|berufspraxis|werdegang|ausbildung|studium|projekte|sprachen"
    r"|expérience\w*(?: professionnelle\w*)?|formation|langues|projets|experiencia(?: \w+)?|formación"
    r"|educación|idiomas|proyectos|experiência(?: \w+)?|formação|projetos)[^\S\n]*:?[^\S\n]*$"
)
_COMMON_WORD = 6.5
"""Weight below which a short name is also an everyday word: "Go", "R", "It". Then capitals decide."""

_SHORT = 4
_MOST_WORDS = 40_000
_RANGE = re.compile(r"\b(?:19[5-9]|20[0-6])\d\b")


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one requirement in one resume."""

    requirement: Requirement
    met: float
    """0 (nothing found) to 1 (fully met)."""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class ResumeFacts:
    """What somebody else read from the resume already; None: it is read here."""

    months: int | None = None
    """Months of dated experience, overlaps counted once."""
    lists: Sequence[tuple[int, int]] | None = None
    """Places of lists of skills (start, end in code points of the masked text)."""
    months_of: Mapping[str, int] | None = None
    """Months of experience by subject, for the subjects of the requirements where known."""


def match(requirements: Requirements, resume: str, facts: ResumeFacts | None = None) -> tuple[Found, ...]:
    """Look for every requirement in a masked resume, in the order of the requirements. Pure."""
    if not requirements.items:
        return ()
    facts = facts or ResumeFacts()
    read = _Resume(resume[:MAX_CHARS], facts)
    prepared = prepare(requirements, read.language)
    read.index(prepared.first_stems)
    return tuple(_found(item, ways, read) for item, ways in prepared.items)


@dataclass(frozen=True, slots=True)
class _Way:
    """One phrase that meets a requirement, as stems in order."""

    text: str
    stems: tuple[str, ...]
    is_cased: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A job's requirements in the stems of one language."""

    items: tuple[tuple[Requirement, tuple[_Way, ...]], ...]
    first_stems: frozenset[str]
    """With which the phrases begin."""


@lru_cache(maxsize=1024)
def prepare(requirements: Requirements, language: str) -> Prepared:
    """The phrases of a job's requirements in the stems of one language; read once per job."""
    lexemes = lexicon(language, language)
    items = tuple((item, tuple(_ways(item, lexemes))) for item in requirements.items)
    return Prepared(items, frozenset(way.stems[0] for _, ways in items for way in ways))


def _ways(item: Requirement, lexemes: Lexicon) -> Iterator[_Way]:
    texts = item.alternatives if item.kind is Kind.EXPERIENCE else (item.text, *item.alternatives)
    for text in dict.fromkeys(texts):
        words = [word[0] for word in _WORD.finditer(text)]
        terms = lexemes.terms([word.lower() for word in words])
        telling = [term for term in terms if term.weight >= STOP_WEIGHT] if len(terms) > 1 else terms
        if terms:
            is_cased = len(words) == 1 and len(words[0]) <= _SHORT and terms[0].weight < _COMMON_WORD
            yield _Way(
                text, tuple(term.stem for term in telling or terms), is_cased and not words[0].islower()
            )


class _Resume:
    """A resume, read once: stems with places, lists of skills."""

    def __init__(self, text: str, facts: ResumeFacts) -> None:
        self.text = text
        self.facts = facts
        self._words = list(islice(_WORD.finditer(text), _MOST_WORDS))
        lowered = [match[0].lower() for match in self._words]
        self.language = detect(lowered)
        terms = lexicon(self.language, self.language).terms(lowered)
        self._terms = terms
        self._places: dict[str, list[int]] = defaultdict(list)
        # Function words are left out on both sides: "management of projects" holds "management projects".
        self._kept = [i for i, term in enumerate(terms) if term.weight >= STOP_WEIGHT]
        self._stems = [terms[i].stem for i in self._kept]
        self._lists: Sequence[tuple[int, int]] | None = facts.lists
        self._months: int | None = facts.months
        self._spoken: dict[str, list[Spoken]] | None = None

    def index(self, stems: frozenset[str]) -> None:
        """Note where these stems stand; nothing else is looked for."""
        for i, term in enumerate(self._terms):
            if term.stem in stems:
                self._places[term.stem].append(i)

    def find(self, way: _Way) -> tuple[int, int, bool] | None:
        """The best place of a phrase: one outside lists of skills, else the first. True: in a list."""
        listed: tuple[int, int, bool] | None = None
        for start, end in self._occurrences(way):
            if not self._is_listed(start):
                return start, end, False
            listed = listed or (start, end, True)
        return listed

    def _occurrences(self, way: _Way) -> Iterator[tuple[int, int]]:
        if len(way.stems) == 1:
            for i in self._places.get(way.stems[0], ()):
                word = self._words[i]
                if not way.is_cased or word[0] == way.text:
                    yield word.start(), word.end()
            return
        n = len(way.stems)
        for i in self._places.get(way.stems[0], ()):
            at = bisect_left(self._kept, i)
            if tuple(self._stems[at : at + n]) == way.stems:
                yield self._words[self._kept[at]].start(), self._words[self._kept[at + n - 1]].end()

    def _is_listed(self, start: int) -> bool:
        if self._lists is None:
            self._lists = _lists(self.text)
        return any(a <= start < b for a, b in self._lists)

    @property
    def months(self) -> int:
        """Months of dated experience."""
        if self._months is None:
            self._months = months_where(read_resume(self.text), lambda _position: True)
        return self._months

    def spoken(self, code: str) -> list[Spoken]:
        """Places of a language."""
        if self._spoken is None:
            self._spoken = {}
            for one in languages_in(self.text):
                self._spoken.setdefault(one.code, []).append(one)
        return self._spoken.get(code, [])

    def quote(self, about: str, start: int, end: int) -> Evidence:
        """The line around a place, cut to a readable length."""
        left, right = quote_around(self.text, start, end)
        return Evidence(about, self.text[left:right], left, right)


def _lists(text: str) -> list[tuple[int, int]]:
    """Sections under a heading of skills, up to the next heading."""
    ends = [m.start() for m in _HEADING.finditer(text)]
    starts = [m.start() for m in _LIST_HEADING.finditer(text)]
    return [(start, next((end for end in ends if end > start), len(text))) for start in starts]


def _found(item: Requirement, ways: tuple[_Way, ...], resume: _Resume) -> Found:
    match item.kind:
        case Kind.EXPERIENCE:
            return _experience(item, ways, resume)
        case Kind.LANGUAGE:
            return _language(item, resume)
        case Kind.EDUCATION:
            return _education(item, resume)
        case Kind.LICENCE:
            return _licence(item, ways, resume)
        case Kind.SKILL:
            return _skill(item, ways, resume)


def _skill(item: Requirement, ways: tuple[_Way, ...], resume: _Resume) -> Found:
    places = [place for way in ways if (place := resume.find(way))]
    if not places:
        return Found(item, 0.0)
    start, end, is_listed = min(places, key=lambda place: place[2])
    return Found(item, LISTED if is_listed else SHOWN, resume.quote(item.text, start, end))


def _licence(item: Requirement, ways: tuple[_Way, ...], resume: _Resume) -> Found:
    pattern = pattern_of(item.text)
    hit = pattern.search(resume.text) if pattern else None
    if hit:
        return Found(item, 1.0, resume.quote(item.text, hit.start(), hit.end()))
    places = [place for way in ways if (place := resume.find(way))]
    return Found(item, 1.0, resume.quote(item.text, *places[0][:2])) if places else Found(item, 0.0)


def _experience(item: Requirement, ways: tuple[_Way, ...], resume: _Resume) -> Found:
    places = [place for way in ways if (place := resume.find(way))]
    known = resume.facts.months_of or {}
    of_subject = max((known[text] for text in item.alternatives if text in known), default=None)
    months = resume.months if of_subject is None else of_subject
    share = min(1.0, months / item.months) if item.months else 1.0
    if ways and not places and of_subject is None:
        share *= OTHER_WORK
    if not share:
        return Found(item, 0.0)
    if places:
        return Found(item, share, resume.quote(item.text, *places[0][:2]))
    year = _RANGE.search(resume.text)
    return Found(item, share, resume.quote(item.text, year.start(), year.end()) if year else None)


def _language(item: Requirement, resume: _Resume) -> Found:
    places = resume.spoken(item.language)
    if not places:
        return Found(item, WRITTEN_IN if resume.language == item.language else 0.0)
    best = max(places, key=lambda one: (at_least(one.level, item.level), bool(one.level)))
    if at_least(best.level, item.level):
        met = 1.0
    elif not best.level:
        met = WRITTEN_IN if resume.language == item.language else UNNAMED_LEVEL
    else:
        met = LOWER_LEVEL
    return Found(item, met, resume.quote(item.text, best.start, best.end))


def _education(item: Requirement, resume: _Resume) -> Found:
    held = highest_held(resume.text)
    met = max(0.0, 1.0 - STEP_BELOW * max(0, item.education - held.level)) if held else 0.0
    if EQUIVALENT in item.alternatives:
        met = max(met, min(1.0, resume.months / EQUIVALENT_MONTHS))
    return Found(item, round(met, 3), resume.quote(item.text, held.start, held.end) if held else None)
