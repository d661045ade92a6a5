-- Raised to revoke every older link of an application without an interview; an interview has its own.
ALTER TABLE applications ADD COLUMN link_generation INTEGER DEFAULT 0 NOT NULL;
