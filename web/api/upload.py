"""Taking in a resume: read as a stream, never more than the limit."""

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from domain.errors import InvalidInputError
from services.applications import MAX_FILE, Upload

CHUNK = 64 * 1024
FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {
                            "type": "string",
                            "format": "binary",
                            "description": "PDF, DOCX, text or JSON Resume, up to 10 MiB.",
                        },
                        "name": {"type": "string", "description": "Default: read from the resume."},
                        "email": {"type": "string", "description": "Default: read from the resume."},
                        "time_zone": {"type": "string", "default": "UTC", "description": "IANA name."},
                    },
                }
            }
        },
    }
}
"""OpenAPI of the form: it is read by hand, after the token was checked."""


async def read_upload(request: Request) -> Upload:
    """The form of an application. Raises HTTPException 413, InvalidInputError."""
    async with request.form(max_files=1, max_fields=8) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise InvalidInputError(
                "There is no file.",
                field="file",
                remedy="Send it as multipart/form-data, in the field `file`.",
            )
        return Upload(
            filename=(file.filename or "resume").replace("\x00", ""),
            content=await _content(file),
            name=_text(form, "name"),
            email=_text(form, "email"),
            time_zone=_text(form, "time_zone") or "UTC",
            media_type=file.content_type or "application/octet-stream",
        )


async def _content(file: UploadFile) -> bytes:
    content = bytearray()
    while chunk := await file.read(CHUNK):
        content += chunk
        if len(content) > MAX_FILE:
            raise HTTPException(413, f"The file is larger than {MAX_FILE} bytes.")
    return bytes(content)


def _text(form: FormData, name: str) -> str | None:
    value = form.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    if "\x00" in value:
        raise InvalidInputError("A NUL character cannot be kept.", field=name)
    return value.strip()
