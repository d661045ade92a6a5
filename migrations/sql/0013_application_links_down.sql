ALTER TABLE applications DROP COLUMN link_generation;
