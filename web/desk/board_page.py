"""Rendering a page of the board: with what every one of them shows, times above all."""

from typing import Any

from fastapi.responses import HTMLResponse

from domain.errors import UnderstudyError
from domain.messages.times import format_instant
from web.acting import Act
from web.desk.session import Desk
from web.reading.board_due import countdown, short_instant
from web.render import page


def board_page(
    desk: Desk, act: Act, template: str, error: UnderstudyError | None = None, **context: Any
) -> HTMLResponse:
    """A page for somebody who acts; with an error that it shows, it has the error's status."""
    return page(
        desk.request,
        template,
        error=error,
        me=act,
        now=act.at,
        csrf=desk.csrf,
        countdown=countdown,
        short=short_instant,
        full=format_instant,
        **context,
    )
