"""Two claims that cannot both be true. What may have an innocent reason is put as a question, never as a verdict."""

from domain.insights.model import About, Claim
from domain.requirements.model import CEFR

YEARS_APART, YEARS_RATIO = 2.0, 1.5
"""Years of experience disagree when they differ by at least two and by half as much again."""
TEAM_RATIO = 2.0
"""Sizes of a team disagree from twice as many on: people come and go."""
LEVELS_APART = 2
"""Levels of a language disagree from two steps of the European scale on: people judge themselves differently."""
DATES_APART = 2
"""Years of an employment disagree from two on: one is what rounding explains."""


def contradicts(said: Claim, other: Claim) -> bool:
    """Whether two claims about the same disagree."""
    if (said.about, said.subject) != (other.about, other.subject):
        return False
    low, high = sorted((said, other), key=lambda claim: claim.value)
    match said.about:
        case About.YEARS:
            return not low.at_least and (
                high.value - low.value >= YEARS_APART and high.value >= YEARS_RATIO * low.value
            )
        case About.TEAM:
            return high.value > low.value and high.value >= TEAM_RATIO * low.value
        case About.KNOWS:
            return low.value != high.value
        case About.LANGUAGE:
            return high.value - low.value >= LEVELS_APART
        case About.SINCE | About.UNTIL:
            return high.value - low.value >= DATES_APART


def in_words(said: Claim, other: Claim, name: str, *, from_resume: bool) -> tuple[str, str]:
    """What disagrees, and what to ask. `name` is the skill, language or employer as people write it."""
    where = "The resume says" if from_resume else "Earlier it was"
    match said.about:
        case About.YEARS:
            of = f" of {name}" if name else " of experience"
            return (
                f"{_number(said.value)} years{of} now. {where} {_number(other.value)}.",
                f"Ask from when to when{f' {name} was used' if name else ' that was'}.",
            )
        case About.TEAM:
            if not said.value:
                return (
                    f"Now has never led anybody. {where} a team of {_number(other.value)}.",
                    "Ask who reported to whom, and when.",
                )
            then = f"{where} {_number(other.value)}" if other.value else "Earlier had never led anybody"
            return (
                f"A team of {_number(said.value)} now. {then}.",
                "Ask whether these were two teams, and when.",
            )
        case About.KNOWS:
            now = f"Now knows {name}" if said.value else f"Now has not used {name}"
            then = "The resume lists it" if from_resume else f"Earlier {'had' if other.value else 'had not'}"
            return f"{now}. {then}.", f"Ask what was done with {name}, and when."
        case About.LANGUAGE:
            return (
                f"{name} at level {CEFR[int(said.value)]} now. {where} {CEFR[int(other.value)]}.",
                f"Continue a while in {name}.",
            )
        case About.SINCE | About.UNTIL:
            word = "from" if said.about is About.SINCE else "until"
            return (
                f"{word.capitalize()} {int(said.value)} at {name} now. {where} {int(other.value)}.",
                "Ask for the months of that position.",
            )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
