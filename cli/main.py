"""The table of contents of the command line, and the one place where errors become exit codes."""

import sys
from collections.abc import Callable

import typer
from rich.console import Console
from rich.markup import escape

from cli import (
    audit,
    calendars,
    flags,
    impact,
    jobs,
    keys,
    media,
    migrate,
    processing,
    questions,
    resumes,
    stack,
    transcripts,
    users,
)
from cli.evaluate import evaluate
from cli.interpret import interpret
from cli.score import score
from domain.errors import (
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    SetupError,
    UnavailableError,
    UnderstudyError,
)

app = typer.Typer(
    name="understudy",
    help="Durable hiring automation: ranks applications, fills interview seats, keeps them filled.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(migrate.app, name="migrate")
app.add_typer(jobs.app, name="job")
app.add_typer(resumes.app, name="resumes")
app.add_typer(questions.app, name="questions")
app.add_typer(flags.app, name="flags")
app.add_typer(audit.app, name="audit")
app.add_typer(impact.app, name="impact")
app.add_typer(users.app, name="users")
app.add_typer(keys.app, name="keys")
app.add_typer(calendars.app, name="calendars")
app.add_typer(media.app, name="media")
app.add_typer(processing.app, name="processing")
app.add_typer(transcripts.app, name="transcript")
app.command()(score)
app.command()(evaluate)
app.command()(interpret)
for command in stack.COMMANDS:
    app.command()(command)

EXIT_CODES: dict[type[UnderstudyError], int] = {
    InvalidInputError: 2,
    NotFoundError: 3,
    ConflictError: 4,
    ForbiddenError: 5,
    UnavailableError: 6,
    SetupError: 7,
    UnderstudyError: 1,
}
"""Exit code of each class of error; 0 is success, 130 an interrupt."""


def exit_code(error: UnderstudyError) -> int:
    """The exit code of an error: its own class's, or the nearest above."""
    return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)


def run(call: Callable[[], object] = app) -> None:
    """Entry point: what goes wrong is said on stderr, with what to do about it."""
    console = Console(stderr=True)
    try:
        call()
    except UnderstudyError as error:
        where = f" ({error.field})" if error.field else ""
        console.print(f"[bold red]error[/]{escape(where)}: {escape(error.message)}", highlight=False)
        if error.remedy:
            console.print(f"  {escape(error.remedy)}", highlight=False)
        sys.exit(exit_code(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
