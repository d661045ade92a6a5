"""Which rows a scope means, in SQL of its own: whose a row is, said a second time and not by the policies.

`:me` is the user who acts, `:link` the interview whose link a candidate holds, `:applied` the application whose link
an applicant holds; `t` is the table.
"""

from collections.abc import Mapping

from domain.access import Actor, Scope, Verb

MY_JOBS = "(SELECT id FROM jobs WHERE recruiter_id = :me)"
CONDUCTED = (
    "(SELECT * FROM interviews WHERE :me = ANY (interviewer_id || panel)"
    " AND status IN ('confirmed', 'in_progress', 'completed')) c"
)
LINKED = "(SELECT * FROM interviews WHERE id = :link) l"
MY_CALENDARS = "(SELECT 'calendar-' || id FROM calendar_accounts WHERE user_id = :me)"
MY_WEBHOOKS = "(SELECT 'webhook-' || id FROM webhook_endpoints WHERE owner_id = :me)"

OF_JOBS: Mapping[str, str] = {
    "transcripts": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "ai_insights": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "ai_insight_edits": "t.insight_id IN (SELECT a.id FROM ai_insights a JOIN interviews i ON i.id = a.interview_id"
    f" WHERE i.job_id IN {MY_JOBS})",
    "jobs": "t.recruiter_id = :me",
    "candidates": f"t.id IN (SELECT candidate_id FROM applications WHERE job_id IN {MY_JOBS})",
    "files": f"(t.id IN (SELECT resume_file_id FROM applications WHERE job_id IN {MY_JOBS} UNION SELECT file_id"
    f" FROM job_interview_media WHERE job_id IN {MY_JOBS} UNION SELECT r.file_id FROM interview_recordings r"
    f" JOIN interviews i ON i.id = r.interview_id WHERE i.job_id IN {MY_JOBS}) OR t.uploaded_by = :me)",
    "interview_recordings": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "negotiation_sessions": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "bot_interviews": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "insight_proposals": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "interview_interviewers": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "interview_skills": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "interview_questions": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "evidence": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "processing_steps": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "theme_evidence": f"t.theme_id IN (SELECT id FROM themes WHERE job_id IN {MY_JOBS})",
    "persona_members": f"t.persona_id IN (SELECT id FROM personas WHERE job_id IN {MY_JOBS})",
}
OF_INTERVIEWS: Mapping[str, str] = {
    "transcripts": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
    "ai_insights": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
    "ai_insight_edits": "t.insight_id IN (SELECT a.id FROM ai_insights a"
    f" WHERE a.interview_id IN (SELECT id FROM {CONDUCTED}))",
    "bot_interviews": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
    "interview_skills": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
    "evidence": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
    "processing_steps": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
    "interview_questions": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
    "jobs": f"t.id IN (SELECT job_id FROM {CONDUCTED})",
    "interviews": f"t.id IN (SELECT id FROM {CONDUCTED})",
    "applications": f"t.id IN (SELECT application_id FROM {CONDUCTED})",
    "candidates": f"t.id IN (SELECT candidate_id FROM {CONDUCTED})",
    "insight_proposals": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
    "files": f"(t.id IN (SELECT a.resume_file_id FROM {CONDUCTED} JOIN applications a ON a.id = c.application_id UNION"
    f" SELECT m.file_id FROM job_interview_media m WHERE m.job_id IN (SELECT job_id FROM {CONDUCTED}) UNION"
    f" SELECT r.file_id FROM interview_recordings r WHERE r.interview_id IN (SELECT id FROM {CONDUCTED}))"
    " OR t.uploaded_by = :me)",
    "job_interview_media": f"t.job_id IN (SELECT job_id FROM {CONDUCTED})",
    "interview_recordings": f"t.interview_id IN (SELECT id FROM {CONDUCTED})",
}
OF_CANDIDATE: Mapping[str, str] = {
    "users": f"t.id IN (SELECT user_id FROM job_interviewers WHERE job_id = (SELECT job_id FROM {LINKED}))",
    "jobs": f"t.id = (SELECT job_id FROM {LINKED})",
    "job_interviewers": f"t.job_id = (SELECT job_id FROM {LINKED})",
    "feature_flag_overrides": f"t.job_id = (SELECT job_id FROM {LINKED})",
    "candidates": f"t.id = (SELECT candidate_id FROM {LINKED})",
    "applications": f"t.id = (SELECT application_id FROM {LINKED})",
    "files": f"t.id = (SELECT a.resume_file_id FROM {LINKED} JOIN applications a ON a.id = l.application_id)",
    "job_interview_media": f"t.job_id = (SELECT job_id FROM {LINKED})",
    "interviews": "t.id = :link",
    "outbox": "t.workflow_id IN ('interview-' || :link, 'bot-' || :link)",
    "bot_answers": "t.bot_interview_id IN (SELECT id FROM bot_interviews WHERE interview_id = :link)",
    "candidate_requests": f"t.application_id = (SELECT application_id FROM {LINKED})",
    "access_log": "t.link_interview_id = :link AND t.role = 'candidate'",
}
APPLIED = "(SELECT * FROM applications WHERE id = :applied) a"
OF_APPLICANT: Mapping[str, str] = {
    "jobs": f"t.id = (SELECT job_id FROM {APPLIED})",
    "candidates": f"t.id = (SELECT candidate_id FROM {APPLIED})",
    "applications": "t.id = :applied",
    "files": f"t.id = (SELECT resume_file_id FROM {APPLIED})",
    # What applicants do changes no state, so no row of theirs tells of one.
    "automation_logs": "t.application_id = :applied AND t.actor_id IS NULL AND t.entity IS NULL",
    "access_log": "t.role = 'applicant'",
}
OF_USER: Mapping[str, str] = {
    "users": "t.id = :me",
    "files": "t.uploaded_by = :me",
    "calendar_entries": "t.account_id IN (SELECT id FROM calendar_accounts WHERE user_id = :me)",
    "webhook_endpoints": "t.owner_id = :me",
    "webhook_deliveries": "t.endpoint_id IN (SELECT id FROM webhook_endpoints WHERE owner_id = :me)",
}
_ACTS = {
    Actor.RECRUITER: "'calendar_connected', 'calendar_disconnected', 'user_changed', 'digest_on', 'digest_off',"
    " 'webhook_added', 'webhook_changed', 'webhook_removed', 'webhook_secret_changed', 'webhook_replayed',"
    " 'question_added', 'question_changed', 'questions_imported'",
    Actor.INTERVIEWER: "'calendar_connected', 'calendar_disconnected', 'user_changed', 'digest_on', 'digest_off'",
    Actor.AUDITOR: "'impact_viewed', 'digest_on', 'digest_off'",
}
_ROOM_ACTS = f"t.entity IS NULL AND t.interview_id IN (SELECT id FROM {CONDUCTED})"
_ACCOUNT_ACTS = (
    "'user_added', 'user_changed', 'user_linked', 'user_role_changed', 'user_disabled', 'user_enabled',"
    " 'password_set', 'sessions_ended', 'key_made', 'key_revoked'"
)
_AS_SELF = "(t.actor_id IS NULL OR t.actor_id = :me)"
_OTHERS_ACCESS = {
    Actor.AUDITOR_ROLE: "t.role = 'operator'",
}


_CARD_IS_IN = (
    "EXISTS (SELECT FROM interviewer_scorecards m WHERE m.interview_id = t.interview_id"
    " AND m.interviewer_id = :me AND m.handed_in_at IS NOT NULL)"
)


def _seen_interviews(actor: Actor) -> str:
    """The interviews whose handed-in cards somebody may see: their own work lies open first."""
    conducted = f"t.interview_id IN (SELECT id FROM {CONDUCTED})"
    seen = {
        Actor.RECRUITER: f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
        Actor.INTERVIEWER: conducted,
    }.get(actor, "true")
    return f"({seen} AND ({_CARD_IS_IN} OR NOT {conducted}))"


def rows_of(table: str, actor: Actor, verb: Verb, scope: Scope) -> str:
    """The condition on `t` that a scope means for somebody."""
    jobs = OF_JOBS.get(table, f"t.job_id IN {MY_JOBS}")
    acts = f"t.actor_id = :me AND t.action_type IN ({_ACTS.get(actor, '')})"
    if actor is Actor.INTERVIEWER:
        acts = f"t.actor_id = :me AND (t.action_type IN ({_ACTS[actor]}) OR {_ROOM_ACTS})"
    meanings = {
        Scope.ALL: "true",
        Scope.NONE: "false",
        Scope.OWN: _own(table, actor),
        Scope.OWN_JOBS: jobs,
        Scope.OWN_INTERVIEWS: OF_INTERVIEWS.get(table, ""),
        Scope.OWN_AND_JOBS: f"({jobs} OR t.user_id = :me)",
        Scope.HOLDS: "t.kind = 'hold'",
        Scope.OWN_HOLDS: f"t.kind = 'hold' AND {jobs}",
        Scope.CALENDARS: f"t.workflow_id IN {MY_CALENDARS}",
        Scope.JOBS_AND_CONNECTIONS: (
            f"({jobs} OR t.workflow_id IN {MY_CALENDARS} OR t.workflow_id IN {MY_WEBHOOKS})"
        ),
        Scope.OWN_CARDS: _own_cards(),
        Scope.CARDS: f"({_own_cards()} OR t.handed_in_at IS NOT NULL AND {_seen_interviews(actor)})"
        if table == "interviewer_scorecards"
        else "",
        Scope.CARDS_HANDED_IN: _seen_interviews(actor),
        Scope.OWN_ACTS: acts,
        Scope.JOBS_AND_ACTS: f"(({jobs} AND {_AS_SELF}) OR {acts})",
        Scope.OWN_AND_MEDIA: f"({_own(table, actor)} OR t.id IN (SELECT file_id FROM job_interview_media"
        f" WHERE job_id = (SELECT job_id FROM {LINKED})))",
        Scope.OWN_RECORDINGS: "t.uploaded_by = :me AND t.storage_key LIKE 'recordings/%%'"
        if table == "files"
        else f"t.uploaded_by = :me AND {_seen(table, actor, jobs)}",
        Scope.OWN_EDITS: f"t.edited_by = :me AND {_seen(table, actor, jobs)}",
        Scope.ANY_AS_SELF: _AS_SELF,
        Scope.ACCOUNTS: f"t.action_type IN ({_ACCOUNT_ACTS}) AND t.job_id IS NULL AND t.entity IS NULL",
    }
    if (table, actor, verb) == ("automation_logs", Actor.CANDIDATE, Verb.INSERT):
        # Nobody writes in the name of somebody else.
        meanings[Scope.OWN] += " AND t.actor_id IS NULL"
    assert meanings[scope], f"{verb} {scope} of {table} means nothing yet: say what in tests/access/reach.py"
    return meanings[scope]


def _seen(table: str, actor: Actor, jobs: str) -> str:
    return {Actor.RECRUITER: jobs, Actor.INTERVIEWER: OF_INTERVIEWS.get(table, "")}.get(actor, "true")


def _own_cards() -> str:
    return f"t.interviewer_id = :me AND t.interview_id IN (SELECT id FROM {CONDUCTED})"


def _own(table: str, actor: Actor) -> str:
    if actor is Actor.CANDIDATE:
        return OF_CANDIDATE.get(table, "t.interview_id = :link")
    if actor is Actor.APPLICANT:
        return OF_APPLICANT.get(table, "t.application_id = :applied")
    if table == "access_log":
        return _OTHERS_ACCESS.get(actor, f"t.user_id = :me AND t.role = '{actor}'")
    return OF_USER.get(table, "t.user_id = :me")
