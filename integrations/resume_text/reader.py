"""The resume reader: bounds on size, time and memory around four formats."""

import asyncio

from domain.errors import UnreadableResumeError
from domain.ports import ResumeText
from integrations.resume_text.formats import kind_of
from integrations.resume_text.json_resume import read_json_resume
from integrations.resume_text.plain import MAX_CHARS, clean, decode, email_in, name_in, without_unseen
from integrations.resume_text.process import WorkerPool
from integrations.resume_text.reasons import unreadable

MEBIBYTE = 1024 * 1024


class BoundedResumeReader:
    """Reads PDF and DOCX in a throw-away process each, plain text and JSON Resume here. No OCR.

    The kind of file is told by its content first, its name second. `name` is the first line that looks
    like one (JSON Resume: as stated), `email` the first address of the text: hints for imports that have
    nothing else. Implements `domain.ports.ResumeReader`.
    """

    def __init__(
        self, *, max_bytes: int = 10 * MEBIBYTE, timeout: float = 15.0, processes: int | None = None
    ) -> None:
        """`timeout` in seconds of wall time per file; `processes` at a time, default one per processor."""
        self._max_bytes = max_bytes
        self._pool = WorkerPool(timeout, processes)

    async def read(self, filename: str, content: bytes) -> ResumeText:
        """Read a resume; see the port. Raises UnreadableResumeError with a sentence for the recruiter."""
        if not content.strip(b"\x00 \t\r\n"):
            raise unreadable("empty")
        if len(content) > self._max_bytes:
            limit = self._max_bytes / MEBIBYTE
            raise UnreadableResumeError(
                f"The file is larger than {limit:g} MiB.",
                field="resume",
                remedy="Ask the candidate for a smaller file.",
            )
        kind = kind_of(filename, content)
        if kind in {"pdf", "docx"}:
            seen = await self._pool.text(kind, content)
            return _with_hints(seen.text, kind, seen.hidden_words)
        if kind not in {"json", "text"}:
            raise unreadable(kind)
        # In a thread: ten megabytes of text would hold up the event loop for a noticeable time.
        return await asyncio.to_thread(_read_here, filename, kind, content)


def _read_here(filename: str, kind: str, content: bytes) -> ResumeText:
    text = decode(content)
    if kind == "json" or text.lstrip().startswith("{"):
        try:
            return read_json_resume(text)
        except UnreadableResumeError:
            # Prose may begin with a brace; only a file that calls itself JSON must be JSON.
            if filename.lower().endswith(".json") or text.rstrip().endswith("}"):
                raise
    return _with_hints(text, "text")


def _with_hints(raw: str, kind: str, hidden_words: int = 0) -> ResumeText:
    seen, unseen = without_unseen(raw)
    text = clean(seen)
    notices = [
        f"The file holds {count} {what}{'' if count == 1 else 's'} that a reader cannot see; they were not counted."
        for count, what in ((hidden_words, "word"), (unseen, "character"))
        if count
    ]
    if len(raw) > MAX_CHARS:
        notices.append(f"The text is very long: only its first {MAX_CHARS:,} characters were read.")
    return ResumeText(
        text=text, format=kind, name=name_in(text), email=email_in(text), notices=tuple(notices)
    )
