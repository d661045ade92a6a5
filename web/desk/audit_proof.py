"""Proof for outside: signed exports, the check of the whole chain, and who of the auditors looked at what."""

from collections.abc import AsyncIterator
from urllib.parse import urlencode

from fastapi import APIRouter
from fastapi.responses import Response, StreamingResponse
from markupsafe import Markup
from sqlalchemy import func, select

from domain.access.vocabulary import Purpose, Seen
from domain.audit import bundle
from domain.errors import InvalidInputError
from models import AutomationLog, LogSeal
from services import access, audit_export
from services.access import AccessFilter
from services.audit_export import Order
from services.audit_keys import TrustedKeys
from services.audit_verify import LogCheck, Progress
from services.log import Subject
from web.desk.audit import number
from web.desk.session import Desk, SignedIn
from web.errors import from_database
from web.reading.audit import PAGE, READERS, asked, keys_of, looking, snapshot
from web.render import ENVIRONMENT

router = APIRouter(prefix="/audit")
FORMS = {"both": (bundle.JSONL, bundle.CSV), "jsonl": (bundle.JSONL,), "csv": (bundle.CSV,)}
PROGRESS = "<!--progress-->"
STEPS = 20
"""Lines of progress of a check, however long the log is."""


@router.post("/export")
async def export(desk: SignedIn) -> Response:
    """A signed bundle of the rows that fit, written while it is read. The export is noted first."""
    form = await desk.form()
    keys = keys_of(desk.caller)
    forms = FORMS.get(form.get("form", "both"))
    async with desk.caller.begin() as act:
        act.needs(*READERS)
        wanted = asked(form, act.zone)
        if forms is None or wanted.errors:
            raise InvalidInputError("These filters mean nothing.", remedy="Go back and correct the search.")
        about = Subject(wanted.wanted.job_id, wanted.wanted.application_id, wanted.wanted.interview_id)
        await access.note(act.session, Seen.LOG_EXPORT, about, at=act.at, purpose=Purpose.DOWNLOAD)
    order = Order(wanted.wanted, f"{act.role} {act.user_id}", act.at, forms)

    async def pieces() -> AsyncIterator[bytes]:
        async with snapshot(desk.caller) as session:
            async for piece in audit_export.write(session, order, keys):
                yield piece

    name = f"understudy-log-{act.at:%Y%m%d-%H%M%S}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(pieces(), media_type="application/zip", headers=headers)


@router.api_route("/verify", methods=["GET", "HEAD"])
async def ask(desk: SignedIn) -> Response:
    """How far the log is sealed, the public key, and the button that checks everything."""
    keys = desk.caller.deps.log_keys
    async with looking(desk.caller) as look:
        newest = await look.session.scalar(select(LogSeal).order_by(LogSeal.last_sequence.desc()).limit(1))
        after = newest.last_sequence if newest is not None else 0
        waiting = await look.session.scalar(select(func.count()).where(AutomationLog.sequence > after))
        return desk.show(
            "desk/audit_verify.html",
            look.act,
            newest=newest,
            waiting=waiting,
            keys=keys,
            is_running=False,
        )


@router.post("/verify")
async def verify(desk: SignedIn) -> Response:
    """Recompute the chain from the first row on. The answer grows while it is computed, also without script."""
    await desk.form()
    async with looking(desk.caller) as look:
        shown = desk.show(
            "desk/audit_verify.html",
            look.act,
            newest=None,
            waiting=0,
            keys=desk.caller.deps.log_keys,
            is_running=True,
            marker=Markup(PROGRESS),  # noqa: S704 - our own constant
        )
    head, _, tail = bytes(shown.body).decode().partition(PROGRESS)

    async def pieces() -> AsyncIterator[str]:
        yield head
        async for line in _lines(desk):
            yield line
        yield tail

    return StreamingResponse(pieces(), media_type="text/html; charset=utf-8")


async def _lines(desk: Desk) -> AsyncIterator[str]:
    keys = desk.caller.deps.log_keys
    template = ENVIRONMENT.get_template("desk/audit_progress.html")
    told = 0
    try:
        async with snapshot(desk.caller) as session:
            async for progress in LogCheck(keys.trusted if keys else TrustedKeys({})).run(session):
                step = STEPS * progress.rows // max(1, progress.total)
                if progress.is_done or step > told:
                    told = step
                    yield template.render(progress=progress, root=desk.caller.deps.root, error=None)
    except Exception as error:
        # The answer has begun: what is wrong can only be said in its own words.
        known = from_database(error)
        if known is None:
            raise
        yield template.render(progress=NOTHING, root=desk.caller.deps.root, error=known)


NOTHING = Progress(rows=0, sealed=0, total=0, sequence=0, head="")


@router.api_route("/access", methods=["GET", "HEAD"])
async def looks(desk: SignedIn) -> Response:
    """Who read what, newest first: auditors are looked at as well. The look is noted like any other."""
    query = desk.request.query_params
    async with desk.caller.begin() as act:
        act.needs(*READERS)
        await access.note(act.session, Seen.ACCESS_LOG, Subject(), at=act.at)
        wanted = asked({"actor": query.get("user", "")}, act.zone)
        what = query.get("what", "")
        chosen = AccessFilter(user_id=wanted.wanted.actor_id, what=Seen(what) if what in set(Seen) else None)
        rows = list(
            await access.page(act.session, chosen, before=number(query.get("before")), limit=PAGE + 1)
        )
        given = {name: query[name] for name in ("user", "what") if query.get(name)}
        older = urlencode({**given, "before": rows[PAGE - 1].sequence}) if len(rows) > PAGE else None
        return desk.show(
            "desk/audit_access.html",
            act,
            wrong_user=wanted.errors.get("actor"),
            rows=rows[:PAGE],
            older=older,
            kinds=list(Seen),
            what=what,
            user=query.get("user", ""),
        )
