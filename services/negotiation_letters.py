"""Mails of a negotiation: an answer to the candidate, a call for help or an open question to the recruiter."""

from domain.negotiation.bot import Decision, Move
from domain.negotiation.turns import BotTurn
from domain.vocabulary import MailTemplate
from models import Interview, Job, NegotiationSession
from services.mail import Letter
from services.moves import subject

HAVE_A_MAIL_OF_THEIR_OWN = {Move.LEAVE, Move.BOOK}


def letters(
    interview: Interview, negotiation: NegotiationSession, job: Job, decision: Decision, turn: BotTurn
) -> list[Letter]:
    """The mails of a turn that was just kept: at most one for each side."""
    about = subject(interview)
    details = {"turn": len(negotiation.history) - 1, "round": negotiation.round}
    found = []
    if decision.move not in HAVE_A_MAIL_OF_THEIR_OWN:
        found.append(
            Letter(
                MailTemplate.NEGOTIATION_ANSWER,
                about,
                candidate_id=interview.candidate_id,
                sequence=negotiation.answered,
                details=details,
            )
        )
    if decision.move is Move.ESCALATE:
        found.append(Letter(MailTemplate.ESCALATION, about, user_id=job.recruiter_id, details=details))
    elif turn.passed_on:
        found.append(_question(interview, negotiation, job, details))
    return found


def passed_on_letter(
    interview: Interview, negotiation: NegotiationSession, job: Job, messages: int
) -> Letter:
    """The candidate's newest messages, for the person who took over. `messages` says how many."""
    details = {"turn": len(negotiation.history) - 1, "messages": messages}
    return _question(interview, negotiation, job, details)


def _question(
    interview: Interview, negotiation: NegotiationSession, job: Job, details: dict[str, int]
) -> Letter:
    return Letter(
        MailTemplate.CANDIDATE_QUESTION,
        subject(interview),
        user_id=job.recruiter_id,
        sequence=negotiation.answered,
        details=details,
    )
