-- Who may do what. Roles are made in env.py; here they get the least they need, row by row.
GRANT USAGE ON SCHEMA public TO understudy_web, understudy_worker, understudy_auditor;

GRANT SELECT, INSERT, UPDATE ON
    jobs, job_interviewers, applications, interviews, negotiation_sessions, email_messages, outbox, held_steps,
    candidates, files, feature_flags, feature_flag_overrides
    TO understudy_web, understudy_worker;
GRANT DELETE ON held_steps, job_interviewers, feature_flag_overrides, candidates, files TO understudy_web;
GRANT DELETE ON held_steps, feature_flag_overrides TO understudy_worker;
GRANT SELECT, INSERT ON automation_logs TO understudy_web, understudy_worker;
GRANT SELECT, INSERT, UPDATE ON users TO understudy_web;
GRANT SELECT ON users TO understudy_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_tokens TO understudy_web, understudy_worker;
GRANT SELECT ON interview_interviewers, state_transitions TO understudy_web, understudy_worker;
GRANT SELECT ON automation_logs, jobs, feature_flags, feature_flag_overrides, state_transitions
    TO understudy_auditor;
GRANT SELECT ON alembic_version TO understudy_web, understudy_worker, understudy_auditor;

-- The web tier says for each transaction for whom it acts: set_config('app.role' | 'app.user_id' | 'app.interview_id').
CREATE FUNCTION app_role() RETURNS TEXT LANGUAGE sql STABLE AS
    $$ SELECT coalesce(current_setting('app.role', true), '') $$;
CREATE FUNCTION app_user() RETURNS UUID LANGUAGE sql STABLE AS
    $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION app_interview() RETURNS UUID LANGUAGE sql STABLE AS
    $$ SELECT nullif(current_setting('app.interview_id', true), '')::uuid $$;

-- Asked once a statement, not once a row: policies wrap it in a sub-select.
CREATE FUNCTION app_own_jobs() RETURNS UUID[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM jobs WHERE recruiter_id = app_user() AND app_role() = 'recruiter'
$$;
-- Helpers look past the policies (their owner may), so that policies of two tables never wait for each other.
CREATE FUNCTION app_sees_job(wanted UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE app_role()
        WHEN 'admin' THEN true
        WHEN 'recruiter' THEN EXISTS (SELECT FROM jobs j WHERE j.id = wanted AND j.recruiter_id = app_user())
        WHEN 'candidate' THEN EXISTS (SELECT FROM interviews i WHERE i.id = app_interview() AND i.job_id = wanted)
        ELSE false
    END
$$;
CREATE FUNCTION app_sees_candidate(wanted UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE app_role()
        WHEN 'admin' THEN true
        WHEN 'recruiter' THEN EXISTS (
            SELECT FROM applications a JOIN jobs j ON j.id = a.job_id
            WHERE a.candidate_id = wanted AND j.recruiter_id = app_user())
        WHEN 'candidate' THEN EXISTS (
            SELECT FROM interviews i WHERE i.id = app_interview() AND i.candidate_id = wanted)
        ELSE false
    END
$$;
CREATE FUNCTION app_sees_application(wanted UUID, of_job UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE app_role()
        WHEN 'candidate' THEN EXISTS (
            SELECT FROM interviews i WHERE i.id = app_interview() AND i.application_id = wanted)
        ELSE app_sees_job(of_job)
    END
$$;
-- Colleagues see each other; a candidate sees who may interview them.
CREATE FUNCTION app_sees_user(wanted UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE app_role()
        WHEN '' THEN false
        WHEN 'candidate' THEN EXISTS (
            SELECT FROM interviews i JOIN job_interviewers j ON j.job_id = i.job_id
            WHERE i.id = app_interview() AND j.user_id = wanted)
        ELSE true
    END
$$;
CREATE FUNCTION app_sees_file(wanted UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT app_role() = 'admin' OR EXISTS (
        SELECT FROM applications a WHERE a.resume_file_id = wanted AND app_sees_application(a.id, a.job_id))
$$;
-- Busy times without whose they are: what a candidate's page needs to offer free slots.
CREATE FUNCTION interviewer_busy(wanted UUID[], since TIMESTAMPTZ, until TIMESTAMPTZ, but UUID)
RETURNS TABLE (user_id UUID, starts TIMESTAMPTZ, ends TIMESTAMPTZ) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT b.user_id, lower(b.during), upper(b.during) FROM interview_interviewers b
    WHERE b.user_id = ANY (wanted) AND b.is_live AND b.during && tstzrange(since, until)
      AND b.interview_id IS DISTINCT FROM but
$$;
-- Whether a mail address is known already, for intake: the person, but nothing about the person.
CREATE FUNCTION candidate_by_email(wanted TEXT) RETURNS UUID LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$ SELECT c.id FROM candidates c WHERE lower(c.email) = lower(wanted) $$;

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['users', 'jobs', 'job_interviewers', 'candidates', 'applications', 'interviews',
        'interview_interviewers', 'negotiation_sessions', 'automation_logs', 'email_messages', 'files', 'outbox',
        'held_steps', 'feature_flags', 'feature_flag_overrides', 'calendar_tokens']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
    END LOOP;
END $$;

CREATE POLICY web_users ON users TO understudy_web USING (app_sees_user(id)) WITH CHECK (app_role() = 'admin');
CREATE POLICY web_jobs ON jobs TO understudy_web USING (app_sees_job(id))
    WITH CHECK (app_role() = 'admin' OR (app_role() = 'recruiter' AND recruiter_id = app_user()));
CREATE POLICY web_job_interviewers_see ON job_interviewers FOR SELECT TO understudy_web USING (app_sees_job(job_id));
CREATE POLICY web_job_interviewers_change ON job_interviewers TO understudy_web
    USING (app_role() <> 'candidate' AND app_sees_job(job_id));
CREATE POLICY web_candidates_see ON candidates FOR SELECT TO understudy_web
    USING ((SELECT app_role()) = 'admin' OR app_sees_candidate(id));
CREATE POLICY web_candidates_change ON candidates FOR UPDATE TO understudy_web USING (app_sees_candidate(id));
CREATE POLICY web_candidates_erase ON candidates FOR DELETE TO understudy_web USING (app_sees_candidate(id));
CREATE POLICY web_candidates_add ON candidates FOR INSERT TO understudy_web
    WITH CHECK (app_role() IN ('admin', 'recruiter'));
CREATE POLICY web_applications ON applications TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR ((SELECT app_role()) = 'candidate' AND app_sees_application(id, job_id)))
    WITH CHECK (app_sees_job(job_id));
CREATE POLICY web_interviews ON interviews TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR ((SELECT app_role()) = 'candidate' AND id = (SELECT app_interview())));
CREATE POLICY web_interview_interviewers ON interview_interviewers FOR SELECT TO understudy_web
    USING (app_role() = 'admin' OR user_id = app_user() OR interview_id = app_interview());
CREATE POLICY web_negotiation ON negotiation_sessions TO understudy_web USING (
    CASE app_role() WHEN 'candidate' THEN interview_id = app_interview()
    ELSE EXISTS (SELECT FROM interviews i WHERE i.id = interview_id) END);
CREATE POLICY web_log_see ON automation_logs FOR SELECT TO understudy_web USING (
    (SELECT app_role()) IN ('admin', 'auditor') OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR ((SELECT app_role()) = 'candidate' AND interview_id = (SELECT app_interview())));
CREATE POLICY web_log_add ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    CASE app_role() WHEN 'admin' THEN true WHEN 'recruiter' THEN app_sees_job(job_id)
    WHEN 'candidate' THEN interview_id = app_interview() ELSE false END);
CREATE POLICY web_mail ON email_messages TO understudy_web USING (
    CASE app_role() WHEN 'candidate' THEN interview_id = app_interview() ELSE app_sees_job(job_id) END);
CREATE POLICY web_files_see ON files FOR SELECT TO understudy_web USING (app_sees_file(id));
CREATE POLICY web_files_erase ON files FOR DELETE TO understudy_web USING (app_sees_file(id));
CREATE POLICY web_files_add ON files FOR INSERT TO understudy_web WITH CHECK (app_role() IN ('admin', 'recruiter'));
-- The outbox holds ids only; the web tier adds messages and marks what it delivered itself.
CREATE POLICY web_outbox ON outbox TO understudy_web USING (
    CASE app_role() WHEN 'candidate' THEN workflow_id = 'interview-' || app_interview() ELSE app_sees_job(job_id) END);
CREATE POLICY web_held ON held_steps TO understudy_web USING (app_role() <> 'candidate' AND app_sees_job(job_id));
CREATE POLICY web_flags_see ON feature_flags FOR SELECT TO understudy_web USING (true);
CREATE POLICY web_flags_change ON feature_flags FOR UPDATE TO understudy_web USING (app_role() = 'admin');
CREATE POLICY web_overrides_see ON feature_flag_overrides FOR SELECT TO understudy_web USING (true);
CREATE POLICY web_overrides_change ON feature_flag_overrides TO understudy_web
    USING (app_role() <> 'candidate' AND app_sees_job(job_id));
CREATE POLICY web_tokens ON calendar_tokens TO understudy_web USING (app_role() = 'admin' OR user_id = app_user());

CREATE POLICY auditor_log ON automation_logs FOR SELECT TO understudy_auditor USING (true);
CREATE POLICY auditor_jobs ON jobs FOR SELECT TO understudy_auditor USING (true);
CREATE POLICY auditor_flags ON feature_flags FOR SELECT TO understudy_auditor USING (true);
CREATE POLICY auditor_overrides ON feature_flag_overrides FOR SELECT TO understudy_auditor USING (true);
