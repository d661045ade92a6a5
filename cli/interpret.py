"""`understudy interpret`: what candidates' messages say, from a file to a file. Needs no server and no setting.

In: one JSON object a line, {"id", "lang", "reference_time", "candidate_tz", "interviewer_tz", "context": [starts of
the proposed times], "message"}; `lang` and `context` may be missing or null. Out: {"id", "intent", "available":
[[start, end], ...] or null, "selected": start or null}. Times are ISO 8601 with an offset: available ones in the
candidate's zone, a selected one as it was listed. Files ending in .gz are read and written compressed.
"""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Annotated
from zoneinfo import ZoneInfo

import typer

from cli.jsonl import open_text, parse_object, text_field
from domain.errors import InvalidInputError
from domain.negotiation.reading import Ask, Reading

LANGUAGES = frozenset({"en", "de", "fr", "es", "pt"})


def interpret(
    source: Annotated[Path, typer.Option("--in", help="Messages, one JSON object per line.")],
    out: Annotated[Path, typer.Option("--out", help="Where the readings go, one JSON object per line.")],
) -> None:
    """Read candidates' messages: intent, stated times, accepted proposal.

    Each line is answered as it is read. A broken line is named on stderr with its field and left out; the others
    are still written, and the exit code says that something was wrong. Raises InvalidInputError.
    """
    faults: list[InvalidInputError] = []
    with _opened(source, "rt") as lines, _opened(out, "wt") as target:
        for where, line in _numbered(source, lines):
            try:
                target.write(json.dumps(_answer(line, where), ensure_ascii=False) + "\n")
            except InvalidInputError as error:
                typer.echo(error.message, err=True)
                faults.append(error)
    if faults:
        raise InvalidInputError(
            f"{len(faults)} of the lines could not be read; the others were written.",
            field=faults[0].field,
            remedy="Each of them is named above.",
        )


def _answer(line: str, where: str) -> dict[str, object]:
    """The answer to one line. Raises InvalidInputError naming the line and the field."""
    from domain.negotiation.interpret import interpret as read

    row = parse_object(line, where)
    ask = ask_of(row, where)
    return answer_of(text_field(row, "id", where), ask, read(ask))


def ask_of(row: dict[str, object], where: str) -> Ask:
    """The message of a line with its frame. Raises InvalidInputError naming the field."""
    language = row.get("lang")
    if language is not None and language not in LANGUAGES:
        raise InvalidInputError(f"{where}: lang must be one of {', '.join(sorted(LANGUAGES))}.", field="lang")
    context = row.get("context")
    if context is not None and not isinstance(context, list):
        raise InvalidInputError(f"{where}: context must be a list of times.", field="context")
    return Ask(
        text=text_field(row, "message", where),
        reference=_instant(row.get("reference_time"), "reference_time", where),
        candidate_zone=_zone(row, "candidate_tz", where),
        interviewer_zone=_zone(row, "interviewer_tz", where),
        proposals=tuple(_instant(one, "context", where) for one in context or ()),
        language=language if isinstance(language, str) else None,
    )


def answer_of(identifier: str, ask: Ask, reading: Reading) -> dict[str, object]:
    """The fields of an answer."""
    zone = ZoneInfo(ask.candidate_zone)
    spans = reading.available
    return {
        "id": identifier,
        "intent": reading.intent.value,
        "available": None
        if spans is None
        else [
            [span.start.astimezone(zone).isoformat(), span.end.astimezone(zone).isoformat()] for span in spans
        ],
        "selected": None if reading.selected is None else reading.selected.isoformat(),
    }


def _instant(value: object, field: str, where: str) -> datetime:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise InvalidInputError(f"{where}: {field} needs an ISO 8601 time with an offset.", field=field)
    return found


def _zone(row: dict[str, object], field: str, where: str) -> str:
    name = text_field(row, field, where)
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:  # KeyError: the name is not in the database
        raise InvalidInputError(f"{where}: {field} {name!r} is no time zone.", field=field) from error
    return name


def _numbered(source: Path, lines: IO[str]) -> Iterator[tuple[str, str]]:
    """Each line that is not blank, with its place ("file, line 3")."""
    try:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield f"{source}, line {number}", line
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"{source} is not UTF-8 text.", field="in") from error
    except (OSError, EOFError, zlib.error) as error:
        raise InvalidInputError(f"{source} cannot be read: {error}.", field="in") from error


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[IO[str]]:
    field = "in" if mode == "rt" else "out"
    try:
        file = open_text(path, mode)
    except OSError as error:
        raise InvalidInputError(
            f"{path} cannot be opened: {error.strerror or error}.", field=field
        ) from error
    with file:
        yield file
