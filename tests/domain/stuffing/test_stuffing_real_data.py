"""Real resumes are left alone, where the data set is at hand."""

import pytest

from domain.stuffing import inspect, prepare_advert
from tests.support.realdata import rows


def texts(name: str) -> list[str]:
    return [str(row["text"]) for row in rows(name)]


@pytest.mark.realdata
def test_hardly_any_real_resume_loses_text_and_stuffed_ones_lose_the_stuffing() -> None:
    jobs = texts("dev_jobs")
    resumes = texts("dev_resumes")
    adverts = [prepare_advert(text.partition("\n")[0], text) for text in jobs]
    cut = sum(bool(inspect(advert, resume).discounted) for resume in resumes for advert in adverts)
    assert cut < 0.005 * len(resumes) * len(adverts)
    for advert, text in zip(adverts, jobs, strict=True):
        for resume in resumes[::40]:
            stuffed = f"{resume}\n{text}"
            after = [span for span in inspect(advert, stuffed).discounted if span[1] > len(resume)]
            assert sum(end - start for start, end in after) > 0.9 * len(text)
