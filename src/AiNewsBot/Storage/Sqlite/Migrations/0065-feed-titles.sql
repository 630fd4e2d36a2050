-- Whether posts show the title and link of a feed's stories alone: as its operator says, and as a server says for itself.

ALTER TABLE feeds ADD COLUMN is_title_alone INTEGER NOT NULL DEFAULT 0 CHECK (is_title_alone IN (0, 1));
ALTER TABLE server_feeds ADD COLUMN is_title_alone INTEGER NOT NULL DEFAULT 0 CHECK (is_title_alone IN (0, 1));
