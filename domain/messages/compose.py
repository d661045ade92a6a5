"""The one table from template to text."""

from collections.abc import Callable, Mapping

from domain.messages import (
    candidate_booking,
    candidate_ends,
    candidate_negotiation,
    candidate_requests,
    digest,
    interviewer,
    recruiter,
    team_alerts,
    webhook_off,
)
from domain.messages.facts import MailFacts, Message
from domain.vocabulary import MailTemplate as T

Composer = Callable[[MailFacts], Message]

COMPOSERS: Mapping[T, Composer] = {
    T.INVITATION: candidate_booking.invitation,
    T.SLOT_CHOICE: candidate_booking.slot_choice,
    T.NEGOTIATION_ANSWER: candidate_negotiation.negotiation_answer,
    T.CONFIRMATION: candidate_booking.confirmation,
    T.REMINDER: candidate_booking.reminder,
    T.CANCELLATION: candidate_ends.cancellation,
    T.INTERVIEWER_CONFIRMATION: interviewer.confirmation,
    T.INTERVIEWER_CANCELLATION: interviewer.cancellation,
    T.LEAVE_RECEIPT: candidate_ends.leave_receipt,
    T.EXPIRED: candidate_ends.expired,
    T.REGRET: candidate_ends.regret,
    T.JOB_CANCELLED: candidate_ends.job_cancelled,
    T.ESCALATION: recruiter.escalation,
    T.OUTCOME_REQUEST: recruiter.outcome_request,
    T.PROMOTION_NOTICE: recruiter.promotion_notice,
    T.SEAT_UNFILLED: recruiter.seat_unfilled,
    T.REVIEW_REQUEST: recruiter.review_request,
    T.JOB_FINISHED: recruiter.job_finished,
    T.MAIL_ALERT: team_alerts.mail_alert,
    T.CALENDAR_ALERT: team_alerts.calendar_alert,
    T.CALENDAR_NOTICE: team_alerts.calendar_notice,
    T.PANEL_ALERT: team_alerts.panel_alert,
    T.CANDIDATE_QUESTION: team_alerts.candidate_question,
    T.NO_SHOW: candidate_ends.no_show,
    T.INTERVIEWED: candidate_ends.interviewed,
    T.REQUEST_RECEIVED: candidate_requests.request_received,
    T.REQUEST_ANSWERED: candidate_requests.request_answered,
    T.NEW_ADDRESS: candidate_requests.new_address,
    T.ADDRESS_CHANGE: candidate_requests.address_change,
    T.NEW_LINKS: candidate_requests.new_links,
    T.CANDIDATE_REQUEST: team_alerts.candidate_request,
    T.DIGEST: digest.digest,
    T.ADMIN_ALERT: digest.admin_alert,
    T.WEBHOOK_OFF: webhook_off.webhook_off,
}


def compose(template: T, facts: MailFacts) -> Message:
    """What a mail of this template says to this recipient. Pure: the same facts give the same words.

    Raises InvalidInputError for an unknown zone or an instant without a zone.
    """
    return COMPOSERS[template](facts)
