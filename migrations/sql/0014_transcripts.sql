-- What was said in interviews, and what was noticed about it. Meanings stand in models/.

-- Each change of a turn or an insight gets a number that grows in the order of commits inside its interview, so
-- whoever reads on from a number misses nothing and reads nothing twice.
CREATE SEQUENCE interview_room_revision;
ALTER SEQUENCE interview_room_revision OWNER TO understudy_owner;

CREATE TABLE transcripts (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    interview_id UUID NOT NULL,
    sequence INTEGER NOT NULL,
    turn_key TEXT,
    timestamp TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    starts_ms INTEGER,
    ends_ms INTEGER,
    text TEXT NOT NULL,
    speaker VARCHAR(50),
    speaker_role VARCHAR(50),
    is_interim BOOLEAN DEFAULT false NOT NULL,
    confidence INTEGER,
    source TEXT NOT NULL,
    revision BIGINT DEFAULT 0 NOT NULL,
    CONSTRAINT pk_transcripts PRIMARY KEY (id),
    CONSTRAINT uq_transcripts_interview_id_sequence UNIQUE (interview_id, sequence),
    CONSTRAINT uq_transcripts_interview_id_turn_key UNIQUE (interview_id, turn_key),
    CONSTRAINT ck_transcripts_speaker_role CHECK (speaker_role IN ('host', 'guest')),
    CONSTRAINT ck_transcripts_confidence CHECK (confidence BETWEEN 0 AND 100),
    CONSTRAINT ck_transcripts_source CHECK (source IN ('live', 'file', 'speech', 'bot')),
    CONSTRAINT ck_transcripts_times CHECK (starts_ms >= 0 AND ends_ms >= starts_ms),
    CONSTRAINT fk_transcripts_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
CREATE INDEX idx_transcripts_interview_ts ON transcripts (interview_id, timestamp);
CREATE INDEX ix_transcripts_revision ON transcripts (interview_id, revision);

CREATE TABLE ai_insights (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    interview_id UUID NOT NULL,
    turn_id UUID,
    type VARCHAR(50) NOT NULL,
    severity VARCHAR(20) DEFAULT 'info' NOT NULL,
    content TEXT NOT NULL,
    suggestion TEXT,
    topic VARCHAR(100),
    evidence TEXT,
    response_quality INTEGER,
    sentiment VARCHAR(20),
    score JSONB,
    used BOOLEAN DEFAULT false NOT NULL,
    origin TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    timestamp TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    revision BIGINT DEFAULT 0 NOT NULL,
    CONSTRAINT pk_ai_insights PRIMARY KEY (id),
    CONSTRAINT uq_ai_insights_interview_id_fingerprint UNIQUE (interview_id, fingerprint),
    CONSTRAINT ck_ai_insights_type CHECK (type IN ('red-flag', 'green-flag', 'suggestion', 'note', 'contradiction')),
    CONSTRAINT ck_ai_insights_severity CHECK (severity IN ('critical', 'warning', 'info', 'success')),
    CONSTRAINT ck_ai_insights_response_quality CHECK (response_quality BETWEEN 1 AND 10),
    CONSTRAINT ck_ai_insights_sentiment CHECK (sentiment IN ('positive', 'negative', 'neutral', 'evasive')),
    CONSTRAINT ck_ai_insights_origin CHECK (origin IN ('rules', 'model', 'person')),
    CONSTRAINT fk_ai_insights_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_ai_insights_turn_id_transcripts
        FOREIGN KEY (turn_id) REFERENCES transcripts (id) ON DELETE CASCADE
);
CREATE INDEX idx_insights_interview_ts ON ai_insights (interview_id, timestamp);
CREATE INDEX idx_insights_interview_type ON ai_insights (interview_id, type);
CREATE INDEX ix_ai_insights_revision ON ai_insights (interview_id, revision);
CREATE INDEX ix_ai_insights_turn_id ON ai_insights (turn_id);

-- What an insight said before a person changed it: added to, never changed.
CREATE TABLE ai_insight_edits (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    insight_id UUID NOT NULL,
    edited_by UUID,
    edited_at TIMESTAMP WITH TIME ZONE NOT NULL,
    before JSONB NOT NULL,
    CONSTRAINT pk_ai_insight_edits PRIMARY KEY (id),
    CONSTRAINT fk_ai_insight_edits_insight_id_ai_insights
        FOREIGN KEY (insight_id) REFERENCES ai_insights (id) ON DELETE CASCADE,
    CONSTRAINT fk_ai_insight_edits_edited_by_users FOREIGN KEY (edited_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX ix_ai_insight_edits_insight_id ON ai_insight_edits (insight_id, edited_at);
CREATE INDEX ix_ai_insight_edits_edited_by ON ai_insight_edits (edited_by);

ALTER TABLE interviews
    ADD COLUMN roles JSONB,
    ADD COLUMN roles_assigned BOOLEAN DEFAULT false NOT NULL,
    ADD COLUMN stt_provider VARCHAR(50),
    ADD COLUMN ai_provider VARCHAR(50),
    ADD COLUMN language VARCHAR(10),
    ADD COLUMN started_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN completed_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS sentiment_enabled BOOLEAN DEFAULT false NOT NULL;

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['transcripts', 'ai_insights', 'ai_insight_edits'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON transcripts, ai_insights TO understudy_worker, understudy_web;
GRANT SELECT, INSERT ON ai_insight_edits TO understudy_worker, understudy_web;

CREATE FUNCTION understudy_number_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    -- One writer at a time inside one interview: its numbers grow as transactions end.
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.interview_id::text, 14));
    NEW.revision := nextval('interview_room_revision');
    RETURN NEW;
END $$;
CREATE FUNCTION understudy_tell_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('understudy_room', coalesce(NEW.interview_id, OLD.interview_id)::text);
    RETURN NULL;
END $$;
ALTER FUNCTION understudy_number_change() OWNER TO understudy_owner;
ALTER FUNCTION understudy_tell_room() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION understudy_number_change() FROM PUBLIC;
CREATE TRIGGER number_change BEFORE INSERT OR UPDATE ON transcripts
    FOR EACH ROW EXECUTE FUNCTION understudy_number_change();
CREATE TRIGGER number_change BEFORE INSERT OR UPDATE ON ai_insights
    FOR EACH ROW EXECUTE FUNCTION understudy_number_change();
CREATE TRIGGER tell_room AFTER INSERT OR UPDATE OR DELETE ON transcripts
    FOR EACH ROW EXECUTE FUNCTION understudy_tell_room();
CREATE TRIGGER tell_room AFTER INSERT OR UPDATE OR DELETE ON ai_insights
    FOR EACH ROW EXECUTE FUNCTION understudy_tell_room();
-- Turns and insights stay with their interview.
CREATE TRIGGER keep_owner BEFORE UPDATE OF interview_id ON transcripts
    FOR EACH ROW WHEN (OLD.interview_id IS DISTINCT FROM NEW.interview_id)
    EXECUTE FUNCTION understudy_keep_owner('interview_id');
CREATE TRIGGER keep_owner BEFORE UPDATE OF interview_id ON ai_insights
    FOR EACH ROW WHEN (OLD.interview_id IS DISTINCT FROM NEW.interview_id)
    EXECUTE FUNCTION understudy_keep_owner('interview_id');

-- Recruiters of the job and admins do all; whoever conducts the interview adds and corrects; candidates take their own
-- words away with their data. Auditors read no content.
CREATE POLICY web_transcripts ON transcripts TO understudy_web USING (
    (SELECT app_role()) = 'admin'
    OR ((SELECT app_role()) = 'recruiter' AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id)));
CREATE POLICY web_transcripts_interviewing ON transcripts FOR SELECT TO understudy_web
    USING (interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
CREATE POLICY web_transcripts_interviewing_add ON transcripts FOR INSERT TO understudy_web
    WITH CHECK (interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
CREATE POLICY web_transcripts_interviewing_change ON transcripts FOR UPDATE TO understudy_web
    USING (interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
CREATE POLICY web_transcripts_own ON transcripts FOR SELECT TO understudy_web
    USING ((SELECT app_role()) = 'candidate' AND interview_id = (SELECT app_interview()));
CREATE POLICY web_insights ON ai_insights TO understudy_web USING (
    (SELECT app_role()) = 'admin'
    OR ((SELECT app_role()) = 'recruiter' AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id)));
CREATE POLICY web_insights_interviewing ON ai_insights FOR SELECT TO understudy_web
    USING (interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
CREATE POLICY web_insights_interviewing_add ON ai_insights FOR INSERT TO understudy_web
    WITH CHECK (interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
CREATE POLICY web_insights_interviewing_change ON ai_insights FOR UPDATE TO understudy_web
    USING (interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
CREATE POLICY web_insight_edits_see ON ai_insight_edits FOR SELECT TO understudy_web USING (
    (SELECT app_role()) IN ('admin', 'recruiter', 'interviewer')
    AND EXISTS (SELECT FROM ai_insights a WHERE a.id = insight_id));
CREATE POLICY web_insight_edits_add ON ai_insight_edits FOR INSERT TO understudy_web WITH CHECK (
    app_role() IN ('admin', 'recruiter', 'interviewer') AND edited_by = app_user()
    AND EXISTS (SELECT FROM ai_insights a WHERE a.id = insight_id));

-- Whoever conducts an interview says what it is about and how it went, and nothing else of its row.
CREATE POLICY web_interviews_conducting ON interviews FOR UPDATE TO understudy_web
    USING (id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
CREATE FUNCTION understudy_conducting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    own CONSTANT TEXT[] := ARRAY['roles', 'roles_assigned', 'stt_provider', 'ai_provider', 'language', 'started_at',
                                 'completed_at', 'interview_type_id', 'updated_at'];
BEGIN
    IF to_jsonb(OLD) - own <> to_jsonb(NEW) - own THEN
        RAISE EXCEPTION 'an interviewer changes only how the interview is conducted'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
ALTER FUNCTION understudy_conducting() OWNER TO understudy_owner;
CREATE TRIGGER conducting BEFORE UPDATE ON interviews
    FOR EACH ROW WHEN (app_role() = 'interviewer') EXECUTE FUNCTION understudy_conducting();
-- What interviewers do in the room of an interview that they conduct stands in the log, in their own name.
CREATE POLICY web_log_room ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    app_role() = 'interviewer' AND actor_id = app_user() AND entity IS NULL
    AND interview_id = ANY (app_interviewing('interview'))
    AND EXISTS (SELECT FROM interviews i WHERE i.id = automation_logs.interview_id
                AND i.job_id IS NOT DISTINCT FROM automation_logs.job_id
                AND (automation_logs.application_id IS NULL OR automation_logs.application_id = i.application_id)));
