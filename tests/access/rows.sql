-- Whatever the product's own acts leave empty. A table that stays empty fails the matrix test: nothing would be proven.
INSERT INTO files (id, filename, media_type, size, sha256, content) SELECT id, 'cv.txt', 'text/plain', 1, '', 'x' FROM applications;
UPDATE applications SET resume_file_id = id, resume_text = 'a resume', masked_text = 'a resume';
INSERT INTO held_steps SELECT 'job-' || id, 'promote', 'auto_promotion', id, NULL, now() FROM jobs;
INSERT INTO job_texts (job_id, sha256, title, description) SELECT id, 'f00d', title, description FROM jobs;
INSERT INTO feature_flag_overrides SELECT 'reminders', id, true FROM jobs;
INSERT INTO self_identifications (application_id, sex, wording_version) SELECT id, 'male', 'x' FROM applications;
INSERT INTO interview_interviewers (interview_id, user_id, during, kind, expires_at)
    SELECT i.id, m.user_id, tstzrange(now(), now() + interval '1 hour'), 'hold', now() + interval '1 day'
    FROM interviews i JOIN job_interviewers m ON m.job_id = i.job_id WHERE i.status = 'slot_pending';

INSERT INTO calendar_accounts (user_id, provider, health_since)
    SELECT id, 'google', now() FROM users WHERE role IN ('recruiter', 'interviewer', 'admin');
INSERT INTO calendar_tokens (user_id, provider, access_token) SELECT user_id, provider, 'x' FROM calendar_accounts;
INSERT INTO calendar_busy SELECT id, now(), now() + interval '1 hour' FROM calendar_accounts;
INSERT INTO calendar_entries (account_id, interview_id)
    SELECT a.id, i.id FROM calendar_accounts a, interviews i WHERE i.status = 'confirmed';
INSERT INTO incoming_messages (key, kind, interview_id, outcome, received_at)
    SELECT id::text, 'plain_reply', id, 'passed_on', now() FROM interviews;
INSERT INTO incoming_words (key, interview_id, text) SELECT key, interview_id, 'hello' FROM incoming_messages;
INSERT INTO digests SELECT id, '2026-03-02', now(), now(), true FROM users;
INSERT INTO digest_refusals SELECT id, now() FROM users;
INSERT INTO alerts (cause, about, raised_at, last_at) VALUES ('stuck_work', 'a', now(), now());
INSERT INTO no_show_risks (interview_id, ordinal, job_id, scheduled_time, value, parts, facts, rule, computed_at)
    SELECT id, 1, job_id, now(), 0.5, '{}', '{}', 'r', now() FROM interviews;
INSERT INTO candidate_requests
    (kind, candidate_id, application_id, interview_id, job_id, message, asked_at, due_at)
    SELECT 'correction', candidate_id, application_id, id, job_id, 'm', now(), now() FROM interviews
    UNION ALL SELECT 'correction', candidate_id, id, NULL, job_id, 'm', now(), now() FROM applications
    WHERE id NOT IN (SELECT application_id FROM interviews);
-- Of one interview the own card is handed in, of the other it is a draft; a second person handed in both.
INSERT INTO interviewer_scorecards (interview_id, interviewer_id, recommendation, justification, handed_in_at)
    SELECT i.id, i.interviewer_id, 'hire', 'j', CASE WHEN row_number() OVER (ORDER BY i.id) = 1 THEN now() END
    FROM interviews i WHERE i.status = 'confirmed'
    UNION ALL SELECT i.id, j.recruiter_id, 'maybe', 'j', now()
    FROM interviews i JOIN jobs j ON j.id = i.job_id WHERE i.interviewer_id IS NOT NULL;
INSERT INTO scorecards (interview_id, cards, votes, spread) SELECT DISTINCT interview_id, 1, '{}'::jsonb, '{}'::jsonb
    FROM interviewer_scorecards;
INSERT INTO transcripts (interview_id, sequence, text, source) SELECT id, 1, 'a word', 'live' FROM interviews;
INSERT INTO ai_insights (interview_id, turn_id, type, content, origin, fingerprint)
    SELECT interview_id, id, 'note', 'c', 'rules', 'f' FROM transcripts;
INSERT INTO ai_insight_edits (insight_id, edited_by, edited_at, before)
    SELECT a.id, u.id, now(), '{}' FROM ai_insights a, users u;
INSERT INTO automation_logs
    (job_id, application_id, interview_id, action_type, trigger_source, actor_id, actor_kind, idempotency_key)
    SELECT i.job_id, i.application_id, i.id, 'insight_edited', 'manual', u.id, u.role, 'insight:' || i.id || u.id
    FROM interviews i, users u WHERE u.role = 'interviewer';
INSERT INTO insight_proposals (interview_id) SELECT id FROM interviews;
INSERT INTO evidence (id, interview_id, turn_id, kind, quote, at)
    SELECT gen_random_uuid(), interview_id, id, 'number', 'word', now() FROM transcripts;
INSERT INTO processing_steps (interview_id, attempt, step, started_at, workflow_run_id)
    SELECT id, 1, 'uploading', now(), 'r' FROM interviews;
INSERT INTO themes (id, job_id, key, name, kind) SELECT id, id, 'word:x', 'x', 'word' FROM jobs;
INSERT INTO theme_evidence SELECT i.job_id, e.id FROM evidence e JOIN interviews i ON i.id = e.interview_id;
INSERT INTO personas (id, job_id, key, name) SELECT id, id, 'x', 'x' FROM jobs;
INSERT INTO persona_members SELECT job_id, id FROM interviews;
INSERT INTO questions (question_text, difficulty_level) VALUES ('What did you build last?', 'easy');
INSERT INTO question_skills SELECT q.id, s.id FROM questions q, skills s WHERE q.skill_id IS NULL AND s.skill_name = 'Go';
INSERT INTO interview_skills SELECT i.id, s.id FROM interviews i, skills s WHERE s.skill_name IN ('Go', 'Java');
INSERT INTO interview_questions (interview_id, question_text_snapshot, order_in_interview, origin)
    SELECT id, 'What did you build last?', 1, 'person' FROM interviews;
INSERT INTO email_messages (mail_key, template, job_id, application_id, candidate_id, message_id, next_attempt_at)
    SELECT 'request_received:' || application_id, 'request_received', job_id, application_id, candidate_id, id, now()
    FROM candidate_requests WHERE interview_id IS NULL;
INSERT INTO automation_logs (job_id, application_id, action_type, trigger_source, actor_kind, idempotency_key)
    SELECT job_id, id, 'data_corrected', 'manual', 'candidate', 'corrected:' || id FROM applications
    WHERE id NOT IN (SELECT application_id FROM interviews);

INSERT INTO webhook_endpoints (owner_id, url, secret, cursor)
    SELECT id, 'https://a.example', 's', 0 FROM users WHERE role IN ('recruiter', 'admin');
INSERT INTO webhook_deliveries (endpoint_id, sequence, event_id, action_type, status)
    SELECT id, 1, id, 'a', 'again' FROM webhook_endpoints;
INSERT INTO repeated_requests (user_id, key_digest, fingerprint, status, answer)
    SELECT id, 'k', 'f', 200, 'a' FROM users;
INSERT INTO outbox (message_key, kind, workflow_type, workflow_id)
    SELECT 'calendar:' || id, 'update', 'CalendarWorkflow', 'calendar-' || id FROM calendar_accounts
    UNION ALL SELECT 'webhook:' || id, 'update', 'WebhookWorkflow', 'webhook-' || id FROM webhook_endpoints;

-- Every act of an own account, in the name of everybody, whether the role has it or not.
INSERT INTO automation_logs (action_type, trigger_source, actor_id, actor_kind, idempotency_key)
    SELECT act, 'manual', u.id, u.role, act || ':' || u.id
    FROM users u, unnest(ARRAY['calendar_connected', 'user_changed', 'digest_on', 'digest_off', 'impact_viewed',
        'webhook_added', 'question_added', 'user_added', 'interview_cancelled']) act;
INSERT INTO automation_logs (job_id, action_type, trigger_source, actor_id, actor_kind, idempotency_key)
    SELECT id, 'job_paused', 'manual', recruiter_id, 'recruiter', 'paused:' || id FROM jobs;
INSERT INTO log_seals (last_sequence, first_sequence, rows, head, sealed_at) VALUES (1, 1, 1, 'x', now());
INSERT INTO access_log (at, role, user_id, what, purpose) SELECT now(), role, id, 'resume', 'page' FROM users;
INSERT INTO access_log (at, role, link_interview_id, what, purpose)
    SELECT now(), 'candidate', id, 'own_data', 'download' FROM interviews;
INSERT INTO access_log (at, role, what, purpose)
    VALUES (now(), 'operator', 'automation_log', 'command'), (now(), 'applicant', 'own_data', 'page');

INSERT INTO local_passwords (user_id, password_hash, must_change, changed_at) SELECT id, 'x', false, now() FROM users;
INSERT INTO identities (issuer, subject, user_id, linked_at) SELECT 'i', id, id, now() FROM users;
INSERT INTO identity_events (message_id, received_at) VALUES ('m', now());
INSERT INTO web_sessions (token_hash, user_id, means, created_at, last_seen_at, expires_at)
    SELECT id::text::bytea, id, 'password', now(), now(), now() FROM users;
INSERT INTO api_keys (user_id, name, hint, token_hash, scopes, created_at)
    SELECT id, 'n', 'h', id::text::bytea, '[]', now() FROM users;
INSERT INTO sign_ins (account_digest, address_digest, user_id, means, outcome, at)
    SELECT 'a', 'b', id, 'password', 'succeeded', now() FROM users;

-- Media of each job, and recordings: of each interview one by its recruiter, of those with an interviewer one by them.
INSERT INTO files (id, filename, media_type, size, sha256, storage_key, uploaded_by)
    SELECT id, 'm.pdf', 'application/pdf', 1, ''::bytea, 'job_media/' || id, recruiter_id FROM jobs
    UNION ALL SELECT i.id, 'r.wav', 'audio/wav', 1, ''::bytea, 'recordings/' || i.id, j.recruiter_id
    FROM interviews i JOIN jobs j ON j.id = i.job_id;
INSERT INTO job_interview_media (job_id, file_id) SELECT id, id FROM jobs;
INSERT INTO interview_recordings (interview_id, file_id, kind, uploaded_by)
    SELECT i.id, i.id, 'audio', j.recruiter_id FROM interviews i JOIN jobs j ON j.id = i.job_id;
WITH new AS (
    INSERT INTO files (id, filename, media_type, size, sha256, storage_key, uploaded_by)
    SELECT f, 'r.wav', 'audio/wav', 1, ''::bytea, 'recordings/' || f, u
    FROM (SELECT gen_random_uuid() AS f, interviewer_id AS u FROM interviews WHERE status = 'confirmed') x
    RETURNING id, uploaded_by)
INSERT INTO interview_recordings (interview_id, file_id, kind, uploaded_by)
    SELECT i.id, n.id, 'audio', n.uploaded_by FROM new n
    JOIN interviews i ON i.interviewer_id = n.uploaded_by AND i.status = 'confirmed';

INSERT INTO bot_interviews (interview_id, language, started_at) SELECT id, 'en', now() FROM interviews;
INSERT INTO bot_answers (bot_interview_id, ask, state, text, received_at)
    SELECT id, 1, 'given', 'a word', now() FROM bot_interviews;
INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, job_id)
    SELECT 'bot:' || id, 'update', 'BotInterviewWorkflow', 'bot-' || id, job_id FROM interviews;
