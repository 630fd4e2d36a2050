-- Under which name and picture a subscription posts and by which webhook; by which one a post was made; and whether a story is told again
-- when its title changes, with the number of each telling.

ALTER TABLE subscriptions ADD COLUMN webhook_id TEXT NULL;
ALTER TABLE subscriptions ADD COLUMN sender_name TEXT NULL CHECK (length(sender_name) BETWEEN 1 AND 80);
ALTER TABLE subscriptions ADD COLUMN sender_picture TEXT NULL CHECK (length(sender_picture) BETWEEN 1 AND 2048);
ALTER TABLE subscriptions ADD COLUMN tells_again INTEGER NOT NULL DEFAULT 0 CHECK (tells_again IN (0, 1));
ALTER TABLE outbox ADD COLUMN webhook_id TEXT NULL;
ALTER TABLE outbox ADD COLUMN telling INTEGER NOT NULL DEFAULT 0 CHECK (telling >= 0);

DROP INDEX outbox_once;
CREATE UNIQUE INDEX outbox_once ON outbox (subscription_id, item_id, telling) WHERE kind = 'item';
