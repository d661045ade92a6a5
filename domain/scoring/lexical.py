"""The part of the score that stands on shared words.

relevance = cosine of (1 + ln tf) * idf vectors, job title boosted            (Salton, Buckley 1988)
title     = share of the title's words and word pairs that the resume holds: most in the title of the newest
            position, less in older ones and in running text                   (0..1)
coverage  = share of all the job's words, by weight, that the resume holds at all (0..1)
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from domain.scoring.held import PreparedResume
from domain.scoring.wanted import PreparedJob

_PAIR_FACTOR = 2.0
_IN_TEXT = 0.25
_SHORTEST_LENGTH = 120.0
_LONGEST_LENGTH = 500.0
"""Vector lengths: 98 of 100 real resumes lie above the shortest, 999 of 1,000 below the longest."""


@dataclass(frozen=True, slots=True)
class Words:
    """What shared words say."""

    relevance: float
    title: float
    coverage: float
    gains: Mapping[str, float]
    """What each shared stem adds to the relevance."""
    substance: float
    """1 for the length of a resume; less for a few words, which hold no evidence, and for a dictionary."""


def compare_words(job: PreparedJob, resume: PreparedResume) -> Words:
    """Relevance and title share, 0 to 1 each."""
    counts, weight_of = resume.counts, resume.weight_of
    length = resume.length or 1.0
    gains = {
        stem: weight * (1 + math.log(counts[stem])) * weight_of[stem] / length
        for stem, weight in job.weights.items()
        if stem in counts
    }
    return Words(
        relevance=sum(gains.values()),
        title=_title_share(job, resume),
        gains=gains,
        coverage=sum(job.weights[stem] for stem in gains) / (sum(job.weights.values()) or 1.0),
        substance=min(1.0, resume.length / _SHORTEST_LENGTH, _LONGEST_LENGTH / max(resume.length, 1.0)),
    )


def _title_share(job: PreparedJob, resume: PreparedResume) -> float:
    total = sum(job.title.values()) + _PAIR_FACTOR * sum(job.title_pairs.values())
    if not total:
        return 0.0
    counts = resume.counts
    share = sum(
        weight * max(resume.recent.get(stem, 0.0), _in_text(counts[stem]))
        for stem, weight in job.title.items()
    )
    wanted = [pair for pair in job.title_pairs if pair[0] in counts and pair[1] in counts]
    if wanted:
        pairs = dict.fromkeys(wanted, 0)
        for pair in pairwise(resume.stems):
            if pair in pairs:
                pairs[pair] += 1
        share += _PAIR_FACTOR * sum(
            job.title_pairs[pair] * max(resume.recent_pairs.get(pair, 0.0), _in_text(count))
            for pair, count in pairs.items()
        )
    return share / total


def _in_text(count: int) -> float:
    """Worth of a title word outside of titles: rises with repeats, never to that of a position held."""
    return _IN_TEXT * count / (count + 1)
