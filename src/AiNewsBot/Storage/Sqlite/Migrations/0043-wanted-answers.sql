-- How often moderators were asked for an answer, beside how often the question was asked.
ALTER TABLE unanswered ADD COLUMN wanted INTEGER NOT NULL DEFAULT 0 CHECK (wanted >= 0);
