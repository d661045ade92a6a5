"""Why a file gave no text, in sentences for the recruiter who sees them on the application."""

from domain.errors import UnreadableResumeError

_RESEND = "Ask the candidate for a PDF or DOCX file."
_SENTENCES: dict[str, tuple[str, str | None]] = {
    "empty": ("The file is empty.", _RESEND),
    "encrypted": ("The file is protected with a password.", "Ask the candidate for an unprotected copy."),
    "damaged_pdf": ("The PDF file is damaged.", "Ask the candidate to send it again."),
    "damaged_docx": ("The DOCX file is damaged.", "Ask the candidate to send it again."),
    "scanned": ("The PDF holds no text; it looks like a scan.", "It needs a human to read it."),
    "bomb": ("The file unpacks to far more than a resume holds; it was not read.", _RESEND),
    "too_slow": ("Reading the file took too long; it was stopped.", _RESEND),
    "macros": ("The Word file contains macros; it was not read.", _RESEND),
    "hostile_xml": ("The DOCX file contains forbidden XML declarations; it was not read.", _RESEND),
    "other_zip": ("The file is an archive or another office format, not a DOCX document.", _RESEND),
    "old_office": ("The file is in the old Word format (.doc).", _RESEND),
    "archive": ("The file is an archive, not a resume.", _RESEND),
    "image": ("The file is a picture.", "It needs a human to read it, or a PDF with text."),
    "program": ("The file is a program, not a resume.", _RESEND),
    "rtf": ("The file is in rich text format (.rtf).", _RESEND),
    "html": ("The file is a web page.", _RESEND),
    "not_json_resume": (
        "The JSON file is not a JSON Resume.",
        "It needs `basics`, `work`, `education` or `skills` as on jsonresume.org.",
    ),
    "bad_json": ("The JSON file is damaged.", "Ask the candidate to send it again."),
    "encoding": ("The file is not text in a known encoding.", _RESEND),
    "too_short": ("The file holds almost no text.", "It needs a human to look at it."),
}


def unreadable(code: str) -> UnreadableResumeError:
    """The error for a reason; an unknown reason is a damaged file to the recruiter."""
    message, remedy = _SENTENCES.get(code, ("The file could not be read.", _RESEND))
    return UnreadableResumeError(message, field="resume", remedy=remedy)
