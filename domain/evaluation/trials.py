"""The probes carried out on a scorer: what was measured, and whether it meets the goal."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from domain.evaluation.metrics import kendall_tau
from domain.evaluation.probes import NOISE, degenerate, identity_swaps, stuffed
from domain.evaluation.seeds import sample, seeded
from domain.ports import JobText, Scorer

TOP = 10
MOST_IN_TOP = 0.05
MOST_CLIMB = 0.02
LEAST_TAU = 0.97
LEAST_LIST = 40
"""Below so many resumes a place in the top 10 says nothing, and one place is more than the allowed climb."""
LEAST_NOISED = 10
_FULL = 100.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One probe of one kind."""

    probe: str
    variant: str
    passed: bool | None
    """None: not tested, the sentence says why."""
    sentence: str
    measured: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pool:
    """Jobs and resumes that the probes work with; every job meets every resume."""

    jobs: Mapping[str, JobText]
    resumes: Mapping[str, str]
    positives: frozenset[tuple[str, str]] = frozenset()
    """Pairs (job id, resume id) known to fit: never taken as a poor resume."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many resumes per job each probe takes. The defaults need some 4,000 scores with 8 jobs, 150 resumes."""

    swapped: int = 2
    stuffed: int = 6
    noised: int = 30


def try_all(scorer: Scorer, pool: Pool, size: Size | None = None) -> list[Finding]:
    """Every probe, always on the same resumes. `pool` holds at least one job and one resume."""
    size = size or Size()
    base = {
        job_id: {resume_id: scorer.score(job, text).score for resume_id, text in pool.resumes.items()}
        for job_id, job in pool.jobs.items()
    }
    return [
        *identity(scorer, pool, base, size.swapped),
        *stuffing(scorer, pool, base, size.stuffed),
        *noise(scorer, pool, base, size.noised),
        *broken(scorer, pool, base),
    ]


def identity(
    scorer: Scorer, pool: Pool, base: Mapping[str, Mapping[str, float]], per_job: int
) -> Iterator[Finding]:
    """Counterfactual swaps of the person around the same work: no score may move at all.

    The best resume of each job is among them: a score of 0 hardly can move.
    """
    changes: dict[str, list[float]] = {}
    for job_id, job in pool.jobs.items():
        best = max((score, one) for one, score in base[job_id].items())[1]
        others = sample(pool.resumes.keys() - {best}, per_job - 1, f"identity {job_id}")
        for resume_id in (best, *others):
            for trait, versions in identity_swaps(pool.resumes[resume_id]).items():
                scores = [scorer.score(job, version).score for version in versions]
                changes.setdefault(trait, []).append(max(scores) - min(scores))
    for trait, spread in changes.items():
        largest, moved = max(spread), sum(change != 0 for change in spread)
        said = (
            f"No score of {len(spread)} resumes moved."
            if not moved
            else f"The scores of {moved} of {len(spread)} resumes moved, by up to {largest:.4g} points."
        )
        measured = {"resumes": len(spread), "moved": moved, "largest_change": largest}
        yield Finding("identity", trait, moved == 0, said, measured)


def stuffing(
    scorer: Scorer, pool: Pool, base: Mapping[str, Mapping[str, float]], per_job: int
) -> Iterator[Finding]:
    """Poor resumes, stuffed, against the unchanged rest of the list."""
    size = len(pool.resumes)
    if size < LEAST_LIST:
        yield Finding(
            "stuffing", "all", None, f"Not tested: {size} resumes are too few, {LEAST_LIST} are needed."
        )
        return
    moves: dict[str, list[tuple[float, float]]] = {}
    for job_id, job in pool.jobs.items():
        scores = base[job_id]
        middle = median(scores.values())
        poor = [one for one in scores if scores[one] <= middle and (job_id, one) not in pool.positives]
        for resume_id in sample(poor, per_job, f"stuffing {job_id}"):
            others = [score for one, score in scores.items() if one != resume_id]
            before = _rank(others, scores[resume_id])
            for way, text in stuffed(pool.resumes[resume_id], f"{job.title}\n{job.description}").items():
                moves.setdefault(way, []).append((before, _rank(others, scorer.score(job, text).score)))
    if not moves:
        yield Finding("stuffing", "all", None, "Not tested: every resume of the lower half is known to fit.")
    for way, ranks in moves.items():
        in_top = sum(after <= TOP for _, after in ranks) / len(ranks)
        climb = median(before - after for before, after in ranks) / size
        yield Finding(
            "stuffing",
            way,
            in_top <= MOST_IN_TOP and climb <= MOST_CLIMB,
            f"{in_top:.0%} of {len(ranks)} poor resumes reached the top {TOP} (at most {MOST_IN_TOP:.0%}); "
            f"in the middle they climbed {climb:.1%} of the list (at most {MOST_CLIMB:.0%}).",
            {
                "resumes": len(ranks),
                "share_reaching_top_10": in_top,
                "median_climb_share": climb,
                "median_rank_before": median(before for before, _ in ranks),
                "median_rank_after": median(after for _, after in ranks),
            },
        )


def noise(
    scorer: Scorer, pool: Pool, base: Mapping[str, Mapping[str, float]], per_job: int
) -> Iterator[Finding]:
    """The same resumes, typeset otherwise: the order must stay."""
    chosen = sample(pool.resumes, per_job, "noise")
    if len(chosen) < LEAST_NOISED:
        said = f"Not tested: {len(chosen)} resumes are too few, {LEAST_NOISED} are needed."
        yield Finding("noise", "all", None, said)
        return
    for kind, make in NOISE.items():
        noised = {one: make(pool.resumes[one], seeded(kind, one)) for one in chosen}
        taus = [
            tau
            for job_id, job in pool.jobs.items()
            if (tau := _tau_under(scorer, job, noised, base[job_id])) is not None
        ]
        if not taus:
            yield Finding("noise", kind, None, "Not tested: every resume has the same score.")
            continue
        mean = math.fsum(taus) / len(taus)
        yield Finding(
            "noise",
            kind,
            mean >= LEAST_TAU,
            f"The order of {len(chosen)} resumes kept a Kendall tau of {mean:.3f} (at least {LEAST_TAU}), "
            f"lowest of {len(taus)} jobs {min(taus):.3f}.",
            {"jobs": len(taus), "resumes": len(chosen), "mean_tau": mean, "lowest_tau": min(taus)},
        )


def _tau_under(
    scorer: Scorer, job: JobText, noised: Mapping[str, str], base: Mapping[str, float]
) -> float | None:
    after = [scorer.score(job, text).score for text in noised.values()]
    return kendall_tau([base[one] for one in noised], after)


def broken(scorer: Scorer, pool: Pool, base: Mapping[str, Mapping[str, float]]) -> Iterator[Finding]:
    """Texts that are no resume: no crash, a score from 0 to 100, a reason in words, no place in the upper half."""
    job_id, job = next(iter(pool.jobs.items()))
    middle = median(base[job_id].values())
    longest = max(pool.resumes.values(), key=lambda text: min(len(text), 10_000))
    for kind, text in degenerate(longest[:10_000]).items():
        yield _finding_on(scorer, job, kind, text, middle)


def _finding_on(scorer: Scorer, job: JobText, kind: str, text: str, middle: float) -> Finding:
    try:
        fit = scorer.score(job, text)
    except Exception as error:  # noqa: BLE001 - that nothing at all is raised is what is tested
        return Finding(
            "degenerate", kind, passed=False, sentence=f"The scorer stopped: {type(error).__name__}: {error}."
        )
    reason = next(iter(fit.notices), "") or fit.summary
    wrong = [
        said
        for said, holds in (
            ("the score is outside of 0 to 100", not 0 <= fit.score <= _FULL),
            ("no reason is given", not reason.strip()),
            ("it ranks in the upper half", kind != "huge" and fit.score > middle),
        )
        if holds
    ]
    said = f"Score {fit.score:.4g}" + (f"; {', '.join(wrong)}." if wrong else f", reason: “{reason}”")
    return Finding("degenerate", kind, not wrong, said, {"score": fit.score})


def _rank(others: Sequence[float], score: float) -> float:
    """1 is best; a tie stands in its middle."""
    return 1 + sum(other > score for other in others) + sum(other == score for other in others) / 2
