-- Back to the policies of before. Who read what is forgotten: nothing else can hold it.
DROP TABLE access_log;
DROP FUNCTION understudy_refuse_access_change();
DROP TRIGGER keep_owner ON interviews;
DROP TRIGGER keep_owner ON applications;
DROP FUNCTION understudy_keep_owner();

ALTER POLICY web_log_add ON automation_logs WITH CHECK (
    CASE app_role() WHEN 'admin' THEN true WHEN 'recruiter' THEN app_sees_job(job_id)
    WHEN 'candidate' THEN interview_id = app_interview() ELSE false END);
ALTER POLICY web_held ON held_steps USING (app_role() <> 'candidate' AND app_sees_job(job_id));
ALTER POLICY web_outbox ON outbox USING (
    CASE app_role() WHEN 'candidate' THEN workflow_id = 'interview-' || app_interview() ELSE app_sees_job(job_id) END);
ALTER POLICY web_mail ON email_messages USING (
    CASE app_role() WHEN 'candidate' THEN interview_id = app_interview() ELSE app_sees_job(job_id) END);
ALTER POLICY web_negotiation ON negotiation_sessions USING (
    CASE app_role() WHEN 'candidate' THEN interview_id = app_interview()
    ELSE EXISTS (SELECT FROM interviews i WHERE i.id = interview_id) END);
ALTER POLICY web_tokens ON calendar_tokens USING (app_role() = 'admin' OR user_id = app_user());
ALTER POLICY web_interview_interviewers ON interview_interviewers
    USING (app_role() = 'admin' OR user_id = app_user() OR interview_id = app_interview());
DROP POLICY web_interviews_interviewing ON interviews;
DROP POLICY web_applications_interviewing ON applications;
ALTER POLICY web_applications ON applications
    USING (
        (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
        OR ((SELECT app_role()) = 'candidate' AND app_sees_application(id, job_id)))
    WITH CHECK (app_sees_job(job_id));
GRANT UPDATE ON files TO understudy_web;
ALTER POLICY web_files_erase ON files USING (app_sees_file(id));
ALTER POLICY web_files_see ON files USING (app_sees_file(id));
ALTER POLICY web_candidates_erase ON candidates USING (app_sees_candidate(id));
ALTER POLICY web_candidates_change ON candidates USING (app_sees_candidate(id));
ALTER POLICY web_candidates_see ON candidates USING ((SELECT app_role()) = 'admin' OR app_sees_candidate(id));
DROP POLICY web_job_texts_audited ON job_texts;
ALTER POLICY web_job_interviewers_change ON job_interviewers
    USING (app_role() <> 'candidate' AND app_sees_job(job_id));
ALTER POLICY web_job_interviewers_see ON job_interviewers USING (app_sees_job(job_id));
DROP POLICY web_jobs_interviewing ON jobs;
ALTER POLICY web_jobs ON jobs USING (app_sees_job(id));
ALTER POLICY web_overrides_change ON feature_flag_overrides
    USING (app_role() <> 'candidate' AND app_sees_job(job_id));
ALTER POLICY web_overrides_see ON feature_flag_overrides USING (true);
ALTER POLICY web_flags_see ON feature_flags USING (true);
ALTER POLICY web_users_own ON users WITH CHECK (id = app_user() AND role = app_role());
DROP POLICY web_users_admin ON users;
DROP POLICY web_users ON users;
CREATE POLICY web_users ON users TO understudy_web USING (app_sees_user(id)) WITH CHECK (app_role() = 'admin');
DROP FUNCTION app_own_address();

DO $$
DECLARE
    f TEXT;
BEGIN
    FOREACH f IN ARRAY ARRAY['candidate_by_email(text)', 'clear_expired_holds(uuid[], timestamptz)',
        'interviewer_busy(uuid[], timestamptz, timestamptz, uuid, timestamptz)', 'interviewer_load(uuid, uuid)',
        'calendar_noticed(text, text)'] LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM understudy_web, understudy_worker', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', f);
    END LOOP;
END $$;
CREATE OR REPLACE FUNCTION candidate_by_email(wanted TEXT) RETURNS UUID LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$ SELECT c.id FROM candidates c WHERE lower(c.email) = lower(wanted) $$;
CREATE OR REPLACE FUNCTION app_sees_user(wanted UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE app_role()
        WHEN '' THEN false
        WHEN 'candidate' THEN EXISTS (
            SELECT FROM interviews i JOIN job_interviewers j ON j.job_id = i.job_id
            WHERE i.id = app_interview() AND j.user_id = wanted)
        ELSE true
    END
$$;
DROP FUNCTION app_interviewing(TEXT);
DROP FUNCTION app_invited(TEXT);
ALTER FUNCTION understudy_check_transition() RESET search_path;
DO $$
DECLARE
    f RECORD;
BEGIN
    FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p
             WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
               AND (p.proname LIKE 'app\_%' OR p.prorettype = 'trigger'::regtype AND p.proname LIKE 'understudy\_%') LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM understudy_web', f.name);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', f.name);
    END LOOP;
END $$;

-- The log: back to its first indexes and without signed seals. Rows keep the seals they have.
DROP FUNCTION seal_log(BIGINT[], BYTEA[], TIMESTAMPTZ, TEXT, BYTEA);
DROP FUNCTION newest_log_number();
DROP TABLE log_seals;
DROP FUNCTION understudy_refuse_seal_change();
DROP INDEX ix_automation_logs_application_id, ix_automation_logs_interview_id, ix_automation_logs_action_type,
    ix_automation_logs_trigger_source, ix_automation_logs_actor_id, ix_automation_logs_flag, ix_automation_logs_reason;
CREATE INDEX ix_automation_logs_application_id ON automation_logs (application_id);
CREATE INDEX ix_automation_logs_interview_id ON automation_logs (interview_id);
CREATE INDEX ix_automation_logs_action_type ON automation_logs (action_type);
CREATE INDEX ix_automation_logs_trigger_source ON automation_logs (trigger_source);
-- The log: end.
