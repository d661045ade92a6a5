"""Personas: groups of interviewed people by what their evidence has in common, named by it. By rule.

Grouping people is delicate: a job asks for it by name, nobody's rank, status or seat depends on a group, and a group
says only what its members spoke about most. One person alone is no group.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from domain.identifiers import NAMESPACE
from domain.processing.themes import Quote, Theme
from domain.processing.vocabulary import EvidenceKind, ThemeKind

FEWEST_MEMBERS = 2
TELLING_SHARE = 0.3
"""A habit is told when so many of a person's quotes show it."""

HABITS: Sequence[tuple[EvidenceKind, str]] = (
    (EvidenceKind.NUMBER, "tells results in figures"),
    (EvidenceKind.OWNERSHIP, "tells what they did themselves"),
)


@dataclass(frozen=True, slots=True)
class Persona:
    """A group."""

    id: UUID
    key: str
    name: str
    traits: tuple[str, ...]
    members: tuple[UUID, ...]
    """Interviews, in a fixed order."""


def personas_of(job_id: UUID, themes: Sequence[Theme], quotes: Sequence[Quote]) -> list[Persona]:
    """The groups of a job, the largest first. An interview is in one group at most; the same evidence, the same groups.

    Who speaks most about one thing and has a telling habit is grouped by both; groups of one are dissolved into the
    group of the thing alone, and whoever is still alone is in none.
    """
    strongest = _strongest(themes, quotes)
    habits = _habits(quotes)
    fine: dict[tuple[Theme, str], list[UUID]] = defaultdict(list)
    for interview, theme in sorted(strongest.items()):
        fine[theme, habits.get(interview, "")].append(interview)
    groups: dict[tuple[Theme, str], list[UUID]] = defaultdict(list)
    for (theme, habit), members in fine.items():
        groups[(theme, habit) if len(members) >= FEWEST_MEMBERS else (theme, "")].extend(members)
    made = [
        _persona(job_id, theme, habit, sorted(members))
        for (theme, habit), members in groups.items()
        if len(members) >= FEWEST_MEMBERS
    ]
    return sorted(made, key=lambda persona: (-len(persona.members), persona.key))


def _persona(job_id: UUID, theme: Theme, habit: str, members: Sequence[UUID]) -> Persona:
    traits = (f"speaks most about {theme.name}", *([habit] if habit else []))
    key = f"{theme.key}|{habit}"
    name = f"{theme.name}, {habit}" if habit else theme.name
    return Persona(uuid5(NAMESPACE, f"persona:{job_id}:{key}"), key, name, traits, tuple(members))


def _strongest(themes: Sequence[Theme], quotes: Sequence[Quote]) -> Mapping[UUID, Theme]:
    """The skill or requirement that each interview has most quotes for; of equals the one more interviews share."""
    whose = {quote.id: quote.interview_id for quote in quotes}
    counts: dict[UUID, Counter[int]] = defaultdict(Counter)
    known = [theme for theme in themes if theme.kind is not ThemeKind.WORD]
    for place, theme in enumerate(known):
        for quote in theme.quotes:
            if quote in whose:
                counts[whose[quote]][place] += 1
    return {
        interview: known[min(places, key=lambda place: (-places[place], place))]
        for interview, places in counts.items()
    }


def _habits(quotes: Sequence[Quote]) -> Mapping[UUID, str]:
    """The most telling habit of each interview, if any."""
    kinds: dict[UUID, Counter[EvidenceKind]] = defaultdict(Counter)
    for quote in quotes:
        kinds[quote.interview_id][quote.kind] += 1
    found = {}
    for interview, counted in kinds.items():
        kind, habit = max(HABITS, key=lambda one: counted[one[0]])
        if counted[kind] >= TELLING_SHARE * counted.total():
            found[interview] = habit
    return found
