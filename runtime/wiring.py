"""Composition: the one place that knows every adapter and hands it to whoever needs it."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parseaddr

from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio.client import Client

from activities.applications import ApplicationActivities
from activities.calendars import CalendarActivities
from activities.digest import DigestActivities
from activities.engine import Engine
from activities.interview_bot import InterviewBotActivities
from activities.interviews import InterviewActivities
from activities.jobs import JobActivities
from activities.media import MediaActivities
from activities.processing import ProcessingActivities
from activities.processing_sweeps import ProcessingSweepActivities
from activities.reconcile import ReconcileActivities
from activities.risk import RiskActivities
from activities.seal import SealActivities
from activities.step import Desk
from activities.transcribing import TranscribingActivities
from activities.webhooks import WebhookActivities
from domain.errors import SetupError
from domain.scoring import RelevanceScorer
from domain.tempo import Tempo
from feature_flags import provider
from integrations.links import SignedLinks
from integrations.mail.smtp import SmtpMailer
from integrations.resume_text import BoundedResumeReader
from integrations.webhooks import HttpHookSender, SenderRules
from runtime import calendars, database, speech
from runtime.dispatcher import CHANNEL as MAIL
from runtime.dispatcher import Dispatcher, MailRules
from runtime.inbox import Inbox, open_inbox
from runtime.insight_proposals import CHANNEL as ROOM
from runtime.insight_proposals import InsightProposals
from runtime.language_model import language_model
from runtime.relay import CHANNEL as OUTBOX
from runtime.relay import Relay
from runtime.settings import Settings
from runtime.storage import storage
from runtime.wakeups import Wakeups
from runtime.webhook_bell import WebhookBell
from runtime.webhooks import private_hosts
from services.audit_keys import LogKeys


def needed(value: SecretStr | None, name: str) -> str:
    """A setting that this process cannot do without. Raises SetupError that names it."""
    if value is None:
        raise SetupError(f"{name} is not set.", remedy=f"Set {name}, or run: understudy up.")
    return value.get_secret_value()


def business_clock(tempo: Tempo) -> Callable[[], datetime]:
    """Business time now."""
    return lambda: tempo.business(datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class WorkerParts:
    """What a worker process runs."""

    desk: Desk
    engine: Engine
    relay: Relay
    dispatcher: Dispatcher
    mailer: SmtpMailer
    wakeups: Wakeups
    webhook_bell: WebhookBell
    inbox: Inbox | None
    """None where nobody told which mailbox to read."""
    insight_proposals: InsightProposals | None
    """None where no language model is set."""
    activities: tuple[object, ...]
    transcribing: TranscribingActivities
    """The step that takes minutes; it has a task queue of its own."""


def links(settings: Settings) -> SignedLinks:
    """The signer of candidate links."""
    return SignedLinks(needed(settings.link_key, "UNDERSTUDY_LINK_KEY"), settings.base_url)


def log_keys(settings: Settings) -> LogKeys | None:
    """The keys that sign the log; None: none is set, so seals stay unsigned and nothing is exported signed."""
    return LogKeys(settings.audit_key.get_secret_value()) if settings.audit_key is not None else None


def form_key(settings: Settings) -> str:
    """What signs forms and values that browsers keep: made from the key of links, but good for nothing else."""
    key = needed(settings.link_key, "UNDERSTUDY_LINK_KEY")
    return hmac.new(key.encode(), b"understudy.forms", hashlib.sha256).hexdigest()


def _inbox(
    settings: Settings, sessions: async_sessionmaker[AsyncSession], clock: Callable[[], datetime]
) -> Inbox | None:
    if settings.inbox_url is None:
        return None
    _, address = parseaddr(settings.mail_from)
    mailbox = open_inbox(settings.inbox_url.get_secret_value(), address)
    return Inbox(sessions, mailbox, clock, settings.inbox_every)


def worker_parts(settings: Settings, client: Client) -> WorkerParts:
    """Everything a worker process needs, from its settings."""
    provider.install()
    url = needed(settings.database_url, "DATABASE_URL")
    sessions = database.sessions(database.engine(url, database.WORKER, settings.database_pool))
    clock = business_clock(settings.tempo)
    desk = Desk(sessions, clock)
    engine = Engine(client, settings.task_queue, settings.tempo)
    wakeups = Wakeups(url, OUTBOX, MAIL, ROOM)
    name, address = parseaddr(settings.mail_from)
    model = language_model(settings)
    mailer = SmtpMailer(needed(settings.smtp_url, "SMTP_URL"), settings.mail_from)
    rules = MailRules(
        sender_name=name,
        sender_address=address,
        base_url=settings.base_url,
        retry_every=settings.mail_retry,
        give_up_after=settings.mail_give_up,
        reads_answers=settings.inbox_url is not None,
    )
    return WorkerParts(
        desk=desk,
        engine=engine,
        relay=Relay(sessions, engine, wakeups),
        dispatcher=Dispatcher(sessions, mailer, links(settings), clock, rules, wakeups),
        mailer=mailer,
        wakeups=wakeups,
        webhook_bell=WebhookBell(sessions, engine),
        inbox=_inbox(settings, sessions, clock),
        activities=(
            JobActivities(desk),
            ApplicationActivities(desk, BoundedResumeReader(), RelevanceScorer()),
            InterviewActivities(desk, model.rewriter),
            InterviewBotActivities(desk, model.question_writer, speech.engine(settings), storage(settings)),
            CalendarActivities(desk, calendars.ports(settings, sessions, clock)),
            ReconcileActivities(desk, engine),
            WebhookActivities(
                desk,
                calendars.keyring(settings),
                HttpHookSender(SenderRules(private_hosts(settings))),
                settings.webhook_give_up,
            ),
            SealActivities(desk, log_keys(settings)),
            RiskActivities(desk),
            DigestActivities(desk),
            MediaActivities(desk, storage(settings)),
            ProcessingActivities(desk),
            ProcessingSweepActivities(desk),
        ),
        insight_proposals=InsightProposals(sessions, model.insights, clock, wakeups)
        if model.insights
        else None,
        transcribing=TranscribingActivities(desk, speech.engine(settings), storage(settings)),
    )
