"""A candidate's page in words: templates in one of the five languages, times in the reader's zone."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import web
from domain.messages.catalog import translations
from domain.messages.facts import ReasonClass
from domain.messages.reasons import reason
from domain.messages.tongue import Tongue
from domain.negotiation.words.clock import Clock
from domain.wall_clock import local_time
from web.assets import NAMES as ASSETS
from web.candidate.language import NAMES

PAGES = "pages"
"""The catalogs of these pages."""
PACKED = 6
"""How hard pages are compressed, 1 to 9: phones pay for bytes."""
TEMPLATES = Path(web.__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Times:
    """Tells times on a page: in one language and zone, seen from one moment."""

    language: str
    zone: str
    """IANA name."""
    now: datetime

    def moment(self, instant: datetime) -> Markup:
        """Day, time and zone, with the machine-readable form."""
        return _time(instant, Tongue(self.language, self.zone, self.now).moment(instant))

    def elsewhere(self, instant: datetime, zone: str) -> Markup:
        """As `moment`, on the clock of another zone."""
        teller = Tongue(self.language, zone, self.now)
        return _time(instant, teller.moment(instant))

    def differs(self, instant: datetime, zone: str) -> bool:
        """Whether the clocks of that zone read otherwise at that moment."""
        return bool(zone) and not self._clock.same_reading(instant, zone)

    def hour(self, instant: datetime) -> str:
        """The time of day alone."""
        return self._clock.time(instant)

    def day(self, instant: datetime) -> str:
        """The day alone, with its weekday."""
        return self._clock.day(instant)

    def place(self, instant: datetime) -> str:
        """The zone with its offset at that moment."""
        return self._clock.place(instant)

    def span(self, length: timedelta) -> str:
        """A length of time."""
        return Tongue(self.language, self.zone, self.now).span(length)

    def reason(self, why: ReasonClass) -> str:
        """Why an application ended, in the words of the final answer."""
        return reason(Tongue(self.language, self.zone, self.now), why)

    @property
    def _clock(self) -> Clock:
        return Clock(self.language, self.zone, local_time(self.now, self.zone).year, home=self.zone)


def _time(instant: datetime, words: str) -> Markup:
    machine = instant.astimezone(UTC).isoformat(timespec="seconds")
    return Markup('<time datetime="{}">{}</time>').format(machine, words)


@cache
def environment(language: str) -> Environment:
    """The templates in a language. Compiled once per language, so that a sentence costs nothing at render."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # The extension adds these methods to the environment when it is loaded.
    made.install_gettext_translations(  # type: ignore[attr-defined]
        translations(PAGES, language), newstyle=True
    )
    made.policies["ext.i18n.trimmed"] = True
    made.globals |= {"assets": ASSETS, "languages": NAMES}
    return made


def said(language: str, text: str) -> str:
    """A sentence of the code in a language."""
    return translations(PAGES, language).gettext(text)


def tell(
    request: Request,
    template: str,
    times: Times,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> HTMLResponse:
    """Render a template in a language. `root` is the prefix of every address."""
    html = environment(times.language).get_template(template)
    text = html.render(root=request.app.state.deps.root, lang=times.language, when=times, **context)
    told = {"Content-Language": times.language, "Vary": "Accept-Encoding, Accept-Language", **(headers or {})}
    body = text.encode()
    if "gzip" in request.headers.get("accept-encoding", ""):
        # No answer to a link repeats what the address holds, so its length tells nobody its secrets (BREACH).
        body, told["Content-Encoding"] = gzip.compress(body, PACKED, mtime=0), "gzip"
    return HTMLResponse(body, status.value, told)
