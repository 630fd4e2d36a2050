-- An item is what one feed says. What several feeds say of one thing is one story, named by the id of the item that was there first.
ALTER TABLE items ADD COLUMN story_id INTEGER NULL;
UPDATE items SET story_id = id;
CREATE INDEX items_by_story ON items (story_id);

-- Stories that are one story in one server alone, because a feed that its moderators added tells it, too.
CREATE TABLE server_stories (
    server_id TEXT NOT NULL,
    story_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    same_as INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    PRIMARY KEY (server_id, story_id)
);

CREATE INDEX server_stories_by_target ON server_stories (server_id, same_as);

-- Until now an item had the words of the feed that told it first. Each other feed's entry becomes an item of its own; its words are not known
-- before the feed is read again, but for a title that is the same.
CREATE TABLE split (sighting_id INTEGER NOT NULL PRIMARY KEY, told_id INTEGER NOT NULL, item_id INTEGER NOT NULL);
INSERT INTO split (sighting_id, told_id, item_id)
SELECT id, item_id, (SELECT MAX(id) FROM items) + ROW_NUMBER() OVER (ORDER BY id) FROM sightings
WHERE id > (SELECT MIN(earlier.id) FROM sightings AS earlier WHERE earlier.item_id = sightings.item_id);
CREATE INDEX split_by_told ON split (told_id);

INSERT INTO items (id, kind, title, link, title_key, published_at, dated_at, first_seen_at, revision, story_id)
SELECT split.item_id, CASE WHEN feeds.kind = 'Hub' THEN 'Release' ELSE 'Entry' END,
    CASE WHEN sightings.title_key = first.title_key THEN told.title ELSE coalesce(sightings.link, feeds.title, feeds.url) END,
    sightings.link, CASE WHEN sightings.title_key = first.title_key THEN told.title_key END, sightings.published_at, told.dated_at, sightings.first_seen_at, told.revision,
    CASE WHEN feeds.origin IN ('Shipped', 'Configured') AND first_feed.origin IN ('Shipped', 'Configured') THEN told.id ELSE split.item_id END
FROM split
JOIN sightings ON sightings.id = split.sighting_id
JOIN feeds ON feeds.id = sightings.feed_id
JOIN items AS told ON told.id = split.told_id
JOIN sightings AS first ON first.id = (SELECT MIN(id) FROM sightings WHERE item_id = told.id)
JOIN feeds AS first_feed ON first_feed.id = first.feed_id;

INSERT INTO item_subjects (item_id, subject)
SELECT split.item_id, item_subjects.subject FROM split JOIN item_subjects ON item_subjects.item_id = split.told_id;

UPDATE sightings SET item_id = (SELECT split.item_id FROM split WHERE split.sighting_id = sightings.id), content_key = 0
WHERE id IN (SELECT sighting_id FROM split);

-- What waits or was posted is of the feed by which its subscription got it.
UPDATE outbox SET item_id = coalesce((
    SELECT sightings.item_id FROM sightings JOIN feeds ON feeds.id = sightings.feed_id JOIN subscriptions ON subscriptions.id = outbox.subscription_id
    WHERE (sightings.item_id = outbox.item_id OR sightings.item_id IN (SELECT split.item_id FROM split WHERE split.told_id = outbox.item_id))
        AND (sightings.feed_id = subscriptions.feed_id OR subscriptions.feed_id IS NULL AND (feeds.origin IN ('Shipped', 'Configured')
            OR EXISTS (SELECT 1 FROM server_feeds WHERE server_feeds.feed_id = feeds.id AND server_feeds.server_id = subscriptions.server_id)))
    ORDER BY sightings.is_baseline, sightings.id LIMIT 1), item_id)
WHERE kind = 'item' AND item_id IN (SELECT told_id FROM split);

UPDATE digest_items SET item_id = coalesce((
    SELECT sightings.item_id FROM sightings JOIN feeds ON feeds.id = sightings.feed_id JOIN subscriptions ON subscriptions.id = digest_items.subscription_id
    WHERE (sightings.item_id = digest_items.item_id OR sightings.item_id IN (SELECT split.item_id FROM split WHERE split.told_id = digest_items.item_id))
        AND (sightings.feed_id = subscriptions.feed_id OR subscriptions.feed_id IS NULL AND (feeds.origin IN ('Shipped', 'Configured')
            OR EXISTS (SELECT 1 FROM server_feeds WHERE server_feeds.feed_id = feeds.id AND server_feeds.server_id = subscriptions.server_id)))
    ORDER BY sightings.is_baseline, sightings.id LIMIT 1), item_id)
WHERE item_id IN (SELECT told_id FROM split);

DROP TABLE split;

-- Only an entry's own article tells a story. Which links are that is found out when the feeds are read again.
UPDATE items SET canonical = NULL WHERE kind IN ('Entry', 'Release');
