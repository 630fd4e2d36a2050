-- News. Times are Unix milliseconds. A machine's clock may go back, so order is by id, and nothing is lost or repeated by a time alone.

-- A feed is fetched once, however many servers follow it.
CREATE TABLE feeds (
    id INTEGER NOT NULL PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    title TEXT NULL,
    about TEXT NULL,
    is_active INTEGER NOT NULL,
    identity TEXT NULL,
    moved_to TEXT NULL,
    etag TEXT NULL,
    last_modified TEXT NULL,
    body_hash TEXT NULL,
    baseline_at INTEGER NULL,
    polled_at INTEGER NULL,
    succeeded_at INTEGER NULL,
    next_poll_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    fault TEXT NULL,
    newest_at INTEGER NULL,
    created_at INTEGER NOT NULL
);

CREATE INDEX feeds_by_next_poll ON feeds (is_active, next_poll_at);

-- Feeds that a server's moderators added; no other server sees what comes from them.
CREATE TABLE server_feeds (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    server_id TEXT NOT NULL,
    about TEXT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (feed_id, server_id)
);

-- A story, once, whoever tells it. server_id is set where it is one server's own.
CREATE TABLE items (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    server_id TEXT NULL,
    title TEXT NOT NULL,
    summary TEXT NULL,
    link TEXT NULL,
    canonical TEXT NULL,
    title_key TEXT NULL,
    published_at INTEGER NULL,
    dated_at INTEGER NOT NULL,
    first_seen_at INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
);

CREATE INDEX items_by_canonical ON items (canonical) WHERE canonical IS NOT NULL;
CREATE INDEX items_by_title ON items (title_key, dated_at) WHERE title_key IS NOT NULL;
CREATE INDEX items_by_date ON items (dated_at);

-- Where it was seen: an entry of a feed, with every key that it could be known again by.
CREATE TABLE sightings (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    guid_key INTEGER NULL,
    link_key INTEGER NULL,
    title_key INTEGER NULL,
    content_key INTEGER NOT NULL,
    published_at INTEGER NULL,
    link TEXT NULL,
    first_seen_at INTEGER NOT NULL,
    is_baseline INTEGER NOT NULL,
    batch_id INTEGER NULL
);

CREATE INDEX sightings_by_feed ON sightings (feed_id);
CREATE INDEX sightings_by_item ON sightings (item_id);
CREATE INDEX sightings_by_batch ON sightings (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE item_subjects (
    item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    PRIMARY KEY (item_id, subject)
);

CREATE INDEX item_subjects_by_subject ON item_subjects (subject, item_id);

-- Feeds in which suddenly most items looked new: held until each server's moderators decide.
CREATE TABLE held_batches (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    held_at INTEGER NOT NULL,
    reason TEXT NOT NULL
);

CREATE TABLE held_decisions (
    batch_id INTEGER NOT NULL REFERENCES held_batches (id) ON DELETE CASCADE,
    server_id TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (batch_id, server_id)
);

-- Who follows what, where. config_key tells an operator's subscription again after a restart.
CREATE TABLE subscriptions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    config_key TEXT NULL UNIQUE,
    server_id TEXT NULL,
    channel_id TEXT NOT NULL,
    about TEXT NULL,
    feed_id INTEGER NULL REFERENCES feeds (id) ON DELETE CASCADE,
    cadence TEXT NOT NULL,
    at_time TEXT NULL,
    weekday INTEGER NULL,
    timezone TEXT NULL,
    mention TEXT NULL,
    tag TEXT NULL,
    is_active INTEGER NOT NULL DEFAULT 1,
    created_by TEXT NULL,
    created_at INTEGER NOT NULL,
    digested_to INTEGER NULL,
    paused_because TEXT NULL,
    paused_at INTEGER NULL
);

-- What waits for a subscription's next digest.
CREATE TABLE digest_items (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    added_at INTEGER NOT NULL,
    outbox_id INTEGER NULL,
    PRIMARY KEY (subscription_id, item_id)
);

CREATE INDEX digest_items_waiting ON digest_items (subscription_id) WHERE outbox_id IS NULL;

-- What is to be posted, in the order of ids within a channel. nonce is stored before the request that carries it.
CREATE TABLE outbox (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subscription_id INTEGER NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    item_id INTEGER NULL REFERENCES items (id) ON DELETE CASCADE,
    server_id TEXT NULL,
    channel_id TEXT NOT NULL,
    part TEXT NULL,
    state TEXT NOT NULL,
    reason TEXT NULL,
    nonce TEXT NULL UNIQUE,
    fence INTEGER NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NULL,
    sending_at INTEGER NULL,
    sent_after TEXT NULL,
    sent_at INTEGER NULL,
    message_channel_id TEXT NULL,
    message_id TEXT NULL,
    revision INTEGER NULL,
    shown TEXT NULL,
    edits INTEGER NOT NULL DEFAULT 0,
    edited_at INTEGER NULL,
    publishing TEXT NULL,
    publish_not_before INTEGER NULL,
    created_at INTEGER NOT NULL
);

-- One post for each subscription and story; digests and moderators' own posts have their parts.
CREATE UNIQUE INDEX outbox_once ON outbox (subscription_id, item_id) WHERE kind = 'item';
CREATE INDEX outbox_open ON outbox (channel_id, id) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_scheduled ON outbox (not_before) WHERE state = 'scheduled';
CREATE INDEX outbox_stale ON outbox (id) WHERE state = 'stale';
CREATE INDEX outbox_publishing ON outbox (id) WHERE publishing = 'pending';
CREATE INDEX outbox_by_item ON outbox (item_id);

-- Who runs the news, of several processes on one file. Beats are counted, not timed: clocks lie.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NULL,
    fence INTEGER NOT NULL,
    beats INTEGER NOT NULL
);

-- Channels that are posted to. last_message_id is older than whatever is sent there next: from there on the bot looks for what it may have posted.
CREATE TABLE channels (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    server_id TEXT NULL,
    name TEXT NOT NULL,
    last_message_id TEXT NULL
);
