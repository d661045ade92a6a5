-- One final answer for each application: whoever writes a second one is refused.
ALTER TABLE email_messages ADD COLUMN final_of UUID;
UPDATE email_messages m SET final_of = m.application_id
FROM (SELECT DISTINCT ON (application_id) id FROM email_messages
      WHERE application_id IS NOT NULL AND user_id IS NULL
        AND template IN ('regret', 'job_cancelled', 'cancellation', 'expired')
      ORDER BY application_id, created_at, id) first
WHERE m.id = first.id;
-- Who had left heard of it by the receipt alone: that was the last word.
UPDATE email_messages m SET final_of = m.application_id
FROM (SELECT DISTINCT ON (r.application_id) r.id FROM email_messages r
      JOIN applications a ON a.id = r.application_id AND a.shortlist_status = 'rejected'
      WHERE r.template = 'leave_receipt'
        AND NOT EXISTS (SELECT FROM email_messages f WHERE f.final_of = r.application_id)
      ORDER BY r.application_id, r.created_at DESC, r.id) last
WHERE m.id = last.id;
ALTER TABLE email_messages
    ADD CONSTRAINT uq_email_messages_final_of UNIQUE (final_of);
CREATE INDEX ix_email_messages_application_id ON email_messages (application_id);
CREATE INDEX ix_email_messages_failed ON email_messages (job_id, created_at) WHERE status = 'failed';

-- Which days of which person were looked at for the digest, and what each digest covers.
CREATE TABLE digests (
    user_id UUID NOT NULL,
    day DATE NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL,
    is_sent BOOLEAN NOT NULL,
    CONSTRAINT pk_digests PRIMARY KEY (user_id, day),
    CONSTRAINT fk_digests_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE digest_refusals (
    user_id UUID NOT NULL,
    refused_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_digest_refusals PRIMARY KEY (user_id),
    CONSTRAINT fk_digest_refusals_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
-- What needs an admin. Ids and figures only; names are looked up when somebody reads.
CREATE TABLE alerts (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    cause VARCHAR(40) NOT NULL,
    about TEXT NOT NULL,
    details JSONB DEFAULT '{}'::jsonb NOT NULL,
    raised_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_at TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_at TIMESTAMP WITH TIME ZONE,
    seen_by UUID,
    over_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_alerts PRIMARY KEY (id),
    CONSTRAINT uq_alerts_cause_about UNIQUE (cause, about),
    CONSTRAINT fk_alerts_seen_by_users FOREIGN KEY (seen_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX ix_alerts_open ON alerts (cause) WHERE over_at IS NULL;

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['digests', 'digest_refusals', 'alerts'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT ON digests TO understudy_worker;
GRANT SELECT ON digest_refusals TO understudy_worker;
GRANT SELECT, INSERT, UPDATE ON alerts TO understudy_worker;
GRANT SELECT, INSERT, DELETE ON digest_refusals TO understudy_web;
GRANT SELECT, UPDATE ON alerts TO understudy_web;
CREATE POLICY web_digest_refusals ON digest_refusals TO understudy_web
    USING (app_role() NOT IN ('', 'candidate', 'applicant') AND user_id = app_user());
CREATE POLICY web_alerts_see ON alerts FOR SELECT TO understudy_web USING (app_role() = 'admin');
CREATE POLICY web_alerts_mark ON alerts FOR UPDATE TO understudy_web USING (app_role() = 'admin');
-- Who turns the own digest on or off, and who has seen an alert, says so in the log.
CREATE POLICY web_log_digest ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    action_type IN ('digest_on', 'digest_off') AND actor_id = app_user()
    AND app_role() NOT IN ('', 'candidate', 'applicant'));

-- How many of a job's interviewers have a calendar that cannot be used: a number, not who. Recruiters see it of
-- their own jobs, although a calendar is its owner's alone.
CREATE FUNCTION blind_interviewers(of_jobs UUID[]) RETURNS TABLE (job_id UUID, people BIGINT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT j.job_id, count(DISTINCT j.user_id) FROM job_interviewers j
    JOIN calendar_accounts a ON a.user_id = j.user_id AND a.health IN ('dead', 'unreachable')
    WHERE j.job_id = ANY (of_jobs) AND ('understudy_worker' IN (session_user, current_setting('role')) OR app_sees_job(j.job_id))
    GROUP BY j.job_id
$$;
ALTER FUNCTION blind_interviewers(UUID[]) OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION blind_interviewers(UUID[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION blind_interviewers(UUID[]) TO understudy_web, understudy_worker;
