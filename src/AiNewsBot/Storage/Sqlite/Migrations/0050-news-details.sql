-- What stories have beside their words, read whole and never searched; what feeds and channels say of themselves; and how a subscription's
-- posts look.

ALTER TABLE items ADD COLUMN details TEXT NULL CHECK (details IS NULL OR json_valid(details));

ALTER TABLE feeds ADD COLUMN icon TEXT NULL;
-- Whether the bot's operator says that it is not for everyone's eyes.
ALTER TABLE feeds ADD COLUMN is_explicit INTEGER NOT NULL DEFAULT 0 CHECK (is_explicit IN (0, 1));
ALTER TABLE feeds ADD COLUMN has_pictures INTEGER NOT NULL DEFAULT 1 CHECK (has_pictures IN (0, 1));

ALTER TABLE server_feeds ADD COLUMN is_explicit INTEGER NOT NULL DEFAULT 0 CHECK (is_explicit IN (0, 1));
ALTER TABLE server_feeds ADD COLUMN has_pictures INTEGER NOT NULL DEFAULT 1 CHECK (has_pictures IN (0, 1));

ALTER TABLE channels ADD COLUMN is_age_restricted INTEGER NOT NULL DEFAULT 0 CHECK (is_age_restricted IN (0, 1));

ALTER TABLE subscriptions ADD COLUMN content TEXT NOT NULL DEFAULT 'Full' CHECK (content IN ('Full', 'Title'));
ALTER TABLE subscriptions ADD COLUMN has_pictures INTEGER NOT NULL DEFAULT 1 CHECK (has_pictures IN (0, 1));
-- The most characters of a story's text; null for the usual.
ALTER TABLE subscriptions ADD COLUMN max_length INTEGER NULL CHECK (max_length BETWEEN 50 AND 2000);
