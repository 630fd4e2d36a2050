-- Since when a feed fails, and when its moderators were told: until it was read again, they are not told once more.
ALTER TABLE feeds ADD COLUMN failing_since INTEGER NULL;
ALTER TABLE feeds ADD COLUMN failure_told_at INTEGER NULL;

-- When its server said that it is gone for good: it is not asked for any more.
ALTER TABLE feeds ADD COLUMN gone_at INTEGER NULL;

UPDATE feeds SET failing_since = coalesce(succeeded_at, created_at) WHERE fault IS NOT NULL;
