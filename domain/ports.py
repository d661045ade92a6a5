"""What the product asks of the outside world. Each port says what a repeat does and which errors come back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from domain.vocabulary import LinkPurpose


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels with a mail. `method` is the iTIP method when it is a calendar part."""

    filename: str
    content: bytes
    media_type: str
    method: str | None = None


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One mail, ready for a mail server. `message_id` identifies the logical mail: a retry reuses it."""

    message_id: str
    to_name: str
    to_address: str
    subject: str
    text: str
    html: str
    sent_at: datetime
    attachments: Sequence[Attachment] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    """Further headers: `Reply-To`, `List-Unsubscribe`, `List-Unsubscribe-Post` (RFC 8058) and names that begin with
    `X-`, for example `X-Understudy-Template`."""


class Mailer(Protocol):
    """Hands mails to a mail server."""

    async def send(self, mail: OutgoingMail) -> None:
        """Hand over one mail. A repeat sends the same Message-ID again, so receivers can recognise it.

        Raises UnavailableError when a later try may work (connection, 4xx) and MailRefusedError when the
        server refused for good (5xx, malformed address).
        """


@dataclass(frozen=True, slots=True)
class ResumeText:
    """Text of a resume as read from its file, NFKC-normalised, and facts that the format states by itself."""

    text: str
    format: str
    """`pdf`, `docx`, `text` or `json_resume`."""
    name: str | None = None
    email: str | None = None
    notices: Sequence[str] = ()
    """What a person should look at, one sentence each: text that is hidden, tiny or was left out."""


class ResumeReader(Protocol):
    """Turns an uploaded file into text."""

    async def read(self, filename: str, content: bytes) -> ResumeText:
        """Read a resume; the same bytes give the same text.

        Raises UnreadableResumeError with a reason for people: empty, encrypted, damaged, scanned, too big
        inside, not a resume format. Never crashes, never takes longer than its time limit.
        """


@dataclass(frozen=True, slots=True)
class JobText:
    """What a scorer may know of a job."""

    title: str
    description: str
    requirements: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the masked resume that a part of the score stands on."""

    about: str
    """The requirement or word it speaks for."""
    quote: str
    start: int
    """Offset of the quote in the masked text, in code points; `end` is exclusive."""
    end: int


@dataclass(frozen=True, slots=True)
class RequirementMatch:
    """What became of one requirement of the job in one resume."""

    requirement: str
    kind: str
    """`skill`, `experience`, `language`, `licence` or `education`."""
    must: bool
    met: float
    """0 (nothing found) to 1 (fully met)."""
    gain: float
    """Points that the score would rise by if the requirement were fully met; 0 when it is."""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class FitScore:
    """How well a resume fits a job: 0 (no relation) to 100, with its parts and the words it stands on."""

    score: float
    components: Mapping[str, float]
    evidence: Sequence[Evidence]
    summary: str
    scorer: str
    """Name and version, for example `relevance-2`; stands on every scored application."""
    parameters: str = ""
    """Fingerprint of the scorer's parameters and data: equal fingerprints give equal scores."""
    requirements: Sequence[RequirementMatch] = ()
    notices: Sequence[str] = ()
    """What a person should look at, one sentence each: discounted copies, repeated keywords, hidden text."""


class Scorer(Protocol):
    """Scores one resume against one job."""

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        """Score a resume. Pure: the same input gives the same score, today and alone.

        `as_of` is the month in which the resume arrived (months since year 0): a position held "until now" ends
        with it. None: it ends with the latest date that the resume names.
        """


class Links(Protocol):
    """Signs and checks candidate links."""

    def sign(self, interview_id: UUID, purpose: LinkPurpose, generation: int, expires_at: datetime) -> str:
        """A URL-safe token for one interview and one purpose. `generation` revokes older tokens when raised."""

    def check(self, token: str, interview_id: UUID, purpose: LinkPurpose, now: datetime) -> int:
        """The generation a genuine token was signed with.

        Raises LinkError: forged, expired, or made for another interview or purpose.
        """

    def url(self, interview_id: UUID, purpose: LinkPurpose, token: str) -> str:
        """The absolute address a mail shows: `{base}/interview/{purpose}/{interview_id}/{token}`."""

    def applicant_url(self, application_id: UUID, purpose: LinkPurpose, token: str) -> str:
        """As `url`, for an application without an interview; the token is signed for the application."""

    def opt_out(self, user_id: UUID, expires_at: datetime) -> str:
        """Where somebody who signs in turns the digest off, absolute: `{base}/digest/off/{user_id}/{token}`."""

    def check_opt_out(self, token: str, user_id: UUID, now: datetime) -> None:
        """Raises LinkError: forged, expired, or made for somebody else."""

    def nonce(self, interview_id: UUID, purpose: LinkPurpose, state: str, now: datetime) -> str:
        """A token for the form on one page; `state` is what the page showed."""

    def check_nonce(self, nonce: str, interview_id: UUID, purpose: LinkPurpose, now: datetime) -> str:
        """The state that the page showed, at most 24 hours ago. Raises LinkError."""


class SecretBox(Protocol):
    """Encrypts what is kept at rest."""

    def encrypt(self, plaintext: bytes, associated: bytes) -> bytes:
        """A box that opens only with the same `associated` bytes, for example the row's id."""

    def decrypt(self, box: bytes, associated: bytes) -> bytes:
        """The plaintext. Raises an error of the hierarchy: its key is gone, or it was changed."""
