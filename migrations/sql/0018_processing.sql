-- What processing makes of interviews: evidence, themes, personas, and the history of its steps. Meanings stand in
-- models/. Where an interview stands is said by interviews.processing_status and processing_metadata alone.

-- Grouping people is delicate: a job asks for it by name.
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS personas_enabled BOOLEAN DEFAULT false NOT NULL;

CREATE TABLE evidence (
    id UUID NOT NULL,
    interview_id UUID NOT NULL,
    turn_id UUID NOT NULL,
    kind VARCHAR(40) NOT NULL,
    about TEXT DEFAULT '' NOT NULL,
    quote TEXT NOT NULL,
    speaker_role VARCHAR(50),
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    starts_ms INTEGER,
    skill_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (id),
    CONSTRAINT ck_evidence_kind CHECK (kind IN ('skill', 'requirement', 'number', 'ownership')),
    CONSTRAINT ck_evidence_speaker_role CHECK (speaker_role IN ('host', 'guest')),
    CONSTRAINT ck_evidence_quote CHECK (quote <> ''),
    CONSTRAINT fk_evidence_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_evidence_turn_id_transcripts FOREIGN KEY (turn_id) REFERENCES transcripts (id) ON DELETE CASCADE,
    CONSTRAINT fk_evidence_skill_id_skills FOREIGN KEY (skill_id) REFERENCES skills (id) ON DELETE SET NULL
);
CREATE INDEX ix_evidence_interview_id_at ON evidence (interview_id, at);
CREATE INDEX ix_evidence_turn_id ON evidence (turn_id);
CREATE INDEX ix_evidence_skill_id ON evidence (skill_id);

CREATE TABLE themes (
    id UUID NOT NULL,
    job_id UUID NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_themes PRIMARY KEY (id),
    CONSTRAINT uq_themes_job_id_key UNIQUE (job_id, key),
    CONSTRAINT ck_themes_kind CHECK (kind IN ('skill', 'requirement', 'word')),
    CONSTRAINT fk_themes_job_id_jobs FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
);
CREATE TABLE theme_evidence (
    theme_id UUID NOT NULL,
    evidence_id UUID NOT NULL,
    CONSTRAINT pk_theme_evidence PRIMARY KEY (theme_id, evidence_id),
    CONSTRAINT fk_theme_evidence_theme_id_themes FOREIGN KEY (theme_id) REFERENCES themes (id) ON DELETE CASCADE,
    CONSTRAINT fk_theme_evidence_evidence_id_evidence
        FOREIGN KEY (evidence_id) REFERENCES evidence (id) ON DELETE CASCADE
);
CREATE INDEX ix_theme_evidence_evidence_id ON theme_evidence (evidence_id);

CREATE TABLE personas (
    id UUID NOT NULL,
    job_id UUID NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    traits JSONB DEFAULT '[]'::jsonb NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_personas PRIMARY KEY (id),
    CONSTRAINT uq_personas_job_id_key UNIQUE (job_id, key),
    CONSTRAINT fk_personas_job_id_jobs FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
);
CREATE TABLE persona_members (
    persona_id UUID NOT NULL,
    interview_id UUID NOT NULL,
    CONSTRAINT pk_persona_members PRIMARY KEY (persona_id, interview_id),
    CONSTRAINT fk_persona_members_persona_id_personas
        FOREIGN KEY (persona_id) REFERENCES personas (id) ON DELETE CASCADE,
    CONSTRAINT fk_persona_members_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
CREATE INDEX ix_persona_members_interview_id ON persona_members (interview_id);

-- History for people: which step of which request ran when, how often it was tried, how it ended.
CREATE TABLE processing_steps (
    interview_id UUID NOT NULL,
    attempt INTEGER NOT NULL,
    step VARCHAR(40) NOT NULL,
    tries INTEGER DEFAULT 1 NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    outcome VARCHAR(40),
    error TEXT,
    workflow_run_id TEXT NOT NULL,
    CONSTRAINT pk_processing_steps PRIMARY KEY (interview_id, attempt, step),
    CONSTRAINT ck_processing_steps_step CHECK (step IN (
        'uploading', 'transcribing', 'extracting_evidence', 'generating_themes', 'assigning_personas', 'complete')),
    CONSTRAINT ck_processing_steps_outcome CHECK (outcome IN ('done', 'skipped', 'failed', 'superseded')),
    CONSTRAINT ck_processing_steps_ended CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CONSTRAINT fk_processing_steps_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
-- What is processed now is few of many: the sweeps look at these alone.
CREATE INDEX ix_interviews_processing ON interviews (id) WHERE processing_status = 'processing';

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['evidence', 'themes', 'theme_evidence', 'personas', 'persona_members',
                             'processing_steps'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO understudy_worker', t);
        EXECUTE format('GRANT SELECT ON %I TO understudy_web', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
END $$;
-- Pages read. What is said by one person: the job's recruiter, and whoever conducts that interview.
CREATE POLICY web_evidence ON evidence FOR SELECT TO understudy_web USING (
    (SELECT app_role()) IN ('admin', 'recruiter', 'interviewer')
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
CREATE POLICY web_processing_steps ON processing_steps FOR SELECT TO understudy_web USING (
    (SELECT app_role()) IN ('admin', 'recruiter', 'interviewer')
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
-- What is made of everybody's words: the job's recruiter alone.
CREATE POLICY web_themes ON themes FOR SELECT TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]));
CREATE POLICY web_theme_evidence ON theme_evidence FOR SELECT TO understudy_web USING (
    EXISTS (SELECT FROM themes t WHERE t.id = theme_id));
CREATE POLICY web_personas ON personas FOR SELECT TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]));
CREATE POLICY web_persona_members ON persona_members FOR SELECT TO understudy_web USING (
    EXISTS (SELECT FROM personas p WHERE p.id = persona_id));

-- Status and metadata tell one story, whoever writes. An interview that is ready may be processed again.
INSERT INTO state_transitions (entity, from_state, to_state) VALUES ('processing', 'ready', 'processing');
UPDATE interviews SET processing_metadata = jsonb_strip_nulls(processing_metadata || jsonb_build_object(
    'current_step', CASE processing_status WHEN 'ready' THEN 'complete' ELSE 'uploading' END,
    'progress', CASE processing_status WHEN 'ready' THEN 100 ELSE 0 END,
    'attempt', 1,
    'started_at', coalesce(processing_metadata -> 'started_at', to_jsonb(updated_at)),
    'heartbeat_at', to_jsonb(updated_at),
    'completed_at', CASE WHEN processing_status = 'ready'
        THEN coalesce(processing_metadata -> 'completed_at', to_jsonb(updated_at)) END,
    'last_error', CASE WHEN processing_status = 'error'
        THEN coalesce(nullif(processing_metadata ->> 'last_error', ''), 'The reason was not kept.') END))
WHERE processing_status <> 'none';
CREATE FUNCTION understudy_check_processing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    m JSONB := NEW.processing_metadata;
    step TEXT := m ->> 'current_step';
    progress NUMERIC := CASE WHEN jsonb_typeof(m -> 'progress') = 'number' THEN (m ->> 'progress')::numeric END;
    is_coherent BOOLEAN;
BEGIN
    is_coherent := CASE NEW.processing_status
        WHEN 'none' THEN step IS NULL AND NOT m ? 'started_at' AND NOT m ? 'completed_at'
        WHEN 'processing' THEN
            step IN ('uploading', 'transcribing', 'extracting_evidence', 'generating_themes', 'assigning_personas',
                     'complete')
            AND progress BETWEEN 0 AND 100 AND m ->> 'started_at' <> '' AND NOT m ? 'completed_at'
            AND NOT m ? 'last_error'
        WHEN 'ready' THEN
            step = 'complete' AND progress = 100 AND m ->> 'started_at' <> '' AND m ->> 'completed_at' <> ''
            AND NOT m ? 'last_error'
        WHEN 'error' THEN m ->> 'last_error' <> '' AND step <> '' AND NOT m ? 'completed_at'
        ELSE false
    END;
    IF is_coherent IS NOT TRUE THEN
        RAISE EXCEPTION 'processing_status % and processing_metadata (step %, progress %) do not agree',
            NEW.processing_status, coalesce(step, 'none'), coalesce(progress::text, 'none')
            USING ERRCODE = 'check_violation', CONSTRAINT = 'processing_coherent';
    END IF;
    RETURN NEW;
END $$;
ALTER FUNCTION understudy_check_processing() OWNER TO understudy_owner;
CREATE TRIGGER check_processing_story_insert BEFORE INSERT ON interviews
    FOR EACH ROW EXECUTE FUNCTION understudy_check_processing();
CREATE TRIGGER check_processing_story_update BEFORE UPDATE OF processing_status, processing_metadata ON interviews
    FOR EACH ROW WHEN (OLD.processing_status IS DISTINCT FROM NEW.processing_status
                       OR OLD.processing_metadata IS DISTINCT FROM NEW.processing_metadata)
    EXECUTE FUNCTION understudy_check_processing();

-- Evidence is what was really said, in the interview that it names.
CREATE FUNCTION understudy_check_quote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM transcripts t WHERE t.id = NEW.turn_id AND t.interview_id = NEW.interview_id
                   AND position(NEW.quote IN t.text) > 0) THEN
        RAISE EXCEPTION 'this quote does not stand in turn % of interview %', NEW.turn_id, NEW.interview_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'quote_in_turn';
    END IF;
    RETURN NEW;
END $$;
ALTER FUNCTION understudy_check_quote() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION understudy_check_quote() FROM PUBLIC;
CREATE TRIGGER check_quote BEFORE INSERT OR UPDATE ON evidence
    FOR EACH ROW EXECUTE FUNCTION understudy_check_quote();

-- A theme without evidence and a persona without members are gone: nothing of an erased person stays as their name.
CREATE FUNCTION understudy_drop_empty_theme() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM themes t USING (SELECT DISTINCT theme_id FROM gone) g
    WHERE t.id = g.theme_id AND NOT EXISTS (SELECT FROM theme_evidence e WHERE e.theme_id = t.id);
    RETURN NULL;
END $$;
CREATE FUNCTION understudy_drop_empty_persona() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM personas p USING (SELECT DISTINCT persona_id FROM gone) g
    WHERE p.id = g.persona_id AND NOT EXISTS (SELECT FROM persona_members m WHERE m.persona_id = p.id);
    RETURN NULL;
END $$;
CREATE FUNCTION understudy_drop_personas() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM personas WHERE job_id = NEW.id;
    RETURN NULL;
END $$;
ALTER FUNCTION understudy_drop_empty_theme() OWNER TO understudy_owner;
ALTER FUNCTION understudy_drop_empty_persona() OWNER TO understudy_owner;
ALTER FUNCTION understudy_drop_personas() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION understudy_drop_empty_theme() FROM PUBLIC;
REVOKE ALL ON FUNCTION understudy_drop_empty_persona() FROM PUBLIC;
REVOKE ALL ON FUNCTION understudy_drop_personas() FROM PUBLIC;
CREATE TRIGGER drop_empty AFTER DELETE ON theme_evidence REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION understudy_drop_empty_theme();
CREATE TRIGGER drop_empty AFTER DELETE ON persona_members REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION understudy_drop_empty_persona();
CREATE TRIGGER drop_personas AFTER UPDATE OF personas_enabled ON jobs
    FOR EACH ROW WHEN (OLD.personas_enabled AND NOT NEW.personas_enabled)
    EXECUTE FUNCTION understudy_drop_personas();

-- The rule of 0014 is about what interviewers write themselves; the function below writes for them.
DROP TRIGGER conducting ON interviews;
CREATE TRIGGER conducting BEFORE UPDATE ON interviews
    FOR EACH ROW WHEN (app_role() = 'interviewer' AND current_user <> 'understudy_owner')
    EXECUTE FUNCTION understudy_conducting();

-- Ask for an interview to be processed, first or again: row, log and message in one. Whoever conducts an interview may
-- ask too, but may not change its row otherwise. Returns the number of the request; null: there is no such interview
-- for the caller.
CREATE FUNCTION request_processing(of_interview UUID, at TIMESTAMPTZ, why JSONB) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    is_web BOOLEAN := current_setting('role', true) IS NOT DISTINCT FROM 'understudy_web';
    found_row interviews;
    number INTEGER;
    was TEXT;
    workflow TEXT := 'processing-' || of_interview;
BEGIN
    SELECT i.* INTO found_row FROM interviews i
    WHERE i.id = of_interview
      AND (NOT is_web OR app_role() = 'admin' OR i.job_id = ANY (app_own_jobs())
           OR i.id = ANY (app_interviewing('interview')))
    FOR NO KEY UPDATE;
    IF found_row.id IS NULL THEN
        RETURN NULL;
    END IF;
    number := coalesce((found_row.processing_metadata ->> 'attempt')::integer, 0) + 1;
    was := nullif(found_row.processing_status, 'processing');
    INSERT INTO automation_logs (job_id, application_id, interview_id, action_type, trigger_source, actor_id,
        actor_kind, reason, workflow_id, run_id, details, idempotency_key, created_at,
        entity, entity_id, previous_state, new_state)
    VALUES (found_row.job_id, found_row.application_id, of_interview, 'processing_requested', why ->> 'trigger',
        CASE WHEN is_web THEN app_user() ELSE (why ->> 'actor_id')::uuid END,
        why ->> 'actor_kind', why ->> 'reason', why ->> 'workflow_id', why ->> 'run_id',
        jsonb_strip_nulls(jsonb_build_object('attempt', number, 'recording_id', why -> 'recording_id')),
        'processing:' || of_interview || ':' || number || ':requested', at,
        CASE WHEN was IS NOT NULL THEN 'processing' END, CASE WHEN was IS NOT NULL THEN of_interview END,
        was, CASE WHEN was IS NOT NULL THEN 'processing' END);
    UPDATE interviews SET processing_status = 'processing', processing_metadata = jsonb_build_object(
        'current_step', 'uploading', 'progress', 0, 'attempt', number, 'started_at', at, 'heartbeat_at', at)
        -- What was transcribed is not transcribed once more.
        || jsonb_strip_nulls(jsonb_build_object('heard', found_row.processing_metadata -> 'heard'))
    WHERE id = of_interview;
    INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name, payload, job_id)
    VALUES ('start:' || workflow || ':' || number, 'start', 'ProcessingWorkflow', workflow, '',
            jsonb_build_object('interview_id', of_interview), found_row.job_id);
    -- A run that is about to end would take the start for itself: it is told as well.
    IF number > 1 THEN
        INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name, payload, job_id)
        VALUES (workflow || ':' || number, 'update', 'ProcessingWorkflow', workflow, 'changed',
                '{"cause": "requested_again"}', found_row.job_id);
    END IF;
    RETURN number;
END $$;
ALTER FUNCTION request_processing(UUID, TIMESTAMPTZ, JSONB) OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION request_processing(UUID, TIMESTAMPTZ, JSONB) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_processing(UUID, TIMESTAMPTZ, JSONB) TO understudy_web, understudy_worker;
