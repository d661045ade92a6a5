"""Interviews to judge, and what is known before them."""

from datetime import UTC, datetime, timedelta

from domain.insights import Background, Planned, Said
from domain.insights.model import About, Claim

START = datetime(2026, 3, 2, 9, tzinfo=UTC)

BACKGROUND = Background(
    questions=(
        Planned("How did you use Python in production?", "Python"),
        Planned("Tell me about a conflict inside a team that you led.", "Leadership"),
        Planned("Which databases have you tuned, and how?", "PostgreSQL"),
    ),
    skills=("Python", "PostgreSQL", "Kubernetes", "Leadership"),
    must_skills=frozenset({"kubernetes"}),
    planned_skills=("Python", "PostgreSQL", "Leadership"),
    resume=(
        Claim(About.YEARS, "python", 3, "3 years of Python"),
        Claim(About.LANGUAGE, "de", 1, "German A2"),
        Claim(About.SINCE, "acme", 2018, ""),
        Claim(About.KNOWS, "postgresql", 1, "PostgreSQL"),
    ),
    employers=("Acme",),
    language="en",
    duration=timedelta(minutes=60),
)


def talk(*lines: tuple[str | None, str], minutes: float = 1) -> list[Said]:
    """Turns of host and guest, so many minutes apart."""
    return [
        Said(place, role, text, START + timedelta(minutes=minutes * (place - 1)))
        for place, (role, text) in enumerate(lines, 1)
    ]


def answer(text: str, question: str = "How did you use Python in production?") -> list[Said]:
    """One question and its answer."""
    return talk(("host", question), ("guest", text))
