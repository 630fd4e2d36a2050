-- A server's moderators add makers and models of their own, which no other server sees.
ALTER TABLE subjects ADD COLUMN layer TEXT NOT NULL DEFAULT 'global';

CREATE INDEX subjects_by_layer ON subjects (layer) WHERE layer <> 'global';
