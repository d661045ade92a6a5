"""Every setting, read once from the environment (or `.env`). Only `runtime` and `cli` import this."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.media_types import LARGEST
from domain.tempo import EPOCH, Tempo

EMBEDDED = "embedded:"
"""How the address of an inbox begins that is a folder of the embedded mailbox."""


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("needs a zone, for example 2026-01-01T00:00:00Z")
    return value


class Settings(BaseSettings):
    """Settings of one process. `DATABASE_URL`, `TEMPORAL_ADDRESS` and `SMTP_URL` switch a part to a real one."""

    model_config = SettingsConfigDict(
        env_prefix="UNDERSTUDY_", env_file=".env", extra="ignore", populate_by_name=True
    )

    home: Path = Path(".understudy")
    """Directory of the embedded stack: databases, mailbox, keys, logs, `stack.json`."""

    database_url: SecretStr | None = Field(
        None, validation_alias=AliasChoices("database_url", "DATABASE_URL")
    )
    """PostgreSQL, `postgresql://user:password@host:port/name`. Unset: the embedded one."""

    temporal_address: str | None = Field(
        None, validation_alias=AliasChoices("temporal_address", "TEMPORAL_ADDRESS")
    )
    """Temporal frontend, `host:port`. Unset: the embedded one."""

    temporal_namespace: str = "default"

    task_queue: str = "understudy"

    smtp_url: SecretStr | None = Field(None, validation_alias=AliasChoices("smtp_url", "SMTP_URL"))
    """Mail server, `smtp://[user:password@]host:port`, `smtps://` for TLS from the start,
    `smtp+starttls://` for STARTTLS. Unset: the embedded mailbox."""

    mail_from: str = "Understudy <hiring@understudy.example>"
    """Sender of every mail, name and address."""

    inbox_url: SecretStr | None = None
    """Mailbox that mail to `mail_from` arrives in, read by this program alone: `imaps://user:password@host/INBOX`,
    `imap+starttls://…`, or `maildir:/path`. Answers and bounces then have their effect, and candidates' answers come
    here. Unset: the embedded mailbox where there is one, else none: answers go to the recruiter."""

    inbox_every: Annotated[timedelta, Field(gt=timedelta(0))] = timedelta(seconds=15)
    """Wall-clock time between two looks into the mailbox (ISO 8601 in the environment, PT15S)."""

    base_url: str = "http://127.0.0.1:8000"
    """Where candidates reach the web tier; links in mails begin with it."""

    web_host: str = "127.0.0.1"

    web_port: int = 8000
    """Port of the web tier; 0 picks a free one (embedded stack)."""

    link_key: SecretStr | None = None
    """Key that signs candidate links, forms and what browsers keep (at least 32 characters).

    Unset: made and kept in `home`.
    """

    oidc_issuer: str | None = None
    """Issuer of the company's OpenID provider, `https://…`. Unset: people sign in with passwords kept here."""

    oidc_client_id: str | None = None
    """This installation's name at the provider. Its redirect address there: `{base_url}/sign-in/callback`."""

    oidc_client_secret: SecretStr | None = None
    """Its secret. Unset: a public client, kept safe by PKCE alone."""

    oidc_groups: str = ""
    """From groups of the provider to roles: `hr=recruiter,it=admin`. Unset: admins give roles here."""

    oidc_groups_claim: str = "groups"
    """Claim of the id token that names a person's groups."""

    oidc_default_role: str | None = None
    """Role of whoever comes from the provider and is in none of the groups. Unset: they are refused."""

    oidc_trusts_mail: bool = False
    """Mail addresses of the provider count as verified where it says nothing about that (Microsoft Entra ID)."""

    identity_webhook_secret: SecretStr | None = None
    """Secret (`whsec_…`) of the identity provider's messages to `/hooks/identity`. Unset: none are taken."""

    secret_keys: SecretStr | None = None
    """Keys for secrets at rest, `id=key` pairs separated by commas; the first encrypts, the others still open
    what they encrypted. A key is 32 bytes in URL-safe base64. Unset: made and kept in `home`."""

    audit_key: SecretStr | None = None
    """Ed25519 keys of the log, 32 bytes each in URL-safe base64, separated by commas: the first signs seals and
    exports, the others are still believed. Unset: made and kept in `home`, else nothing is signed."""

    google_client_id: str | None = None
    """OAuth client of Google's console. Unset: Google Calendar cannot be connected."""

    google_client_secret: SecretStr | None = None

    google_address: str | None = None
    """Root of a proxy or stand-in that plays Google's part. Unset: Google itself."""

    caldav_private_hosts: str = ""
    """Host names of CalDAV servers that may lie in a private network, separated by commas."""

    caldav_plain_hosts: str = ""
    """Host names of CalDAV servers that may be reached by plain http, separated by commas."""

    webhook_private_hosts: str = ""
    """Host names of webhook receivers that may lie in a private network, separated by commas; those of loopback
    among them may be reached by plain http."""

    webhook_give_up: Annotated[timedelta, Field(gt=timedelta(0))] = timedelta(days=3)
    """Business time after which a webhook endpoint that always fails is switched off (ISO 8601, P3D)."""

    storage_url: str | None = None
    """Where media and recordings lie: `file:///a/folder`, which web and worker share, or
    `s3://bucket/prefix?endpoint=https://host&region=eu-1`. Unset: the folder `media` of `home`."""

    storage_key_id: str | None = None
    """Access key of the S3 service. Unset: what the environment of the process gives, as Amazon's tools read it."""

    storage_secret: SecretStr | None = None
    """Its secret."""

    media_largest: int = Field(LARGEST, ge=1024 * 1024)
    """Bytes of the largest upload."""

    media_link_life: Annotated[timedelta, Field(gt=timedelta(0), le=timedelta(days=7))] = timedelta(hours=2)
    """Wall-clock time for which an address of a recording or of a job's media holds (ISO 8601, PT2H)."""

    media_scan_command: str | None = None
    """Command that gets each upload on its standard input and ends with 0 when it is clean, 1 when it is infected;
    anything else refuses the upload. Unset: uploads are not looked at for viruses."""

    media_spool: Path | None = None
    """Folder on a disk in which uploads wait until they are whole. Unset: the folder `uploads` of `home`."""

    api_rate: int = Field(100, ge=1)
    """API requests a minute and user. Counted in each web process by itself."""

    link_rate: int = Field(600, ge=1)
    """Requests for candidate pages a minute and address, none for loopback. A whole company may stand behind one
    address, and scanners open links too."""

    llm_url: str | None = None
    """Endpoint that speaks OpenAI's chat completions, for example `http://127.0.0.1:11434/v1`, for the flag
    `llm_assist`. Unset: no language model is ever asked. Needs the extra `llm`."""

    llm_model: str = "default"
    """Name of the model there."""

    llm_key: SecretStr | None = None
    """Its key. Unset: none is needed."""

    llm_timeout: Annotated[timedelta, Field(gt=timedelta(0), le=timedelta(seconds=20))] = timedelta(seconds=5)
    """Wall-clock time after which a message is answered without the model (ISO 8601 in the environment, PT5S)."""

    speech: Literal["local", "deepgram", "off"] | None = None
    """Who turns recordings into words: the engine of the extra `speech`, on this machine and without a network; a
    service that speaks Deepgram's protocol; nobody. Unset: local where that extra is installed, else off."""

    speech_url: str = "https://api.deepgram.com"
    """Root of the Deepgram-compatible service."""

    speech_key: SecretStr | None = None
    """Its key."""

    speech_model: str = "nova-3"
    """Name of the model there."""

    temporal_ui: str | None = None
    """Root of Temporal's web interface, as admins reach it; pages then link workflows there. Unset: no links."""

    time_rate: float = Field(1.0, gt=0)
    """Speed of business time; 1 outside of demos."""

    time_origin: Annotated[datetime, AfterValidator(_aware)] = EPOCH
    """Instant at which business time and the wall clock agree."""

    mail_retry: Annotated[timedelta, Field(gt=timedelta(0))] = timedelta(minutes=10)
    """Business time between two tries to hand over one mail (ISO 8601 in the environment, PT10M)."""

    mail_give_up: Annotated[timedelta, Field(gt=timedelta(0))] = timedelta(hours=2)
    """Business time after which an undeliverable mail becomes an alert."""

    ready_file: Path | None = None
    """Made by worker and web when they are ready, for their supervisor."""

    max_cached_workflows: int = 2000

    database_pool: int = 16
    """Connections per process."""

    impact_minimum: int = Field(5, ge=2)
    """Smallest group whose impact figures are shown. Lower it never: reports of before would tell more then."""

    step_minutes: dict[str, float] = Field(default_factory=dict)
    """Minutes of a person that one step saves, where the company's own differ from those of `docs/figures.md`: JSON,
    for example `{"interview_booked": 30}`."""

    metrics_address: str | None = None
    """`host:port` for Prometheus metrics of the worker. Unset: none."""

    @property
    def tempo(self) -> Tempo:
        """The mapping between the wall clock and business time."""
        return Tempo(self.time_origin, self.time_rate)
