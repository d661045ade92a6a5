"""What may stand on a card, and what has to before it is handed in."""

from domain.errors import InvalidInputError
from domain.scorecards.model import DIMENSIONS, HIGHEST, LOWEST, Card, Point

LONGEST = {"justification": 4_000, "summary": 4_000, "notes": 8_000}
MOST_POINTS = 10
LONGEST_POINT = 500
LONGEST_EVIDENCE = 2_000


def checked(card: Card) -> Card:
    """The card without blanks at its edges and without empty points. A draft may lack anything.

    Raises InvalidInputError that names the field.
    """
    for name, value in card.ratings.items():
        if name not in DIMENSIONS:
            raise InvalidInputError(f"There is no dimension {name[:40]!r}.", field=name)
        if not LOWEST <= value <= HIGHEST:
            raise InvalidInputError(
                f"A rating goes from {LOWEST} to {HIGHEST}.",
                field=name,
                remedy="Leave it empty when it was not assessed.",
            )
    texts = {name: _text(getattr(card, name), name, longest) for name, longest in LONGEST.items()}
    return Card(
        ratings={name: card.ratings[name] for name in DIMENSIONS if name in card.ratings},
        recommendation=card.recommendation,
        strengths=_points(card.strengths, "strengths"),
        weaknesses=_points(card.weaknesses, "weaknesses"),
        **texts,
    )


def ready(card: Card) -> None:
    """Raises InvalidInputError, naming the first thing that a card lacks before it can be handed in."""
    if not card.ratings:
        raise InvalidInputError("No dimension is rated.", field=DIMENSIONS[0], remedy="Rate at least one.")
    if card.recommendation is None:
        raise InvalidInputError(
            "The recommendation is missing.", field="recommendation", remedy="Choose hire, no hire or maybe."
        )
    if not card.justification:
        raise InvalidInputError(
            "The justification is missing.",
            field="justification",
            remedy="Say in a sentence what the recommendation stands on.",
        )


def _points(points: tuple[Point, ...], name: str) -> tuple[Point, ...]:
    kept = []
    for point in points:
        text = _text(point.text, name, LONGEST_POINT)
        evidence = _text(point.evidence, name, LONGEST_EVIDENCE)
        if text:
            kept.append(Point(text, evidence, point.turn_id if evidence else None))
        elif evidence:
            raise InvalidInputError(
                "A quote stands alone.", field=name, remedy="Say what it shows, or remove the quote."
            )
    if len(kept) > MOST_POINTS:
        raise InvalidInputError(
            f"There are more than {MOST_POINTS} {name}.", field=name, remedy="Keep those that matter."
        )
    return tuple(kept)


def _text(value: str, name: str, longest: int) -> str:
    text = value.replace("\r\n", "\n").strip()
    if "\x00" in text or len(text) > longest:
        raise InvalidInputError(
            f"The text is longer than {longest} characters, or holds a zero character.",
            field=name,
            remedy="Shorten it.",
        )
    return text
