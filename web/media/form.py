"""A form with one file, read while it arrives: the fields before the file first, then the file piece by piece.

Starlette's own reader writes the whole form to temporary files before anybody can look at the form token in it.
"""

from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from domain.errors import InvalidInputError

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

LONGEST_FIELD = 4096
MOST_FIELDS = 20


@dataclass(frozen=True, slots=True)
class FilePart:
    """What the form says of its file."""

    filename: str
    declared: str


class UploadForm:
    """One form, read once: `open`, then `file`, then `content`."""

    def __init__(self, request: Request) -> None:
        """A body that is no such form is one without fields and without a file: its token is missing first of all."""
        kind, options = parse_options_header(request.headers.get("content-type"))
        boundary = options.get(b"boundary", b"") if kind == b"multipart/form-data" else b""
        self.fields: dict[str, str] = {}
        self._file: FilePart | None = None
        self._stream = request.stream()
        self._parts = _Parts()
        self._parser = MultipartParser(boundary, self._parts.callbacks()) if boundary else None

    async def open(self) -> None:
        """Read up to the file; `fields` holds what came before. Raises InvalidInputError for a broken form."""
        while True:
            while self._parts.events:
                event = self._parts.events.popleft()
                if isinstance(event, FilePart):
                    self._file = event
                    return
                if isinstance(event, tuple):
                    self._keep(*event)
            if not await self._more():
                return

    def file(self) -> FilePart:
        """What the form says of its file. Raises InvalidInputError when it ended without one, or none was chosen."""
        if self._file is None or not self._file.filename:
            raise InvalidInputError("There is no file.", field="file", remedy="Choose one.")
        return self._file

    async def content(self) -> AsyncIterator[bytes]:
        """The file's bytes; ends with the file. What follows in the form is read and ignored."""
        is_open = True
        while True:
            while self._parts.events:
                event = self._parts.events.popleft()
                if event is None:
                    is_open = False
                elif isinstance(event, bytes) and is_open:
                    yield event
            if not await self._more():
                if is_open:
                    raise _broken()
                return

    async def _more(self) -> bool:
        if self._parser is None:
            return False
        chunk = await anext(self._stream, b"")
        try:
            if chunk:
                self._parser.write(chunk)
                return True
        except FormParserError as error:
            raise _broken() from error
        return False

    def _keep(self, name: str, value: str) -> None:
        if len(self.fields) >= MOST_FIELDS:
            raise _broken()
        self.fields[name] = value


class _Parts:
    """What the parser finds, as events: a field (name, value), the file, its bytes, and None for its end."""

    def __init__(self) -> None:
        self.events: deque[tuple[str, str] | FilePart | bytes | None] = deque()
        self._headers: dict[bytes, bytes] = {}
        self._name, self._value = b"", b""
        self._field: str | None = None
        self._data = bytearray()
        self._files = 0

    def callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._header_name,
            "on_header_value": self._header_value,
            "on_header_end": self._header_end,
            "on_headers_finished": self._begin_content,
            "on_part_data": self._content,
            "on_part_end": self._end,
        }

    def _begin(self) -> None:
        self._headers = {}

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        self._headers[self._name.lower()] = self._value
        self._name, self._value = b"", b""

    def _begin_content(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition"))
        name = options.get(b"name")
        if name is None:
            raise FormParserError("a part without a name")
        if b"filename" not in options:
            self._field, self._data = name.decode("utf-8", "replace"), bytearray()
            return
        self._files += 1
        if self._files > 1:
            raise FormParserError("more than one file")
        self._field = None
        declared = self._headers.get(b"content-type", b"application/octet-stream")
        self.events.append(
            FilePart(options[b"filename"].decode("utf-8", "replace"), declared.decode("latin-1"))
        )

    def _content(self, data: bytes, start: int, end: int) -> None:
        if self._field is None:
            self.events.append(bytes(data[start:end]))
            return
        self._data += data[start:end]
        if len(self._data) > LONGEST_FIELD:
            raise FormParserError("a field is too long")

    def _end(self) -> None:
        if self._field is None:
            self.events.append(None)
        else:
            self.events.append((self._field, self._data.decode("utf-8", "replace")))


def _broken() -> InvalidInputError:
    return InvalidInputError(
        "This is no form with one file.", field="file", remedy="Send one file as multipart/form-data."
    )
