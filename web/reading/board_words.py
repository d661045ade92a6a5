"""Steps of the log in plain words: one sentence for each kind of step.

`{who}` is the candidate; other names are fields of the step's details. A step that is not listed here, or lacks a
field, is told by its own name.
"""

from collections.abc import Mapping
from typing import Any

from domain.forecast_words import gate_words, step_words

SENTENCES: Mapping[str, str] = {
    # the job
    "job_created": "The job was created with {number_of_openings} openings",
    "job_published": "The job was published",
    "job_closed": "The job was closed to applications",
    "job_paused": "The job was paused",
    "job_resumed": "The job goes on; deadlines moved by the pause",
    "job_cancelled": "The job was cancelled",
    "job_finished": "The job was ended",
    "job_filled": "Every seat was interviewed: the job is filled",
    "job_exhausted": "Nobody is left to invite: the job ended",
    "job_automation_changed": "The automation of the job was switched",
    "job_rescored": "The applications are scored again",
    "openings_added": "Openings were added: now {number_of_openings}",
    "buffer_changed": "The bench was set to {shortlisting_buffer}",
    "bot_settings_changed": "What the text interview asks was changed",
    "job_media_changed": "What the job shows in its interviews was changed",
    "requirements_changed": "What the job asks for was changed",
    "interviewers_changed": "The interviewers were changed",
    "job_interview_type_changed": "The type of new interviews was set",
    "nobody_interviews": "Nobody is left to interview",
    "ranked": "Ranked {ranked} applications: {shortlisted} seats, {buffered} on the bench",
    "review_confirmed": "The shortlist was confirmed: invitations may leave",
    "review_waits_for_impact": "The review waits for a look at the impact figures",
    "impact_viewed": "The impact figures were looked at",
    "seat_unfilled": "{vacant} seats stay vacant",
    "workflow_restarted": "A process that had stopped was started again",
    "flag_override_changed": "A flag was set for this job",
    "flag_changed": "A flag was switched",
    # applications
    "application_received": "{who} applied",
    "application_scored": "{who} was scored",
    "application_rescored": "{who} was scored again",
    "resume_unreadable": "The resume of {who} cannot be read",
    "shortlisted": "{who} got seat {rank}",
    "buffered": "{who} was put on the bench",
    "backfilled": "{who} moved up to the bench",
    "unbuffered": "{who} left the bench: it was made smaller",
    "promoted": "{who} was promoted to seat {seat}",
    "promoted_by_hand": "{who} was promoted by hand to seat {seat}",
    "accepted_by_hand": "{who} was accepted by hand: seat {seat}",
    "rejected_by_hand": "{who} was rejected by hand",
    "cancelled_by_hand": "{who} was told that it ends here",
    "declined": "{who} declined: the seat is vacant",
    "withdrew": "{who} withdrew: the seat is vacant",
    "expired": "{who} did not answer in time: the seat is vacant",
    "no_show": "{who} did not come: the seat is vacant",
    # interviews
    "invitation_sent": "{who} was invited",
    "invitation_accepted": "{who} accepted the invitation",
    "leave_requested": "{who} wants to leave; it can be taken back for a while",
    "leave_undone": "{who} stays after all",
    "interview_declined": "The interview of {who} ended: declined",
    "interview_withdrew": "The interview of {who} ended: withdrawn",
    "interview_expired": "The invitation of {who} lapsed",
    "interview_cancelled": "The interview of {who} was cancelled",
    "interview_no_show": "{who} did not come to the interview",
    "interview_started": "The interview of {who} began",
    "interview_completed": "The interview of {who} took place",
    "slot_picked": "A time was fixed with {who}",
    "interview_rescheduled": "The interview of {who} was moved",
    "interview_booked": "The interview of {who} stands in the calendars",
    "interview_categorised": "Type or skills of the interview of {who} were set",
    "question_plan_made": "{questions} questions were planned for the interview of {who}",
    "question_plan_changed": "The question plan for {who} was changed",
    "question_asked": "A planned question was asked in the interview of {who}",
    "question_linked": "Questions for {who} were found in the transcript",
    "follow_up_suggested": "A follow-up was asked for in the interview of {who}",
    "calendar_fallback": "No calendar could be reached: {who} got the entry by mail",
    "deadline_extended": "{who} got more time",
    "deadline_rests": "The deadline of {who} rests: a mail did not arrive",
    "reminded": "{who} was reminded",
    "reminder_sent": "{who} was reminded",
    "outcome_asked": "Asked how the interview of {who} went",
    "links_replaced": "{who} got new links",
    "time_zone_chosen": "{who} chose a time zone",
    "interviewer_dropped_out": "An interviewer of {who} cannot come",
    "interviewer_replaced": "Another interviewer takes over for {who}",
    "no_show_risk": "The no-show risk of {who} was computed",
    # conversations
    "message_received": "{who} wrote",
    "message_passed_on": "A message of {who} was passed on to a person",
    "recruiter_answered": "{who} got an answer from a person",
    "time_proposed": "A time was proposed for {who}",
    "negotiation_awaiting_availability": "{who} was asked for times",
    "negotiation_awaiting_selection": "{who} was offered times",
    "bot_interview_started": "{who} began the text interview",
    "bot_interview_paused": "{who} stopped the text interview for now",
    "bot_interview_resumed": "{who} went on with the text interview",
    "bot_interview_handed_over": "{who} asked for a person in the text interview",
    "bot_interview_completed": "{who} finished the text interview: {covered} of {skills} skills covered",
    "bot_interview_expired": "The text interview of {who} ended with the interview",
    "transcript_started": "What is said in the interview with {who} is being written down",
    "transcript_imported": "A transcript of the interview with {who} was taken in: {turns} turns",
    "transcript_deleted": "The transcript of the interview with {who} was deleted: {turns} turns",
    "recording_added": "A recording of the interview with {who} was uploaded",
    "recording_removed": "A recording of the interview with {who} was removed",
    "insight_edited": "An insight about {who} was corrected",
    "insight_noted": "A note about {who} was added to the insights",
    "scorecard_prefilled": "A scorecard of {who} was filled in from insights",
    "scorecard_handed_in": "A scorecard of {who} was handed in: {cards} so far",
    "scorecard_reopened": "A scorecard of {who} was opened again: {cards} left",
    "speakers_named": "Somebody said who is who in the transcript of {who}",
    "negotiation_resolved": "A time was found with {who}",
    "negotiation_escalated": "The conversation with {who} was handed over to a person",
    "negotiation_expired": "The search for a time with {who} ended",
    "rewrite_skipped": "A message of {who} was read without a language model",
    "message_rewritten": "A language model helped to read a message of {who}",
    # mail and gates
    "mail_failed": "A mail about {who} could not be delivered",
    "mail_noted": "A mail from {who} was noted",
    "step_held": "Held: {step} of {who}, by {gate}",
    "step_released": "Goes on: {step} of {who}",
}

ACTORS: Mapping[str, str] = {
    "system": "automation",
    "candidate": "the candidate",
    "interviewer": "an interviewer",
    "recruiter": "a recruiter",
    "admin": "an admin",
    "auditor": "an auditor",
    "scheduled": "a schedule",
}


def sentence(action: str, who: str | None, details: Mapping[str, Any]) -> str:
    """What happened, without a full stop. `who` None: the step is about the job."""
    template = SENTENCES.get(action)
    if template is None:
        return _by_name(action, who)
    if who is None:
        # Steps of the job's own process name nobody.
        template = template.replace(" of {who}", "")
    fields: dict[str, Any] = {**details, "who": who or "a candidate"}
    if action in {"step_held", "step_released"}:
        fields["step"] = step_words(str(details.get("step", "a step")))
        fields["gate"] = gate_words(str(details.get("gate", "a gate")))
    try:
        said = template.format_map(fields)
    except KeyError:
        return _by_name(action, who)
    return said[0].upper() + said[1:]


def _by_name(action: str, who: str | None) -> str:
    name = action.replace("_", " ").capitalize()
    return f"{name}: {who}" if who else name
