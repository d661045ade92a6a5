"""Small jobs and the people who apply for them, made from a seed."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from demo.candidates import Person
from demo.corpus import DemoPerson, Fit, Temper
from demo.world import World

TEMPERS: Mapping[Temper, int] = {
    Temper.FAST: 4,
    Temper.SLOW: 1,
    Temper.DECLINES: 2,
    Temper.DECLINES_THEN_UNDOES: 1,
    Temper.SILENT: 2,
    Temper.WITHDRAWS: 2,
    Temper.NEGOTIATES: 2,
    Temper.NO_SHOW: 2,
}
"""How often a temper occurs."""
FIRST = (
    "Adalind",
    "Berengar",
    "Cosima",
    "Dankward",
    "Eluned",
    "Ferrand",
    "Gisela",
    "Hadewych",
    "Ivo",
    "Jorun",
)
LAST = ("Quarrelstone", "Vanterpool", "Wexcombe", "Yarborough", "Zellwecker", "Ostrander", "Umbriaco")
SKILLS = ("python", "postgresql", "kubernetes", "accounting", "negotiation", "typescript", "intensive care")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney")


@dataclass(frozen=True, slots=True)
class Applicant:
    """One application as it will be sent in."""

    person: Person
    resume: bytes


@dataclass(frozen=True, slots=True)
class SmallJob:
    """A job with 2 or 3 openings and some applicants for each."""

    title: str
    openings: int
    skills: tuple[str, ...]
    applicants: tuple[Applicant, ...]


def make_jobs(
    world: World, count: int, chance: random.Random, applicants: tuple[int, int] = (6, 8)
) -> list[SmallJob]:
    """Jobs with so many people of random temper, at least and at most; the same seed makes the same."""
    return [_job(world, number, chance, applicants) for number in range(count)]


def _job(world: World, number: int, chance: random.Random, size: tuple[int, int]) -> SmallJob:
    skills = tuple(chance.sample(SKILLS, 3))
    applicants = [_applicant(world, number, n, chance) for n in range(chance.randint(*size))]
    return SmallJob(f"Position {number:02}", chance.randint(2, 3), skills, tuple(applicants))


def _applicant(world: World, job: int, number: int, chance: random.Random) -> Applicant:
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)}-{chance.choice(LAST)}"
    email = f"{name.partition(' ')[0].lower()}.{job}.{number}@applicants.example"
    zone = chance.choice(ZONES)
    temper = chance.choices(list(TEMPERS), list(TEMPERS.values()))[0]
    skills = chance.sample(SKILLS, chance.randint(1, 4))
    years = chance.randint(1, 15)
    card = DemoPerson(Path(f"{job}-{number}.txt"), name, email, "en", ZoneInfo(zone), Fit.GOOD, temper)
    resume = (
        f"{name}\n{email}\n\nExperience\n"
        f"2009 - 2024: {years} years of daily work with {', '.join(skills)} at a company nobody has heard of\n"
        f"Private matter number {job}-{number} that only belongs into this resume and nowhere else\n"
    )
    return Applicant(Person(world, card), resume.encode())
