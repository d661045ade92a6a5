"""How far the level of a job lies from the level of the last position, in both directions.

Levels follow the usual career ladder of advertisements; a title without a level word is an ordinary
position. Too senior is a distance as well: it counts half, since people may step down by choice.
"""

from collections.abc import Iterable

ORDINARY = 2
_LADDER: tuple[tuple[int, str], ...] = (
    (0, "intern trainee apprentice praktikant werkstudent azubi stagiaire becario practicante estagiário"),
    (1, "junior assistant helper aide jr graduate entry aprendiz auxiliar débutant"),
    (3, "senior sr lead principal supervisor experienced confirmé sénior leitend"),
    (4, "manager head leiter leiterin responsable gerente jefe jefa coordenador chef"),
    (5, "director directeur directrice direktor directora diretor vp president"),
    (6, "chief ceo cto cfo coo cio executive geschäftsführer founder owner"),
)
_LEVEL_OF = {word: level for level, words in _LADDER for word in words.split()}
_WIDEST = 4
_TOO_SENIOR = 0.5


def level_of(words: Iterable[str]) -> int:
    """The level that a title names: the highest one, except that an assistant manager is a manager's step below.

    `words` in lower case. ORDINARY when no word names a level.
    """
    levels = [_LEVEL_OF[word] for word in words if word in _LEVEL_OF]
    if not levels:
        return ORDINARY
    return max(levels) - (1 if min(levels) <= 1 < max(levels) else 0)


def distance(wanted: int, held: int | None) -> float:
    """0 for the same level up to 1 for four steps below; half of that above. 0 when nothing is known."""
    if held is None:
        return 0.0
    steps = min(_WIDEST, abs(held - wanted)) / _WIDEST
    return steps if held < wanted else steps * _TOO_SENIOR
