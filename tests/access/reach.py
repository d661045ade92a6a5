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
    "jobs": "t.recruiter_id = :me",
    "candidates": f"t.id IN (SELECT candidate_id FROM applications WHERE job_id IN {MY_JOBS})",
    "files": f"t.id IN (SELECT resume_file_id FROM applications WHERE job_id IN {MY_JOBS})",
    "negotiation_sessions": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
    "interview_interviewers": f"t.interview_id IN (SELECT id FROM interviews WHERE job_id IN {MY_JOBS})",
}
OF_INTERVIEWS: Mapping[str, str] = {
    "jobs": f"t.id IN (SELECT job_id FROM {CONDUCTED})",
    "interviews": f"t.id IN (SELECT id FROM {CONDUCTED})",
    "applications": f"t.id IN (SELECT application_id FROM {CONDUCTED})",
    "candidates": f"t.id IN (SELECT candidate_id FROM {CONDUCTED})",
    "files": f"t.id IN (SELECT a.resume_file_id FROM {CONDUCTED} JOIN applications a ON a.id = c.application_id)",
}
OF_CANDIDATE: Mapping[str, str] = {
    "users": f"t.id IN (SELECT user_id FROM job_interviewers WHERE job_id = (SELECT job_id FROM {LINKED}))",
    "jobs": f"t.id = (SELECT job_id FROM {LINKED})",
    "job_interviewers": f"t.job_id = (SELECT job_id FROM {LINKED})",
    "feature_flag_overrides": f"t.job_id = (SELECT job_id FROM {LINKED})",
    "candidates": f"t.id = (SELECT candidate_id FROM {LINKED})",
    "applications": f"t.id = (SELECT application_id FROM {LINKED})",
    "files": f"t.id = (SELECT a.resume_file_id FROM {LINKED} JOIN applications a ON a.id = l.application_id)",
    "interviews": "t.id = :link",
    "outbox": "t.workflow_id = 'interview-' || :link",
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
    "calendar_entries": "t.account_id IN (SELECT id FROM calendar_accounts WHERE user_id = :me)",
    "webhook_endpoints": "t.owner_id = :me",
    "webhook_deliveries": "t.endpoint_id IN (SELECT id FROM webhook_endpoints WHERE owner_id = :me)",
}
_ACTS = {
    Actor.RECRUITER: "'calendar_connected', 'calendar_disconnected', 'user_changed', 'digest_on', 'digest_off',"
    " 'webhook_added', 'webhook_changed', 'webhook_removed', 'webhook_secret_changed', 'webhook_replayed'",
    Actor.INTERVIEWER: "'calendar_connected', 'calendar_disconnected', 'user_changed', 'digest_on', 'digest_off'",
    Actor.AUDITOR: "'impact_viewed', 'digest_on', 'digest_off'",
}
_ACCOUNT_ACTS = (
    "'user_added', 'user_changed', 'user_linked', 'user_role_changed', 'user_disabled', 'user_enabled',"
    " 'password_set', 'sessions_ended', 'key_made', 'key_revoked'"
)
_AS_SELF = "(t.actor_id IS NULL OR t.actor_id = :me)"
_OTHERS_ACCESS = {
    Actor.AUDITOR_ROLE: "t.role = 'operator'",
}


def rows_of(table: str, actor: Actor, verb: Verb, scope: Scope) -> str:
    """The condition on `t` that a scope means for somebody."""
    jobs = OF_JOBS.get(table, f"t.job_id IN {MY_JOBS}")
    acts = f"t.actor_id = :me AND t.action_type IN ({_ACTS.get(actor, '')})"
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
        Scope.OWN_ACTS: acts,
        Scope.JOBS_AND_ACTS: f"(({jobs} AND {_AS_SELF}) OR {acts})",
        Scope.ANY_AS_SELF: _AS_SELF,
        Scope.ACCOUNTS: f"t.action_type IN ({_ACCOUNT_ACTS}) AND t.job_id IS NULL AND t.entity IS NULL",
    }
    assert meanings[scope], f"{verb} {scope} of {table} means nothing yet: say what in tests/access/reach.py"
    return meanings[scope]


def _own(table: str, actor: Actor) -> str:
    if actor is Actor.CANDIDATE:
        return OF_CANDIDATE.get(table, "t.interview_id = :link")
    if actor is Actor.APPLICANT:
        return OF_APPLICANT.get(table, "t.application_id = :applied")
    if table == "access_log":
        return _OTHERS_ACCESS.get(actor, f"t.user_id = :me AND t.role = '{actor}'")
    return OF_USER.get(table, "t.user_id = :me")
