-- Kinds of interviews, skills, a bank of questions, and the questions of one interview. Meanings stand in models/.
-- Where a primary key begins with a column, it is that column's index as well.
CREATE TABLE interview_types (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    type_name TEXT NOT NULL,
    description TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_interview_types PRIMARY KEY (id),
    CONSTRAINT ck_interview_types_name CHECK (char_length(btrim(type_name)) BETWEEN 1 AND 100)
);
CREATE UNIQUE INDEX idx_interview_types_type_name ON interview_types (lower(type_name));

CREATE TABLE skills (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    skill_name TEXT NOT NULL,
    description TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_skills PRIMARY KEY (id),
    CONSTRAINT ck_skills_name CHECK (char_length(btrim(skill_name)) BETWEEN 1 AND 100)
);
CREATE UNIQUE INDEX idx_skills_skill_name ON skills (lower(skill_name));

CREATE TABLE interview_type_suggested_skills (
    interview_type_id UUID NOT NULL,
    skill_id UUID NOT NULL,
    CONSTRAINT pk_interview_type_suggested_skills PRIMARY KEY (interview_type_id, skill_id),
    CONSTRAINT fk_interview_type_suggested_skills_type
        FOREIGN KEY (interview_type_id) REFERENCES interview_types (id) ON DELETE CASCADE,
    CONSTRAINT fk_interview_type_suggested_skills_skill
        FOREIGN KEY (skill_id) REFERENCES skills (id) ON DELETE CASCADE
);
CREATE INDEX idx_itss_skill_id ON interview_type_suggested_skills (skill_id);

CREATE TABLE interview_skills (
    interview_id UUID NOT NULL,
    skill_id UUID NOT NULL,
    CONSTRAINT pk_interview_skills PRIMARY KEY (interview_id, skill_id),
    CONSTRAINT fk_interview_skills_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_interview_skills_skill_id_skills FOREIGN KEY (skill_id) REFERENCES skills (id) ON DELETE CASCADE
);
CREATE INDEX idx_interview_skills_skill_id ON interview_skills (skill_id);

CREATE TABLE questions (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    skill_id UUID,
    question_text TEXT NOT NULL,
    difficulty_level TEXT NOT NULL,
    language VARCHAR(10) DEFAULT 'en' NOT NULL,
    minutes INTEGER DEFAULT 5 NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_questions PRIMARY KEY (id),
    CONSTRAINT ck_questions_text CHECK (char_length(btrim(question_text)) BETWEEN 1 AND 1000),
    CONSTRAINT ck_questions_difficulty CHECK (difficulty_level IN ('easy', 'medium', 'hard')),
    CONSTRAINT ck_questions_minutes CHECK (minutes BETWEEN 1 AND 60),
    CONSTRAINT fk_questions_skill_id_skills FOREIGN KEY (skill_id) REFERENCES skills (id) ON DELETE SET NULL
);
CREATE INDEX idx_questions_skill_id ON questions (skill_id);
CREATE UNIQUE INDEX uq_questions_text ON questions (language, md5(lower(question_text)));

CREATE TABLE question_skills (
    question_id UUID NOT NULL,
    skill_id UUID NOT NULL,
    CONSTRAINT pk_question_skills PRIMARY KEY (question_id, skill_id),
    CONSTRAINT fk_question_skills_question_id_questions
        FOREIGN KEY (question_id) REFERENCES questions (id) ON DELETE CASCADE,
    CONSTRAINT fk_question_skills_skill_id_skills FOREIGN KEY (skill_id) REFERENCES skills (id) ON DELETE CASCADE
);
CREATE INDEX idx_question_skills_skill_id ON question_skills (skill_id);

CREATE TABLE interview_questions (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    interview_id UUID NOT NULL,
    question_id UUID,
    question_text_snapshot TEXT NOT NULL,
    skill_id UUID,
    difficulty_level TEXT,
    order_in_interview INTEGER NOT NULL,
    why TEXT DEFAULT '' NOT NULL,
    minutes INTEGER DEFAULT 5 NOT NULL,
    origin TEXT DEFAULT 'bank' NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE,
    question_turn_id UUID,
    answer_turn_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_interview_questions PRIMARY KEY (id),
    -- Reordering swaps places inside one statement.
    CONSTRAINT uq_interview_questions_order UNIQUE (interview_id, order_in_interview) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT uq_interview_questions_question_turn_id UNIQUE (question_turn_id),
    CONSTRAINT uq_interview_questions_answer_turn_id UNIQUE (answer_turn_id),
    CONSTRAINT ck_interview_questions_text CHECK (char_length(btrim(question_text_snapshot)) BETWEEN 1 AND 1000),
    CONSTRAINT ck_interview_questions_difficulty CHECK (difficulty_level IN ('easy', 'medium', 'hard')),
    CONSTRAINT ck_interview_questions_minutes CHECK (minutes BETWEEN 1 AND 60),
    CONSTRAINT ck_interview_questions_order CHECK (order_in_interview >= 1),
    CONSTRAINT ck_interview_questions_origin CHECK (origin IN ('bank', 'person', 'model')),
    CONSTRAINT fk_interview_questions_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_interview_questions_question_id_questions
        FOREIGN KEY (question_id) REFERENCES questions (id) ON DELETE SET NULL,
    CONSTRAINT fk_interview_questions_skill_id_skills
        FOREIGN KEY (skill_id) REFERENCES skills (id) ON DELETE SET NULL,
    CONSTRAINT fk_interview_questions_question_turn_id_transcripts
        FOREIGN KEY (question_turn_id) REFERENCES transcripts (id) ON DELETE SET NULL,
    CONSTRAINT fk_interview_questions_answer_turn_id_transcripts
        FOREIGN KEY (answer_turn_id) REFERENCES transcripts (id) ON DELETE SET NULL
);
CREATE INDEX idx_interview_questions_question_id ON interview_questions (question_id);
CREATE INDEX idx_interview_questions_skill_id ON interview_questions (skill_id);
-- A question of the bank stands once in an interview.
CREATE UNIQUE INDEX uq_interview_questions_question ON interview_questions (interview_id, question_id)
    WHERE question_id IS NOT NULL;

ALTER TABLE interviews ADD COLUMN interview_type_id UUID;
ALTER TABLE interviews ADD CONSTRAINT fk_interviews_interview_type_id_interview_types
    FOREIGN KEY (interview_type_id) REFERENCES interview_types (id) ON DELETE SET NULL;
CREATE INDEX idx_interviews_interview_type_id ON interviews (interview_type_id);
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS interview_type_id UUID;
ALTER TABLE jobs ADD CONSTRAINT fk_jobs_interview_type_id_interview_types
    FOREIGN KEY (interview_type_id) REFERENCES interview_types (id) ON DELETE SET NULL;
CREATE INDEX idx_jobs_interview_type_id ON jobs (interview_type_id);

-- A new interview takes the type that its job names, whoever makes it.
CREATE FUNCTION understudy_default_type() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    SELECT j.interview_type_id INTO NEW.interview_type_id FROM jobs j WHERE j.id = NEW.job_id;
    RETURN NEW;
END $$;
ALTER FUNCTION understudy_default_type() OWNER TO understudy_owner;
CREATE TRIGGER default_type BEFORE INSERT ON interviews
    FOR EACH ROW WHEN (NEW.interview_type_id IS NULL AND NEW.job_id IS NOT NULL)
    EXECUTE FUNCTION understudy_default_type();

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['interview_types', 'skills', 'interview_type_suggested_skills', 'interview_skills',
                             'questions', 'question_skills', 'interview_questions'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
END $$;

-- The catalogue: those who hire read it; recruiters add to the bank; admins keep the lists.
GRANT SELECT ON interview_types, skills, interview_type_suggested_skills TO understudy_worker;
GRANT SELECT, INSERT, UPDATE ON questions TO understudy_worker;
GRANT SELECT, INSERT, DELETE ON question_skills, interview_skills TO understudy_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON interview_questions TO understudy_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON interview_types, skills, questions, interview_questions TO understudy_web;
GRANT SELECT, INSERT, DELETE ON interview_type_suggested_skills, question_skills, interview_skills TO understudy_web;
CREATE POLICY web_types_see ON interview_types FOR SELECT TO understudy_web
    USING ((SELECT app_role()) IN ('admin', 'recruiter', 'interviewer'));
CREATE POLICY web_types_keep ON interview_types TO understudy_web USING ((SELECT app_role()) = 'admin');
CREATE POLICY web_skills_see ON skills FOR SELECT TO understudy_web
    USING ((SELECT app_role()) IN ('admin', 'recruiter', 'interviewer'));
CREATE POLICY web_skills_keep ON skills TO understudy_web USING ((SELECT app_role()) = 'admin');
CREATE POLICY web_suggested_see ON interview_type_suggested_skills FOR SELECT TO understudy_web
    USING ((SELECT app_role()) IN ('admin', 'recruiter', 'interviewer'));
CREATE POLICY web_suggested_keep ON interview_type_suggested_skills TO understudy_web
    USING ((SELECT app_role()) = 'admin');
CREATE POLICY web_questions_see ON questions FOR SELECT TO understudy_web
    USING ((SELECT app_role()) IN ('admin', 'recruiter', 'interviewer'));
CREATE POLICY web_questions_add ON questions FOR INSERT TO understudy_web
    WITH CHECK (app_role() IN ('admin', 'recruiter'));
CREATE POLICY web_questions_change ON questions FOR UPDATE TO understudy_web
    USING ((SELECT app_role()) IN ('admin', 'recruiter'));
CREATE POLICY web_questions_remove ON questions FOR DELETE TO understudy_web USING ((SELECT app_role()) = 'admin');
CREATE POLICY web_question_skills_see ON question_skills FOR SELECT TO understudy_web
    USING ((SELECT app_role()) IN ('admin', 'recruiter', 'interviewer'));
CREATE POLICY web_question_skills_change ON question_skills TO understudy_web
    USING ((SELECT app_role()) IN ('admin', 'recruiter'));

-- What belongs to one interview follows the interview: its recruiter and whoever conducts it.
CREATE POLICY web_interview_skills ON interview_skills TO understudy_web USING (
    (SELECT app_role()) IN ('admin', 'recruiter', 'interviewer')
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
CREATE POLICY web_interview_questions ON interview_questions TO understudy_web USING (
    (SELECT app_role()) IN ('admin', 'recruiter', 'interviewer')
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
CREATE TRIGGER keep_owner BEFORE UPDATE OF interview_id ON interview_questions
    FOR EACH ROW WHEN (OLD.interview_id IS DISTINCT FROM NEW.interview_id)
    EXECUTE FUNCTION understudy_keep_owner('interview_id');
-- Whoever follows the room of an interview hears of its plan as well.
CREATE TRIGGER tell_room AFTER INSERT OR UPDATE OR DELETE ON interview_questions
    FOR EACH ROW EXECUTE FUNCTION understudy_tell_room();
-- Recruiters tell the log what they did to the bank, which belongs to no job.
CREATE POLICY web_log_questions ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    action_type IN ('question_added', 'question_changed', 'questions_imported')
    AND actor_id = app_user() AND app_role() = 'recruiter');

-- What a candidate was or will be asked in other interviews, so that nothing is asked twice: for whoever sees this
-- one. What was planned for an interview that never took place counts only if it was asked.
CREATE FUNCTION questions_elsewhere(of_interview UUID)
RETURNS TABLE (question_id UUID, text_digest TEXT) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT q.question_id, md5(lower(q.question_text_snapshot))
    FROM interviews this JOIN interviews other ON other.candidate_id = this.candidate_id AND other.id <> this.id
    JOIN interview_questions q ON q.interview_id = other.id
    WHERE this.id = of_interview
      AND (q.asked_at IS NOT NULL OR other.status NOT IN ('cancelled', 'expired', 'no_show'))
      AND (app_role() = 'admin' OR this.job_id = ANY (app_own_jobs())
           OR this.id = ANY (app_interviewing('interview'))
           OR current_setting('role', true) IS DISTINCT FROM 'understudy_web')
$$;
ALTER FUNCTION questions_elsewhere(UUID) OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION questions_elsewhere(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION questions_elsewhere(UUID) TO understudy_web, understudy_worker;
