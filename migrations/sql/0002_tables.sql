-- The orchestrator's tables; meanings stand in models/.
CREATE TABLE automation_logs (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    sequence BIGINT GENERATED ALWAYS AS IDENTITY,
    job_id UUID,
    application_id UUID,
    interview_id UUID,
    action_type TEXT NOT NULL,
    trigger_source VARCHAR(40) NOT NULL,
    actor_id UUID,
    actor_kind TEXT DEFAULT 'system' NOT NULL,
    reason TEXT,
    entity TEXT,
    entity_id UUID,
    previous_state TEXT,
    new_state TEXT,
    details JSONB DEFAULT '{}'::jsonb NOT NULL,
    flag TEXT,
    flag_enabled BOOLEAN,
    workflow_id TEXT,
    run_id TEXT,
    idempotency_key TEXT NOT NULL,
    transaction_id BIGINT DEFAULT pg_current_xact_id()::text::bigint NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    seal BYTEA,
    sealed_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_automation_logs PRIMARY KEY (id),
    CONSTRAINT uq_automation_logs_sequence UNIQUE (sequence),
    CONSTRAINT uq_automation_logs_idempotency_key UNIQUE (idempotency_key)
);
CREATE INDEX ix_automation_logs_action_type ON automation_logs (action_type);
CREATE INDEX ix_automation_logs_application_id ON automation_logs (application_id);
CREATE INDEX ix_automation_logs_created_at ON automation_logs (created_at DESC);
CREATE INDEX ix_automation_logs_entity ON automation_logs (entity_id, transaction_id);
CREATE INDEX ix_automation_logs_interview_id ON automation_logs (interview_id);
CREATE INDEX ix_automation_logs_job_id ON automation_logs (job_id, sequence);
CREATE INDEX ix_automation_logs_trigger_source ON automation_logs (trigger_source);

CREATE TABLE feature_flags (
    flag_name TEXT NOT NULL,
    enabled BOOLEAN DEFAULT 'false' NOT NULL,
    rollout_percentage INTEGER DEFAULT '100' NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_by UUID,
    CONSTRAINT pk_feature_flags PRIMARY KEY (flag_name),
    CONSTRAINT ck_feature_flags_rollout_percentage CHECK (rollout_percentage BETWEEN 0 AND 100)
);

CREATE TABLE outbox (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    message_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    workflow_type TEXT NOT NULL,
    workflow_id TEXT NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    payload JSONB DEFAULT '{}'::jsonb NOT NULL,
    job_id UUID,
    attempts INTEGER DEFAULT '0' NOT NULL,
    next_attempt_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    delivered_at TIMESTAMP WITH TIME ZONE,
    outcome TEXT,
    last_error TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_outbox PRIMARY KEY (id),
    CONSTRAINT uq_outbox_message_key UNIQUE (message_key)
);
CREATE INDEX ix_outbox_due ON outbox (next_attempt_at, id) WHERE delivered_at IS NULL;
CREATE INDEX ix_outbox_workflow_id ON outbox (workflow_id);

CREATE TABLE calendar_tokens (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    user_id UUID NOT NULL,
    provider TEXT NOT NULL,
    access_token BYTEA NOT NULL,
    refresh_token BYTEA,
    expires_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_calendar_tokens PRIMARY KEY (id),
    CONSTRAINT uq_calendar_tokens_user_id_provider UNIQUE (user_id, provider),
    CONSTRAINT fk_calendar_tokens_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE feature_flag_overrides (
    flag_name TEXT NOT NULL,
    job_id UUID NOT NULL,
    enabled BOOLEAN NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_by UUID,
    CONSTRAINT pk_feature_flag_overrides PRIMARY KEY (flag_name, job_id),
    CONSTRAINT fk_feature_flag_overrides_flag_name_feature_flags FOREIGN KEY(flag_name) REFERENCES feature_flags (flag_name) ON DELETE CASCADE,
    CONSTRAINT fk_feature_flag_overrides_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id) ON DELETE CASCADE
);
CREATE INDEX ix_feature_flag_overrides_job_id ON feature_flag_overrides (job_id);

CREATE TABLE held_steps (
    workflow_id TEXT NOT NULL,
    step TEXT NOT NULL,
    gate TEXT NOT NULL,
    job_id UUID,
    interview_id UUID,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_held_steps PRIMARY KEY (workflow_id, step),
    CONSTRAINT fk_held_steps_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id) ON DELETE CASCADE
);
CREATE INDEX ix_held_steps_gate ON held_steps (gate);
CREATE INDEX ix_held_steps_job_id ON held_steps (job_id);

CREATE TABLE job_interviewers (
    job_id UUID NOT NULL,
    user_id UUID NOT NULL,
    CONSTRAINT pk_job_interviewers PRIMARY KEY (job_id, user_id),
    CONSTRAINT fk_job_interviewers_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id) ON DELETE CASCADE,
    CONSTRAINT fk_job_interviewers_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE RESTRICT
);
CREATE INDEX ix_job_interviewers_user_id ON job_interviewers (user_id);

CREATE TABLE interviews (
    id UUID NOT NULL,
    job_id UUID,
    application_id UUID,
    candidate_id UUID NOT NULL,
    interviewer_id UUID,
    status VARCHAR(40) DEFAULT 'invitation_sent' NOT NULL,
    rank_at_time INTEGER,
    confirmation_deadline TIMESTAMP WITH TIME ZONE NOT NULL,
    slot_selection_deadline TIMESTAMP WITH TIME ZONE,
    scheduled_time TIMESTAMP WITH TIME ZONE,
    duration INTERVAL NOT NULL,
    calendar_event_id TEXT,
    calendar_sync_method VARCHAR(40),
    calendar_sequence INTEGER DEFAULT '0' NOT NULL,
    calendar_synced_sequence INTEGER,
    no_show_risk NUMERIC(4, 3),
    processing_status VARCHAR(40) DEFAULT 'none' NOT NULL,
    processing_metadata JSONB DEFAULT '{}'::jsonb NOT NULL,
    leave_kind VARCHAR(40),
    leave_requested_at TIMESTAMP WITH TIME ZONE,
    leave_effective_at TIMESTAMP WITH TIME ZONE,
    link_generation INTEGER DEFAULT '0' NOT NULL,
    reminded_for TIMESTAMP WITH TIME ZONE,
    outcome_asked_for TIMESTAMP WITH TIME ZONE,
    version INTEGER DEFAULT '1' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_interviews PRIMARY KEY (id),
    CONSTRAINT uq_interviews_application_id UNIQUE (application_id),
    CONSTRAINT ck_interviews_no_show_risk CHECK (no_show_risk BETWEEN 0 AND 1),
    CONSTRAINT ck_interviews_confirmed_has_time CHECK (status <> 'confirmed' OR scheduled_time IS NOT NULL),
    CONSTRAINT fk_interviews_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id) ON DELETE SET NULL,
    CONSTRAINT fk_interviews_application_id_applications FOREIGN KEY(application_id) REFERENCES applications (id) ON DELETE SET NULL,
    CONSTRAINT fk_interviews_candidate_id_candidates FOREIGN KEY(candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
    CONSTRAINT fk_interviews_interviewer_id_users FOREIGN KEY(interviewer_id) REFERENCES users (id) ON DELETE RESTRICT
);
CREATE INDEX ix_interviews_candidate_id ON interviews (candidate_id);
CREATE INDEX ix_interviews_confirmation_deadline ON interviews (confirmation_deadline) WHERE status = 'invitation_sent';
CREATE INDEX ix_interviews_interviewer_id ON interviews (interviewer_id);
CREATE INDEX ix_interviews_job_id ON interviews (job_id);
CREATE INDEX ix_interviews_scheduled_time ON interviews (scheduled_time);
CREATE INDEX ix_interviews_slot_selection_deadline ON interviews (slot_selection_deadline) WHERE status = 'slot_pending';
CREATE INDEX ix_interviews_status ON interviews (status);

CREATE TABLE email_messages (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    mail_key TEXT NOT NULL,
    template VARCHAR(40) NOT NULL,
    sequence INTEGER DEFAULT '1' NOT NULL,
    job_id UUID,
    application_id UUID,
    interview_id UUID,
    candidate_id UUID,
    user_id UUID,
    message_id TEXT NOT NULL,
    details JSONB DEFAULT '{}'::jsonb NOT NULL,
    status VARCHAR(40) DEFAULT 'queued' NOT NULL,
    attempts INTEGER DEFAULT '0' NOT NULL,
    first_attempt_at TIMESTAMP WITH TIME ZONE,
    next_attempt_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE,
    last_error TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_email_messages PRIMARY KEY (id),
    CONSTRAINT uq_email_messages_mail_key UNIQUE (mail_key),
    CONSTRAINT fk_email_messages_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id) ON DELETE SET NULL,
    CONSTRAINT fk_email_messages_application_id_applications FOREIGN KEY(application_id) REFERENCES applications (id) ON DELETE SET NULL,
    CONSTRAINT fk_email_messages_interview_id_interviews FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE SET NULL,
    CONSTRAINT fk_email_messages_candidate_id_candidates FOREIGN KEY(candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
    CONSTRAINT fk_email_messages_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT uq_email_messages_message_id UNIQUE (message_id)
);
CREATE INDEX ix_email_messages_candidate_id ON email_messages (candidate_id);
CREATE INDEX ix_email_messages_due ON email_messages (next_attempt_at, created_at) WHERE status = 'queued';
CREATE INDEX ix_email_messages_job_id ON email_messages (job_id);
CREATE INDEX ix_email_messages_user_id ON email_messages (user_id);
CREATE UNIQUE INDEX uq_email_messages_interview ON email_messages (interview_id, template, sequence) WHERE interview_id IS NOT NULL;

CREATE TABLE interview_interviewers (
    interview_id UUID NOT NULL,
    user_id UUID NOT NULL,
    during TSTZRANGE NOT NULL,
    is_live BOOLEAN DEFAULT 'true' NOT NULL,
    CONSTRAINT pk_interview_interviewers PRIMARY KEY (interview_id, user_id),
    CONSTRAINT ex_interview_interviewers_overlap EXCLUDE USING gist (user_id WITH =, during WITH &&) WHERE (is_live),
    CONSTRAINT fk_interview_interviewers_interview_id_interviews FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_interview_interviewers_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE RESTRICT
);
CREATE INDEX ix_interview_interviewers_user_id ON interview_interviewers (user_id);

CREATE TABLE negotiation_sessions (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    interview_id UUID NOT NULL,
    round INTEGER DEFAULT '1' NOT NULL,
    state VARCHAR(40) DEFAULT 'awaiting_availability' NOT NULL,
    history JSONB DEFAULT '[]'::jsonb NOT NULL,
    proposals JSONB DEFAULT '[]'::jsonb NOT NULL,
    replies INTEGER DEFAULT '0' NOT NULL,
    answered INTEGER DEFAULT '0' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_negotiation_sessions PRIMARY KEY (id),
    CONSTRAINT ck_negotiation_sessions_round CHECK (round BETWEEN 1 AND 100),
    CONSTRAINT uq_negotiation_sessions_interview_id UNIQUE (interview_id),
    CONSTRAINT fk_negotiation_sessions_interview_id_interviews FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
