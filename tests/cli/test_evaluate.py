"""`understudy evaluate` on files that are written here."""

import csv
import gzip
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cli.evaluate import run
from cli.evaluation.labels import WORDS
from cli.evaluation.report import html, write
from cli.evaluation.run import Evaluation
from domain.errors import InvalidInputError
from domain.evaluation.seeds import seeded
from domain.ports import FitScore, JobText
from tests.cli import command
from web.charts.evaluation import rank_strips

JOBS, PEOPLE, GOOD = 24, 12, 3
TITLE = "<script>alert(1)</script> & Co"


class Fixed:
    """Scores by the resume's own `grade N` and the job's name, as a test needs it."""

    def __init__(self, score: Callable[[float], float]) -> None:
        self._score = score

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        found = re.search(rf"{re.escape(job.description.split()[-1])}=(\d)", resume)
        return FitScore(self._score(float(found[1]) if found else 0.0), {}, (), "Read.", "fixed-1", "abc")


def written(path: Path, rows: list[dict[str, object]] | list[str]) -> Path:
    text = "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """24 jobs; 12 people apply to each, the first 3 of them hired; 3 more withdrew."""
    jobs: list[dict[str, object]] = [
        {"job_id": f"j{n}", "title": TITLE if n == 0 else f"Job {n}", "text": f"Work of job{n}"}
        for n in range(JOBS)
    ]
    words = ["hired"] * GOOD + ["Rejected"] * (PEOPLE - GOOD) + ["withdrawn"] * 3
    resumes: list[dict[str, object]] = []
    labels: list[dict[str, object]] = []
    for n in range(JOBS):
        for i, word in enumerate(words):
            text = f"secret{n}x{i} job{n}={3 if i < GOOD else 0}\n" + "A line of work that was done.\n" * 3
            resumes.append({"resume_id": f"r{n}-{i}", "text": text})
            labels.append({"job_id": f"j{n}", "resume_id": f"r{n}-{i}", "label": word})
    return {
        "jobs": written(tmp_path / "j.jsonl", jobs),
        "resumes": written(tmp_path / "r.jsonl.gz", resumes),
        "labels": written(tmp_path / "l.jsonl", labels),
    }


def judged(
    scorer: Fixed,
    files: dict[str, Path],
    *,
    scores: Path | None = None,
    relevant_from: float = 1.0,
    top: int = 10,
    unlabelled_as_zero: bool = False,
    probes: bool = False,
) -> Evaluation:
    return run(
        scorer,
        jobs=files["jobs"],
        resumes=files["resumes"],
        labels=files["labels"],
        scores=scores or files.get("scores"),
        relevant_from=relevant_from,
        top=top,
        unlabelled_as_zero=unlabelled_as_zero,
        probes=probes,
    )


def perfect() -> Fixed:
    return Fixed(lambda grade: 30 * grade)


def by_chance() -> Fixed:
    draw = seeded("chance")
    return Fixed(lambda _: draw.random() * 100)


def means(done: Evaluation) -> dict[str, float]:
    return {name: one.mean for name, one in done.ours.figures.items() if one}


def test_a_perfect_scorer_gets_one_and_a_random_one_gets_chance(files: dict[str, Path]) -> None:
    best = judged(perfect(), files, top=GOOD)
    assert means(best) == pytest.approx(dict.fromkeys(means(best), 1.0))
    drawn = judged(by_chance(), files, top=GOOD)
    for name in ("ndcg@3", "p@3", "map", "auc", "pair_accuracy"):
        assert means(drawn)[name] == pytest.approx(drawn.ours.chance[name], abs=0.12), name
    assert drawn.ours.chance["p@3"] == pytest.approx(GOOD / PEOPLE)


def test_people_who_withdrew_are_left_out_and_said_so(files: dict[str, Path]) -> None:
    done = judged(perfect(), files)
    assert {job.resumes for job in done.ours.jobs} == {PEOPLE}
    assert any("72 pairs are left out" in one for one in done.notes)


def test_unlabelled_people_count_as_zero_only_when_asked(files: dict[str, Path]) -> None:
    done = judged(perfect(), files, unlabelled_as_zero=True)
    # Everybody but the three of this job who withdrew.
    assert {job.resumes for job in done.ours.jobs} == {JOBS * (PEOPLE + 3) - 3}


def test_another_system_is_compared_in_pairs_and_its_gaps_rank_last(
    files: dict[str, Path], tmp_path: Path
) -> None:
    draw = seeded("other")
    rows: list[dict[str, object]] = [
        {"job_id": f"j{n}", "resume_id": f"r{n}-{i}", "score": None if i == 0 else draw.random()}
        for n in range(JOBS)
        for i in range(PEOPLE)
    ]
    done = judged(perfect(), files, scores=written(tmp_path / "s.jsonl", rows))
    assert done.other is not None
    assert done.difference is not None
    gap = done.difference["auc"]
    assert gap is not None
    assert gap.excludes_zero
    assert done.other.unscored == JOBS
    assert all(PEOPLE in job.places for job in done.other.jobs)
    assert any("no score for 24 pairs" in one for one in done.notes)


class Page(HTMLParser):
    """Collects what a page would fetch or run, and what its charts say."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in {"src", "href", "srcset", "action", "data"} and not (value or "").startswith("data:"):
                self.fetched.append(f"{tag} {name}={value}")
            if name == "id":
                self.ids.append(value or "")
            if name.startswith("on"):
                self.fetched.append(name)


def test_the_report_is_one_file_without_script_request_or_resume(
    files: dict[str, Path], tmp_path: Path
) -> None:
    out = tmp_path / "new" / "folder"
    write(judged(perfect(), files, probes=True), out)
    assert sorted(path.name for path in out.iterdir()) == ["metrics.json", "per_job.csv", "report.html"]
    text = (out / "report.html").read_text("utf-8")
    page = Page()
    page.feed(text)
    assert page.fetched == []
    assert "script" not in page.tags
    assert not re.search(r"url\(|@import", text)
    assert page.tags.count("svg") == 4
    assert page.tags.count("desc") == 4
    assert len(page.ids) == len(set(page.ids))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in text
    for path in out.iterdir():
        assert not re.search(r"secret\d|r\d+-\d", path.read_text("utf-8")), path


def test_data_files_hold_what_the_page_shows(files: dict[str, Path], tmp_path: Path) -> None:
    write(judged(perfect(), files), tmp_path / "out")
    record = json.loads((tmp_path / "out" / "metrics.json").read_text("utf-8"))
    assert record["scorer"] == "fixed-1"
    assert record["figures"]["map"]["mean"] == 1.0
    assert record["figures"]["auc"]["chance"] == 0.5
    assert record["data"] == {
        "jobs": JOBS,
        "resumes": JOBS * 15,
        "pairs": JOBS * PEOPLE,
        "positives": JOBS * GOOD,
    }
    # 288 people: 72 hired with a score of 90, 216 rejected with 0, so only the hired are off, by 0.1.
    assert record["calibration"]["error"] == pytest.approx(0.1 * GOOD / PEOPLE)
    with (tmp_path / "out" / "per_job.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == JOBS
    assert rows[3]["job_id"] == "j3"
    assert float(rows[3]["p@10"]) == pytest.approx(GOOD / 10)


def test_a_report_without_calibration_scale_says_so(files: dict[str, Path]) -> None:
    text = html(judged(Fixed(lambda grade: grade - 1), files))
    assert "nothing to hold them against" in text


def test_a_long_title_is_cut_in_the_chart(files: dict[str, Path]) -> None:
    jobs = judged(perfect(), files).ours.jobs[:1]
    chart = rank_strips(jobs, {"j0": "Senior Principal Engineer of Everything"})
    assert "Senior Principal Engine…" in chart


def test_the_command_prints_figures_and_probes_and_writes_the_report(
    files: dict[str, Path], tmp_path: Path
) -> None:
    options = [part for name, path in files.items() for part in (f"--{name}", path)]
    done = command.run(None, "evaluate", *options, "--no-probes", "--out", tmp_path / "out")
    assert done.code == 0, done.err
    assert "ndcg@10" in done.out
    assert "chance" in done.out
    assert "report.html" in done.err
    assert (tmp_path / "out" / "report.html").is_file()
    record = command.run(None, "evaluate", *options, "--no-probes", "--json").data
    assert set(record["figures"]) == {"ndcg@10", "p@10", "map", "auc", "pair_accuracy", "kendall_tau"}


@pytest.mark.parametrize(
    ("name", "row", "message", "field"),
    [
        ("labels", {"job_id": "j0", "resume_id": "r1-0"}, "line 361: label is missing", "label"),
        ("labels", {"job_id": "j0", "resume_id": "r1-0", "label": "nice"}, "'nice' is not known", "label"),
        ("labels", {"job_id": "j0", "resume_id": "r1-0", "label": 85}, "number from 0 to 10", "label"),
        ("labels", {"job_id": "j0", "resume_id": "r1-0", "label": float("nan")}, "number from 0", "label"),
        ("labels", {"job_id": "zz", "resume_id": "r0-0", "label": 1}, "job_id 'zz'", "job_id"),
        ("labels", {"job_id": "j0", "resume_id": "zz", "label": 1}, "resume_id 'zz'", "resume_id"),
        ("labels", {"job_id": "j0", "resume_id": "r0-0", "label": 1}, "was labelled before", "label"),
        ("scores", {"job_id": "j0", "resume_id": "r0-0", "score": "9"}, "score is missing or not", "score"),
        ("scores", {"job_id": "j0", "score": 9}, "resume_id is missing", "resume_id"),
    ],
)
def test_a_bad_line_is_named_with_field_and_remedy(
    files: dict[str, Path], name: str, row: dict[str, object], message: str, field: str
) -> None:
    path = files.setdefault(name, files["jobs"].with_name("s.jsonl"))
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")
    with pytest.raises(InvalidInputError) as caught:
        judged(perfect(), files)
    assert message in caught.value.message
    assert str(path) in caught.value.message
    assert caught.value.field == field
    assert caught.value.remedy or "missing or not text" in caught.value.message


def test_labels_without_any_positive_are_refused_with_a_way_out(files: dict[str, Path]) -> None:
    with pytest.raises(InvalidInputError, match="no positive") as caught:
        judged(perfect(), files, relevant_from=9)
    assert "--relevant-from" in (caught.value.remedy or "")


def test_a_folder_that_cannot_be_made_is_an_input_error(files: dict[str, Path]) -> None:
    with pytest.raises(InvalidInputError, match="cannot be written"):
        write(judged(perfect(), files), files["jobs"] / "below")


def test_the_manual_names_every_label_word() -> None:
    page = (Path(__file__).parents[2] / "docs" / "evaluate.md").read_text("utf-8")
    assert [word for word in WORDS if f"`{word}`" not in page] == []
