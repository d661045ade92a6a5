-- What candidates ask a person for, and what they may change about themselves; meanings stand in models/.
CREATE TABLE candidate_requests (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    kind VARCHAR(40) NOT NULL,
    state VARCHAR(40) DEFAULT 'open' NOT NULL,
    candidate_id UUID NOT NULL,
    application_id UUID NOT NULL,
    interview_id UUID,
    job_id UUID NOT NULL,
    message TEXT NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    answered_at TIMESTAMP WITH TIME ZONE,
    answered_by UUID,
    outcome VARCHAR(40),
    answer TEXT,
    CONSTRAINT pk_candidate_requests PRIMARY KEY (id),
    CONSTRAINT ck_candidate_requests_kind CHECK (kind IN ('human_review', 'correction')),
    CONSTRAINT ck_candidate_requests_state CHECK (state IN ('open', 'answered')),
    CONSTRAINT ck_candidate_requests_outcome CHECK (outcome IN ('kept', 'changed')),
    CONSTRAINT ck_candidate_requests_answered CHECK (
        (state = 'answered') = (answered_at IS NOT NULL AND outcome IS NOT NULL AND answer IS NOT NULL)),
    CONSTRAINT fk_candidate_requests_candidate_id_candidates
        FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
    CONSTRAINT fk_candidate_requests_application_id_applications
        FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE,
    CONSTRAINT fk_candidate_requests_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE SET NULL,
    CONSTRAINT fk_candidate_requests_job_id_jobs FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE,
    CONSTRAINT fk_candidate_requests_answered_by_users
        FOREIGN KEY (answered_by) REFERENCES users (id) ON DELETE SET NULL
);
-- One open request of a kind: asking again adds nothing.
CREATE UNIQUE INDEX uq_candidate_requests_open ON candidate_requests (application_id, kind) WHERE state = 'open';
CREATE INDEX ix_candidate_requests_candidate_id ON candidate_requests (candidate_id);
CREATE INDEX ix_candidate_requests_interview_id ON candidate_requests (interview_id);
CREATE INDEX ix_candidate_requests_job_id_due_at ON candidate_requests (job_id, due_at);

ALTER TABLE candidate_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON candidate_requests TO understudy_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON candidate_requests TO understudy_worker USING (true) WITH CHECK (true);
GRANT SELECT ON candidate_requests TO understudy_worker;
GRANT SELECT, INSERT, UPDATE ON candidate_requests TO understudy_web;
ALTER TABLE candidate_requests OWNER TO understudy_owner;

-- Whoever applied holds a link of its own, also without an invitation: what belongs to that application.
CREATE FUNCTION app_applied(what TEXT) RETURNS UUID LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE what WHEN 'job' THEN a.job_id WHEN 'application' THEN a.id
                     WHEN 'candidate' THEN a.candidate_id WHEN 'file' THEN a.resume_file_id END
    FROM applications a
    WHERE app_role() = 'applicant' AND a.id = nullif(current_setting('app.application_id', true), '')::uuid
$$;
ALTER FUNCTION app_applied(TEXT) OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION app_applied(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_applied(TEXT) TO understudy_web;
-- The role is asked first in each: for everybody else these policies cost one comparison a statement.
CREATE POLICY web_jobs_applicant ON jobs FOR SELECT TO understudy_web
    USING ((SELECT app_role()) = 'applicant' AND id = (SELECT app_applied('job')));
CREATE POLICY web_applications_applicant ON applications FOR SELECT TO understudy_web
    USING ((SELECT app_role()) = 'applicant' AND id = (SELECT app_applied('application')));
CREATE POLICY web_applications_applicant_change ON applications FOR UPDATE TO understudy_web
    USING ((SELECT app_role()) = 'applicant' AND id = (SELECT app_applied('application')));
CREATE POLICY web_candidates_applicant ON candidates FOR SELECT TO understudy_web
    USING ((SELECT app_role()) = 'applicant' AND id = (SELECT app_applied('candidate')));
CREATE POLICY web_candidates_applicant_change ON candidates FOR UPDATE TO understudy_web
    USING ((SELECT app_role()) = 'applicant' AND id = (SELECT app_applied('candidate')));
CREATE POLICY web_files_applicant ON files FOR SELECT TO understudy_web
    USING ((SELECT app_role()) = 'applicant' AND id = (SELECT app_applied('file')));
CREATE POLICY web_mail_applicant ON email_messages FOR SELECT TO understudy_web
    USING ((SELECT app_role()) = 'applicant' AND application_id = (SELECT app_applied('application')));
CREATE POLICY web_mail_applicant_queue ON email_messages FOR INSERT TO understudy_web WITH CHECK (
    app_role() = 'applicant' AND application_id = app_applied('application') AND job_id = app_applied('job')
    AND interview_id IS NULL);
CREATE POLICY web_log_applicant ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    app_role() = 'applicant' AND application_id = app_applied('application') AND job_id = app_applied('job')
    AND actor_id IS NULL AND interview_id IS NULL AND entity IS NULL);

CREATE POLICY web_requests_see ON candidate_requests FOR SELECT TO understudy_web USING (
    CASE app_role() WHEN 'candidate' THEN application_id = app_invited('application')
    WHEN 'applicant' THEN application_id = app_applied('application')
    ELSE app_sees_job(job_id) END);
CREATE POLICY web_requests_ask ON candidate_requests FOR INSERT TO understudy_web WITH CHECK (
    state = 'open' AND CASE app_role()
        WHEN 'candidate' THEN interview_id = app_interview() AND candidate_id = app_invited('candidate')
            AND application_id = app_invited('application') AND job_id = app_invited('job')
        WHEN 'applicant' THEN interview_id IS NULL AND candidate_id = app_applied('candidate')
            AND application_id = app_applied('application') AND job_id = app_applied('job')
        ELSE false END);
CREATE POLICY web_requests_answer ON candidate_requests FOR UPDATE TO understudy_web
    USING (app_role() IN ('recruiter', 'admin') AND app_sees_job(job_id))
    WITH CHECK (app_role() IN ('recruiter', 'admin') AND app_sees_job(job_id) AND answered_by = app_user());

-- A new mail address waits until its owner confirms it; a language counts when the person chose it.
ALTER TABLE candidates ADD COLUMN pending_email TEXT;
ALTER TABLE candidates ADD COLUMN pending_email_until TIMESTAMP WITH TIME ZONE;
ALTER TABLE candidates ADD COLUMN email_changes INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE candidates ADD COLUMN language TEXT;
ALTER TABLE candidates ADD CONSTRAINT ck_candidates_language CHECK (language IN ('en', 'de', 'fr', 'es', 'pt'));

-- The steps of the own application: what was done, by rule or by a person, and when. No place, no other person.
CREATE FUNCTION own_steps() RETURNS TABLE (action TEXT, trigger_source TEXT, at TIMESTAMPTZ)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.action_type, l.trigger_source, l.created_at FROM automation_logs l
    WHERE l.application_id = app_application() ORDER BY l.sequence
$$;
ALTER FUNCTION own_steps() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION own_steps() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_steps() TO understudy_web;

-- Erase whoever acts: the person, every application, file, interview, conversation, mail and request. The log stays;
-- it holds ids only, and gets a row for each application that ends here. Workflows are told, so that a seat passes on.
CREATE FUNCTION erase_own_person(erased_at TIMESTAMPTZ) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    person UUID := (SELECT a.candidate_id FROM applications a WHERE a.id = app_application());
    ended BIGINT;
BEGIN
    IF person IS NULL THEN
        RAISE EXCEPTION 'only a candidate erases, and only the own person' USING ERRCODE = '42501';
    END IF;
    PERFORM FROM jobs j WHERE j.id IN (SELECT a.job_id FROM applications a WHERE a.candidate_id = person)
        ORDER BY j.id FOR KEY SHARE;
    PERFORM FROM applications a WHERE a.candidate_id = person ORDER BY a.id FOR UPDATE;
    INSERT INTO automation_logs (job_id, application_id, interview_id, action_type, trigger_source, actor_kind,
                                 details, idempotency_key, created_at)
    SELECT a.job_id, a.id, i.id, 'application_erased', 'manual', 'candidate',
           jsonb_strip_nulls(jsonb_build_object('shortlist_status', a.shortlist_status, 'interview', i.status)),
           'application:' || a.id || ':erased', erased_at
    FROM applications a LEFT JOIN interviews i ON i.application_id = a.id
    WHERE a.candidate_id = person;
    GET DIAGNOSTICS ended = ROW_COUNT;
    INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name, payload, job_id)
    SELECT 'erased:' || i.id, 'update', 'InterviewWorkflow', 'interview-' || i.id, 'changed',
           '{"cause": "erased"}', i.job_id
    FROM interviews i WHERE i.candidate_id = person
      AND i.status IN ('invitation_sent', 'slot_pending', 'confirmed', 'in_progress')
    ON CONFLICT DO NOTHING;
    INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name, payload, job_id)
    SELECT 'erased:' || a.id, 'update', 'JobWorkflow', 'job-' || a.job_id, 'changed', '{"cause": "erased"}', a.job_id
    FROM applications a WHERE a.candidate_id = person AND a.shortlist_status = 'shortlisted'
    ON CONFLICT DO NOTHING;
    -- Whoever was to conduct a booked interview is told that it is off; the mail brings its time, the row will be gone.
    INSERT INTO email_messages (id, mail_key, template, job_id, user_id, message_id, details, next_attempt_at, created_at)
    SELECT n.id, 'interviewer_cancellation:' || i.id || ':erased:' || n.who, 'interviewer_cancellation', i.job_id, n.who,
           '<' || n.id || '@understudy>',
           jsonb_build_object('reason_class', 'withdrew', 'calendar_sequence', i.calendar_synced_sequence + 1,
               'erased', jsonb_build_object('interview', i.id, 'start', i.scheduled_time,
                                            'minutes', extract(epoch FROM i.duration) / 60)),
           erased_at, erased_at
    FROM interviews i CROSS JOIN LATERAL (
        SELECT gen_random_uuid() AS id, who FROM unnest(array_prepend(i.interviewer_id, i.panel)) who
        WHERE who IS NOT NULL) n
    WHERE i.candidate_id = person AND i.status IN ('confirmed', 'in_progress')
      AND i.calendar_synced_sequence IS NOT NULL AND i.scheduled_time IS NOT NULL;
    DELETE FROM files f USING applications a WHERE a.candidate_id = person AND f.id = a.resume_file_id;
    DELETE FROM candidates c WHERE c.id = person;
    RETURN ended;
END $$;
ALTER FUNCTION erase_own_person(TIMESTAMPTZ) OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION erase_own_person(TIMESTAMPTZ) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_own_person(TIMESTAMPTZ) TO understudy_web;
