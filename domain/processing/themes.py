"""Themes: what comes up over all interviews of a job. Grouped by rule; the same evidence gives the same themes."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from domain.identifiers import NAMESPACE
from domain.language.terms import lexicon, words_of
from domain.processing.vocabulary import EvidenceKind, ThemeKind

MOST_WORDS = 12
"""Themes that are made from words alone; beyond them nobody reads on."""
FEWEST_INTERVIEWS = 2
"""A word counts when several people use it: one person's favourite word is no theme."""
SHORTEST = 4
"""Characters of a stem."""
TELLING = 7.6
"""Least weight of a word: what stands more often than once in 10,000 words of anybody ("wrote", "found") tells nothing
about a job. Function words begin at `domain.language.terms.STOP_WEIGHT`, far below."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One piece of evidence."""

    id: UUID
    interview_id: UUID
    kind: EvidenceKind
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of quotes."""

    id: UUID
    key: str
    name: str
    kind: ThemeKind
    quotes: frozenset[UUID] = field(default_factory=frozenset)
    interviews: frozenset[UUID] = field(default_factory=frozenset)


def themes_of(job_id: UUID, quotes: Sequence[Quote], language: str = "en") -> list[Theme]:
    """The themes of a job: those that most interviews share first, then by name.

    What one person says in the same words counts once in a theme, though it be evidence of several skills or be
    said again.

    Skills and requirements that were spoken about are themes as they are; words join when two interviews use them and
    no skill or requirement says the same.
    """
    groups: dict[str, list[Quote]] = defaultdict(list)
    names: dict[str, tuple[str, ThemeKind]] = {}
    skills = {quote.about.casefold() for quote in quotes if quote.kind is EvidenceKind.SKILL}
    for quote in sorted(quotes, key=lambda one: one.id):
        kind = _KINDS.get(quote.kind)
        if kind is None or (kind is ThemeKind.REQUIREMENT and quote.about.casefold() in skills):
            continue
        key = f"{kind}:{quote.about.casefold()}"
        names.setdefault(key, (quote.about, kind))
        groups[key].append(quote)
    taken = {stem for key in names for stem in _stems(names[key][0], language)}
    for stem, name, used in _words(quotes, taken, language):
        key = f"{ThemeKind.WORD}:{stem}"
        names[key] = (name, ThemeKind.WORD)
        groups[key] = used
    themes = [_theme(job_id, key, names[key], _once(group)) for key, group in groups.items()]
    return sorted(themes, key=lambda theme: (-len(theme.interviews), -len(theme.quotes), theme.key))


_KINDS: Mapping[EvidenceKind, ThemeKind] = {
    EvidenceKind.SKILL: ThemeKind.SKILL,
    EvidenceKind.REQUIREMENT: ThemeKind.REQUIREMENT,
}


def _once(group: Sequence[Quote]) -> list[Quote]:
    """The first of what was said by one person in the same words. The group is in order of ids."""
    first: dict[tuple[UUID, str], Quote] = {}
    for quote in group:
        first.setdefault((quote.interview_id, quote.text.casefold()), quote)
    return list(first.values())


def _theme(job_id: UUID, key: str, name: tuple[str, ThemeKind], group: Sequence[Quote]) -> Theme:
    return Theme(
        id=uuid5(NAMESPACE, f"theme:{job_id}:{key}"),
        key=key,
        name=name[0],
        kind=name[1],
        quotes=frozenset(quote.id for quote in group),
        interviews=frozenset(quote.interview_id for quote in group),
    )


def _stems(text: str, language: str) -> list[str]:
    return [term.stem for term in lexicon(language, language).terms(words_of(text))]


def _words(quotes: Sequence[Quote], taken: set[str], language: str) -> list[tuple[str, str, list[Quote]]]:
    """Stems that several interviews use, with the form that people read, strongest first."""
    lexemes = lexicon(language, language)
    used: dict[str, list[Quote]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for quote in sorted(quotes, key=lambda one: one.id):
        words = words_of(quote.text)
        stems = set()
        for word, term in zip(words, lexemes.terms(words), strict=True):
            if term.weight < TELLING or len(term.stem) < SHORTEST or term.stem in taken:
                continue
            forms[term.stem][word] += 1
            stems.add(term.stem)
        for stem in sorted(stems):
            used[stem].append(quote)
    spread = {stem: len({quote.interview_id for quote in group}) for stem, group in used.items()}
    best = sorted(
        (stem for stem in used if spread[stem] >= FEWEST_INTERVIEWS),
        key=lambda stem: (-spread[stem], -len(_once(used[stem])), stem),
    )
    named = [
        (stem, min(forms[stem].items(), key=lambda form: (-form[1], form[0]))[0])
        for stem in best[:MOST_WORDS]
    ]
    return [(stem, name, used[stem]) for stem, name in named]
