-- A database as the program left it after its migration 21, with a row of each kind.
BEGIN TRANSACTION;
CREATE TABLE [SchemaVersions] (SchemaVersionID INTEGER CONSTRAINT [PK_SchemaVersions_Id] PRIMARY KEY AUTOINCREMENT NOT NULL, ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL);
INSERT INTO "SchemaVersions" VALUES(1,'AiNewsBot.Storage.Migrations.0001-facts.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(2,'AiNewsBot.Storage.Migrations.0010-servers.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(3,'AiNewsBot.Storage.Migrations.0011-curation.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(4,'AiNewsBot.Storage.Migrations.0012-notices.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(5,'AiNewsBot.Storage.Migrations.0013-question-words.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(6,'AiNewsBot.Storage.Migrations.0014-cursors.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(7,'AiNewsBot.Storage.Migrations.0015-positions.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(8,'AiNewsBot.Storage.Migrations.0020-news.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(9,'AiNewsBot.Storage.Migrations.0021-held-batches.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(10,'AiNewsBot.Storage.Migrations.0022-told-pauses.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(11,'AiNewsBot.Storage.Migrations.0023-stories.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(12,'AiNewsBot.Storage.Migrations.0024-entry-keys.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(13,'AiNewsBot.Storage.Migrations.0025-import-indexes.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(14,'AiNewsBot.Storage.Migrations.0027-feed-health.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(15,'AiNewsBot.Storage.Migrations.0028-health.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(16,'AiNewsBot.Storage.Migrations.0031-claim-checks.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(17,'AiNewsBot.Storage.Migrations.0032-outbox-payloads.sql','2026-11-29 10:00:00');
INSERT INTO "SchemaVersions" VALUES(18,'AiNewsBot.Storage.Migrations.0033-discoveries.sql','2026-11-29 10:00:00');
INSERT INTO "SchemaVersions" VALUES(19,'AiNewsBot.Storage.Migrations.0034-entries-of-a-day.sql','2026-11-29 10:00:00');
INSERT INTO "SchemaVersions" VALUES(20,'AiNewsBot.Storage.Migrations.0035-unix-times.sql','2026-11-29 10:00:00');
INSERT INTO "SchemaVersions" VALUES(21,'AiNewsBot.Storage.Migrations.0040-repository-states.sql','2026-11-29 10:00:00');
CREATE TABLE channels (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    server_id TEXT NULL,
    name TEXT NOT NULL,
    last_message_id TEXT NULL
);
INSERT INTO "channels" VALUES('200000000000000001','Text','300000000000000001','news','900000000000000001');
CREATE TABLE claim_checks (
    id TEXT NOT NULL PRIMARY KEY,
    server TEXT NOT NULL,
    claims TEXT NOT NULL,
    link TEXT NOT NULL,
    is_shared INTEGER NOT NULL DEFAULT 0,
    made_at INTEGER NOT NULL DEFAULT 0);
INSERT INTO "claim_checks" VALUES('c1','300000000000000001','[]','https://discord.com/channels/300000000000000001/1/2',1,1795168800000);
CREATE TABLE conflicts (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    -- The dataset's statements as JSON, and their hash.
    theirs TEXT NOT NULL,
    digest TEXT NOT NULL,
    -- open, kept or taken.
    state TEXT NOT NULL DEFAULT 'open',
    made_at INTEGER NOT NULL DEFAULT 0,
    UNIQUE (subject, property, digest)
);
INSERT INTO "conflicts" VALUES(1,'grok-1','licence','[]','x','open',1795168800000);
CREATE TABLE cursors (name TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL);
INSERT INTO "cursors" VALUES('fact-news',2);
CREATE TABLE dataset (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL,
    released TEXT NOT NULL,
    digest TEXT NOT NULL,
    seeded_at INTEGER NOT NULL DEFAULT 0);
INSERT INTO "dataset" VALUES(1,7,'2026-11-18','d7',1795168800000);
CREATE TABLE digest_items (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    added_at INTEGER NOT NULL,
    outbox_id INTEGER NULL,
    PRIMARY KEY (subscription_id, item_id)
);
INSERT INTO "digest_items" VALUES(2,2,1763632800000,NULL);
CREATE TABLE discoveries (
    item_id INTEGER NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    repository TEXT NOT NULL,
    -- Of a release of code; null for a repository that was published.
    version TEXT NULL,
    licence TEXT NULL
);
INSERT INTO "discoveries" VALUES(3,'xai-org','grok-1',NULL,'apache-2.0');
CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL,
    editor TEXT NOT NULL,
    form TEXT NOT NULL,
    fields TEXT NOT NULL,
    made_at INTEGER NOT NULL DEFAULT 0);
INSERT INTO "drafts" VALUES('d1','global','280000000000000001','grok-1 licence','{}',1795168800000);
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
, is_to_rekey INTEGER NOT NULL DEFAULT 0, failing_since INTEGER NULL, failure_told_at INTEGER NULL, gone_at INTEGER NULL);
INSERT INTO "feeds" VALUES(1,'https://a.example/feed','Feed','Configured','A',NULL,1,'guid',NULL,NULL,NULL,NULL,1763632800000,1763632800000,1763632800000,1763632800000,0,NULL,NULL,1763632800000,0,NULL,NULL,NULL);
INSERT INTO "feeds" VALUES(2,'https://b.example/feed','Feed','Server','B',NULL,1,'link',NULL,NULL,NULL,NULL,1763632800000,1763632800000,1763632800000,1763632800000,0,'b.example has no such page (404).',NULL,1763632800000,0,NULL,NULL,NULL);
CREATE TABLE health (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    written_at INTEGER NOT NULL
);
INSERT INTO "health" VALUES(1,1763632800000);
CREATE TABLE held_batches (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    held_at INTEGER NOT NULL,
    last_subscription INTEGER NULL, new_count INTEGER NOT NULL DEFAULT 0, entry_count INTEGER NOT NULL DEFAULT 0);
INSERT INTO "held_batches" VALUES(1,2,1763632800000,NULL,0,0);
CREATE TABLE held_decisions (
    batch_id INTEGER NOT NULL REFERENCES held_batches (id) ON DELETE CASCADE,
    server_id TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (batch_id, server_id)
);
INSERT INTO "held_decisions" VALUES(1,'300000000000000001','drop','280000000000000002',1763632800000);
CREATE TABLE imports (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL,
    editor TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL DEFAULT 0);
INSERT INTO "imports" VALUES('i1','300000000000000001','280000000000000002','[]',1795168800000);
CREATE TABLE item_subjects (
    item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    PRIMARY KEY (item_id, subject)
);
INSERT INTO "item_subjects" VALUES(1,'grok-1');
INSERT INTO "item_subjects" VALUES(1,'grok');
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
, story_id INTEGER NULL);
INSERT INTO "items" VALUES(1,'Entry',NULL,'Grok-1 is out',NULL,'https://a.example/1','https://a.example/1','grok 1 is out',1763632800000,1763632800000,1763632800000,1,1);
INSERT INTO "items" VALUES(2,'Entry',NULL,'Grok-1 is out',NULL,'https://b.example/1','https://b.example/1','grok 1 is out',1763632800000,1763632800000,1763632800000,1,2);
INSERT INTO "items" VALUES(3,'Post',NULL,'A word of ours',NULL,NULL,NULL,NULL,1763632800000,1763632800000,1763632800000,1,3);
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NULL,
    fence INTEGER NOT NULL,
    beats INTEGER NOT NULL
);
INSERT INTO "leases" VALUES('news',NULL,7,90);
CREATE TABLE outbox (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subscription_id INTEGER NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    item_id INTEGER NULL REFERENCES items (id) ON DELETE CASCADE,
    server_id TEXT NULL,
    channel_id TEXT NOT NULL,
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
, payload TEXT NULL, is_plain INTEGER NOT NULL DEFAULT 0, reason_detail TEXT NULL);
INSERT INTO "outbox" VALUES(1,'item',1,1,'300000000000000001','200000000000000001','sent',NULL,'n1',NULL,0,NULL,NULL,NULL,1763632800000,'200000000000000001','900000000000000001',1,'h1',0,NULL,NULL,NULL,1763632800000,NULL,0,NULL);
INSERT INTO "outbox" VALUES(2,'item',1,3,'300000000000000001','200000000000000001','pending',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,1763632800000,NULL,0,NULL);
INSERT INTO "outbox" VALUES(3,'notice',NULL,NULL,'300000000000000001','200000000000000009','pending',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,1763632800000,'{"text":"A notice that waits"}',0,NULL);
CREATE TABLE repository_states (
    repository TEXT NOT NULL PRIMARY KEY,
    licence TEXT NULL,
    is_gated INTEGER NULL,
    licence_file_hash TEXT NULL,
    -- Whether it could ever be read: only then has it changed when it is another.
    is_known INTEGER NOT NULL,
    checked_at INTEGER NOT NULL
);
INSERT INTO "repository_states" VALUES('huggingface.co/xai-org/grok-1','apache-2.0',0,NULL,1,1763632800000);
CREATE TABLE revision_counter (only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1), last INTEGER NOT NULL);
INSERT INTO "revision_counter" VALUES(1,3);
CREATE TABLE revisions (
    number INTEGER NOT NULL PRIMARY KEY,
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
    made_at INTEGER NOT NULL DEFAULT 0);
INSERT INTO "revisions" VALUES(1,'global','s-licence','grok-1','licence','seed','{"state":"stated","value":"Apache-2.0","sources":[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}],"verifiedOn":"2026-11-19","rank":"normal","qualifiers":{},"isLocked":false}',NULL,NULL,NULL,NULL,NULL,1795168800000);
INSERT INTO "revisions" VALUES(2,'global','s-licence','grok-1','licence','edit','{"state":"stated","value":"MIT","sources":[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}],"verifiedOn":"2026-11-19","rank":"normal","qualifiers":{},"isLocked":false}',1,'280000000000000001','The file changed',NULL,NULL,1795168800000);
INSERT INTO "revisions" VALUES(3,'300000000000000001','s-own','grok-1','weights','edit','{"state":"stated","value":"gated","validFrom":"2025-01-01","sources":[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}],"verifiedOn":"2026-11-19","rank":"normal","qualifiers":{},"isLocked":false}',NULL,'280000000000000002','A form is asked for here',NULL,NULL,1795168800000);
CREATE TABLE server_feeds (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    server_id TEXT NOT NULL,
    about TEXT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (feed_id, server_id)
);
INSERT INTO "server_feeds" VALUES(2,'300000000000000001',NULL,'280000000000000002',1763632800000);
CREATE TABLE server_roles (
    server TEXT NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
    power TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (server, power, role)
);
INSERT INTO "server_roles" VALUES('300000000000000001','edit','400000000000000001');
CREATE TABLE server_stories (
    server_id TEXT NOT NULL,
    story_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    same_as INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    PRIMARY KEY (server_id, story_id)
);
INSERT INTO "server_stories" VALUES('300000000000000001',2,1);
CREATE TABLE servers (
    id TEXT NOT NULL PRIMARY KEY,
    audit_channel TEXT NULL,
    timezone TEXT NOT NULL DEFAULT 'Etc/UTC',
    weekly_summary INTEGER NOT NULL DEFAULT 0,
    left_at INTEGER NULL, summed_at INTEGER NULL);
INSERT INTO "servers" VALUES('300000000000000001','200000000000000009','Europe/Berlin',1,NULL,NULL);
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
, guid_fragment INTEGER NULL, is_published INTEGER NOT NULL DEFAULT 1);
INSERT INTO "sightings" VALUES(1,1,1,11,12,13,14,1763632800000,'https://a.example/1',1763632800000,0,NULL,NULL,1);
INSERT INTO "sightings" VALUES(2,2,2,21,22,13,24,1763632800000,'https://b.example/1',1763632800000,0,NULL,NULL,1);
CREATE TABLE "statements" (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL DEFAULT 'global',
    base TEXT NULL,
    base_revision INTEGER NULL,
    subject TEXT NOT NULL REFERENCES subjects (id),
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
    state TEXT NOT NULL DEFAULT 'stated',
    locked INTEGER NOT NULL DEFAULT 0,
    -- The number of its latest revision.
    revision INTEGER NOT NULL DEFAULT 0,
    -- Whether a person changed it after the dataset.
    edited INTEGER NOT NULL DEFAULT 0,
    -- What the dataset last said of it, as a hash; null where the dataset does not know it.
    seeded TEXT NULL
);
INSERT INTO "statements" VALUES('s-licence','global',NULL,NULL,'grok-1','licence','MIT',NULL,NULL,'[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}]','2026-11-18',NULL,'normal','{}',1,'stated',0,2,1,NULL);
INSERT INTO "statements" VALUES('s-weights','global',NULL,NULL,'grok-1','weights','available','2024-03-17',NULL,'[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}]','2026-11-18','By torrent first.','normal','{}',2,'stated',0,0,0,NULL);
INSERT INTO "statements" VALUES('s-announced','global',NULL,NULL,'grok-1','announced','2023-11-04','2023-11-04',NULL,'[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}]','2026-11-18',NULL,'normal','{}',3,'stated',0,0,0,NULL);
INSERT INTO "statements" VALUES('s-commercial','global',NULL,NULL,'Apache-2.0','commercial','yes',NULL,NULL,'[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}]','2026-11-18',NULL,'normal','{}',4,'stated',0,0,0,NULL);
INSERT INTO "statements" VALUES('s-osi','global',NULL,NULL,'Apache-2.0','osi_approved','true',NULL,NULL,'[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}]','2026-11-18',NULL,'normal','{}',5,'stated',0,0,0,NULL);
INSERT INTO "statements" VALUES('s-own','300000000000000001','s-weights',1,'grok-1','weights','gated','2025-01-01',NULL,'[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}]','2026-11-19',NULL,'normal','{}',6,'stated',1,3,1,NULL);
CREATE TABLE subjects (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT NULL,
    about TEXT NULL,
    aliases TEXT NOT NULL,
    details TEXT NOT NULL,
    related TEXT NOT NULL,
    asks TEXT NOT NULL,
    position INTEGER NOT NULL
);
INSERT INTO "subjects" VALUES('question-words','words','Question words',NULL,NULL,'[]','{}','[]','[]',1000000);
INSERT INTO "subjects" VALUES('Apache-2.0','licence','Apache License 2.0',NULL,'A permissive licence.','["apache"]','{"steward":"Apache Software Foundation"}','[]','[]',3);
INSERT INTO "subjects" VALUES('xai','organization','xAI',NULL,'The maker of Grok.','["x.ai"]','{}','[]','[]',0);
INSERT INTO "subjects" VALUES('grok','family','Grok','xai','The models behind the assistant.','[]','{}','[]','[]',1);
INSERT INTO "subjects" VALUES('grok-1','release','Grok-1','grok','A mixture of experts.','[]','{"modality":"text","size":"314B"}','[]','[]',2);
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
    paused_at INTEGER NULL
, told_at INTEGER NULL, max_age_days INTEGER NULL, paused_reason TEXT NULL, paused_detail TEXT NULL);
INSERT INTO "subscriptions" VALUES(1,NULL,'300000000000000001','200000000000000001','grok',NULL,'instant',NULL,NULL,NULL,NULL,NULL,1,'280000000000000002',1763632800000,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "subscriptions" VALUES(2,NULL,'300000000000000001','200000000000000002',NULL,2,'daily','09:00',NULL,'Europe/Berlin',NULL,NULL,1,'280000000000000002',1763632800000,NULL,1763632800000,NULL,NULL,'Other','The channel is gone.');
CREATE TABLE suggestions (
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
    -- pending, approved, rejected, superseded or withdrawn.
    state TEXT NOT NULL DEFAULT 'pending',
    outcome TEXT NULL,
    decided_by TEXT NULL,
    told INTEGER NOT NULL DEFAULT 0, made_at INTEGER NOT NULL DEFAULT 0, decided_at INTEGER NULL);
INSERT INTO "suggestions" VALUES(1,'global','280000000000000003','grok-1','licence','s-licence',2,'{"Value":"Apache-2.0","Since":"2026-11-01","Until":null,"Source":"https://github.com/xai-org/grok-1/blob/main/LICENSE.txt","Why":"I read the file"}','I read the file','pending',NULL,NULL,0,1795168800000,NULL);
CREATE TABLE "unanswered" (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    server TEXT NOT NULL,
    question TEXT NOT NULL,
    asked INTEGER NOT NULL,
    is_ignored INTEGER NOT NULL DEFAULT 0, last_asked INTEGER NOT NULL DEFAULT 0,
    UNIQUE (server, question)
);
INSERT INTO "unanswered" VALUES(1,'300000000000000001','is nightowl 9 open',4,0,1795168800000);
CREATE UNIQUE INDEX statements_by_base ON statements (base, layer) WHERE base IS NOT NULL;
CREATE INDEX revisions_by_statement ON revisions (statement, number);
CREATE INDEX revisions_by_slot ON revisions (subject, property, layer, number);
CREATE INDEX revisions_by_layer ON revisions (layer, number);
CREATE INDEX revisions_together ON revisions (together) WHERE together IS NOT NULL;
CREATE INDEX drafts_by_editor ON drafts (editor, layer);
CREATE INDEX suggestions_by_layer ON suggestions (layer, state, number);
CREATE INDEX statements_by_subject ON statements (subject, position);
CREATE INDEX feeds_by_next_poll ON feeds (is_active, next_poll_at);
CREATE INDEX items_by_canonical ON items (canonical) WHERE canonical IS NOT NULL;
CREATE INDEX items_by_title ON items (title_key, dated_at) WHERE title_key IS NOT NULL;
CREATE INDEX items_by_date ON items (dated_at);
CREATE INDEX sightings_by_feed ON sightings (feed_id);
CREATE INDEX sightings_by_item ON sightings (item_id);
CREATE INDEX sightings_by_batch ON sightings (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX item_subjects_by_subject ON item_subjects (subject, item_id);
CREATE INDEX digest_items_waiting ON digest_items (subscription_id) WHERE outbox_id IS NULL;
CREATE UNIQUE INDEX outbox_once ON outbox (subscription_id, item_id) WHERE kind = 'item';
CREATE INDEX outbox_open ON outbox (channel_id, id) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_scheduled ON outbox (not_before) WHERE state = 'scheduled';
CREATE INDEX outbox_stale ON outbox (id) WHERE state = 'stale';
CREATE INDEX outbox_publishing ON outbox (id) WHERE publishing = 'pending';
CREATE INDEX outbox_by_item ON outbox (item_id);
CREATE INDEX items_by_story ON items (story_id);
CREATE INDEX server_stories_by_target ON server_stories (server_id, same_as);
CREATE INDEX statements_by_layer ON statements (layer, subject, property, value);
CREATE INDEX statements_locked ON statements (layer, subject, property) WHERE locked = 1;
CREATE INDEX suggestions_by_author ON suggestions (author, made_at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('SchemaVersions',21);
INSERT INTO "sqlite_sequence" VALUES('unanswered',1);
INSERT INTO "sqlite_sequence" VALUES('items',3);
INSERT INTO "sqlite_sequence" VALUES('suggestions',9);
INSERT INTO "sqlite_sequence" VALUES('conflicts',1);
INSERT INTO "sqlite_sequence" VALUES('sightings',2);
INSERT INTO "sqlite_sequence" VALUES('held_batches',1);
INSERT INTO "sqlite_sequence" VALUES('subscriptions',2);
INSERT INTO "sqlite_sequence" VALUES('outbox',3);
COMMIT;
