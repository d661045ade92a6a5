-- What processing made goes; status and metadata stay as they are, ready interviews are final again.
DROP FUNCTION request_processing(UUID, TIMESTAMPTZ, JSONB);
DROP TRIGGER conducting ON interviews;
CREATE TRIGGER conducting BEFORE UPDATE ON interviews
    FOR EACH ROW WHEN (app_role() = 'interviewer') EXECUTE FUNCTION understudy_conducting();
DROP TRIGGER drop_personas ON jobs;
DROP TRIGGER check_processing_story_insert ON interviews;
DROP TRIGGER check_processing_story_update ON interviews;
DROP FUNCTION understudy_check_processing();
DROP INDEX ix_interviews_processing;
DELETE FROM held_steps WHERE workflow_id LIKE 'processing-%';
DELETE FROM outbox WHERE workflow_type = 'ProcessingWorkflow';
DELETE FROM alerts WHERE cause = 'stuck_processing';
DELETE FROM state_transitions WHERE entity = 'processing' AND from_state = 'ready' AND to_state = 'processing';
DROP TABLE persona_members, personas, theme_evidence, themes, evidence, processing_steps;
DROP FUNCTION understudy_drop_personas();
DROP FUNCTION understudy_drop_empty_persona();
DROP FUNCTION understudy_drop_empty_theme();
DROP FUNCTION understudy_check_quote();
