"""The mailbox over HTTP: pages for people, JSON for programs, refusal rules for tests.

It runs on loopback without a login. So it answers only under loopback names (a web page elsewhere could
otherwise be made to read it through a name of its own), and what mails contain never runs.
"""

import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader
from pydantic import BaseModel, Field, field_validator
from starlette.middleware.base import RequestResponseEndpoint
from starlette.middleware.trustedhost import TrustedHostMiddleware

from integrations.mailbox.content import files_of, headers_of, html_of, links_of, text_of
from integrations.mailbox.rules import Rule, Rules, Stage
from integrations.mailbox.store import MailStore, StoredMail

_SHOWN = 200
_CSP = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class RuleInput(BaseModel):
    """A refusal to put in force."""

    address: str
    """Regular expression, searched in the recipient address."""
    code: int = Field(451, ge=400, le=599)
    times: int | None = Field(1, ge=1)
    """How often; null: until cleared."""
    stage: Stage = "recipient"

    @field_validator("address")
    @classmethod
    def _compiles(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error as error:
            raise ValueError(f"no regular expression: {error}") from error
        return value


class MailOutput(BaseModel):
    """One mail for programs."""

    message_id: str
    to: str
    subject: str
    date: str
    template: str | None
    interview: str | None
    deliveries: int
    received_at: datetime
    links: list[str]
    text: str


def make_page(store: MailStore, rules: Rules) -> FastAPI:
    """The application over one store."""
    app = FastAPI(title="Understudy mailbox", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]"])
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True
    )
    templates.filters["clock"] = _clock

    @app.middleware("http")
    async def guard(request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        response.headers["Content-Security-Policy"] = _CSP
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        return response

    def find(key: str) -> StoredMail:
        mail = store.get(key)
        if mail is None:
            raise HTTPException(404, "No such mail.")
        return mail

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/", response_class=HTMLResponse)
    def inbox(to: str = "") -> str:
        mails = store.newest_first(to=to or None)
        return templates.get_template("inbox.html").render(
            mails=mails[:_SHOWN], total=len(mails), shown=_SHOWN, to=to
        )

    @app.get("/mails/{key}", response_class=HTMLResponse)
    def one_mail(key: str) -> str:
        mail = find(key)
        message = store.message(mail)
        return templates.get_template("mail.html").render(
            mail=mail,
            headers=headers_of(message),
            text=text_of(message),
            html=html_of(message),
            files=files_of(message),
        )

    @app.get("/mails/{key}/files/{number}")
    def one_file(key: str, number: int) -> Response:
        files = files_of(store.message(find(key)))
        if not 0 <= number < len(files):
            raise HTTPException(404, "No such file.")
        file = files[number]
        # Always a download of an opaque type: a mail's file must not open as a page of this address.
        return Response(
            file.content,
            media_type="application/octet-stream",
            headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"},
        )

    @app.get("/api/mails")
    def mails(to: str | None = None, template: str | None = None, limit: int = 1000) -> list[MailOutput]:
        return [_output(store, mail) for mail in store.newest_first(to, template)[: max(0, limit)]]

    app.include_router(_rules_api(rules))
    return app


def _rules_api(rules: Rules) -> APIRouter:
    api = APIRouter(prefix="/api/rules")

    @api.get("")
    def list_rules() -> list[RuleInput]:
        return [
            RuleInput(address=rule.address.pattern, code=rule.code, times=rule.times, stage=rule.stage)
            for rule in rules.all()
        ]

    @api.post("", status_code=201)
    def add_rule(rule: RuleInput) -> RuleInput:
        rules.add(Rule(re.compile(rule.address), rule.code, rule.times, rule.stage))
        return rule

    @api.delete("", status_code=204)
    def clear_rules() -> None:
        rules.clear()

    return api


def _output(store: MailStore, mail: StoredMail) -> MailOutput:
    message = store.message(mail)
    return MailOutput(
        message_id=mail.message_id,
        to=", ".join(mail.to),
        subject=mail.subject,
        date=mail.date,
        template=mail.template,
        interview=mail.interview,
        deliveries=mail.deliveries,
        received_at=datetime.fromtimestamp(mail.received_ns / 1e9, UTC),
        links=links_of(message),
        text=text_of(message),
    )


def _clock(received_ns: int) -> str:
    return datetime.fromtimestamp(received_ns / 1e9, UTC).strftime("%d %b %Y, %H:%M:%S UTC")
