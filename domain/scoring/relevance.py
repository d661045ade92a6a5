"""The scorer: relevance first, evidence for everything, and parts that only nudge."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from importlib.metadata import version

from domain.layout import plain
from domain.masking import MOST_CHARACTERS, Masked, mask
from domain.masking import VERSION as MASKING
from domain.ports import FitScore, JobText, RequirementMatch
from domain.requirements import Found
from domain.scoring.asked import UNKNOWN, Asked, asked_of, found_in, share_met, weight_of
from domain.scoring.evidence import evidence_of, summary_of
from domain.scoring.held import prepare_resume
from domain.scoring.lexical import Words, compare_words
from domain.scoring.seniority import distance
from domain.scoring.wanted import PreparedJob, prepare_job
from domain.stuffing import inspect, prepare_advert
from domain.taxonomy import ConceptSpace, Weights, fingerprint

_FEWEST_WORDS = 30
"""Real resumes have hundreds."""

_DATA_PACKAGES = ("snowballstemmer", "wordfreq")
"""Packages whose tables of words and stems go into every score."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """Weights of the parts and the shape of the final map; docs/scoring.md shows what each brings."""

    title: float = 0.7
    coverage: float = 0.3
    occupation: float = 0.6
    stated: float = 0.2
    """Share of the requirements met, where people stated them."""
    extracted: float = 0.1
    """The same, where they were only read from the advertisement."""
    seniority: float = 0.1
    half: float = 0.375
    half_by_words: float = 0.325
    """The middle of the curve in languages that the taxonomy of occupations does not speak."""
    steep: float = 3.75


@dataclass(frozen=True, slots=True)
class Parts:
    """What was compared, before weighing."""

    words: Words
    occupation: float | None
    """None in a language that the taxonomy does not speak."""
    met: float
    is_stated: bool
    distance: float


class RelevanceScorer:
    """Scores by words, occupations, recent positions and requirements. Without state; safe in threads."""

    name = "relevance-2"

    def __init__(self, parameters: Parameters | None = None) -> None:
        """`parameters`: other weights, for measuring what each part brings."""
        self._weigh = parameters or Parameters()
        # All that a score depends on beside the code, which the name stands for.
        data = [fingerprint(), *(f"{name} {version(name)}" for name in _DATA_PACKAGES)]
        values = repr((sorted(asdict(self._weigh).items()), data))
        self.parameters = f"{hashlib.sha256(values.encode()).hexdigest()[:12]} {MASKING}"

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        """Fit of one resume to one job, 0 to 100, with components (0 to 100 each), evidence and a summary.

        Never raises on any text. The resume is masked first; of a masked one nothing is left to mask, so that
        offsets of the evidence refer to the masked text. Copies of the advertisement do not count.
        """
        masked = masked_text(resume)
        stuffing = inspect(prepare_advert(job.title, job.description), masked)
        counted = _without(masked, stuffing.discounted)
        asked = asked_of(job)
        wanted = prepared_job(job, asked)
        held = prepare_resume(counted, wanted.language, as_of)
        found = found_in(asked, counted, held)
        parts = Parts(
            words=compare_words(wanted, held),
            occupation=_similarity(wanted.concepts, held.concepts),
            met=share_met(found),
            is_stated=asked.is_stated,
            distance=distance(wanted.level, held.level),
        )
        return FitScore(
            score=self._points(parts),
            components=components_of(parts),
            evidence=evidence_of(masked, held, parts.words.gains),
            summary=summary_of(held, found),
            scorer=self.name,
            parameters=self.parameters,
            requirements=self._matches(parts, found),
            notices=(*stuffing.notices, *_about_length(resume)),
        )

    def _points(self, parts: Parts) -> float:
        """The score: a weighted sum of the parts, mapped to 0 to 100 by one fixed curve for every job."""
        weigh, words = self._weigh, parts.words
        raw = (
            words.relevance
            + weigh.title * words.title
            + weigh.coverage * words.coverage
            + weigh.occupation * (parts.occupation or 0.0)
        )
        half = weigh.half_by_words if parts.occupation is None else weigh.half
        # Parts that only nudge: without any relevance they lift nobody.
        nudge = (weigh.stated if parts.is_stated else weigh.extracted) * (parts.met - UNKNOWN)
        nudge -= weigh.seniority * parts.distance
        raw = max(0.0, raw + nudge * min(1.0, raw / half)) * words.substance
        share: float = raw**weigh.steep / (raw**weigh.steep + half**weigh.steep)
        return round(100 * share, 4)

    def _matches(self, parts: Parts, found: Sequence[Found]) -> tuple[RequirementMatch, ...]:
        now = self._points(parts)
        total = sum(map(weight_of, found))
        matches: list[RequirementMatch] = []
        for one in found:
            better = replace(parts, met=parts.met + (1 - one.met) * weight_of(one) / total)
            asked = one.requirement
            gain = round(self._points(better) - now, 2)
            matches.append(
                RequirementMatch(asked.text, asked.kind.value, asked.must, one.met, gain, one.evidence)
            )
        return tuple(matches)


def components_of(parts: Parts) -> dict[str, float]:
    """The parts as people read them, 0 to 100 each."""
    return {
        "relevance": _percent(parts.words.relevance),
        "title": _percent(parts.words.title),
        "coverage": _percent(parts.words.coverage),
        **({} if parts.occupation is None else {"occupation": _percent(parts.occupation)}),
        "requirements": _percent(parts.met),
        "seniority": _percent(1 - parts.distance),
    }


def _about_length(resume: str) -> tuple[str, ...]:
    """A word about texts that are no resume, or more than one."""
    if len(resume) > MOST_CHARACTERS:
        return (f"Only the first {MOST_CHARACTERS:,} of {len(resume):,} characters were read.",)
    words = len(resume.split())
    if words >= _FEWEST_WORDS:
        return ()
    return (f"The text holds only {words} words." if words else "There is no text to score.",)


@lru_cache(maxsize=8)
def masked_text(resume: str) -> str:
    """The masked copy. The small cache serves many jobs that meet one resume in turn."""
    return record_of(resume).text


def record_of(resume: str, known: Sequence[str] = ()) -> Masked:
    """The input of record: columns in reading order, and nothing that tells who the person is.

    `known` are names that the application states. The record of a record is itself.
    """
    return mask(plain(resume), known)


def prepared_job(job: JobText, asked: Asked) -> PreparedJob:
    """The job, read once; what people stated as required weighs more than other words."""
    stated = tuple(item.text for item in asked.requirements.items) if asked.is_stated else ()
    return prepare_job(job.title, job.description, stated)


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with blanks where it must not count; places stay where they are."""
    for start, end in spans:
        blank = "".join(c if c == "\n" else " " for c in text[start:end])
        text = text[:start] + blank + text[end:]
    return text


def _similarity(one: Weights | None, other: Weights | None) -> float | None:
    return None if one is None or other is None else ConceptSpace.similarity(one, other)


def _percent(share: float) -> float:
    return round(100 * min(1.0, max(0.0, share)), 1)
