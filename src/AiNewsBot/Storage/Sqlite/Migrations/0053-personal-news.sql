-- News that a person follows in direct messages: theirs alone, of no server and of no configuration.

ALTER TABLE subscriptions ADD COLUMN user_id TEXT NULL CHECK (user_id IS NULL OR (server_id IS NULL AND config_key IS NULL));
-- When they ended it: what it posted is known for some days more, so that following again repeats nothing.
ALTER TABLE subscriptions ADD COLUMN ended_at INTEGER NULL;

CREATE INDEX subscriptions_by_user ON subscriptions (user_id) WHERE user_id IS NOT NULL;
