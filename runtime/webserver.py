"""The web process."""

import gc
import threading

import uvicorn

from domain.figures import minutes_of
from feature_flags import provider
from runtime import database
from runtime.calendar_connecting import for_web
from runtime.identity import identity
from runtime.language_model import language_model
from runtime.settings import Settings
from runtime.storage import media
from runtime.warmup import warm_up
from runtime.webhooks import for_web as webhooks_for_web
from runtime.webhooks import rates
from runtime.wiring import business_clock, form_key, links, log_keys, needed
from web.api.interview_socket import LARGEST_FRAME
from web.app import create_app
from web.deps import WebDeps

BYTES_OF_A_CHARACTER = 4
"""At most, in UTF-8."""


def serve(settings: Settings) -> None:
    """Serve pages and API until SIGINT or SIGTERM."""
    provider.install()
    url = needed(settings.database_url, "DATABASE_URL")
    app = create_app(
        WebDeps(
            sessions=database.sessions(database.engine(url, database.WEB, settings.database_pool)),
            clock=business_clock(settings.tempo),
            links=links(settings),
            base_url=settings.base_url,
            form_key=form_key(settings),
            identity=identity(settings),
            impact_minimum=settings.impact_minimum,
            step_minutes=minutes_of(settings.step_minutes),
            calendars=for_web(settings),
            webhooks=webhooks_for_web(settings),
            follow_ups=language_model(settings).follow_ups,
            media=media(settings),
            workflow_pages=workflow_pages(settings),
            rates=rates(settings),
            log_keys=log_keys(settings),
        )
    )
    # Beside the first requests, not before them.
    threading.Thread(target=_get_ready, name="warm-up", daemon=True).start()
    # Paths of candidate links are secrets: no access log.
    uvicorn.run(
        app,
        host=settings.web_host,
        port=settings.web_port,
        access_log=False,
        log_level="warning",
        server_header=False,
        ws_max_size=LARGEST_FRAME * BYTES_OF_A_CHARACTER,
    )


def workflow_pages(settings: Settings) -> str | None:
    """Root of Temporal's pages about the workflows of this installation, where it is set."""
    if settings.temporal_ui is None:
        return None
    return f"{settings.temporal_ui.rstrip('/')}/namespaces/{settings.temporal_namespace}/workflows"


def _get_ready() -> None:
    """Load what the first use would, then leave it out of every later search for garbage: it is never any."""
    warm_up()
    gc.collect()
    gc.freeze()
