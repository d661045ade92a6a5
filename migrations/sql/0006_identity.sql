-- Who signs in, and with what. Meanings stand in models/.
ALTER TABLE users ADD COLUMN IF NOT EXISTS disabled_at TIMESTAMP WITH TIME ZONE;

CREATE TABLE local_passwords (
    user_id UUID NOT NULL,
    password_hash TEXT NOT NULL,
    must_change BOOLEAN NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_local_passwords PRIMARY KEY (user_id),
    CONSTRAINT fk_local_passwords_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT ck_local_passwords_one_time_expires CHECK (must_change = (expires_at IS NOT NULL))
);

-- A row without a user: the provider said that this person left before we met them.
CREATE TABLE identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id UUID,
    linked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_event_at TIMESTAMP WITH TIME ZONE,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_identities PRIMARY KEY (issuer, subject),
    CONSTRAINT uq_identities_user_id_issuer UNIQUE (user_id, issuer),
    CONSTRAINT fk_identities_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT ck_identities_user_or_gone CHECK (user_id IS NOT NULL OR deleted_at IS NOT NULL)
);

CREATE TABLE identity_events (
    message_id TEXT NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_identity_events PRIMARY KEY (message_id)
);
CREATE INDEX ix_identity_events_received_at ON identity_events (received_at);

CREATE TABLE web_sessions (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    token_hash BYTEA NOT NULL,
    user_id UUID NOT NULL,
    means VARCHAR(40) NOT NULL,
    client TEXT DEFAULT '' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_web_sessions PRIMARY KEY (id),
    CONSTRAINT uq_web_sessions_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_web_sessions_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX ix_web_sessions_user_id ON web_sessions (user_id);
CREATE INDEX ix_web_sessions_expires_at ON web_sessions (expires_at);

CREATE TABLE api_keys (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    user_id UUID NOT NULL,
    name TEXT NOT NULL,
    hint TEXT NOT NULL,
    token_hash BYTEA NOT NULL,
    scopes JSONB NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE,
    last_used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_api_keys PRIMARY KEY (id),
    CONSTRAINT uq_api_keys_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_api_keys_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX ix_api_keys_user_id ON api_keys (user_id);

CREATE TABLE sign_ins (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    account_digest BYTEA NOT NULL,
    address_digest BYTEA NOT NULL,
    user_id UUID,
    means VARCHAR(40) NOT NULL,
    outcome VARCHAR(40) NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_sign_ins PRIMARY KEY (id),
    CONSTRAINT fk_sign_ins_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX ix_sign_ins_account_digest_at ON sign_ins (account_digest, at);
CREATE INDEX ix_sign_ins_address_digest_at ON sign_ins (address_digest, at);
CREATE INDEX ix_sign_ins_user_id_at ON sign_ins (user_id, at);
CREATE INDEX ix_sign_ins_at ON sign_ins (at);

-- One role signs people in. The web tier steps into it for that (SET LOCAL ROLE) and has none of its rights otherwise.
GRANT USAGE ON SCHEMA public TO understudy_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    local_passwords, identities, identity_events, web_sessions, api_keys, sign_ins TO understudy_identity;
GRANT SELECT, INSERT, UPDATE ON users TO understudy_identity;
GRANT INSERT ON automation_logs TO understudy_identity;

-- The web tier itself sees what an account page shows; never a hash.
GRANT SELECT (user_id, must_change, expires_at, changed_at) ON local_passwords TO understudy_web;
GRANT SELECT (issuer, user_id, linked_at, deleted_at) ON identities TO understudy_web;
GRANT SELECT (id, user_id, means, client, created_at, last_seen_at, expires_at) ON web_sessions TO understudy_web;
GRANT SELECT (id, user_id, name, hint, scopes, created_at, expires_at, last_used_at, revoked_at)
    ON api_keys TO understudy_web;
GRANT SELECT (id, user_id, means, outcome, at) ON sign_ins TO understudy_web;

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['local_passwords', 'identities', 'identity_events', 'web_sessions', 'api_keys', 'sign_ins']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY identity_all ON %I TO understudy_identity USING (true) WITH CHECK (true)', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
END $$;
CREATE POLICY identity_users ON users TO understudy_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_log ON automation_logs FOR INSERT TO understudy_identity WITH CHECK (
    job_id IS NULL AND application_id IS NULL AND interview_id IS NULL AND entity IS NULL
    AND action_type IN ('user_added', 'user_changed', 'user_linked', 'user_role_changed', 'user_disabled',
        'user_enabled', 'password_set', 'sessions_ended', 'key_made', 'key_revoked'));

CREATE POLICY web_passwords ON local_passwords FOR SELECT TO understudy_web
    USING (user_id = app_user() OR app_role() = 'admin');
CREATE POLICY web_identities ON identities FOR SELECT TO understudy_web
    USING (user_id = app_user() OR app_role() = 'admin');
CREATE POLICY web_sessions_own ON web_sessions FOR SELECT TO understudy_web USING (user_id = app_user());
CREATE POLICY web_keys ON api_keys FOR SELECT TO understudy_web USING (user_id = app_user() OR app_role() = 'admin');
CREATE POLICY web_sign_ins_own ON sign_ins FOR SELECT TO understudy_web USING (user_id = app_user());

-- Whose session or key this is; the transaction then acts for that person. Nothing comes back for one that ended, was
-- revoked, or belongs to somebody who is disabled. `touch` notes the use, at most once a minute, without waiting for
-- another request that does so.
CREATE FUNCTION enter_by_session(digest BYTEA, at TIMESTAMPTZ, idle INTERVAL, touch BOOLEAN)
RETURNS TABLE (user_id UUID, name TEXT, role TEXT, time_zone TEXT, session_id UUID, must_change BOOLEAN)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found RECORD;
BEGIN
    SELECT s.id, s.last_seen_at, u.id AS who, u.name, u.role, u.time_zone,
           s.means = 'password' AND coalesce(p.must_change, false) AS must_change
    INTO found
    FROM web_sessions s JOIN users u ON u.id = s.user_id LEFT JOIN local_passwords p ON p.user_id = u.id
    WHERE s.token_hash = digest AND s.expires_at > at AND s.last_seen_at > at - idle AND u.disabled_at IS NULL;
    IF found.id IS NULL THEN
        RETURN;
    END IF;
    IF touch AND found.last_seen_at <= at - interval '1 minute' THEN
        UPDATE web_sessions SET last_seen_at = at
        WHERE id = (SELECT s.id FROM web_sessions s WHERE s.id = found.id FOR UPDATE SKIP LOCKED);
    END IF;
    PERFORM set_config('app.role', found.role, true), set_config('app.user_id', found.who::text, true),
            set_config('app.interview_id', '', true);
    RETURN QUERY SELECT found.who, found.name, found.role::text, found.time_zone, found.id, found.must_change;
END $$;

CREATE FUNCTION enter_by_key(digest BYTEA, at TIMESTAMPTZ, touch BOOLEAN)
RETURNS TABLE (user_id UUID, name TEXT, role TEXT, time_zone TEXT, key_id UUID, scopes JSONB)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found RECORD;
BEGIN
    SELECT k.id, k.last_used_at, k.scopes, u.id AS who, u.name, u.role, u.time_zone
    INTO found
    FROM api_keys k JOIN users u ON u.id = k.user_id
    WHERE k.token_hash = digest AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > at)
      AND u.disabled_at IS NULL;
    IF found.id IS NULL THEN
        RETURN;
    END IF;
    IF touch AND (found.last_used_at IS NULL OR found.last_used_at <= at - interval '1 minute') THEN
        UPDATE api_keys SET last_used_at = at
        WHERE id = (SELECT k.id FROM api_keys k WHERE k.id = found.id FOR UPDATE SKIP LOCKED);
    END IF;
    PERFORM set_config('app.role', found.role, true), set_config('app.user_id', found.who::text, true),
            set_config('app.interview_id', '', true);
    RETURN QUERY SELECT found.who, found.name, found.role::text, found.time_zone, found.id, found.scopes;
END $$;
REVOKE ALL ON FUNCTION enter_by_session(BYTEA, TIMESTAMPTZ, INTERVAL, BOOLEAN) FROM PUBLIC;
REVOKE ALL ON FUNCTION enter_by_key(BYTEA, TIMESTAMPTZ, BOOLEAN) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter_by_session(BYTEA, TIMESTAMPTZ, INTERVAL, BOOLEAN) TO understudy_web;
GRANT EXECUTE ON FUNCTION enter_by_key(BYTEA, TIMESTAMPTZ, BOOLEAN) TO understudy_web;
ALTER FUNCTION enter_by_session(BYTEA, TIMESTAMPTZ, INTERVAL, BOOLEAN) OWNER TO understudy_owner;
ALTER FUNCTION enter_by_key(BYTEA, TIMESTAMPTZ, BOOLEAN) OWNER TO understudy_owner;

-- Whoever writes: the last admin who can sign in stays one. The lock lets two that leave at once take turns.
CREATE FUNCTION understudy_keep_an_admin() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.role = 'admin' AND OLD.disabled_at IS NULL AND (NEW.role <> 'admin' OR NEW.disabled_at IS NOT NULL) THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('understudy.admins', 6));
        IF NOT EXISTS (SELECT FROM users WHERE users.role = 'admin' AND users.disabled_at IS NULL) THEN
            RAISE EXCEPTION 'the last admin stays' USING ERRCODE = '23514', CONSTRAINT = 'keep_an_admin';
        END IF;
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION understudy_keep_an_admin() OWNER TO understudy_owner;
CREATE TRIGGER keep_an_admin AFTER UPDATE OF role, disabled_at ON users
    FOR EACH ROW EXECUTE FUNCTION understudy_keep_an_admin();
