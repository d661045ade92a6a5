-- Tables that the base tables will refer to.
CREATE TABLE candidates (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    time_zone TEXT DEFAULT 'UTC' NOT NULL,
    locale TEXT DEFAULT 'en' NOT NULL,
    cv_url TEXT,
    cv_data JSONB,
    jira_ticket TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_candidates PRIMARY KEY (id)
);
CREATE UNIQUE INDEX uq_candidates_email ON candidates (lower(email)) WHERE email IS NOT NULL;

CREATE TABLE files (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    filename TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    content BYTEA,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_files PRIMARY KEY (id)
);
