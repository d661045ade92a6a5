"""Whether a ranking of long ago comes out the same today: what is recorded against what is computed again. Pure.

Three records have to agree: the row of an application, its line in the log, and the score of the kept masked
text against the kept wording of the job. Then the order of the scores has to give the seats that the log
tells of.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.ports import FitScore, JobText
from domain.score_record import input_hash, job_text_hash, points, reasons
from domain.shortlist import Standing, in_order


class Verdict(StrEnum):
    """How far a score could be checked."""

    RECOMPUTED = "recomputed"
    OTHER_SCORER = "other_scorer"
    """Scored by a version or with parameters that are not installed here."""
    NO_INPUT = "no_input"
    """Scored before inputs were kept."""
    UNREADABLE = "unreadable"
    """There was no text to score: 0 by rule."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that does not come out as it was recorded. `application_id` None: it is about the job."""

    what: str
    recorded: object
    recomputed: object
    application_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A scored application as its row tells it."""

    id: UUID
    fit_score: Decimal
    scorer: str | None
    parameters: str | None
    score_input: str | None
    parts: Mapping[str, object]
    is_unreadable: bool
    masked_text: str | None
    as_of: int
    """Month in which the application came in, counted from year 0."""
    job_hash: str | None
    job: JobText | None
    logged: Mapping[str, object] | None
    """Details of the newest log row that tells of this score; None: there is no such row."""
    reasons: Mapping[str, object] = field(default_factory=dict)
    """What people are shown of the score; see `domain.score_record.reasons`."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one application."""

    verdict: Verdict
    differences: tuple[Difference, ...]
    score: Decimal
    """The score to rank by: computed again where that was possible, else as recorded."""


def verdict_of(kept: Kept, scorer: str) -> Verdict:
    """What can be done about a score with a scorer of this name. RECOMPUTED: score it, then `check`."""
    if kept.is_unreadable:
        return Verdict.UNREADABLE
    if kept.masked_text is None or kept.job is None:
        return Verdict.NO_INPUT
    return Verdict.RECOMPUTED if kept.scorer == scorer else Verdict.OTHER_SCORER


def check(kept: Kept, verdict: Verdict, fit: FitScore | None = None) -> Checked:
    """Compare row, log and, for a score that was computed again, `fit`."""
    if verdict is Verdict.RECOMPUTED and fit is not None and fit.parameters != (kept.parameters or ""):
        verdict = Verdict.OTHER_SCORER
    found = [*_against_log(kept), *_against_input(kept)]
    score = kept.fit_score
    if verdict is Verdict.UNREADABLE and kept.fit_score != 0:
        found.append(Difference("fit score", float(kept.fit_score), 0.0, kept.id))
    if verdict is Verdict.RECOMPUTED and fit is not None:
        score = points(fit.score)
        if score != kept.fit_score:
            found.append(Difference("fit score", float(kept.fit_score), float(score), kept.id))
        if dict(fit.components) != dict(kept.parts):
            found.append(Difference("parts", dict(kept.parts), dict(fit.components), kept.id))
        made = reasons(fit)
        found += [
            Difference(name, recorded, made[name], kept.id)
            for name, recorded in kept.reasons.items()
            if recorded != made[name]
        ]
    return Checked(verdict, tuple(found), score)


def _against_log(kept: Kept) -> Iterable[Difference]:
    if kept.logged is None:
        yield Difference("log row of the score", None, float(kept.fit_score), kept.id)
        return
    row = {
        "fit_score": float(kept.fit_score),
        "scorer": kept.scorer,
        "parameters": kept.parameters,
        "score_input": kept.score_input,
        "parts": dict(kept.parts),
    }
    for name, value in row.items():
        # Older log rows tell less.
        if name in kept.logged and kept.logged[name] != value:
            yield Difference(f"{name} in the log", kept.logged[name], value, kept.id)


def _against_input(kept: Kept) -> Iterable[Difference]:
    if kept.job is not None and (wording := job_text_hash(kept.job)) != kept.job_hash:
        yield Difference("wording of the job", kept.job_hash, wording, kept.id)
    if kept.masked_text is not None and kept.job_hash is not None:
        made = input_hash(
            kept.masked_text, kept.job_hash, kept.as_of, kept.scorer or "", kept.parameters or ""
        )
        if made != kept.score_input:
            yield Difference("input", kept.score_input, made, kept.id)


@dataclass(frozen=True, slots=True)
class Placed:
    """A seat or a place on the bench, as the log of the ranking tells it."""

    id: UUID
    is_seat: bool
    rank: int
    fit_score: Decimal


@dataclass(frozen=True, slots=True)
class Ranking:
    """What is known of the ranking of a job."""

    standings: Sequence[Standing]
    """Everybody who waited to be ranked and is still known, with the score on record."""
    placed: Sequence[Placed]


def check_ranking(ranking: Ranking, scores: Mapping[UUID, Decimal]) -> list[Difference]:
    """Derive the order anew and compare it with the seats and places that were given.

    `scores` are those to rank by (see `Checked.score`). Who was erased since is left out on both sides.
    """
    known = {s.id for s in ranking.standings}
    recorded = sorted((p for p in ranking.placed if p.id in known), key=lambda p: (not p.is_seat, p.rank))
    derived = in_order(_with_score(s, scores) for s in ranking.standings)[: len(recorded)]
    found = [
        Difference("fit score at the ranking", float(place.fit_score), float(scores[place.id]), place.id)
        for place in recorded
        if place.id in scores and scores[place.id] != place.fit_score
    ]
    rank_now = {one.id: place.rank for one, place in zip(derived, recorded, strict=True)}
    rank_then = {place.id: place.rank for place in recorded}
    moved = [one for one in {**rank_then, **rank_now} if rank_then.get(one) != rank_now.get(one)]
    return found + [Difference("rank", rank_then.get(one), rank_now.get(one), one) for one in moved]


def _with_score(standing: Standing, scores: Mapping[UUID, Decimal]) -> Standing:
    score = scores.get(standing.id, standing.fit_score)
    return Standing(standing.id, score, standing.created_at, standing.status, standing.rank)


@dataclass(slots=True)
class Report:
    """What replaying a job found. It is identical when there is no difference."""

    job_id: UUID
    scorer: str
    """The scorer that is installed here."""
    scorers: set[str] = field(default_factory=set)
    """Every scorer that the job's applications were scored by."""
    counts: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    is_ranked: bool = False
    erased: int = 0
    """Places of the ranking whose application was erased since."""
    differences: list[Difference] = field(default_factory=list)

    def add(self, kept: Kept, checked: Checked) -> None:
        """Count one application in."""
        self.counts[checked.verdict] += 1
        self.differences += checked.differences
        if kept.scorer and checked.verdict is not Verdict.UNREADABLE:
            self.scorers.add(kept.scorer)

    @property
    def is_identical(self) -> bool:
        """Whether everything that could be checked came out as recorded."""
        return not self.differences
