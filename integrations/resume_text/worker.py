"""Reads one PDF or DOCX in a process of its own: file on stdin, one JSON object on stdout.

Started with `python -I worker.py pdf|docx`. The file comes from a stranger, and a bomb can abort the whole
process, so this one limits itself first and is thrown away afterwards. Imports nothing of the project but the
files beside it, by their path. Answers {"text": ..., "hidden_words": ...} or {"problem": code}; no answer means
that it hit a limit.
"""

import importlib.util
import io
import json
import lzma
import re
import resource
import sys
import zipfile
import zlib
from pathlib import Path
from types import ModuleType
from typing import Any

MEMORY_BYTES = 600 * 1024 * 1024
CPU_SECONDS = 10
MAX_PAGES = 60
MAX_CHARS = 200_000
"""One more is handed on, which tells that there was more."""
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
SUSPICIOUS_BYTES = 10 * 1024 * 1024
MAX_RATIO = 150
MAX_ENTRIES = 3000
MAX_PART_BYTES = 30 * 1024 * 1024

PART = re.compile(r"word/(header\d*|document\d*|footnotes|footer\d*)\.xml")
PART_ORDER = ("header", "document", "footnotes", "footer")
STYLES = "word/styles.xml"
DAMAGED = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zlib.error, lzma.LZMAError)
"""What `zipfile` raises for damaged bytes, wherever they are."""
FEWEST_HIDDEN_WORDS = 3
"""On a page; fewer are stray marks of ordinary files, which are read as ever."""


class ProblemError(Exception):
    """A reason for people, as a code that the caller knows."""


def limit_process() -> None:
    """No more memory, time or files than a resume needs."""
    for kind, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
    ):
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):
            # macOS refuses RLIMIT_AS; page, size and time limits still hold there.
            continue


def beside(name: str) -> ModuleType:
    """A file of this folder as a module: an isolated interpreter does not look for it by itself."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).resolve().with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def read_pdf(content: bytes) -> tuple[str, int]:
    """Text of the first pages, in the order the file draws it, and how many words of it nobody can see."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(content)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise ProblemError("encrypted" if encrypted else "damaged_pdf") from error
    hidden_pdf = beside("hidden_pdf")
    budget = hidden_pdf.new_budget()
    pages: list[str] = []
    broken = hidden = 0
    for number in range(min(count, MAX_PAGES)):
        try:
            page = document[number]
            text, left_out = page_text(page, hidden_pdf.take_hidden_off, budget)
        except pypdfium2.PdfiumError:
            broken += 1
            continue
        # PDFium marks a hyphen at the end of a line with U+0002 or U+FFFE: the word goes on below.
        hidden += left_out
        pages.append(re.sub(r"[\u0002\ufffe]\s*", "", text))
        if sum(map(len, pages)) > MAX_CHARS:
            break
    if not "".join(pages).strip():
        raise ProblemError("damaged_pdf" if broken or not count else "scanned")
    return "\n\n".join(pages), hidden


def page_text(page: Any, take_hidden_off: Any, budget: list[int]) -> tuple[str, int]:
    """Visible text of one page, and how many words on and beside it were left out."""
    before = page.get_textpage()
    text = before.get_text_bounded()
    if not take_hidden_off(page, budget):
        return text, 0
    visible = page.get_textpage().get_text_bounded()
    left_out = len(before.get_text_range().split()) - len(visible.split())
    return (visible, left_out) if left_out >= FEWEST_HIDDEN_WORDS else (text, 0)


def read_docx(content: bytes) -> tuple[str, int]:
    """All text of headers, body (tables and text boxes included), footnotes and footers, in that order.

    Also how many words were left out because nobody can see them.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGED as error:
        raise ProblemError("damaged_docx") from error
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    bomb = unpacked > SUSPICIOUS_BYTES and unpacked > MAX_RATIO * len(content)
    if bomb or unpacked > MAX_UNPACKED_BYTES or len(entries) > MAX_ENTRIES:
        raise ProblemError("bomb")
    names = {entry.filename for entry in entries}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise ProblemError("macros")
    parts = sorted(filter(PART.fullmatch, names), key=_part_order)
    if not any(name.startswith("word/document") for name in parts):
        raise ProblemError("other_zip")
    docx_part = beside("docx_part")
    texts: list[str] = []
    styles: dict[str, dict[str, str]] = {}
    hidden = 0
    for name in dict.fromkeys([*([STYLES] if STYLES in names else []), *parts]):
        entry = archive.getinfo(name)
        if entry.file_size > MAX_PART_BYTES:
            raise ProblemError("bomb")
        if entry.flag_bits & 1:
            raise ProblemError("encrypted")
        try:
            xml = archive.read(entry)
        except DAMAGED as error:
            raise ProblemError("damaged_docx") from error
        if name == STYLES:
            styles = parsed(docx_part.style_looks, xml)
            continue
        part = parsed(docx_part.part_text, xml, styles)
        texts.append(part.text)
        hidden += part.hidden_words
    return "\n".join(texts), hidden


def _part_order(name: str) -> tuple[int, str]:
    return next(i for i, prefix in enumerate(PART_ORDER) if name.startswith(f"word/{prefix}")), name


def parsed(read: Any, xml: bytes, *more: object) -> Any:
    """What `read` makes of the XML; entities and DTDs are refused."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        return read(xml, *more, iterparse)
    except DefusedXmlException as error:
        raise ProblemError("hostile_xml") from error
    except (ParseError, ValueError, LookupError) as error:
        raise ProblemError("damaged_docx") from error


def main() -> None:
    """Limit, read, answer."""
    limit_process()
    content = sys.stdin.buffer.read()
    read = {"pdf": read_pdf, "docx": read_docx}[sys.argv[1]]
    try:
        text, hidden = read(content)
        answer: dict[str, object] = {"text": text[: MAX_CHARS + 1], "hidden_words": hidden}
    except ProblemError as problem:
        answer = {"problem": str(problem)}
    except MemoryError:
        answer = {"problem": "bomb"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
