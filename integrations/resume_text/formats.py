"""What kind of file this is: by its first bytes, then by its name."""

from pathlib import PurePath

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"MZ\x00", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"#!/", "program"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"{\\rtf", "rtf"),
)


def kind_of(filename: str, content: bytes) -> str:
    """`pdf`, `docx`, `json` or `text` (perhaps also JSON), else the code of the reason for refusing it."""
    refused = next((code for magic, code in _REFUSED if content.startswith(magic)), None)
    if refused is not None:
        return refused
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if content.startswith(_OLE):
        return "encrypted" if _ENCRYPTED_PACKAGE in content else "old_office"
    if (content.startswith(b"RIFF") and content[8:12] == b"WEBP") or content[4:11] in {
        b"ftyphei",
        b"ftypmif",
    }:
        return "image"
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return "pdf"
    return _by_name(filename, content)


def _by_name(filename: str, content: bytes) -> str:
    """The rest is text or rubbish; the decoder tells which."""
    head = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    suffix = PurePath(filename).suffix.lower()
    if suffix == ".json":
        return "json"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if suffix == ".pdf":
        return "damaged_pdf"
    return "damaged_docx" if suffix == ".docx" else "text"
