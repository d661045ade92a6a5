"""Probes must catch a scorer that is biased, gullible or brittle, and let a sound one pass."""

import re
import unicodedata

import pytest

from domain.evaluation.probes import HUGE, NOISE, PERSONAS, degenerate, identity_swaps, stuffed
from domain.evaluation.seeds import seeded
from domain.evaluation.trials import LEAST_LIST, Finding, Pool, Size, try_all
from domain.ports import FitScore, JobText

SKILLS = ("python", "nursing", "welding", "payroll", "botany", "sewing", "tiling", "physics")
JOB = JobText(
    "Python developer", "We look for python and physics; payroll is welcome.\nTiling too, at times."
)


def resumes(count: int) -> dict[str, str]:
    draw = seeded("resumes")
    return {
        f"r{n}": "\n".join(
            f"level{draw.randint(0, 9999)} {draw.choice(SKILLS)}, first in a team that was glad of it"
            for _ in range(6)
        )
        for n in range(count)
    }


class Sound:
    """Reads a number beside each level word of the six first lines and nothing else."""

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        plain = unicodedata.normalize("NFKC", resume).replace("\u200b", "")
        found = [int(number) for number in re.findall(r"level(\d+)", plain)]
        return self.fit(sum(sorted(found[:6])) / 600.0, "Levels were added." if found else "No level found.")

    @staticmethod
    def fit(score: float, reason: str) -> FitScore:
        return FitScore(min(100.0, score), {}, (), reason, "test-1")


class Biased(Sound):
    """Likes one pronoun a very little more."""

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        base = super().score(job, resume)
        return self.fit(base.score - 0.001 * (" him " in resume), base.summary)


class Gullible(Sound):
    """Counts words of the job."""

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        wanted = set(re.findall(r"\w+", f"{job.title} {job.description}".lower()))
        share = len(wanted & set(re.findall(r"\w+", resume.lower()))) / len(wanted)
        return self.fit(90 * share + super().score(job, resume).score / 100, "Words were counted.")


class Brittle(Sound):
    """Reads lines only as they were typed, and no long text at all."""

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        if len(resume) >= HUGE:
            raise MemoryError("too long")
        if not resume.strip():
            return self.fit(100.0, "")
        lines = [line for line in resume.split("\n") if line.startswith("level") and len(line) > 50]
        return self.fit((sum(map(len, lines)) + len(resume) % 7) / 5, "Lines were measured.")


@pytest.fixture(scope="module")
def pool() -> Pool:
    return Pool({"a": JOB, "b": JobText("Nurse", "Nursing of patients.")}, resumes(60))


def failed(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(one.probe, one.variant) for one in findings if one.passed is False}


def test_a_sound_scorer_passes_every_probe(pool: Pool) -> None:
    found = try_all(Sound(), pool)
    assert failed(found) == set()
    assert {one.probe for one in found} == {"identity", "stuffing", "noise", "degenerate"}
    assert [one for one in found if one.passed is None] == []


def test_a_bias_of_a_thousandth_of_a_point_is_caught_and_its_trait_named(pool: Pool) -> None:
    found = try_all(Biased(), pool)
    assert {trait for probe, trait in failed(found) if probe == "identity"} == {"pronouns", "all together"}
    caught = next(one for one in found if one.variant == "pronouns")
    assert caught.measured["largest_change"] == pytest.approx(0.001)
    assert caught.measured["resumes"] == 4


def test_pasting_the_job_is_seen_to_lift_a_gullible_scorer(pool: Pool) -> None:
    found = {one.variant: one for one in try_all(Gullible(), pool)}
    assert found["job text pasted"].passed is False
    assert found["job text pasted"].measured["share_reaching_top_10"] == 1.0
    assert found["job text pasted"].measured["median_climb_share"] > 0.3
    assert found["keyword list"].passed is False
    assert found["instruction to the program"].measured["share_reaching_top_10"] < 0.5


def test_noise_and_broken_texts_are_seen_to_break_a_brittle_scorer(pool: Pool) -> None:
    found = {one.variant: one for one in try_all(Brittle(), pool)}
    assert found["hard line breaks"].passed is False
    assert "MemoryError" in found["huge"].sentence
    assert "no reason is given" in found["empty"].sentence
    assert "upper half" in found["blank"].sentence


def test_known_positives_are_never_taken_for_poor_resumes() -> None:
    texts = resumes(LEAST_LIST)
    everybody = frozenset(("a", one) for one in texts)
    found = try_all(Sound(), Pool({"a": JOB}, texts, everybody), Size(1, 2, 10))
    assert [one.probe for one in found].count("stuffing") == 1
    assert next(one.passed for one in found if one.probe == "stuffing") is None


def test_a_short_list_is_said_to_be_too_short() -> None:
    found = try_all(Sound(), Pool({"a": JOB}, resumes(5)))
    assert {one.probe for one in found if one.passed is None} == {"stuffing", "noise"}
    assert all("too few" in one.sentence for one in found if one.passed is None)


def test_swaps_change_the_person_and_keep_the_work() -> None:
    versions = identity_swaps("WORK DONE")
    assert all("WORK DONE" in text for texts in versions.values() for text in texts)
    assert len(versions["all together"]) == len(PERSONAS)
    assert len(versions["pronouns"]) == 3
    assert all(PERSONAS[0].name in text for text in versions["address"])


def test_stuffing_and_noise_keep_the_words_of_the_resume() -> None:
    text = resumes(1)["r0"]
    for variant in stuffed(text, JOB.description).values():
        assert variant.startswith(text)
    for make in (NOISE["hard line breaks"], NOISE["bullets"], NOISE["two columns"]):
        noised = make(text, seeded("noise"))
        assert noised != text
        assert set(text.split()) <= set(noised.split())
    assert NOISE["unicode"](text, seeded(1)) == NOISE["unicode"](text, seeded(1))


def test_the_huge_text_is_huge_whatever_it_is_made_of() -> None:
    assert len(degenerate("ab")["huge"]) >= HUGE
    assert len(degenerate("")["huge"]) >= HUGE
