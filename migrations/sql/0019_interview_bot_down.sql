-- Without the machine; what was said stays in the transcripts, and a column that the portal had itself stays as well.
DROP TRIGGER tell_bot ON interviews;
DROP POLICY web_outbox_bot ON outbox;
DROP TABLE bot_answers, bot_interviews;
DROP FUNCTION understudy_tell_bot();
DROP FUNCTION reserve_answer_file(UUID, TEXT, TEXT, BIGINT, BYTEA, TIMESTAMPTZ);
DELETE FROM state_transitions WHERE entity = 'bot_interview';
ALTER TABLE jobs DROP CONSTRAINT ck_jobs_bot_texts;
DO $$
DECLARE
    had TEXT[] := (SELECT columns FROM base_tables_before WHERE table_name = 'jobs');
    c TEXT;
BEGIN
    FOREACH c IN ARRAY ARRAY['bot_interview_offered', 'custom_bot_instructions', 'custom_screening_prompt',
                             'custom_interview_questions'] LOOP
        IF c <> ALL (had) THEN
            EXECUTE format('ALTER TABLE jobs DROP COLUMN %I', c);
        END IF;
    END LOOP;
END $$;
