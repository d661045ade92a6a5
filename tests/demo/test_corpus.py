"""The demo's corpus is complete, honest about its people, and tells the story that the demo needs."""

import json
import zipfile
from collections import Counter
from io import BytesIO

import pypdfium2
import pytest
from defusedxml import ElementTree

from demo.corpus import JOB_ORDER, JOBS_ROOT, DemoJob, DemoPerson, Fit, Temper, load_jobs

JOBS = load_jobs()
BACKEND, NURSING, ACCOUNTING = JOBS
APPLICATIONS = [(job, person) for job in JOBS for person in job.people]
READABLE = [person for _, person in APPLICATIONS if person.fit is not Fit.UNREADABLE]
APPLY_TWICE = {"yesenia.villafranca@example.com", "bettina.kaltwasser@example.com"}
WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
MIB = 1024 * 1024


def text_of(person: DemoPerson) -> str:
    """The file's text by the shortest honest way, independent of the product's own reader."""
    content = person.content()
    match person.path.suffix:
        case ".pdf":
            document = pypdfium2.PdfDocument(content)
            try:
                return " ".join(page.get_textpage().get_text_range() for page in document)
            finally:
                document.close()
        case ".docx":
            with zipfile.ZipFile(BytesIO(content)) as archive:
                body = ElementTree.fromstring(archive.read("word/document.xml"))
            return " ".join(node.text or "" for node in body.iter(WORD_TEXT))
        case ".json":
            return json.dumps(json.loads(content), ensure_ascii=False)
        case _:
            return content.decode("utf-8")


def unreadable(job: DemoJob, suffix: str) -> list[DemoPerson]:
    return [p for p in job.people if p.fit is Fit.UNREADABLE and p.path.suffix == suffix]


def test_three_jobs_have_sixty_applications_and_ten_openings() -> None:
    assert [len(job.people) for job in JOBS] == [24, 20, 16]
    assert [job.number_of_openings for job in JOBS] == [4, 3, 3]


def test_every_folder_of_jobs_is_loaded() -> None:
    assert {path.name for path in JOBS_ROOT.iterdir() if path.is_dir()} == set(JOB_ORDER)


@pytest.mark.parametrize("job", JOBS, ids=JOB_ORDER)
def test_every_row_has_its_file_and_every_file_its_row(job: DemoJob) -> None:
    on_disk = sorted(path.name for path in (JOBS_ROOT / job.slug / "applications").iterdir())
    assert [person.filename for person in job.people] == on_disk


@pytest.mark.parametrize("job", JOBS, ids=JOB_ORDER)
def test_an_advertisement_has_the_length_of_a_real_one_and_says_what_it_asks_for(job: DemoJob) -> None:
    assert 150 <= len(job.description.split()) <= 300
    assert len(job.requirements.must) >= 4
    assert len(job.requirements.nice) >= 4
    assert job.requirements.years >= 2
    assert job.requirements.as_mapping()["languages"] == list(job.requirements.languages)


def test_one_job_is_in_german() -> None:
    assert [job.slug for job in JOBS if job.requirements.languages == ("de",)] == ["intensivpflege"]


def test_addresses_are_unique_but_for_the_two_people_who_apply_twice() -> None:
    counts = Counter(person.email for _, person in APPLICATIONS)
    assert {email for email, times in counts.items() if times > 1} == APPLY_TWICE
    assert all(counts[email] == 2 for email in APPLY_TWICE)
    for email in APPLY_TWICE:
        same = [(job.slug, p.name, p.time_zone) for job, p in APPLICATIONS if p.email == email]
        assert len({slug for slug, _, _ in same}) == 2
        assert len({(name, zone) for _, name, zone in same}) == 1


def test_addresses_are_under_domains_that_nobody_owns() -> None:
    domains = {person.email.split("@")[1] for _, person in APPLICATIONS}
    assert domains == {"example.com", "example.org", "example.net"}


def test_formats_languages_and_zones_are_mixed() -> None:
    assert Counter(p.path.suffix for p in READABLE) == {".pdf": 20, ".docx": 13, ".txt": 13, ".json": 8}
    assert {p.language for p in READABLE} == {"en", "de", "fr", "es", "pt"}
    assert len({p.time_zone.key for _, p in APPLICATIONS}) >= 25


@pytest.mark.parametrize("person", READABLE, ids=lambda person: person.filename)
def test_a_readable_resume_contains_the_name_the_address_and_enough_words(person: DemoPerson) -> None:
    text = text_of(person)
    words = " ".join(text.split())
    assert person.name in words
    assert person.email in words
    assert 150 <= len(words.split()) <= 350


def test_a_json_resume_has_the_sections_of_its_schema() -> None:
    for person in READABLE:
        if person.path.suffix == ".json":
            resume = json.loads(person.content())
            assert {"basics", "work", "education", "skills", "languages"} <= resume.keys()
            assert resume["basics"]["name"] == person.name
            assert all(entry["highlights"] for entry in resume["work"])


def test_the_broken_pdfs_are_truncated_encrypted_and_scanned() -> None:
    (truncated,) = unreadable(BACKEND, ".pdf")
    (encrypted,) = unreadable(NURSING, ".pdf")
    (scanned,) = unreadable(ACCOUNTING, ".pdf")
    with pytest.raises(pypdfium2.PdfiumError, match="Data format"):
        text_of(truncated)
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        text_of(encrypted)
    assert text_of(scanned).strip() == ""


def test_the_other_broken_files_are_empty_not_a_zip_and_too_big_inside() -> None:
    (empty,) = unreadable(BACKEND, ".txt")
    (not_a_zip,) = unreadable(NURSING, ".docx")
    (bomb,) = unreadable(ACCOUNTING, ".docx")
    assert empty.content() == b""
    assert not zipfile.is_zipfile(BytesIO(not_a_zip.content()))
    with zipfile.ZipFile(bomb.path) as archive:
        assert archive.getinfo("word/document.xml").file_size > 32 * MIB


def test_files_are_small() -> None:
    sizes = [len(person.content()) for _, person in APPLICATIONS]
    assert max(sizes) < 40 * 1024
    assert sum(sizes) < 1.5 * MIB


def test_every_fit_and_every_temper_occurs() -> None:
    for job in JOBS:
        assert {person.fit for person in job.people} == set(Fit)
    assert {person.temper for _, person in APPLICATIONS} == set(Temper)


@pytest.mark.parametrize("job", JOBS, ids=JOB_ORDER)
def test_the_best_people_of_every_job_bring_every_kind_of_trouble(job: DemoJob) -> None:
    strong = {person.temper for person in job.people if person.fit is Fit.STRONG}
    trouble = {
        Temper.DECLINES,
        Temper.SILENT,
        Temper.NEGOTIATES,
        Temper.WITHDRAWS,
        Temper.DECLINES_THEN_UNDOES,
    }
    assert trouble <= strong
    assert (Temper.NO_SHOW in strong) == (job is not BACKEND)


@pytest.mark.parametrize("job", JOBS, ids=JOB_ORDER)
def test_the_best_people_alone_never_fill_the_seats_so_that_the_bench_is_needed(job: DemoJob) -> None:
    strong = [person for person in job.people if person.fit is Fit.STRONG]
    assert len(strong) > job.number_of_openings
    assert sum(person.temper.keeps_the_seat for person in strong) < job.number_of_openings


@pytest.mark.parametrize("job", [BACKEND, NURSING], ids=JOB_ORDER[:2])
def test_the_bench_can_fill_every_seat_of_the_first_two_jobs(job: DemoJob) -> None:
    fitting = [person for person in job.people if person.fit in {Fit.STRONG, Fit.GOOD}]
    assert sum(person.temper.keeps_the_seat for person in fitting) >= job.number_of_openings + 2


def test_the_last_job_runs_out_of_people_who_stay() -> None:
    staying = [person for person in ACCOUNTING.people if person.temper.keeps_the_seat]
    assert 0 < len(staying) < ACCOUNTING.number_of_openings
