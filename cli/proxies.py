"""`understudy audit proxies`: what in resumes hints at protected traits, and whether the score hears it."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from cli.acting import HIRING, As, acting
from cli.console import Json, emit, note, table
from domain.errors import InvalidInputError
from domain.ports import JobText

if TYPE_CHECKING:
    from domain.ports import Scorer

_QUOTES = 3


def proxies(
    job: Annotated[UUID | None, typer.Option("--job", help="The applications of this job.")] = None,
    resumes: Annotated[
        Path | None, typer.Option(help="Resumes in a file, one JSON object per line; needs no server.")
    ] = None,
    jobs: Annotated[
        Path | None,
        typer.Option(help="With --resumes: jobs in a file; each resume is scored against each."),
    ] = None,
    as_: As = None,
    as_json: Json = False,
) -> None:
    """Report words that hint at protected traits: clubs, faith, leave, sports, origin.

    They are looked for in the masked copy and are not cut from it. With a job, the score with and without
    the sentences they stand in is compared: a difference says that the score hears these sentences.
    """
    if resumes is not None and job is None:
        audit = _of_files(resumes, jobs)
    elif job is not None and resumes is None and jobs is None:
        audit = asyncio.run(_of_job(job, as_))
    else:
        raise InvalidInputError("Name either --job, or --resumes with or without --jobs.", field="job")
    if as_json:
        emit(audit.as_record())
    else:
        audit.show()


@dataclass
class Kind:
    """One kind of proxy over many resumes."""

    resumes: int = 0
    quotes: dict[str, None] = field(default_factory=dict)
    pairs: int = 0
    total: float = 0.0
    """Sum over the pairs of the score with the sentences less the score without, in points of 100."""
    maximum: float = 0.0
    """The greatest of these differences, up or down."""


@dataclass
class ProxyAudit:
    """What was found in the resumes read so far. `jobs` empty: nothing is scored."""

    jobs: list[JobText]
    scorer: "Scorer | None" = None
    resumes: int = 0
    with_any: int = 0
    kinds: dict[str, Kind] = field(default_factory=dict)

    def add(self, text: str, known: tuple[str, ...] = ()) -> None:
        """Read one resume as it came; `known` are its owner's names."""
        from domain.proxies import find_proxies, without_sentences
        from domain.scoring import record_of

        # What scoring sees: the words of the input of record.
        masked = record_of(text, known).text
        found = find_proxies(masked)
        self.resumes += 1
        self.with_any += bool(found)
        scores = [self._score(job, masked) for job in self.jobs] if found else []
        for name in dict.fromkeys(proxy.kind for proxy in found):
            kind = self.kinds.setdefault(name, Kind())
            kind.resumes += 1
            these = [proxy for proxy in found if proxy.kind == name]
            for proxy in these:
                if len(kind.quotes) < _QUOTES:
                    kind.quotes[" ".join(proxy.quote.split()).casefold()] = None
            without = without_sentences(masked, these) if self.jobs else ""
            for job, score in zip(self.jobs, scores, strict=True):
                difference = score - self._score(job, without)
                kind.pairs += 1
                kind.total += difference
                kind.maximum = max(kind.maximum, difference, key=abs)

    def _score(self, job: JobText, text: str) -> float:
        if self.scorer is None:
            from domain.scoring.relevance import RelevanceScorer

            self.scorer = RelevanceScorer()
        return self.scorer.score(job, text).score

    def as_record(self) -> dict[str, object]:
        """Everything, for programs."""
        return {
            "resumes": self.resumes,
            "resumes_with_proxies": self.with_any,
            "kinds": [
                {
                    "kind": name,
                    "resumes": kind.resumes,
                    "examples": list(kind.quotes),
                    "scored_pairs": kind.pairs,
                    "mean_difference": round(kind.total / kind.pairs, 3) if kind.pairs else None,
                    "maximum_difference": round(kind.maximum, 3) if kind.pairs else None,
                }
                for name, kind in self._commonest()
            ],
        }

    def show(self) -> None:
        """A table for people."""
        table(
            ("kind", "resumes", "share", "mean difference", "greatest difference", "for example"),
            (
                (
                    name.replace("_", " "),
                    kind.resumes,
                    f"{100 * kind.resumes / self.resumes:.1f} %",
                    f"{kind.total / kind.pairs:+.2f}" if kind.pairs else None,
                    f"{kind.maximum:+.2f}" if kind.pairs else None,
                    ", ".join(kind.quotes),
                )
                for name, kind in self._commonest()
            ),
            empty="No proxy was found.",
        )
        note(
            f"{self.with_any} of {self.resumes} resumes hold words that hint at a protected trait. The lists are "
            "small: finding nothing proves nothing. Differences are points of the score (0 to 100), with the "
            "sentences less without."
        )

    def _commonest(self) -> list[tuple[str, Kind]]:
        return sorted(self.kinds.items(), key=lambda item: (-item[1].resumes, item[0]))


def _of_files(resumes: Path, jobs: Path | None) -> ProxyAudit:
    from cli.jsonl import read_jobs, read_resumes

    audit = ProxyAudit(list(read_jobs(jobs).values()) if jobs is not None else [])
    for _, text in read_resumes(resumes):
        audit.add(text)
    return audit


async def _of_job(job_id: UUID, email: str | None) -> ProxyAudit:
    from sqlalchemy import select

    from models import Application
    from services import applications, find

    async with acting(email, *HIRING) as act:
        job = await find.job(act.session, job_id)
        audit = ProxyAudit([JobText(job.title, job.description, job.requirements)])
        wanted = select(Application.id).where(
            Application.job_id == job_id, Application.resume_text.is_not(None)
        )
        for application_id in await act.session.scalars(wanted.order_by(Application.id)):
            application = await find.application(act.session, application_id)
            known = await applications.known_names(act.session, application)
            audit.add(application.resume_text or "", known)
            # One resume in memory at a time.
            act.session.expunge(application)
    return audit
