-- Endpoints that follow the log, what became of each delivery, and answers kept for repeated requests.
CREATE TABLE webhook_endpoints (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    owner_id UUID NOT NULL,
    url TEXT NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    actions JSONB DEFAULT '[]'::jsonb NOT NULL,
    job_ids JSONB DEFAULT '[]'::jsonb NOT NULL,
    enabled BOOLEAN DEFAULT 'true' NOT NULL,
    off_reason TEXT,
    secret BYTEA NOT NULL,
    previous_secret BYTEA,
    previous_until TIMESTAMP WITH TIME ZONE,
    cursor BIGINT NOT NULL,
    failures INTEGER DEFAULT '0' NOT NULL,
    failing_since TIMESTAMP WITH TIME ZONE,
    next_attempt_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_webhook_endpoints PRIMARY KEY (id),
    CONSTRAINT fk_webhook_endpoints_owner_id_users FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX ix_webhook_endpoints_owner_id ON webhook_endpoints (owner_id);

CREATE TABLE webhook_deliveries (
    endpoint_id UUID NOT NULL,
    sequence BIGINT NOT NULL,
    event_id UUID NOT NULL,
    action_type TEXT NOT NULL,
    job_id UUID,
    status VARCHAR(40) NOT NULL,
    attempts INTEGER DEFAULT '0' NOT NULL,
    response_status INTEGER,
    failure TEXT,
    duration_ms INTEGER,
    last_attempt_at TIMESTAMP WITH TIME ZONE,
    delivered_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_webhook_deliveries PRIMARY KEY (endpoint_id, sequence),
    CONSTRAINT fk_webhook_deliveries_endpoint_id_webhook_endpoints
        FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoints (id) ON DELETE CASCADE
);
CREATE INDEX ix_webhook_deliveries_created_at ON webhook_deliveries (created_at);
CREATE INDEX ix_webhook_deliveries_again ON webhook_deliveries (endpoint_id, sequence) WHERE status = 'again';

-- What a request was answered, kept for a day under a keyed digest of its Idempotency-Key and encrypted with both keys.
CREATE TABLE repeated_requests (
    user_id UUID NOT NULL,
    key_digest BYTEA NOT NULL,
    fingerprint BYTEA NOT NULL,
    status INTEGER NOT NULL,
    answer BYTEA NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_repeated_requests PRIMARY KEY (user_id, key_digest),
    CONSTRAINT fk_repeated_requests_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX ix_repeated_requests_created_at ON repeated_requests (created_at);

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['webhook_endpoints', 'webhook_deliveries', 'repeated_requests'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
END $$;
GRANT SELECT, UPDATE ON webhook_endpoints TO understudy_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_deliveries TO understudy_worker;
GRANT SELECT, DELETE ON repeated_requests TO understudy_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_endpoints TO understudy_web;
GRANT SELECT, INSERT, UPDATE ON webhook_deliveries, repeated_requests TO understudy_web;
CREATE TRIGGER touch BEFORE UPDATE ON webhook_endpoints FOR EACH ROW EXECUTE FUNCTION understudy_touch();

CREATE POLICY web_webhook_endpoints ON webhook_endpoints TO understudy_web
    USING ((SELECT app_role()) = 'admin' OR ((SELECT app_role()) = 'recruiter' AND owner_id = (SELECT app_user())));
CREATE POLICY web_webhook_deliveries ON webhook_deliveries TO understudy_web
    USING (EXISTS (SELECT FROM webhook_endpoints e WHERE e.id = endpoint_id));
CREATE POLICY web_repeated_requests ON repeated_requests TO understudy_web
    USING ((SELECT app_role()) IN ('recruiter', 'interviewer', 'auditor', 'admin') AND user_id = (SELECT app_user()));
-- Its owner tells the endpoint's workflow and the log of what was set, and nothing else.
CREATE POLICY web_outbox_webhook ON outbox TO understudy_web USING (
    app_role() IN ('recruiter', 'admin')
    AND EXISTS (SELECT FROM webhook_endpoints e WHERE workflow_id = 'webhook-' || e.id));
CREATE POLICY web_log_webhook ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    action_type IN ('webhook_added', 'webhook_changed', 'webhook_removed', 'webhook_secret_changed',
                    'webhook_replayed')
    AND actor_id = app_user() AND app_role() = 'recruiter');
