"""What people may want to see of a score: the text with its evidence marked, and what would change the rank. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from domain.ports import Evidence, RequirementMatch
from domain.score_record import points

_FULL = 100.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the masked text. `about` names what it is evidence for; empty: for nothing."""

    text: str
    about: tuple[str, ...] = ()


def pieces(text: str, evidence: Iterable[Evidence]) -> list[Piece]:
    """The whole text in order, cut where evidence begins and ends; places outside of the text do not count."""
    places = [place for place in evidence if 0 <= place.start < place.end <= len(text)]
    cuts = sorted({0, len(text), *(p.start for p in places), *(p.end for p in places)})
    opening: dict[int, list[Evidence]] = {}
    for place in places:
        opening.setdefault(place.start, []).append(place)
    found = []
    live: list[Evidence] = []
    for start, end in pairwise(cuts):
        live = [place for place in live if place.end > start] + opening.get(start, [])
        about = dict.fromkeys(place.about for place in live)
        found.append(Piece(text[start:end], tuple(about)))
    return found


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What one unmet requirement is worth: the score if it were met, everything else being the same."""

    requirement: str
    kind: str
    must: bool
    score: Decimal


def what_ifs(score: Decimal, requirements: Sequence[RequirementMatch]) -> list[WhatIf]:
    """One per requirement that is not fully met and would raise the score, the most first."""
    found = [
        WhatIf(match.requirement, match.kind, match.must, points(min(_FULL, float(score) + match.gain)))
        for match in requirements
        if match.gain > 0
    ]
    return sorted((one for one in found if one.score > score), key=lambda one: -one.score)
