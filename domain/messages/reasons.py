"""Why an application or an interview ended, in plain words. Ranks and figures are never told."""

from collections.abc import Mapping

from domain.messages.facts import ReasonClass
from domain.messages.tongue import Tongue, later

REASONS: Mapping[ReasonClass, str] = {
    ReasonClass.POSITION_FILLED: later(
        "The places for interviews are filled by applications that ranked higher, and no further ones will "
        "be given."
    ),
    ReasonClass.REQUIREMENT_MISSING: later(
        "The places for interviews are filled. Something that the job requires was not found in your resume."
    ),
    ReasonClass.JOB_CLOSED: later("The search has ended without further interviews."),
    ReasonClass.NOT_SELECTED: later("Other applications were closer to what the job description asks for."),
    ReasonClass.RESUME_UNREADABLE: later(
        "The file of your resume could not be read and so not be considered. "
        "If you reply with another file, a person will look at it."
    ),
    ReasonClass.DECLINED: later("You declined the invitation to an interview."),
    ReasonClass.WITHDREW: later("You withdrew your application."),
    ReasonClass.EXPIRED: later(
        "The invitation was not answered, or no time was chosen, before the deadline."
    ),
    ReasonClass.NO_SHOW: later(
        "The interview did not take place because we did not meet you at the agreed time. "
        "If that is wrong or something kept you, please reply."
    ),
    ReasonClass.JOB_CANCELLED: later("The job was cancelled; that says nothing about your application."),
    ReasonClass.REJECTED_BY_RECRUITER: later("A member of the hiring team decided not to take it further."),
    ReasonClass.INTERVIEWED: later("Your interview took place, and the hiring team decides."),
}

OWN_WISH = frozenset({ReasonClass.DECLINED, ReasonClass.WITHDREW})
"""Ends that the candidate asked for."""

RANKED = frozenset(
    {
        ReasonClass.POSITION_FILLED,
        ReasonClass.REQUIREMENT_MISSING,
        ReasonClass.JOB_CLOSED,
        ReasonClass.NOT_SELECTED,
    }
)
"""Ends that follow from the order of the applications, which was made automatically."""


def reason(t: Tongue, why: ReasonClass | None) -> str:
    """The reason in the reader's language; empty where there is none."""
    return t.say(REASONS[why]) if why else ""
