-- The #fragment of a guid, and whether the date of an entry says when it was published; else it says when it was updated.
ALTER TABLE sightings ADD COLUMN guid_fragment INTEGER NULL;
ALTER TABLE sightings ADD COLUMN is_published INTEGER NOT NULL DEFAULT 1;

-- Feeds whose entries are to be told apart by keys that were not kept before: the next reading finds what was taken for another entry, and posts
-- nothing old of it. It reads the whole feed, whatever the server says of changes.
ALTER TABLE feeds ADD COLUMN is_to_rekey INTEGER NOT NULL DEFAULT 0;
UPDATE feeds SET is_to_rekey = 1, body_hash = NULL, etag = NULL, last_modified = NULL WHERE baseline_at IS NOT NULL;

-- How old a story may be when it comes in, in days; null for the operator's default.
ALTER TABLE subscriptions ADD COLUMN max_age_days INTEGER NULL;
