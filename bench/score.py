"""Figure `score`: resumes per minute and core, text in hand."""

import json
import math
import random
import re
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.figures import Figure, Goal
from domain.errors import UnreadableResumeError
from domain.ports import JobText
from domain.scoring import RelevanceScorer
from integrations.resume_text import BoundedResumeReader

GOAL_PER_MINUTE = 3000.0
TEXTS = 1500
TEXTS_QUICK = 300
BLENDED = 4
"""Resumes that are mixed into one: as long as real ones (four to five thousand characters)."""
CORPUS = Path(__file__).resolve().parent.parent / "demo" / "jobs"
NUMBER = re.compile(r"\d+")
WORD = re.compile(r"\w+")


async def measure_score(*, quick: bool) -> Figure:
    """Score every text against its job in this process; then merely split and count the words of the same."""
    pairs = _mixed(await _readable(), TEXTS_QUICK if quick else TEXTS)
    scorer = RelevanceScorer()
    for job, resume in pairs[:30]:
        scorer.score(job, resume)
    cpu, wall = time.process_time(), time.perf_counter()
    for job, resume in pairs:
        scorer.score(job, resume)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    floor = time.process_time()
    for _, resume in pairs:
        Counter(resume.lower().split())
    floor = time.process_time() - floor
    plain = time.process_time()
    _tf_idf(pairs)
    plain = time.process_time() - plain
    return Figure(
        name="score",
        what="resumes scored in a minute of one core's time, text in hand, each text new to the scorer",
        unit="resumes/min",
        value=round(60 * len(pairs) / cpu),
        goal=Goal(GOAL_PER_MINUTE, at_least=True),
        floor=round(60 * len(pairs) / floor),
        floor_is="splitting the same texts into words and counting them (str.lower().split(), Counter)",
        today="100 per minute",
        detail={
            "texts": len(pairs),
            "characters_each": round(sum(len(resume) for _, resume in pairs) / len(pairs)),
            "by_wall_clock": round(60 * len(pairs) / wall),
            "plain_tf_idf": round(60 * len(pairs) / plain),
        },
    )


def _tf_idf(pairs: Sequence[tuple[JobText, str]]) -> list[float]:
    """Plain TF-IDF over the same texts: no masking, no reading, no reasons, and scores that change with the pile."""
    resumes = [Counter(WORD.findall(resume.lower())) for _, resume in pairs]
    spread = Counter(word for counts in resumes for word in counts)
    rarity = {word: math.log(len(resumes) / n) for word, n in spread.items()}
    jobs = {id(job): Counter(WORD.findall(f"{job.title} {job.description}".lower())) for job, _ in pairs}
    return [_cosine(jobs[id(job)], counts, rarity) for (job, _), counts in zip(pairs, resumes, strict=True)]


def _cosine(one: Counter[str], other: Counter[str], rarity: Mapping[str, float]) -> float:
    left = {word: (1 + math.log(n)) * rarity.get(word, 0.0) for word, n in one.items()}
    right = {word: (1 + math.log(n)) * rarity[word] for word, n in other.items()}
    length = math.hypot(*left.values()) * math.hypot(*right.values())
    return (
        sum(weight * right[word] for word, weight in left.items() if word in right) / length
        if length
        else 0.0
    )


async def _readable() -> list[tuple[JobText, list[str]]]:
    """The demo's jobs with the texts of the resumes that can be read."""
    reader = BoundedResumeReader()
    return [await _read_job(reader, folder) for folder in sorted(CORPUS.iterdir()) if folder.is_dir()]


async def _read_job(reader: BoundedResumeReader, folder: Path) -> tuple[JobText, list[str]]:
    said = json.loads((folder / "job.json").read_text("utf-8"))
    texts = []
    for file in sorted((folder / "applications").iterdir()):
        try:
            texts.append((await reader.read(file.name, file.read_bytes())).text)
        except UnreadableResumeError:
            continue  # broken on purpose: the demo shows what becomes of those
    return JobText(said["title"], said["description"], said["requirements"]), texts


def _mixed(jobs: Sequence[tuple[JobText, list[str]]], count: int) -> list[tuple[JobText, str]]:
    """New resumes out of old ones: the lines of some of one job, with other numbers, the same each time."""
    chance = random.Random(1)
    pairs = []
    for n in range(count):
        job, texts = jobs[n % len(jobs)]
        lines = [line for text in chance.sample(texts, BLENDED) for line in text.splitlines()]
        kept = [line for line in lines if chance.random() < 0.7]
        resume = NUMBER.sub(lambda found: str(chance.randint(1, 9)) + found[0][1:], "\n".join(kept))
        pairs.append((job, f"{resume}\nReference {n}"))
    return pairs
