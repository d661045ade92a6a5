"""One error hierarchy. Each error says what is wrong and what to do; the faces map it once.

`permanent` tells the workflow engine whether a retry can help. The HTTP status, exit code and log level
are chosen by `web`, `cli` and `runtime`, never here.
"""


class UnderstudyError(Exception):
    """Base of all errors that the product raises on purpose."""

    permanent = True
    code = "understudy_error"

    def __init__(self, message: str, *, field: str | None = None, remedy: str | None = None) -> None:
        """`message` says what is wrong, `field` names the input at fault, `remedy` says what to do."""
        super().__init__(message)
        self.message = message
        self.field = field
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}" if self.remedy else self.message


class InvalidInputError(UnderstudyError):
    """A value from outside does not fit; nothing was changed."""

    code = "invalid_input"


class NotFoundError(UnderstudyError):
    """No such row, or the caller may not see it (both look the same from outside)."""

    code = "not_found"


class ConflictError(UnderstudyError):
    """The present state does not allow this act."""

    code = "conflict"


class StaleStateError(ConflictError):
    """Somebody or something else was faster: the row is no longer in the expected state."""

    code = "stale_state"


class SlotTakenError(ConflictError):
    """The chosen time was booked by somebody else a moment ago."""

    code = "slot_taken"


class DeadlinePassedError(ConflictError):
    """The answer was received after the deadline."""

    code = "deadline_passed"


class LinkError(UnderstudyError):
    """A candidate link is forged, expired, revoked, or names something else."""

    code = "bad_link"


class ForbiddenError(UnderstudyError):
    """The caller's role does not allow this act."""

    code = "forbidden"


class UnreadableResumeError(UnderstudyError):
    """The file gave no usable text; the message is shown to the recruiter as the reason."""

    code = "unreadable_resume"


class UnavailableError(UnderstudyError):
    """An outside service did not answer; the same call may work later."""

    permanent = False
    code = "unavailable"


class MailRefusedError(UnderstudyError):
    """The mail server refused this message for good."""

    code = "mail_refused"


class SetupError(UnderstudyError):
    """The installation lacks something: a binary, a setting, a migration, a free port."""

    code = "setup"
