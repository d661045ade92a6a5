"""Resumes as candidates send them, good and hostile, through the real reader and its real processes."""

import asyncio
import contextlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from domain.errors import UnreadableResumeError
from integrations.resume_text import BoundedResumeReader
from integrations.resume_text.process import WorkerPool
from integrations.resume_text.worker import ProblemError, read_docx
from tests.support.patience import PATIENCE_SECONDS

PROSE = (
    "Zoë Müller\nzoe.mueller@example.org\nIngénieure logiciel, Café Großmann\n2015 - 2019\nBuilt services."
)
CONTENT_TYPES = "<?xml version='1.0'?><Types/>"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def reader() -> BoundedResumeReader:
    return BoundedResumeReader()


def a_pdf(text: str = PROSE, change: Callable[[FPDF], object] = lambda pdf: None) -> bytes:
    pdf = FPDF()
    change(pdf)
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.multi_cell(0, 8, text)
    return bytes(pdf.output())


def a_zip(**parts: str) -> bytes:
    """A zip file; `__` in a name stands for a slash and `_xml` for the ending."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def a_document(body: str, prolog: str = "") -> bytes:
    xml = f"{prolog}<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>"
    return a_zip(word__document_xml=xml, types_xml=CONTENT_TYPES)


def a_flate_bomb() -> bytes:
    """A page whose content unpacks to 700 MB: one flushed block of spaces, repeated."""
    head = zlib.compress(b"")[:2]
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = raw.compress(b" " * 1_000_000) + raw.flush(zlib.Z_FULL_FLUSH)
    stream = head + block * 700 + zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(stream), stream),
    ]
    content = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
    return content + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


async def reason(reader: BoundedResumeReader, filename: str, content: bytes) -> str:
    with pytest.raises(UnreadableResumeError) as caught:
        await reader.read(filename, content)
    assert caught.value.permanent
    assert caught.value.remedy
    return caught.value.message


async def test_a_pdf_gives_its_text_with_accents_and_hints(reader: BoundedResumeReader) -> None:
    resume = await reader.read("cv.pdf", a_pdf())
    assert resume.format == "pdf"
    assert "Ingénieure logiciel, Café Großmann\n2015 - 2019" in resume.text
    assert (resume.name, resume.email) == ("Zoë Müller", "zoe.mueller@example.org")


async def test_a_docx_gives_tables_headers_footers_and_text_boxes_once(reader: BoundedResumeReader) -> None:
    document = docx.Document()
    document.add_paragraph("Zoë Müller")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Ingénieure"
    table.cell(0, 1).text = "2015 – 2019"
    document.sections[0].header.paragraphs[0].text = "Kopfzeile"
    document.sections[0].footer.paragraphs[0].text = "Fußzeile"
    buffer = io.BytesIO()
    document.save(buffer)
    resume = await reader.read("cv.docx", buffer.getvalue())
    assert resume.text.split("\n\n")[0] == "Kopfzeile"
    assert "Ingénieure\n2015 – 2019" in resume.text
    assert resume.text.endswith("Fußzeile")
    box = (
        "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        "<mc:Choice><w:p><w:r><w:t>Text inside a floating box</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>Text inside a floating box</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    boxed = await reader.read("cv.docx", a_document(box))
    assert boxed.text == "Text inside a floating box"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
async def test_plain_text_is_read_in_every_usual_encoding(reader: BoundedResumeReader, encoding: str) -> None:
    resume = await reader.read("cv.txt", PROSE.replace("\n", "\r\n").encode(encoding))
    assert (resume.text, resume.format, resume.name) == (PROSE, "text", "Zoë Müller")


async def test_text_is_normalised_and_keeps_its_lines(reader: BoundedResumeReader) -> None:
    resume = await reader.read("cv.txt", "ﬁnance and\u00a0oﬃce work \n\n\n\n\tBuilt\u0007 teams".encode())
    assert resume.text == "finance and office work\n\n\tBuilt teams"


@pytest.mark.parametrize("piece", [" ", "\t\n", "a@a.", "A ", "\r", "e\u0301"])
async def test_long_texts_end_and_are_cut(reader: BoundedResumeReader, piece: str) -> None:
    resume = await reader.read("cv.txt", ("Twenty letters at least" + piece * 1_000_000 + "end").encode())
    assert resume.text.startswith("Twenty letters at least")
    assert len(resume.text) <= 200_000


async def test_json_resume_becomes_readable_text(reader: BoundedResumeReader) -> None:
    document = {
        "basics": {"name": "Zoë Müller", "label": "Engineer", "email": "zoe@example.org", "summary": "Calm."},
        "work": [
            {"name": "Café", "position": "Ingénieure", "startDate": "2015-03-01", "highlights": ["Built Ä"]},
            {"position": 7},
            "nonsense",
        ],
        "education": [{"institution": "ETH", "area": "Physics", "studyType": "Master", "endDate": "2014"}],
        "skills": [{"name": "Web", "keywords": ["Python", "SQL"]}],
        "languages": [{"language": "German", "fluency": "Native"}],
    }
    resume = await reader.read("whatever.bin", json.dumps(document).encode("utf-16"))
    assert (resume.format, resume.name, resume.email) == ("json_resume", "Zoë Müller", "zoe@example.org")
    assert "Ingénieure\n2015-03 - present\nCafé\nBuilt Ä" in resume.text
    assert "Master Physics\n2014\nETH" in resume.text
    assert "Python, SQL" in resume.text


async def test_the_content_counts_more_than_the_name(reader: BoundedResumeReader) -> None:
    assert (await reader.read("cv.docx", a_pdf())).format == "pdf"
    assert (
        await reader.read("cv.pdf", a_document("<w:p><w:r><w:t>" + "word " * 9 + "</w:t></w:r></w:p>"))
    ).format == "docx"


async def test_files_that_hold_no_readable_text_say_why(reader: BoundedResumeReader) -> None:
    picture = Image.new("L", (40, 40), 200)
    png = io.BytesIO()
    picture.save(png, "png")
    scan = FPDF()
    scan.add_page()
    scan.image(picture)
    locked = a_pdf(change=lambda pdf: pdf.set_encryption(owner_password="o", user_password="u"))
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    whole = a_pdf()
    cases = [
        ("cv.pdf", b"", "empty"),
        ("cv.txt", b" \n\t\0", "empty"),
        ("cv.pdf", bytes(scan.output()), "scan"),
        ("cv.pdf", locked, "password"),
        ("cv.pdf", whole[: len(whole) // 3], "damaged"),
        ("cv.pdf", b"not a pdf at all, only words", "damaged"),
        ("cv.docx", a_document("<w:p><w:r><w:t>" + "word " * 99)[:-80], "damaged"),
        ("cv.docx", a_document("<w:p>"), "damaged"),
        ("cv.docx", a_zip(xl__workbook_xml="<x/>"), "another office format"),
        ("cv.docx", a_document("<w:p/>"), "almost no text"),
        ("cv.docx", ole + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("cv.doc", ole, "old Word format"),
        ("cv.png", png.getvalue(), "picture"),
        ("cv.pdf", b"\x7fELF\x02" + b"\0" * 90, "program"),
        ("cv.txt", bytes(range(256)) * 20, "encoding"),
        ("cv.txt", b"\xff\xfe\x00", "encoding"),
        ("cv.txt", b"ok 12345 67890 12345 67890", "almost no text"),
        ("cv.json", b'{"basics": ', "damaged"),
        ("cv.json", b'{"invoice": 7}', "not a JSON Resume"),
        ("cv.json", b"[1, 2]", "not a JSON Resume"),
    ]
    for filename, content, expected in cases:
        assert expected in await reason(reader, filename, content)


async def test_word_files_with_macros_are_refused(reader: BoundedResumeReader) -> None:
    buffer = io.BytesIO(a_document("<w:p><w:r><w:t>Perfectly normal resume text</w:t></w:r></w:p>"))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    assert "macros" in await reason(reader, "cv.docm", buffer.getvalue())


async def test_the_size_limit_is_told_before_anything_is_parsed() -> None:
    assert "larger than 0.5 MiB" in await reason(
        BoundedResumeReader(max_bytes=524288), "cv.pdf", a_pdf() + b"x" * 524288
    )


async def test_bombs_end_their_own_process_and_nothing_else(reader: BoundedResumeReader) -> None:
    zip_bomb = a_document(" " * 40_000_000)
    assert len(zip_bomb) < 100_000
    flate, zipped, fine = await asyncio.gather(
        reason(reader, "cv.pdf", a_flate_bomb()),
        reason(reader, "cv.docx", zip_bomb),
        reader.read("cv.pdf", a_pdf()),
    )
    assert "unpacks" in zipped
    assert "unpacks" in flate or "too long" in flate
    assert "Café" in fine.text


async def test_foreign_entities_are_not_followed(reader: BoundedResumeReader, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret that must not leak")
    prolog = f"<!DOCTYPE d [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
    body = "<w:p><w:r><w:t>Some resume text here &x;</w:t></w:r></w:p>"
    assert "forbidden XML" in await reason(reader, "cv.docx", a_document(body, prolog))
    assert "damaged" in await reason(reader, "cv.docx", a_document(body))


async def test_deep_nesting_is_harmless(reader: BoundedResumeReader) -> None:
    assert "not a JSON Resume" in await reason(
        reader, "cv.json", b'{"basics":' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    )
    deep = "<w:p>" * 50_000 + "<w:r><w:t>Deep down stands a resume text</w:t></w:r>" + "</w:p>" * 50_000
    assert (await reader.read("cv.docx", a_document(deep))).text == "Deep down stands a resume text"


def test_damage_anywhere_in_a_document_is_told_as_what_it_is() -> None:
    whole = a_document("<w:p><w:r><w:t>Ran the sourdough station for seven years</w:t></w:r></w:p>")
    for bits in (0x01, 0x80, 0xFF):
        for place in range(len(whole)):
            with contextlib.suppress(ProblemError):
                read_docx(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])


async def test_a_worker_that_hangs_floods_or_dies_is_a_reason_and_sees_no_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERSTUDY_LINK_KEY", "a-secret")
    scripts = {
        "hang": (1.0, "import time; time.sleep(60)", "took too long"),
        "flood": (60.0, "import sys\nwhile True: sys.stdout.write('x' * 65536)", "unpacks"),
        "die": (60.0, "import os; os.abort()", "unpacks"),
    }
    for name, (timeout, source, expected) in scripts.items():
        worker = tmp_path / f"{name}.py"
        worker.write_text(source)
        with pytest.raises(UnreadableResumeError, match=expected):
            await WorkerPool(timeout=timeout, worker=worker).text("pdf", b"x" * 300_000)
    spy = tmp_path / "spy.py"
    spy.write_text("import json, os; print(json.dumps({'text': ' '.join(os.environ)}))")
    assert "UNDERSTUDY" not in (await WorkerPool(timeout=60, worker=spy).text("pdf", b"")).text


async def test_a_cancelled_read_takes_its_process_along(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    worker = tmp_path / "slow.py"
    worker.write_text(f"import os, time; open({str(mark)!r}, 'w').write(f'{{os.getpid()}} '); time.sleep(60)")
    task = asyncio.create_task(WorkerPool(timeout=60, worker=worker).text("pdf", b""))
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not (mark.exists() and mark.read_text().endswith(" ")):  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


@given(content=st.binary(max_size=300), name=st.sampled_from(["cv.txt", "cv.json", "cv", "cv.pdf", "ü.docx"]))
@settings(max_examples=80, deadline=None)
def test_any_small_file_is_text_or_a_reason(content: bytes, name: str) -> None:
    with contextlib.suppress(UnreadableResumeError):
        text = asyncio.run(BoundedResumeReader().read(name, content)).text
        assert "\0" not in text
        assert text.strip() == text
        assert sum(map(str.isalpha, text)) >= 20


async def test_a_very_long_text_is_read_in_part_and_says_so() -> None:
    short = await BoundedResumeReader().read("cv.txt", b"Engineer who builds bridges. " * 1000)
    long = await BoundedResumeReader().read("cv.txt", b"Engineer who builds bridges. " * 200_000)
    assert short.notices == ()
    assert len(long.text) <= 200_000
    assert long.notices == ("The text is very long: only its first 200,000 characters were read.",)
