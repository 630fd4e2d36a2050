-- When the moderators were told that it is paused; until a post works again, they are not told once more.
ALTER TABLE subscriptions ADD COLUMN told_at INTEGER NULL;

UPDATE subscriptions SET told_at = paused_at;
