"""Real resumes are left alone, where the data set is at hand."""

import gzip
import json
import os
from pathlib import Path

import pytest

from domain.stuffing import inspect, prepare_advert


def texts(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [str(json.loads(line)["text"]) for line in lines]


@pytest.mark.realdata
def test_hardly_any_real_resume_loses_text_and_stuffed_ones_lose_the_stuffing() -> None:
    root = os.environ.get("UNDERSTUDY_REAL_DATA")
    if not root:
        pytest.skip("UNDERSTUDY_REAL_DATA names no folder with real resumes")
    folder = Path(root) / "ranking" / "data"
    jobs = texts(folder / "dev_jobs.jsonl.gz")
    resumes = texts(folder / "dev_resumes.jsonl.gz")
    adverts = [prepare_advert(text.partition("\n")[0], text) for text in jobs]
    cut = sum(bool(inspect(advert, resume).discounted) for resume in resumes for advert in adverts)
    assert cut < 0.005 * len(resumes) * len(adverts)
    for advert, text in zip(adverts, jobs, strict=True):
        for resume in resumes[::40]:
            stuffed = f"{resume}\n{text}"
            after = [span for span in inspect(advert, stuffed).discounted if span[1] > len(resume)]
            assert sum(end - start for start, end in after) > 0.9 * len(text)
