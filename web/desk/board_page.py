"""Rendering a page of the board: with what every one of them shows, times above all."""

from typing import Any

from fastapi.responses import HTMLResponse

from domain.errors import UnderstudyError
from domain.messages.times import format_instant
from web.acting import Act
from web.desk.session import Desk
from web.reading.board_due import countdown, short_instant


def board_page(
    desk: Desk, act: Act, template: str, error: UnderstudyError | None = None, **context: Any
) -> HTMLResponse:
    """A page for somebody who acts; with an error that it shows, it has the error's status."""
    return desk.show(
        template,
        act,
        error,
        now=act.at,
        countdown=countdown,
        short=short_instant,
        full=format_instant,
        **context,
    )
