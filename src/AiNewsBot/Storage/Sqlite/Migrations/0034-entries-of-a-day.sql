-- Entries of one title and day are told apart by their text now. What was taken for another one before is no news: each feed that is known by
-- titles is read whole once more.
UPDATE feeds SET is_to_rekey = 1, body_hash = NULL, etag = NULL, last_modified = NULL WHERE baseline_at IS NOT NULL AND identity = 'Title';
