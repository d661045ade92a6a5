"""Skills: one concept, many names ("JS", "JavaScript"), and the group it belongs to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from domain.taxonomy.files import SKILLS, rows

_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Skill:
    """An ESCO skill of the pillars knowledge, computing and languages."""

    id: str
    group: str
    """Code of the narrowest group; a prefix of it is a wider one ("K0613" in "K061" in "K06")."""
    name: str
    labels: tuple[str, ...]
    """Other names, without the preferred one."""

    @property
    def names(self) -> tuple[str, ...]:
        """The preferred name without its gloss ("Python (computer programming)"), then the others."""
        return (self.name.split(" (")[0], *self.labels)


@cache
def skills() -> tuple[Skill, ...]:
    """All skills; about 3,500."""
    return tuple(
        Skill(row[0], row[1], row[2], tuple(filter(None, row[3].split("|")))) for row in rows(SKILLS)
    )


class SkillIndex:
    """Finds skills in a sequence of stems, longest name first."""

    def __init__(self, stems_of: Callable[[str], Sequence[str]]) -> None:
        """`stems_of` turns a name into stems the way that texts are turned into them."""
        self._by_stems: dict[tuple[str, ...], Skill] = {}
        preferred = ((skill, skill.names[0]) for skill in skills())
        others = ((skill, name) for skill in skills() for name in skill.names[1:])
        # A preferred name beats another skill's synonym.
        for skill, name in (*preferred, *others):
            key = tuple(stems_of(name))
            if key and len(key) <= _LONGEST:
                self._by_stems.setdefault(key, skill)

    def find(self, stems: Sequence[str]) -> Iterator[tuple[int, int, Skill]]:
        """Start, end (exclusive) and skill of each name, left to right, without overlaps."""
        at = 0
        while at < len(stems):
            for end in range(min(at + _LONGEST, len(stems)), at, -1):
                skill = self._by_stems.get(tuple(stems[at:end]))
                if skill is not None:
                    yield at, end, skill
                    at = end
                    break
            else:
                at += 1

    def named(self, stems: Sequence[str]) -> Skill | None:
        """The skill that has exactly this name."""
        return self._by_stems.get(tuple(stems))
