"""Applications with a resume that went through masking and a scorer, by the acts that the worker uses."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import insert

from domain.ports import Evidence, FitScore, JobText, RequirementMatch, ResumeText, Scorer
from models import Application, Candidate
from services import applications, scores
from tests.support.data import AUTO, MONDAY, Data


class Counting:
    """A scorer whose figures a test can foresee: ten points for each of the job's words that a resume holds.

    Each word of the job's description is a requirement, the first a must.
    """

    def __init__(self, name: str = "counting-1", parameters: str = "", worth: float = 10) -> None:
        self.name = name
        self.parameters = parameters
        self.worth = worth

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        """Ten points, or what it is told, for each word that both hold."""
        matches = []
        for n, word in enumerate(job.description.split()):
            at = resume.find(word)
            proof = Evidence(word, word, at, at + len(word)) if at >= 0 else None
            met = float(at >= 0)
            matches.append(RequirementMatch(word, "skill", n == 0, met, self.worth * (1 - met), proof))
        score = self.worth * sum(match.met for match in matches)
        proofs = [match.evidence for match in matches if match.evidence]
        return FitScore(
            score, {"words": score}, proofs, "Facts.", self.name, self.parameters, matches, ["Look at this."]
        )


async def arrived(
    data: Data,
    job_id: UUID,
    scorer: Scorer,
    *texts: str,
    at: datetime = MONDAY,
    names: Sequence[str] = (),
    notices: Sequence[str] = (),
) -> list[UUID]:
    """Applications with these resumes, read and scored in order of arrival, one second apart."""
    ids = []
    for n, text in enumerate(texts):
        candidate_id, application_id = uuid4(), uuid4()
        name = names[n] if n < len(names) else f"Zyx Qwv{n}"
        async with data.worker.begin() as session:
            await session.execute(insert(Candidate).values(id=candidate_id, name=name))
            await session.execute(
                insert(Application).values(
                    id=application_id,
                    job_id=job_id,
                    candidate_id=candidate_id,
                    created_at=at + timedelta(seconds=n),
                )
            )
            await applications.keep_text(session, application_id, ResumeText(text, "text", notices=notices))
            wanted = await applications.to_score(session, application_id)
            assert wanted is not None
            assert wanted.resume is not None
            fit, inputs = scores.weigh(scorer, wanted.job, wanted.resume, wanted.names, wanted.arrived_at)
            await applications.keep_score(session, application_id, fit, None, inputs, cause=AUTO, at=at)
        ids.append(application_id)
    return ids
