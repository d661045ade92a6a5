"""Pages from templates, autoescaped, with the few filters that people's eyes need."""

from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from domain.errors import UnderstudyError
from domain.messages.times import format_duration, format_instant, local_time
from web.assets import NAMES
from web.statuses import status_of


def _time(instant: datetime, zone: str) -> Markup:
    """An instant in words of a zone, with its machine-readable form."""
    machine = instant.astimezone(UTC).isoformat(timespec="seconds")
    return Markup('<time datetime="{}">{}</time>').format(machine, format_instant(instant, zone))


def _clock(instant: datetime, zone: str) -> str:
    """Hours and minutes on the wall clock of a zone."""
    return f"{local_time(instant, zone):%H:%M}"


def _words(value: object) -> str:
    """`slot_pending` as `slot pending`."""
    return str(value).replace("_", " ")


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"time": _time, "clock": _clock, "words": _words, "duration": format_duration}
    made.globals["assets"] = NAMES
    return made


ENVIRONMENT = _environment()


def page(
    request: Request,
    template: str,
    *,
    status: HTTPStatus | None = None,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> HTMLResponse:
    """Render a template. `root` is the prefix of every address. `status` None: that of `error`, if one is shown."""
    root = request.app.state.deps.root
    html = ENVIRONMENT.get_template(template).render(root=root, **context)
    if status is None:
        error = context.get("error")
        status = status_of(error) if isinstance(error, UnderstudyError) else HTTPStatus.OK
    return HTMLResponse(html, status.value, dict(headers or {}))
