DROP TRIGGER keep_an_admin ON users;
DROP FUNCTION understudy_keep_an_admin();
DROP FUNCTION enter_by_key(BYTEA, TIMESTAMPTZ, BOOLEAN);
DROP FUNCTION enter_by_session(BYTEA, TIMESTAMPTZ, INTERVAL, BOOLEAN);
DROP POLICY identity_log ON automation_logs;
DROP POLICY identity_users ON users;
REVOKE ALL ON users, automation_logs FROM understudy_identity;
REVOKE ALL ON SCHEMA public FROM understudy_identity;
DROP TABLE sign_ins, api_keys, web_sessions, identity_events, identities, local_passwords;
