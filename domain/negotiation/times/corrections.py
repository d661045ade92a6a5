"""Corrections: "I meant Thursday, not Wednesday". What was taken back is neither offered nor excluded."""

from collections.abc import Sequence

from domain.negotiation.times.days import Days
from domain.negotiation.times.groups import Group
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.pieces import EXCLUDED, MUTED, OFFERED, Piece


def correct(pieces: Sequence[Piece]) -> None:
    """Mute what a sentence takes back, inside that sentence; the corrected piece keeps what was right."""
    places = [n for n, piece in enumerate(pieces) if piece.has(Kind.CORRECT)]
    if not places:
        return
    place = next((n for n in reversed(places) if any(piece.filled for piece in pieces[n:])), places[0])
    meant = next((piece for piece in pieces[place:] if piece.filled), None)
    if meant is None:
        return
    before = [piece for piece in pieces[:place] if piece.filled]
    wrong = [piece for piece in pieces if piece is not meant and _is_denied(piece)]
    behind = [piece for piece in pieces[place:] if piece is not meant and piece not in wrong]
    timed = any(piece.times for piece in behind)
    for piece in (*wrong, *reversed(before)):
        if not meant.times and not timed and piece.times:
            meant.times = list(piece.times)
        if not meant.days and piece.days:
            meant.days = list(piece.days)
        piece.polarity = MUTED
    for piece in behind:
        if not piece.days and not piece.own:
            piece.polarity = OFFERED
    meant.polarity = OFFERED


def _is_denied(piece: Piece) -> bool:
    """ "not Wednesday" beside a correction."""
    return piece.filled and piece.own == EXCLUDED and piece.has(Kind.NOT) and not piece.has(Kind.CANNOT)


def replace_before(found: list[Group], new: Sequence[Group], pieces: Sequence[Piece]) -> None:
    """Take back earlier sentences: what was denied by name, else everything offered so far."""
    if not any(piece.has(Kind.CORRECT) for piece in pieces):
        return
    denied = [_name(days) for piece in pieces if _is_denied(piece) for days in piece.days]
    taken: list[Group] = []
    for group in list(found):
        if group.polarity != OFFERED:
            continue
        if not denied or any(_name(days) in denied for days in group.days):
            taken.append(group)
    single = len(taken) == 1 and len(taken[0].days) <= 1
    for group in taken:
        kept = [days for days in group.days if denied and _name(days) not in denied]
        if kept:
            group.days = kept
        else:
            found.remove(group)
    if single and new:
        new[0].times = new[0].times or taken[0].times
        new[0].days = new[0].days or taken[0].days


def _name(days: Days) -> tuple[object, ...]:
    return (days.sort, days.weekday, days.on, days.number)
