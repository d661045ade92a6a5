"""Reads one PDF or DOCX in a process of its own: file on stdin, one JSON object on stdout.

Started with `python -I worker.py pdf|docx`. The file comes from a stranger, and a bomb can abort the whole
process, so this one limits itself first and is thrown away afterwards. Imports nothing of the project.
Answers {"text": ...} or {"problem": code}; no answer means that it hit a limit.
"""

import io
import json
import re
import resource
import sys
import zipfile

MEMORY_BYTES = 600 * 1024 * 1024
CPU_SECONDS = 10
MAX_PAGES = 60
MAX_CHARS = 200_000
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
SUSPICIOUS_BYTES = 10 * 1024 * 1024
MAX_RATIO = 150
MAX_ENTRIES = 3000
MAX_PART_BYTES = 30 * 1024 * 1024

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Files saved as "Strict Open XML" use another namespace for the same elements.
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PART = re.compile(r"word/(header\d*|document\d*|footnotes|footer\d*)\.xml")
PART_ORDER = ("header", "document", "footnotes", "footer")


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


def read_pdf(content: bytes) -> str:
    """Text of the first pages, in the order the file draws it."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(content)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise ProblemError("encrypted" if encrypted else "damaged_pdf") from error
    pages: list[str] = []
    broken = 0
    for number in range(min(count, MAX_PAGES)):
        try:
            text = document[number].get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:
            broken += 1
            continue
        # PDFium marks a hyphen at the end of a line with U+0002 or U+FFFE: the word goes on below.
        pages.append(re.sub(r"[\u0002\ufffe]\s*", "", text))
        if sum(map(len, pages)) > MAX_CHARS:
            break
    if not "".join(pages).strip():
        raise ProblemError("damaged_pdf" if broken or not count else "scanned")
    return "\n\n".join(pages)


def read_docx(content: bytes) -> str:
    """All text of headers, body (tables and text boxes included), footnotes and footers, in that order."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
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
    texts: list[str] = []
    for name in dict.fromkeys(parts):
        entry = archive.getinfo(name)
        if entry.file_size > MAX_PART_BYTES:
            raise ProblemError("bomb")
        if entry.flag_bits & 1:
            raise ProblemError("encrypted")
        try:
            texts.append(_part_text(archive.read(entry)))
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
            raise ProblemError("damaged_docx") from error
    return "\n".join(texts)


def _part_order(name: str) -> tuple[int, str]:
    return next(i for i, prefix in enumerate(PART_ORDER) if name.startswith(f"word/{prefix}")), name


def _part_text(xml: bytes) -> str:
    """Text of one part. Event by event, so that deep nesting costs no stack; entities and DTDs are refused."""
    from xml.etree.ElementTree import ParseError
    from zlib import error as zlib_error

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    pieces: list[str] = []
    in_fallback = 0
    try:
        for event, element in iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True):
            if element.tag == FALLBACK:
                # Older copies of text boxes stand here a second time.
                in_fallback += 1 if event == "start" else -1
            if event == "end":
                if not in_fallback:
                    pieces.append(_piece(element.tag, element.text))
                element.clear()
    except DefusedXmlException as error:
        raise ProblemError("hostile_xml") from error
    except (ParseError, ValueError, LookupError, zlib_error) as error:
        raise ProblemError("damaged_docx") from error
    return "".join(pieces)


def _piece(tag: str, text: str | None) -> str:
    kind = tag.removeprefix(WORD).removeprefix(STRICT)
    if kind == "t":
        return text or ""
    if kind in {"p", "br", "cr"}:
        return "\n"
    return "\t" if kind == "tab" else ""


def main() -> None:
    """Limit, read, answer."""
    limit_process()
    content = sys.stdin.buffer.read()
    read = {"pdf": read_pdf, "docx": read_docx}[sys.argv[1]]
    try:
        answer = {"text": read(content)[:MAX_CHARS]}
    except ProblemError as problem:
        answer = {"problem": str(problem)}
    except MemoryError:
        answer = {"problem": "bomb"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
