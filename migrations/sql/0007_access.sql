-- Who sees what, in one voice: the matrix of docs/access.md. Whose a row is, is worked out once a statement.

-- What belongs to the candidate's own interview: 'job', 'application', 'candidate' or 'file'.
CREATE FUNCTION app_invited(what TEXT) RETURNS UUID LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE what WHEN 'job' THEN i.job_id WHEN 'application' THEN i.application_id
                     WHEN 'candidate' THEN i.candidate_id WHEN 'file' THEN a.resume_file_id END
    FROM interviews i LEFT JOIN applications a ON a.id = i.application_id
    WHERE app_role() = 'candidate' AND i.id = app_interview()
$$;
-- What belongs to the interviews that an interviewer conducts. A booking is live from confirmed on, and no longer
-- when the interview was cancelled or nobody came: whoever no longer needs a resume no longer sees it.
CREATE FUNCTION app_interviewing(what TEXT) RETURNS UUID[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT CASE what WHEN 'interview' THEN i.id WHEN 'job' THEN i.job_id
        WHEN 'application' THEN i.application_id WHEN 'candidate' THEN i.candidate_id
        WHEN 'file' THEN a.resume_file_id END), '{}')
    FROM interview_interviewers b JOIN interviews i ON i.id = b.interview_id
    LEFT JOIN applications a ON a.id = i.application_id
    WHERE app_role() = 'interviewer' AND b.user_id = app_user() AND b.kind = 'booking' AND b.is_live
$$;
ALTER FUNCTION app_invited(TEXT) OWNER TO understudy_owner;
ALTER FUNCTION app_interviewing(TEXT) OWNER TO understudy_owner;

-- Colleagues see each other; a candidate sees who may interview them; an applicant and a stranger see nobody.
CREATE OR REPLACE FUNCTION app_sees_user(wanted UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE
        WHEN app_role() IN ('admin', 'recruiter', 'interviewer', 'auditor') THEN true
        WHEN app_role() = 'candidate' THEN EXISTS (
            SELECT FROM interviews i JOIN job_interviewers j ON j.job_id = i.job_id
            WHERE i.id = app_interview() AND j.user_id = wanted)
        ELSE false
    END
$$;
-- Whether an address is known: for those who take applications in, and for workers, who act for nobody.
CREATE OR REPLACE FUNCTION candidate_by_email(wanted TEXT) RETURNS UUID LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT c.id FROM candidates c
    WHERE lower(c.email) = lower(wanted)
      AND (app_role() IN ('admin', 'recruiter') OR current_setting('role', true) IS DISTINCT FROM 'understudy_web')
$$;
DO $$
DECLARE
    f TEXT;
BEGIN
    FOREACH f IN ARRAY ARRAY['candidate_by_email(text)', 'clear_expired_holds(uuid[], timestamptz)',
        'interviewer_busy(uuid[], timestamptz, timestamptz, uuid, timestamptz)', 'interviewer_load(uuid, uuid)',
        'calendar_noticed(text, text)'] LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO understudy_web, understudy_worker', f);
    END LOOP;
END $$;

-- What looks past the policies is called by policies of the web tier alone. Triggers are called by nobody: whoever may
-- hang one up on a temporary table of their own writes with its owner's rights.
DO $$
DECLARE
    f RECORD;
BEGIN
    FOR f IN SELECT p.oid::regprocedure AS name, p.prorettype = 'trigger'::regtype AS is_trigger FROM pg_proc p
             WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
               AND (p.proname LIKE 'app\_%' OR p.prorettype = 'trigger'::regtype AND p.proname LIKE 'understudy\_%') LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
        IF NOT f.is_trigger THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO understudy_web', f.name);
        END IF;
    END LOOP;
END $$;

-- The rule about states reads the table of this schema, never a temporary one of the same name that a session brings.
ALTER FUNCTION understudy_check_transition() SET search_path = public, pg_temp;

-- Policies of one table add up, checks apart from conditions: what is seen must not be a condition of a write, or
-- the check of another policy lets it through (an auditor could change the own row). The own address stays as well.
CREATE FUNCTION app_own_address() RETURNS TEXT LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$ SELECT u.email FROM users u WHERE u.id = app_user() $$;
ALTER FUNCTION app_own_address() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION app_own_address() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_own_address() TO understudy_web;
DROP POLICY web_users ON users;
CREATE POLICY web_users ON users FOR SELECT TO understudy_web USING (
    (SELECT app_role()) IN ('admin', 'recruiter', 'interviewer', 'auditor')
    OR ((SELECT app_role()) = 'candidate' AND app_sees_user(id)));
CREATE POLICY web_users_admin ON users TO understudy_web USING ((SELECT app_role()) = 'admin');
ALTER POLICY web_users_own ON users WITH CHECK (
    id = app_user() AND role = app_role() AND app_role() IN ('recruiter', 'interviewer') AND email = app_own_address());

-- Nobody without a role reads a flag; overrides are a job's own business.
ALTER POLICY web_flags_see ON feature_flags
    USING ((SELECT app_role()) IN ('admin', 'recruiter', 'interviewer', 'auditor', 'candidate'));
ALTER POLICY web_overrides_see ON feature_flag_overrides USING (
    (SELECT app_role()) IN ('admin', 'auditor') OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR job_id = (SELECT app_invited('job')));
ALTER POLICY web_overrides_change ON feature_flag_overrides USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]));

ALTER POLICY web_jobs ON jobs USING (
    (SELECT app_role()) = 'admin' OR ((SELECT app_role()) = 'recruiter' AND recruiter_id = (SELECT app_user()))
    OR id = (SELECT app_invited('job')));
CREATE POLICY web_jobs_interviewing ON jobs FOR SELECT TO understudy_web
    USING (id = ANY ((SELECT app_interviewing('job'))::uuid[]));
ALTER POLICY web_job_interviewers_see ON job_interviewers USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR job_id = (SELECT app_invited('job')));
ALTER POLICY web_job_interviewers_change ON job_interviewers USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]));
CREATE POLICY web_job_texts_audited ON job_texts FOR SELECT TO understudy_web
    USING ((SELECT app_role()) = 'auditor');

-- A person who applied for two jobs belongs to neither recruiter: candidates change and erase themselves, admins help.
ALTER POLICY web_candidates_see ON candidates USING (
    (SELECT app_role()) = 'admin' OR id = (SELECT app_invited('candidate'))
    OR ((SELECT app_role()) = 'recruiter' AND EXISTS (
        SELECT FROM applications a
        WHERE a.candidate_id = candidates.id AND a.job_id = ANY ((SELECT app_own_jobs())::uuid[])))
    OR id = ANY ((SELECT app_interviewing('candidate'))::uuid[]));
ALTER POLICY web_candidates_change ON candidates
    USING ((SELECT app_role()) = 'admin' OR id = (SELECT app_invited('candidate')));
ALTER POLICY web_candidates_erase ON candidates
    USING ((SELECT app_role()) = 'admin' OR id = (SELECT app_invited('candidate')));
ALTER POLICY web_files_see ON files USING (
    (SELECT app_role()) = 'admin' OR id = (SELECT app_invited('file'))
    OR ((SELECT app_role()) = 'recruiter' AND EXISTS (
        SELECT FROM applications a
        WHERE a.resume_file_id = files.id AND a.job_id = ANY ((SELECT app_own_jobs())::uuid[])))
    OR id = ANY ((SELECT app_interviewing('file'))::uuid[]));
ALTER POLICY web_files_erase ON files
    USING ((SELECT app_role()) = 'admin' OR id = (SELECT app_invited('file')));
REVOKE UPDATE ON files FROM understudy_web;

ALTER POLICY web_applications ON applications
    USING (
        (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
        OR id = (SELECT app_invited('application')))
    WITH CHECK (
        (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
        OR id = (SELECT app_invited('application')));
CREATE POLICY web_applications_interviewing ON applications FOR SELECT TO understudy_web
    USING (id = ANY ((SELECT app_interviewing('application'))::uuid[]));
CREATE POLICY web_interviews_interviewing ON interviews FOR SELECT TO understudy_web
    USING (id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
ALTER POLICY web_interview_interviewers ON interview_interviewers USING (
    (SELECT app_role()) = 'admin' OR ((SELECT app_role()) = 'candidate' AND interview_id = (SELECT app_interview()))
    OR ((SELECT app_role()) IN ('recruiter', 'interviewer') AND user_id = (SELECT app_user()))
    OR ((SELECT app_role()) = 'recruiter' AND EXISTS (
        SELECT FROM interviews i WHERE i.id = interview_id AND i.job_id = ANY ((SELECT app_own_jobs())::uuid[]))));
ALTER POLICY web_tokens ON calendar_tokens USING (
    (SELECT app_role()) = 'admin'
    OR ((SELECT app_role()) IN ('recruiter', 'interviewer') AND user_id = (SELECT app_user())));
-- Said by name: an interview that an interviewer sees brings no chat along.
ALTER POLICY web_negotiation ON negotiation_sessions USING (
    ((SELECT app_role()) = 'candidate' AND interview_id = (SELECT app_interview()))
    OR ((SELECT app_role()) IN ('admin', 'recruiter')
        AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id)));
ALTER POLICY web_mail ON email_messages USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR ((SELECT app_role()) = 'candidate' AND interview_id = (SELECT app_interview())));
ALTER POLICY web_outbox ON outbox USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR ((SELECT app_role()) = 'candidate' AND workflow_id = 'interview-' || (SELECT app_interview())));
ALTER POLICY web_held ON held_steps USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]));
-- Whoever writes into the log writes the own name, or none.
ALTER POLICY web_log_add ON automation_logs WITH CHECK (
    (actor_id IS NULL OR actor_id = app_user())
    AND CASE app_role() WHEN 'admin' THEN true WHEN 'recruiter' THEN job_id = ANY (app_own_jobs())
        WHEN 'candidate' THEN interview_id = app_interview() ELSE false END);

-- Rows stay whose they are: what belongs to one person or job never becomes another's. Erasing may empty it.
CREATE FUNCTION understudy_keep_owner() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was JSONB := to_jsonb(OLD);
    becomes JSONB := to_jsonb(NEW);
    part TEXT;
BEGIN
    FOREACH part IN ARRAY TG_ARGV LOOP
        IF was -> part <> 'null' AND becomes -> part <> 'null' AND was -> part <> becomes -> part THEN
            RAISE EXCEPTION '% of % never changes', part, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
ALTER FUNCTION understudy_keep_owner() OWNER TO understudy_owner;
CREATE TRIGGER keep_owner BEFORE UPDATE OF job_id, candidate_id ON applications
    FOR EACH ROW WHEN (OLD.job_id IS DISTINCT FROM NEW.job_id OR OLD.candidate_id IS DISTINCT FROM NEW.candidate_id)
    EXECUTE FUNCTION understudy_keep_owner('job_id', 'candidate_id');
CREATE TRIGGER keep_owner BEFORE UPDATE OF job_id, application_id, candidate_id ON interviews
    FOR EACH ROW WHEN (OLD.job_id IS DISTINCT FROM NEW.job_id OR OLD.candidate_id IS DISTINCT FROM NEW.candidate_id
                       OR OLD.application_id IS DISTINCT FROM NEW.application_id)
    EXECUTE FUNCTION understudy_keep_owner('job_id', 'application_id', 'candidate_id');

-- Who read what: written with the read, never changed, ids only. Who it was, the transaction itself says.
CREATE TABLE access_log (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    sequence BIGINT GENERATED ALWAYS AS IDENTITY,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    role TEXT DEFAULT coalesce(nullif(current_setting('app.role', true), ''), 'operator') NOT NULL,
    user_id UUID DEFAULT nullif(current_setting('app.user_id', true), '')::uuid,
    link_interview_id UUID DEFAULT nullif(current_setting('app.interview_id', true), '')::uuid,
    what VARCHAR(40) NOT NULL,
    purpose VARCHAR(40) NOT NULL,
    job_id UUID,
    application_id UUID,
    interview_id UUID,
    records INTEGER,
    request_id TEXT,
    CONSTRAINT pk_access_log PRIMARY KEY (id),
    CONSTRAINT uq_access_log_sequence UNIQUE (sequence)
);
CREATE INDEX ix_access_log_application_id ON access_log (application_id);
CREATE INDEX ix_access_log_at ON access_log (at DESC);
CREATE INDEX ix_access_log_interview_id ON access_log (interview_id);
CREATE INDEX ix_access_log_user_id ON access_log (user_id, sequence);
CREATE FUNCTION understudy_refuse_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
ALTER FUNCTION understudy_refuse_access_change() OWNER TO understudy_owner;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON access_log
    FOR EACH ROW EXECUTE FUNCTION understudy_refuse_access_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON access_log
    FOR EACH STATEMENT EXECUTE FUNCTION understudy_refuse_access_change();
ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log FORCE ROW LEVEL SECURITY;
ALTER TABLE access_log OWNER TO understudy_owner;
GRANT SELECT, INSERT ON access_log TO understudy_web, understudy_worker, understudy_auditor;
CREATE POLICY owner_all ON access_log TO understudy_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON access_log TO understudy_worker USING (true) WITH CHECK (true);
CREATE POLICY web_access_see ON access_log FOR SELECT TO understudy_web
    USING ((SELECT app_role()) IN ('admin', 'auditor'));
CREATE POLICY web_access_note ON access_log FOR INSERT TO understudy_web WITH CHECK (
    app_role() <> '' AND role = app_role() AND user_id IS NOT DISTINCT FROM app_user()
    AND link_interview_id IS NOT DISTINCT FROM app_interview());
CREATE POLICY auditor_access_see ON access_log FOR SELECT TO understudy_auditor USING (true);
-- The command line reads the log in this role and has no name to give: that, too, is written down.
CREATE POLICY auditor_access_note ON access_log FOR INSERT TO understudy_auditor WITH CHECK (
    role = coalesce(nullif(app_role(), ''), 'operator') AND user_id IS NOT DISTINCT FROM app_user()
    AND link_interview_id IS NOT DISTINCT FROM app_interview());

-- The log: searched by auditors, sealed by the worker. -----------------------------------------------------------
-- Pages of the log follow its sequence, newest first, whatever they are filtered by.
DROP INDEX IF EXISTS ix_automation_logs_application_id, ix_automation_logs_interview_id,
    ix_automation_logs_action_type, ix_automation_logs_trigger_source;
CREATE INDEX ix_automation_logs_application_id ON automation_logs (application_id, sequence);
CREATE INDEX ix_automation_logs_interview_id ON automation_logs (interview_id, sequence);
CREATE INDEX ix_automation_logs_action_type ON automation_logs (action_type, sequence);
CREATE INDEX ix_automation_logs_trigger_source ON automation_logs (trigger_source, sequence);
CREATE INDEX ix_automation_logs_actor_id ON automation_logs (actor_id, sequence) WHERE actor_id IS NOT NULL;
CREATE INDEX ix_automation_logs_flag ON automation_logs (flag, sequence) WHERE flag IS NOT NULL;
CREATE INDEX ix_automation_logs_reason ON automation_logs USING gin (to_tsvector('simple', reason))
    WHERE reason IS NOT NULL;

-- Signed heads of the chain; append-only like the log.
CREATE TABLE log_seals (
    last_sequence BIGINT NOT NULL,
    first_sequence BIGINT NOT NULL,
    rows BIGINT NOT NULL,
    head BYTEA NOT NULL,
    sealed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    key_id TEXT,
    signature BYTEA,
    CONSTRAINT pk_log_seals PRIMARY KEY (last_sequence)
);
ALTER TABLE log_seals OWNER TO understudy_owner;
-- Seals from before this table was dropped once: they stand, without a signature.
INSERT INTO log_seals (last_sequence, first_sequence, rows, head, sealed_at)
    SELECT last.sequence, had.first, had.rows, last.seal, last.sealed_at
    FROM (SELECT min(sequence) AS first, max(sequence) AS last, count(*) AS rows
          FROM automation_logs WHERE seal IS NOT NULL) had
    JOIN automation_logs last ON last.sequence = had.last;
ALTER TABLE log_seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE log_seals FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON log_seals TO understudy_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON log_seals TO understudy_worker USING (true) WITH CHECK (true);
CREATE POLICY auditor_seals ON log_seals FOR SELECT TO understudy_auditor USING (true);
GRANT SELECT ON log_seals TO understudy_worker, understudy_auditor;
CREATE FUNCTION understudy_refuse_seal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'log_seals is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_seals
    FOR EACH ROW EXECUTE FUNCTION understudy_refuse_seal_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON log_seals
    FOR EACH STATEMENT EXECUTE FUNCTION understudy_refuse_seal_change();

-- The worker computes seals; only this may set them, each once, all of a batch or none.
CREATE FUNCTION seal_log(sequences BIGINT[], seals BYTEA[], at TIMESTAMPTZ, key TEXT, signed BYTEA)
RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    done BIGINT;
BEGIN
    UPDATE automation_logs l SET seal = s.seal, sealed_at = at
    FROM unnest(sequences, seals) AS s (sequence, seal) WHERE l.sequence = s.sequence AND l.seal IS NULL;
    GET DIAGNOSTICS done = ROW_COUNT;
    IF done <> cardinality(sequences) OR EXISTS (SELECT FROM log_seals s WHERE s.last_sequence >= sequences[1]) THEN
        RAISE EXCEPTION 'these rows were sealed by somebody else' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO log_seals (last_sequence, first_sequence, rows, head, sealed_at, key_id, signature)
    VALUES (sequences[done], sequences[1], done, seals[done], at, key, signed);
END $$;
-- The newest number that any row of the log was given, also one that is not committed yet, or never will be.
CREATE FUNCTION newest_log_number() RETURNS BIGINT LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('public.automation_logs', 'sequence')::regclass), 0)
$$;
ALTER FUNCTION seal_log(BIGINT[], BYTEA[], TIMESTAMPTZ, TEXT, BYTEA) OWNER TO understudy_owner;
ALTER FUNCTION newest_log_number() OWNER TO understudy_owner;
ALTER FUNCTION understudy_refuse_seal_change() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION seal_log(BIGINT[], BYTEA[], TIMESTAMPTZ, TEXT, BYTEA) FROM PUBLIC;
REVOKE ALL ON FUNCTION newest_log_number() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_log(BIGINT[], BYTEA[], TIMESTAMPTZ, TEXT, BYTEA) TO understudy_worker;
GRANT EXECUTE ON FUNCTION newest_log_number() TO understudy_worker;

-- The web tier reads the log for auditors in their own role, which can write nothing, and without a policy in the
-- way of the indexes. Roles belong to the cluster: another database's migration may have been faster.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = 'understudy_auditor'::regrole
                   AND member = 'understudy_web'::regrole AND set_option) THEN
        GRANT understudy_auditor TO understudy_web WITH INHERIT FALSE, SET TRUE;
    END IF;
EXCEPTION WHEN unique_violation THEN NULL;
END $$;
-- The log: end. --------------------------------------------------------------------------------------------------
