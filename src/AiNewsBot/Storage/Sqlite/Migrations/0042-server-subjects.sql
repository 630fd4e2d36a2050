-- A server's moderators add makers and models of their own, which no other server sees.
ALTER TABLE subjects ADD COLUMN layer TEXT NOT NULL DEFAULT 'global';

-- Whole, for a part of it would not be used where the layer is a parameter: each edit reads what its server added.
CREATE INDEX subjects_by_layer ON subjects (layer, id);
