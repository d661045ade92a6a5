-- Questions, skills and types go as a whole, with every link; a column that the portal's jobs had before stays.
DROP POLICY web_log_questions ON automation_logs;
DROP FUNCTION questions_elsewhere(UUID);
DROP TRIGGER default_type ON interviews;
DROP FUNCTION understudy_default_type();
DROP INDEX idx_jobs_interview_type_id;
ALTER TABLE jobs DROP CONSTRAINT fk_jobs_interview_type_id_interview_types;
ALTER TABLE interviews DROP COLUMN interview_type_id;
DROP TABLE interview_questions, question_skills, questions, interview_skills, interview_type_suggested_skills, skills,
    interview_types;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM base_tables_before
                   WHERE table_name = 'jobs' AND 'interview_type_id' = ANY (columns)) THEN
        ALTER TABLE jobs DROP COLUMN interview_type_id;
    END IF;
END $$;
