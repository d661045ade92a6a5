"""`understudy interpret`: what candidates' messages say, from a file to a file. Needs no server and no setting.

In: one JSON object a line, {"id", "lang", "reference_time", "candidate_tz", "interviewer_tz", "context": [starts of
proposed times], "message"}; `lang` and `context` may be left out. Out: {"id", "intent", "available": [[start, end],
...] or null, "selected": start or null}; times are ISO 8601 in the candidate's zone, `selected` as it was listed.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from cli.jsonl import open_text, parse, text_field
from domain.errors import InvalidInputError
from domain.negotiation.reading import Ask, Reading

LANGUAGES = frozenset({"en", "de", "fr", "es", "pt"})


def interpret(
    source: Annotated[Path, typer.Option("--in", help="Messages, one JSON object per line.")],
    out: Annotated[Path, typer.Option(help="Where the readings go, one JSON object per line.")],
) -> None:
    """Read candidates' messages: intent, stated times, accepted proposal.

    Lines are written as they are read. A broken line is reported on stderr and left out; the others are still
    written, and the exit code is then not 0. Raises InvalidInputError naming line and field.
    """
    broken = 0
    first: InvalidInputError | None = None
    with _opened(out) as target:
        for where, line in _lines(source):
            try:
                target.write(json.dumps(_answer(where, line), ensure_ascii=False) + "\n")
            except InvalidInputError as error:
                typer.echo(f"{error.message}", err=True)
                broken, first = broken + 1, first or error
    if first is not None:
        raise InvalidInputError(f"{broken} of the lines could not be read, the first: {first.message}", field=first.field)
