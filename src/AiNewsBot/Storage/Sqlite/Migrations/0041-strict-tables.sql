-- Every table takes only values of its columns' types (STRICT), and of what a column may say only that. SQLite changes neither in place: each
-- table is made anew, filled and put in the old one's place. Old tables go before those that they refer to, so that no row goes with another.
-- The order of an item's subjects, which was that of their rows, is a column of its own.

CREATE TABLE strict_subjects (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT NULL,
    about TEXT NULL,
    -- These four are JSON: they are read whole and never searched.
    aliases TEXT NOT NULL,
    details TEXT NOT NULL,
    related TEXT NOT NULL,
    asks TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_statements (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL DEFAULT 'global',
    base TEXT NULL,
    base_revision INTEGER NULL,
    subject TEXT NOT NULL REFERENCES strict_subjects (id),
    property TEXT NOT NULL,
    value TEXT NOT NULL,
    valid_from TEXT NULL,
    valid_to TEXT NULL,
    sources TEXT NOT NULL,
    verified_on TEXT NOT NULL,
    note TEXT NULL,
    rank TEXT NOT NULL,
    qualifiers TEXT NOT NULL,
    position INTEGER NOT NULL,
    -- stated, retracted (it hides its base, too) or inherits (its base stands again).
    state TEXT NOT NULL DEFAULT 'stated' CHECK (state IN ('stated', 'retracted', 'inherits')),
    locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
    -- The number of its latest revision.
    revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
    -- Whether a person changed it after the dataset.
    edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
    -- What the dataset last said of it, as a hash; null where the dataset does not know it.
    seeded TEXT NULL,
    CHECK (layer <> 'global' OR base IS NULL)
) STRICT;

CREATE TABLE strict_dataset (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL,
    released TEXT NOT NULL,
    digest TEXT NOT NULL,
    seeded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_revisions (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    layer TEXT NOT NULL,
    statement TEXT NOT NULL,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    -- The revision that stood before, of this statement or of the global one in whose place it came.
    before INTEGER NULL,
    editor TEXT NULL,
    reason TEXT NULL,
    -- Revisions made together, such as by one import.
    together TEXT NULL,
    undoes INTEGER NULL,
    made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_revision_counter (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    last INTEGER NOT NULL CHECK (last >= 0)
) STRICT;

CREATE TABLE strict_servers (
    id TEXT NOT NULL PRIMARY KEY,
    audit_channel TEXT NULL,
    timezone TEXT NOT NULL DEFAULT 'Etc/UTC',
    weekly_summary INTEGER NOT NULL DEFAULT 0 CHECK (weekly_summary IN (0, 1)),
    left_at INTEGER NULL,
    summed_at INTEGER NULL
) STRICT;

CREATE TABLE strict_server_roles (
    server TEXT NOT NULL REFERENCES strict_servers (id) ON DELETE CASCADE,
    power TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (server, power, role)
) STRICT;

CREATE TABLE strict_drafts (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL,
    editor TEXT NOT NULL,
    form TEXT NOT NULL,
    fields TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_imports (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL,
    editor TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_suggestions (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    -- Whose reviewers decide: a server, or global for the curators.
    layer TEXT NOT NULL,
    author TEXT NULL,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    -- The statement that it would change, and its revision then; null for a new one.
    statement TEXT NULL,
    base_revision INTEGER NULL,
    content TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'rejected', 'superseded', 'withdrawn')),
    outcome TEXT NULL,
    decided_by TEXT NULL,
    told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
    made_at INTEGER NOT NULL,
    decided_at INTEGER NULL
) STRICT;

CREATE TABLE strict_conflicts (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    -- The dataset's statements as JSON, and their hash.
    theirs TEXT NOT NULL,
    digest TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'taken')),
    made_at INTEGER NOT NULL,
    UNIQUE (subject, property, digest)
) STRICT;

CREATE TABLE strict_unanswered (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    server TEXT NOT NULL,
    question TEXT NOT NULL,
    asked INTEGER NOT NULL CHECK (asked > 0),
    is_ignored INTEGER NOT NULL DEFAULT 0 CHECK (is_ignored IN (0, 1)),
    last_asked INTEGER NOT NULL,
    UNIQUE (server, question)
) STRICT;

CREATE TABLE strict_cursors (
    name TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_feeds (
    id INTEGER NOT NULL PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    title TEXT NULL,
    about TEXT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    identity TEXT NULL,
    moved_to TEXT NULL,
    etag TEXT NULL,
    last_modified TEXT NULL,
    body_hash TEXT NULL,
    baseline_at INTEGER NULL,
    polled_at INTEGER NULL,
    succeeded_at INTEGER NULL,
    next_poll_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    fault TEXT NULL,
    newest_at INTEGER NULL,
    created_at INTEGER NOT NULL,
    is_to_rekey INTEGER NOT NULL DEFAULT 0 CHECK (is_to_rekey IN (0, 1)),
    -- Since when it fails, and when its moderators were told.
    failing_since INTEGER NULL,
    failure_told_at INTEGER NULL,
    -- When its server said that it is gone for good.
    gone_at INTEGER NULL
) STRICT;

CREATE TABLE strict_server_feeds (
    feed_id INTEGER NOT NULL REFERENCES strict_feeds (id) ON DELETE CASCADE,
    server_id TEXT NOT NULL,
    about TEXT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (feed_id, server_id)
) STRICT;

CREATE TABLE strict_items (
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
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
    -- The item that was there first of those that tell one story.
    story_id INTEGER NULL
) STRICT;

CREATE TABLE strict_item_subjects (
    item_id INTEGER NOT NULL REFERENCES strict_items (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    -- The most telling first.
    position INTEGER NOT NULL,
    PRIMARY KEY (item_id, subject)
) STRICT;

CREATE TABLE strict_discoveries (
    item_id INTEGER NOT NULL PRIMARY KEY REFERENCES strict_items (id) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    repository TEXT NOT NULL,
    -- Of a release of code; null for a repository that was published.
    version TEXT NULL,
    licence TEXT NULL
) STRICT;

CREATE TABLE strict_sightings (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES strict_feeds (id) ON DELETE CASCADE,
    item_id INTEGER NOT NULL REFERENCES strict_items (id) ON DELETE CASCADE,
    guid_key INTEGER NULL,
    guid_fragment INTEGER NULL,
    link_key INTEGER NULL,
    title_key INTEGER NULL,
    content_key INTEGER NOT NULL,
    published_at INTEGER NULL,
    is_published INTEGER NOT NULL DEFAULT 1 CHECK (is_published IN (0, 1)),
    link TEXT NULL,
    first_seen_at INTEGER NOT NULL,
    is_baseline INTEGER NOT NULL CHECK (is_baseline IN (0, 1)),
    batch_id INTEGER NULL
) STRICT;

CREATE TABLE strict_held_batches (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES strict_feeds (id) ON DELETE CASCADE,
    held_at INTEGER NOT NULL,
    -- The youngest subscription when it was held.
    last_subscription INTEGER NULL,
    new_count INTEGER NOT NULL DEFAULT 0 CHECK (new_count >= 0),
    entry_count INTEGER NOT NULL DEFAULT 0 CHECK (entry_count >= 0)
) STRICT;

CREATE TABLE strict_held_decisions (
    batch_id INTEGER NOT NULL REFERENCES strict_held_batches (id) ON DELETE CASCADE,
    server_id TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('post', 'drop')),
    decided_by TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (batch_id, server_id)
) STRICT;

CREATE TABLE strict_server_stories (
    server_id TEXT NOT NULL,
    story_id INTEGER NOT NULL REFERENCES strict_items (id) ON DELETE CASCADE,
    same_as INTEGER NOT NULL REFERENCES strict_items (id) ON DELETE CASCADE,
    PRIMARY KEY (server_id, story_id)
) STRICT;

CREATE TABLE strict_subscriptions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    config_key TEXT NULL UNIQUE,
    server_id TEXT NULL,
    channel_id TEXT NOT NULL,
    about TEXT NULL,
    feed_id INTEGER NULL REFERENCES strict_feeds (id) ON DELETE CASCADE,
    cadence TEXT NOT NULL,
    at_time TEXT NULL,
    weekday INTEGER NULL,
    timezone TEXT NULL,
    mention TEXT NULL,
    tag TEXT NULL,
    max_age_days INTEGER NULL CHECK (max_age_days > 0),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    created_by TEXT NULL,
    created_at INTEGER NOT NULL,
    digested_to INTEGER NULL,
    paused_at INTEGER NULL,
    paused_reason TEXT NULL,
    paused_detail TEXT NULL,
    -- When the moderators were told that it is paused.
    told_at INTEGER NULL
) STRICT;

CREATE TABLE strict_digest_items (
    subscription_id INTEGER NOT NULL REFERENCES strict_subscriptions (id) ON DELETE CASCADE,
    item_id INTEGER NOT NULL REFERENCES strict_items (id) ON DELETE CASCADE,
    added_at INTEGER NOT NULL,
    outbox_id INTEGER NULL,
    PRIMARY KEY (subscription_id, item_id)
) STRICT;

CREATE TABLE strict_outbox (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('item', 'digest', 'post', 'notice')),
    subscription_id INTEGER NULL REFERENCES strict_subscriptions (id) ON DELETE CASCADE,
    item_id INTEGER NULL REFERENCES strict_items (id) ON DELETE CASCADE,
    server_id TEXT NULL,
    channel_id TEXT NOT NULL,
    payload TEXT NULL CHECK (payload IS NULL OR json_valid(payload)),
    is_plain INTEGER NOT NULL DEFAULT 0 CHECK (is_plain IN (0, 1)),
    state TEXT NOT NULL
        CHECK (state IN ('draft', 'scheduled', 'pending', 'sending', 'sent', 'stale', 'held', 'refused', 'covered', 'dropped')),
    reason TEXT NULL,
    reason_detail TEXT NULL,
    nonce TEXT NULL UNIQUE,
    fence INTEGER NULL,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    not_before INTEGER NULL,
    sending_at INTEGER NULL,
    sent_after TEXT NULL,
    sent_at INTEGER NULL,
    message_channel_id TEXT NULL,
    message_id TEXT NULL,
    revision INTEGER NULL,
    shown TEXT NULL,
    edits INTEGER NOT NULL DEFAULT 0 CHECK (edits >= 0),
    edited_at INTEGER NULL,
    publishing TEXT NULL CHECK (publishing IN ('pending', 'done', 'failed')),
    publish_not_before INTEGER NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NULL,
    fence INTEGER NOT NULL CHECK (fence > 0),
    beats INTEGER NOT NULL CHECK (beats >= 0)
) STRICT;

CREATE TABLE strict_channels (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    server_id TEXT NULL,
    name TEXT NOT NULL,
    last_message_id TEXT NULL
) STRICT;

CREATE TABLE strict_health (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    written_at INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_claim_checks (
    id TEXT NOT NULL PRIMARY KEY,
    server TEXT NOT NULL,
    claims TEXT NOT NULL,
    link TEXT NOT NULL,
    is_shared INTEGER NOT NULL DEFAULT 0 CHECK (is_shared IN (0, 1)),
    made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE strict_repository_states (
    repository TEXT NOT NULL PRIMARY KEY,
    licence TEXT NULL,
    is_gated INTEGER NULL CHECK (is_gated IN (0, 1)),
    licence_file_hash TEXT NULL,
    -- Whether it could ever be read: only then has it changed when it is another.
    is_known INTEGER NOT NULL CHECK (is_known IN (0, 1)),
    checked_at INTEGER NOT NULL
) STRICT;

INSERT INTO strict_subjects (
    id, kind, name, parent, about, aliases, details, related, asks, position
)
SELECT
    id, kind, name, parent, about, aliases, details, related, asks, position
FROM subjects;

INSERT INTO strict_statements (
    id, layer, base, base_revision, subject, property, value, valid_from, valid_to, sources, verified_on, note, rank, qualifiers,
    position, state, locked, revision, edited, seeded
)
SELECT
    id, layer, base, base_revision, subject, property, value, valid_from, valid_to, sources, verified_on, note, rank, qualifiers,
    position, state, locked, revision, edited, seeded
FROM statements;

INSERT INTO strict_dataset (
    only_row, version, released, digest, seeded_at
)
SELECT
    only_row, version, released, digest, seeded_at
FROM dataset;

INSERT INTO strict_revisions (
    number, layer, statement, subject, property, kind, content, before, editor, reason, together, undoes, made_at
)
SELECT
    number, layer, statement, subject, property, kind, content, before, editor, reason, together, undoes, made_at
FROM revisions;

INSERT INTO strict_revision_counter (only_row, last) SELECT only_row, last FROM revision_counter;

INSERT INTO strict_servers (
    id, audit_channel, timezone, weekly_summary, left_at, summed_at
)
SELECT
    id, audit_channel, timezone, weekly_summary, left_at, summed_at
FROM servers;

INSERT INTO strict_server_roles (server, power, role) SELECT server, power, role FROM server_roles;

INSERT INTO strict_drafts (id, layer, editor, form, fields, made_at) SELECT id, layer, editor, form, fields, made_at FROM drafts;

INSERT INTO strict_imports (id, layer, editor, text, made_at) SELECT id, layer, editor, text, made_at FROM imports;

INSERT INTO strict_suggestions (
    number, layer, author, subject, property, statement, base_revision, content, reason, state, outcome, decided_by, told, made_at,
    decided_at
)
SELECT
    number, layer, author, subject, property, statement, base_revision, content, reason, state, outcome, decided_by, told, made_at,
    decided_at
FROM suggestions;

INSERT INTO strict_conflicts (
    number, subject, property, theirs, digest, state, made_at
)
SELECT
    number, subject, property, theirs, digest, state, made_at
FROM conflicts;

INSERT INTO strict_unanswered (
    number, server, question, asked, is_ignored, last_asked
)
SELECT
    number, server, question, asked, is_ignored, last_asked
FROM unanswered;

INSERT INTO strict_cursors (name, at) SELECT name, at FROM cursors;

INSERT INTO strict_feeds (
    id, url, kind, origin, title, about, is_active, identity, moved_to, etag, last_modified, body_hash, baseline_at, polled_at,
    succeeded_at, next_poll_at, failures, fault, newest_at, created_at, is_to_rekey, failing_since, failure_told_at, gone_at
)
SELECT
    id, url, kind, origin, title, about, is_active, identity, moved_to, etag, last_modified, body_hash, baseline_at, polled_at,
    succeeded_at, next_poll_at, failures, fault, newest_at, created_at, is_to_rekey, failing_since, failure_told_at, gone_at
FROM feeds;

INSERT INTO strict_server_feeds (
    feed_id, server_id, about, added_by, added_at
)
SELECT
    feed_id, server_id, about, added_by, added_at
FROM server_feeds;

INSERT INTO strict_items (
    id, kind, server_id, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at, revision, story_id
)
SELECT
    id, kind, server_id, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at, revision, story_id
FROM items;

INSERT INTO strict_item_subjects (item_id, subject, position)
SELECT item_id, subject, ROW_NUMBER() OVER (PARTITION BY item_id ORDER BY rowid) - 1 FROM item_subjects;

INSERT INTO strict_discoveries (
    item_id, owner, repository, version, licence
)
SELECT
    item_id, owner, repository, version, licence
FROM discoveries;

INSERT INTO strict_sightings (
    id, feed_id, item_id, guid_key, guid_fragment, link_key, title_key, content_key, published_at, is_published, link, first_seen_at,
    is_baseline, batch_id
)
SELECT
    id, feed_id, item_id, guid_key, guid_fragment, link_key, title_key, content_key, published_at, is_published, link, first_seen_at,
    is_baseline, batch_id
FROM sightings;

INSERT INTO strict_held_batches (
    id, feed_id, held_at, last_subscription, new_count, entry_count
)
SELECT
    id, feed_id, held_at, last_subscription, new_count, entry_count
FROM held_batches;

INSERT INTO strict_held_decisions (
    batch_id, server_id, decision, decided_by, decided_at
)
SELECT
    batch_id, server_id, decision, decided_by, decided_at
FROM held_decisions;

INSERT INTO strict_server_stories (server_id, story_id, same_as) SELECT server_id, story_id, same_as FROM server_stories;

INSERT INTO strict_subscriptions (
    id, config_key, server_id, channel_id, about, feed_id, cadence, at_time, weekday, timezone, mention, tag, max_age_days, is_active,
    created_by, created_at, digested_to, paused_at, paused_reason, paused_detail, told_at
)
SELECT
    id, config_key, server_id, channel_id, about, feed_id, cadence, at_time, weekday, timezone, mention, tag, max_age_days, is_active,
    created_by, created_at, digested_to, paused_at, paused_reason, paused_detail, told_at
FROM subscriptions;

INSERT INTO strict_digest_items (
    subscription_id, item_id, added_at, outbox_id
)
SELECT
    subscription_id, item_id, added_at, outbox_id
FROM digest_items;

INSERT INTO strict_outbox (
    id, kind, subscription_id, item_id, server_id, channel_id, payload, is_plain, state, reason, reason_detail, nonce, fence, attempts,
    not_before, sending_at, sent_after, sent_at, message_channel_id, message_id, revision, shown, edits, edited_at, publishing,
    publish_not_before, created_at
)
SELECT
    id, kind, subscription_id, item_id, server_id, channel_id, payload, is_plain, state, reason, reason_detail, nonce, fence, attempts,
    not_before, sending_at, sent_after, sent_at, message_channel_id, message_id, revision, shown, edits, edited_at, publishing,
    publish_not_before, created_at
FROM outbox;

INSERT INTO strict_leases (name, holder, fence, beats) SELECT name, holder, fence, beats FROM leases;

INSERT INTO strict_channels (id, kind, server_id, name, last_message_id) SELECT id, kind, server_id, name, last_message_id FROM channels;

INSERT INTO strict_health (id, written_at) SELECT id, written_at FROM health;

INSERT INTO strict_claim_checks (
    id, server, claims, link, is_shared, made_at
)
SELECT
    id, server, claims, link, is_shared, made_at
FROM claim_checks;

INSERT INTO strict_repository_states (
    repository, licence, is_gated, licence_file_hash, is_known, checked_at
)
SELECT
    repository, licence, is_gated, licence_file_hash, is_known, checked_at
FROM repository_states;

-- Numbers that were given once are given to nothing else, also where their rows are gone.
DELETE FROM sqlite_sequence WHERE name LIKE 'strict\_%' ESCAPE '\';
INSERT INTO sqlite_sequence (name, seq) SELECT 'strict_' || name, seq FROM sqlite_sequence WHERE name <> 'SchemaVersions';

DROP TABLE repository_states;
DROP TABLE claim_checks;
DROP TABLE health;
DROP TABLE channels;
DROP TABLE leases;
DROP TABLE outbox;
DROP TABLE digest_items;
DROP TABLE subscriptions;
DROP TABLE server_stories;
DROP TABLE held_decisions;
DROP TABLE held_batches;
DROP TABLE sightings;
DROP TABLE discoveries;
DROP TABLE item_subjects;
DROP TABLE items;
DROP TABLE server_feeds;
DROP TABLE feeds;
DROP TABLE cursors;
DROP TABLE unanswered;
DROP TABLE conflicts;
DROP TABLE suggestions;
DROP TABLE imports;
DROP TABLE drafts;
DROP TABLE server_roles;
DROP TABLE servers;
DROP TABLE revision_counter;
DROP TABLE revisions;
DROP TABLE dataset;
DROP TABLE statements;
DROP TABLE subjects;

ALTER TABLE strict_subjects RENAME TO subjects;
ALTER TABLE strict_statements RENAME TO statements;
ALTER TABLE strict_dataset RENAME TO dataset;
ALTER TABLE strict_revisions RENAME TO revisions;
ALTER TABLE strict_revision_counter RENAME TO revision_counter;
ALTER TABLE strict_servers RENAME TO servers;
ALTER TABLE strict_server_roles RENAME TO server_roles;
ALTER TABLE strict_drafts RENAME TO drafts;
ALTER TABLE strict_imports RENAME TO imports;
ALTER TABLE strict_suggestions RENAME TO suggestions;
ALTER TABLE strict_conflicts RENAME TO conflicts;
ALTER TABLE strict_unanswered RENAME TO unanswered;
ALTER TABLE strict_cursors RENAME TO cursors;
ALTER TABLE strict_feeds RENAME TO feeds;
ALTER TABLE strict_server_feeds RENAME TO server_feeds;
ALTER TABLE strict_items RENAME TO items;
ALTER TABLE strict_item_subjects RENAME TO item_subjects;
ALTER TABLE strict_discoveries RENAME TO discoveries;
ALTER TABLE strict_sightings RENAME TO sightings;
ALTER TABLE strict_held_batches RENAME TO held_batches;
ALTER TABLE strict_held_decisions RENAME TO held_decisions;
ALTER TABLE strict_server_stories RENAME TO server_stories;
ALTER TABLE strict_subscriptions RENAME TO subscriptions;
ALTER TABLE strict_digest_items RENAME TO digest_items;
ALTER TABLE strict_outbox RENAME TO outbox;
ALTER TABLE strict_leases RENAME TO leases;
ALTER TABLE strict_channels RENAME TO channels;
ALTER TABLE strict_health RENAME TO health;
ALTER TABLE strict_claim_checks RENAME TO claim_checks;
ALTER TABLE strict_repository_states RENAME TO repository_states;

CREATE INDEX digest_items_waiting ON digest_items (subscription_id) WHERE outbox_id IS NULL;
CREATE INDEX drafts_by_editor ON drafts (editor, layer);
CREATE INDEX feeds_by_next_poll ON feeds (is_active, next_poll_at);
CREATE INDEX item_subjects_by_subject ON item_subjects (subject, item_id);
CREATE INDEX items_by_canonical ON items (canonical) WHERE canonical IS NOT NULL;
CREATE INDEX items_by_date ON items (dated_at);
CREATE INDEX items_by_story ON items (story_id);
CREATE INDEX items_by_title ON items (title_key, dated_at) WHERE title_key IS NOT NULL;
CREATE INDEX outbox_by_item ON outbox (item_id);
CREATE UNIQUE INDEX outbox_once ON outbox (subscription_id, item_id) WHERE kind = 'item';
CREATE INDEX outbox_open ON outbox (channel_id, id) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_publishing ON outbox (id) WHERE publishing = 'pending';
CREATE INDEX outbox_scheduled ON outbox (not_before) WHERE state = 'scheduled';
CREATE INDEX outbox_stale ON outbox (id) WHERE state = 'stale';
CREATE INDEX revisions_by_layer ON revisions (layer, number);
CREATE INDEX revisions_by_slot ON revisions (subject, property, layer, number);
CREATE INDEX revisions_by_statement ON revisions (statement, number);
CREATE INDEX revisions_together ON revisions (together) WHERE together IS NOT NULL;
CREATE INDEX server_stories_by_target ON server_stories (server_id, same_as);
CREATE INDEX sightings_by_batch ON sightings (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX sightings_by_feed ON sightings (feed_id);
CREATE INDEX sightings_by_item ON sightings (item_id);
CREATE UNIQUE INDEX statements_by_base ON statements (base, layer) WHERE base IS NOT NULL;
CREATE INDEX statements_by_layer ON statements (layer, subject, property, value);
CREATE INDEX statements_by_subject ON statements (subject, position);
CREATE INDEX statements_locked ON statements (layer, subject, property) WHERE locked = 1;
CREATE INDEX suggestions_by_author ON suggestions (author, made_at);
CREATE INDEX suggestions_by_layer ON suggestions (layer, state, number);
