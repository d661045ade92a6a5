-- Text interviews that a machine leads, what a job tells it, and answers until they are turns of the transcript.
-- Meanings stand in models/.
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS bot_interview_offered BOOLEAN DEFAULT false NOT NULL;
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS custom_bot_instructions TEXT;
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS custom_screening_prompt TEXT;
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS custom_interview_questions TEXT;
ALTER TABLE jobs ADD CONSTRAINT ck_jobs_bot_texts CHECK (
    char_length(custom_bot_instructions) <= 5000 AND char_length(custom_screening_prompt) <= 5000
    AND char_length(custom_interview_questions) <= 5000);

CREATE TABLE bot_interviews (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    interview_id UUID NOT NULL,
    state VARCHAR(40) DEFAULT 'running' NOT NULL,
    language VARCHAR(10) NOT NULL,
    asks INTEGER DEFAULT 0 NOT NULL,
    is_repeat BOOLEAN DEFAULT false NOT NULL,
    heard VARCHAR(40),
    current_question_id UUID,
    answered INTEGER DEFAULT 0 NOT NULL,
    planned INTEGER DEFAULT 0 NOT NULL,
    recordings INTEGER DEFAULT 0 NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    stopped_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_bot_interviews PRIMARY KEY (id),
    CONSTRAINT uq_bot_interviews_interview_id UNIQUE (interview_id),
    CONSTRAINT ck_bot_interviews_counts CHECK (asks >= 0 AND answered >= 0 AND planned >= 0 AND recordings >= 0),
    CONSTRAINT ck_bot_interviews_ended CHECK ((ended_at IS NOT NULL) = (state IN ('completed', 'expired'))),
    CONSTRAINT fk_bot_interviews_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_bot_interviews_current_question_id_interview_questions
        FOREIGN KEY (current_question_id) REFERENCES interview_questions (id) ON DELETE SET NULL
);
CREATE INDEX ix_bot_interviews_current_question_id ON bot_interviews (current_question_id);
CREATE INDEX ix_bot_interviews_open ON bot_interviews (interview_id) WHERE ended_at IS NULL;

CREATE TABLE bot_answers (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    bot_interview_id UUID NOT NULL,
    ask INTEGER NOT NULL,
    state VARCHAR(40) NOT NULL,
    text TEXT,
    file_id UUID,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_bot_answers PRIMARY KEY (id),
    CONSTRAINT uq_bot_answers_bot_interview_id_ask UNIQUE (bot_interview_id, ask),
    CONSTRAINT ck_bot_answers_state CHECK (state IN ('recorded', 'heard', 'unheard', 'given', 'read')),
    CONSTRAINT ck_bot_answers_text CHECK (char_length(text) <= 4000),
    CONSTRAINT ck_bot_answers_held CHECK ((state IN ('given', 'heard')) = (text IS NOT NULL)),
    CONSTRAINT fk_bot_answers_bot_interview_id_bot_interviews
        FOREIGN KEY (bot_interview_id) REFERENCES bot_interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_bot_answers_file_id_files FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE SET NULL
);
CREATE INDEX ix_bot_answers_file_id ON bot_answers (file_id);

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['bot_interviews', 'bot_answers'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
        EXECUTE format('GRANT SELECT, UPDATE ON %I TO understudy_worker', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO understudy_web', t);
    END LOOP;
END $$;
-- The candidate takes it; the hiring team and whoever conducts the interview see how far it is.
CREATE POLICY web_bot_own ON bot_interviews TO understudy_web
    USING ((SELECT app_role()) = 'candidate' AND interview_id = (SELECT app_interview()));
CREATE POLICY web_bot_see ON bot_interviews FOR SELECT TO understudy_web USING (
    ((SELECT app_role()) IN ('admin', 'recruiter') AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id))
    OR interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
-- An answer that is not a turn yet is its candidate's alone.
CREATE POLICY web_bot_answers_own ON bot_answers TO understudy_web USING (
    (SELECT app_role()) = 'candidate' AND EXISTS (
        SELECT FROM bot_interviews b WHERE b.id = bot_interview_id AND b.interview_id = (SELECT app_interview())));
CREATE POLICY web_outbox_bot ON outbox TO understudy_web
    USING ((SELECT app_role()) = 'candidate' AND workflow_id = 'bot-' || (SELECT app_interview()));

-- A spoken answer: its file's row, made before its bytes are stored. Whoever records sees no file, also not this one.
CREATE FUNCTION reserve_answer_file(file UUID, name TEXT, type TEXT, bytes BIGINT, digest BYTEA, at TIMESTAMPTZ)
RETURNS BOOLEAN LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE bot_interviews b SET recordings = b.recordings + 1
    WHERE app_role() = 'candidate' AND b.interview_id = app_interview() AND b.ended_at IS NULL AND b.recordings < 100;
    IF FOUND THEN
        INSERT INTO files (id, filename, media_type, size, sha256, storage_key, created_at)
        VALUES (file, name, type, bytes, digest, 'answers/' || file, at);
    END IF;
    RETURN FOUND;
END $$;
ALTER FUNCTION reserve_answer_file(UUID, TEXT, TEXT, BIGINT, BYTEA, TIMESTAMPTZ) OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION reserve_answer_file(UUID, TEXT, TEXT, BIGINT, BYTEA, TIMESTAMPTZ) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reserve_answer_file(UUID, TEXT, TEXT, BIGINT, BYTEA, TIMESTAMPTZ) TO understudy_web;

INSERT INTO state_transitions VALUES
    ('bot_interview', '', 'running'),
    ('bot_interview', 'running', 'paused'), ('bot_interview', 'running', 'handed_over'),
    ('bot_interview', 'running', 'completed'), ('bot_interview', 'running', 'expired'),
    ('bot_interview', 'paused', 'running'), ('bot_interview', 'paused', 'handed_over'),
    ('bot_interview', 'paused', 'expired'),
    ('bot_interview', 'handed_over', 'running'), ('bot_interview', 'handed_over', 'expired');
CREATE TRIGGER check_transition_insert BEFORE INSERT ON bot_interviews
    FOR EACH ROW EXECUTE FUNCTION understudy_check_transition('bot_interview', 'state');
CREATE TRIGGER check_transition_update BEFORE UPDATE OF state ON bot_interviews
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION understudy_check_transition('bot_interview', 'state');
CREATE CONSTRAINT TRIGGER require_log AFTER UPDATE OF state ON bot_interviews DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION understudy_require_log('bot_interview', 'state');
CREATE TRIGGER touch BEFORE UPDATE ON bot_interviews FOR EACH ROW EXECUTE FUNCTION understudy_touch();
CREATE TRIGGER keep_owner BEFORE UPDATE OF interview_id ON bot_interviews
    FOR EACH ROW WHEN (OLD.interview_id IS DISTINCT FROM NEW.interview_id)
    EXECUTE FUNCTION understudy_keep_owner('interview_id');

-- Whoever ends or erases an interview need not know of the machine: its workflow is told to look.
CREATE FUNCTION understudy_tell_bot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    about UUID := CASE WHEN TG_TABLE_NAME = 'interviews' THEN OLD.id ELSE (to_jsonb(OLD) ->> 'interview_id')::uuid END;
BEGIN
    IF TG_TABLE_NAME = 'interviews' AND NOT EXISTS (
            SELECT FROM bot_interviews b WHERE b.interview_id = about AND b.ended_at IS NULL) THEN
        RETURN NULL;
    END IF;
    INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name, payload)
    VALUES ('bot-over:' || about || ':' || lower(TG_OP), 'update', 'BotInterviewWorkflow', 'bot-' || about, 'changed',
            '{"cause": "interview_over"}')
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
ALTER FUNCTION understudy_tell_bot() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION understudy_tell_bot() FROM PUBLIC;
CREATE TRIGGER tell_bot AFTER UPDATE OF status ON interviews
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status
                       AND NEW.status IN ('completed', 'cancelled', 'no_show', 'expired'))
    EXECUTE FUNCTION understudy_tell_bot();
CREATE TRIGGER tell_bot AFTER DELETE ON bot_interviews
    FOR EACH ROW WHEN (OLD.ended_at IS NULL) EXECUTE FUNCTION understudy_tell_bot();
