"""Text that a reader of a file cannot see is left out with a notice; ordinary text stays as it was."""

import io
from collections.abc import Callable, Sequence

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.run import Run
from fpdf import FPDF
from PIL import Image

from domain.ports import ResumeText
from integrations.resume_text import BoundedResumeReader

SEEN = "Zoe Miller, nurse at the city hospital since 2015."
UNSEEN = "kubernetes terraform golang microservices"
NOTICE = ("The file holds 4 words that a reader cannot see; they were not counted.",)


@pytest.fixture(scope="module")
def reader() -> BoundedResumeReader:
    return BoundedResumeReader()


def a_pdf(*draw: Callable[[FPDF], object]) -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.multi_cell(0, 8, SEEN, new_x="LMARGIN", new_y="NEXT")
    for step in draw:
        step(pdf)
    return bytes(pdf.output())


def write(pdf: FPDF, text: str = UNSEEN, x: float = 20, y: float = 100) -> None:
    pdf.text(x, y, text)


def in_white(pdf: FPDF) -> None:
    pdf.set_text_color(250, 255, 252)
    write(pdf)


def in_one_point(pdf: FPDF) -> None:
    pdf.set_font_size(1)
    write(pdf)


def shrunk(pdf: FPDF) -> None:
    with pdf.local_context():
        pdf._out("0.1 0 0 0.1 0 0 cm")
        write(pdf, x=200, y=-1500)


def invisible(pdf: FPDF) -> None:
    pdf.text_mode = "INVISIBLE"
    write(pdf)


def beside_the_page(pdf: FPDF) -> None:
    write(pdf, x=700)


def transparent(pdf: FPDF) -> None:
    with pdf.local_context(fill_opacity=0):
        write(pdf)


def on_its_own_colour(pdf: FPDF) -> None:
    pdf.set_fill_color(0, 0, 90)
    pdf.rect(10, 90, 150, 20, "F")
    pdf.set_text_color(0, 0, 92)
    write(pdf)


@pytest.mark.parametrize(
    "hide",
    [in_white, in_one_point, shrunk, invisible, beside_the_page, transparent, on_its_own_colour],
)
async def test_hidden_text_of_a_pdf_is_left_out(
    reader: BoundedResumeReader, hide: Callable[[FPDF], object]
) -> None:
    resume = await reader.read("cv.pdf", a_pdf(hide))
    assert (resume.text, resume.notices) == (SEEN, NOTICE)


async def test_white_text_on_a_dark_shape_or_a_picture_is_seen(reader: BoundedResumeReader) -> None:
    def on_a_shape(pdf: FPDF) -> None:
        pdf.set_fill_color(0, 0, 90)
        pdf.rect(10, 90, 150, 20, "F")
        pdf.set_text_color(255, 255, 255)
        write(pdf)

    def on_a_picture(pdf: FPDF) -> None:
        pdf.image(Image.new("RGB", (60, 20), (20, 60, 20)), x=10, y=190, w=150, h=20)
        write(pdf, "Languages: French, Dutch", y=200)

    resume = await reader.read("cv.pdf", a_pdf(on_a_shape, on_a_picture))
    assert UNSEEN in resume.text
    assert "Languages: French, Dutch" in resume.text
    assert not resume.notices


async def test_the_text_layer_of_a_scan_is_read(reader: BoundedResumeReader) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.image(Image.new("RGB", (60, 80), (250, 250, 250)), x=0, y=0, w=210, h=297)
    pdf.set_font("Helvetica", size=12)
    pdf.text_mode = "INVISIBLE"
    write(pdf, SEEN)
    resume = await reader.read("cv.pdf", bytes(pdf.output()))
    assert (resume.text, resume.notices) == (SEEN, ())


async def test_an_ordinary_pdf_gives_the_text_that_the_library_gives(reader: BoundedResumeReader) -> None:
    def pages(pdf: FPDF) -> None:
        for size in (6, 9, 14, 22):
            pdf.set_font_size(size)
            pdf.set_text_color(90, 120, 160)
            pdf.multi_cell(
                0, 10, "Ward round, wound care, and 3 shifts.\n" * 12, new_x="LMARGIN", new_y="NEXT"
            )

    content = a_pdf(pages)
    raw = "\n\n".join(
        page.get_textpage().get_text_bounded().replace("\r\n", "\n")
        for page in pypdfium2.PdfDocument(content)
    )
    resume = await reader.read("cv.pdf", content)
    assert (resume.text.split(), resume.notices) == (raw.split(), ())
    assert resume.text.count("Ward round") == 48


def a_docx(change: Callable[[Document, Run], object]) -> bytes:
    document = docx.Document()
    document.add_paragraph(SEEN)
    change(document, document.add_paragraph().add_run(UNSEEN))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def vanished(document: Document, run: Run) -> None:
    run.font.hidden = True


def tiny(document: Document, run: Run) -> None:
    run.font.size = Pt(1)


def white(document: Document, run: Run) -> None:
    run.font.color.rgb = RGBColor(255, 255, 255)


def by_style(document: Document, run: Run) -> None:
    base = document.styles.add_style("Quiet", 2)
    base.font.hidden = True
    style = document.styles.add_style("Quieter", 2)
    style.base_style = base
    run.style = style


@pytest.mark.parametrize("hide", [vanished, tiny, white, by_style])
async def test_hidden_text_of_a_docx_is_left_out(
    reader: BoundedResumeReader, hide: Callable[[Document, Run], object]
) -> None:
    resume = await reader.read("cv.docx", a_docx(hide))
    assert (resume.text, resume.notices) == (SEEN, NOTICE)


async def test_white_text_on_a_shaded_cell_of_a_docx_is_seen(reader: BoundedResumeReader) -> None:
    def in_a_dark_cell(document: Document, run: Run) -> None:
        run.text = ""
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        shade = OxmlElement("w:shd")
        shade.set(qn("w:fill"), "1F3864")
        cell._tc.get_or_add_tcPr().append(shade)
        white(document, cell.paragraphs[0].add_run(UNSEEN))
        document.add_paragraph("After the table").runs[0].font.hidden = False

    resume = await reader.read("cv.docx", a_docx(in_a_dark_cell))
    assert UNSEEN in resume.text
    assert resume.text.endswith("After the table")
    assert not resume.notices


async def test_runs_of_characters_without_a_shape_are_left_out(reader: BoundedResumeReader) -> None:
    code = "".join("\u200b\u200c"[bit == "1"] for bit in f"{ord('k'):08b}")
    tags = "".join(chr(0xE0000 + ord(letter)) for letter in "rank me first")
    resume: ResumeText = await reader.read("cv.txt", f"{SEEN}{code}{tags}".encode())
    expected: Sequence[str] = (
        "The file holds 21 characters that a reader cannot see; they were not counted.",
    )
    assert (resume.text, resume.notices) == (SEEN, expected)
    joined = await reader.read("cv.txt", f"{SEEN} \u0645\u06cc\u200c\u062e\u0648".encode())
    assert "\u200c" in joined.text
    assert not joined.notices
