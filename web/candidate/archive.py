"""A candidate's own data as a ZIP: a page to read, JSON for programs, and the resume as it was sent."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from services.candidate_export import OwnData
from web.candidate.telling import Times, environment

READABLE, FOR_PROGRAMS, RESUME = "my-application.html", "my-application.json", "resume"
LONGEST_ENDING = 10


def archive(data: OwnData, times: Times) -> bytes:
    """The bytes of the ZIP."""
    readable = environment(times.language).get_template("candidate/export.html")
    text = readable.render(
        lang=times.language, when=times, data=data.facts, has_resume=data.resume is not None
    )
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as made:
        made.writestr(READABLE, text)
        made.writestr(FOR_PROGRAMS, json.dumps(data.facts, ensure_ascii=False, indent=2))
        if data.resume is not None:
            filename, content = data.resume
            made.writestr(RESUME + _ending(filename), content)
    return packed.getvalue()


def _ending(filename: str) -> str:
    """`.pdf` of `../../cv.pdf`: of a stranger's file name only a plain ending is repeated."""
    dot, ending = filename.rpartition(".")[1:]
    plain = ending.isascii() and ending.isalnum() and len(ending) <= LONGEST_ENDING
    return f".{ending.lower()}" if dot and plain else ""
