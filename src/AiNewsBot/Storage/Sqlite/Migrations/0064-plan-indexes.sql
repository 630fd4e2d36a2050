-- No query reads all of a table that grows with the news, and no row that goes makes the database look through one for what refers to it.

CREATE INDEX outbox_by_server ON outbox (server_id, id) WHERE server_id IS NOT NULL;
CREATE INDEX outbox_by_subscription ON outbox (subscription_id) WHERE subscription_id IS NOT NULL;
CREATE INDEX outbox_by_time_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_finished ON outbox (created_at) WHERE state IN ('sent', 'refused', 'covered', 'dropped');
CREATE INDEX outbox_held ON outbox (id) WHERE state = 'held';
CREATE INDEX digest_items_by_item ON digest_items (item_id);
CREATE INDEX digest_items_by_post ON digest_items (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE INDEX digest_items_posted ON digest_items (added_at) WHERE outbox_id IS NOT NULL;
CREATE INDEX items_by_server ON items (server_id) WHERE server_id IS NOT NULL;
CREATE INDEX server_stories_by_story ON server_stories (story_id);
CREATE INDEX server_stories_by_same ON server_stories (same_as);
CREATE INDEX channels_by_server ON channels (server_id) WHERE server_id IS NOT NULL;
CREATE INDEX subscriptions_by_server ON subscriptions (server_id) WHERE server_id IS NOT NULL;
CREATE INDEX subscriptions_by_channel ON subscriptions (channel_id);
CREATE INDEX subscriptions_by_feed ON subscriptions (feed_id);
CREATE INDEX subscriptions_by_webhook ON subscriptions (webhook_id) WHERE webhook_id IS NOT NULL;
CREATE INDEX subscriptions_paused ON subscriptions (id) WHERE paused_at IS NOT NULL;
CREATE INDEX subscriptions_told ON subscriptions (channel_id) WHERE told_at IS NOT NULL;
CREATE INDEX subscriptions_gathering ON subscriptions (id) WHERE cadence <> 'Instant';
CREATE INDEX suggestions_pending ON suggestions (number) WHERE state = 'pending';
CREATE INDEX suggestions_untold ON suggestions (number) WHERE told = 0;
