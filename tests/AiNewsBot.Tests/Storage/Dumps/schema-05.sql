-- A database as the program left it after its migration 5, with a row of each kind.
BEGIN TRANSACTION;
CREATE TABLE [SchemaVersions] (SchemaVersionID INTEGER CONSTRAINT [PK_SchemaVersions_Id] PRIMARY KEY AUTOINCREMENT NOT NULL, ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL);
INSERT INTO "SchemaVersions" VALUES(1,'AiNewsBot.Storage.Migrations.0001-facts.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(2,'AiNewsBot.Storage.Migrations.0010-servers.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(3,'AiNewsBot.Storage.Migrations.0011-curation.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(4,'AiNewsBot.Storage.Migrations.0012-notices.sql','2026-11-20 10:00:00');
INSERT INTO "SchemaVersions" VALUES(5,'AiNewsBot.Storage.Migrations.0013-question-words.sql','2026-11-20 10:00:00');
CREATE TABLE conflicts (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    -- The dataset's statements as JSON, and their hash.
    theirs TEXT NOT NULL,
    digest TEXT NOT NULL,
    -- open, kept or taken.
    state TEXT NOT NULL DEFAULT 'open',
    made_at TEXT NOT NULL,
    UNIQUE (subject, property, digest)
);
INSERT INTO "conflicts" VALUES(1,'grok-1','licence','[]','x','open','2026-11-20T10:00:00.0000000+00:00');
CREATE TABLE dataset (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL,
    released TEXT NOT NULL,
    digest TEXT NOT NULL,
    seeded_at TEXT NOT NULL
);
INSERT INTO "dataset" VALUES(1,7,'2026-11-18','d7','2026-11-20T10:00:00.0000000+00:00');
CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL,
    editor TEXT NOT NULL,
    form TEXT NOT NULL,
    fields TEXT NOT NULL,
    made_at TEXT NOT NULL
);
INSERT INTO "drafts" VALUES('d1','global','280000000000000001','grok-1 licence','{}','2026-11-20T10:00:00.0000000+00:00');
CREATE TABLE imports (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL,
    editor TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at TEXT NOT NULL
);
INSERT INTO "imports" VALUES('i1','300000000000000001','280000000000000002','[]','2026-11-20T10:00:00.0000000+00:00');
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
    made_at TEXT NOT NULL
);
INSERT INTO "revisions" VALUES(1,'global','s-licence','grok-1','licence','seed','{"state":"stated","value":"Apache-2.0","sources":[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}],"verifiedOn":"2026-11-19","rank":"normal","qualifiers":{},"isLocked":false}',NULL,NULL,NULL,NULL,NULL,'2026-11-20T10:00:00.0000000+00:00');
INSERT INTO "revisions" VALUES(2,'global','s-licence','grok-1','licence','edit','{"state":"stated","value":"MIT","sources":[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}],"verifiedOn":"2026-11-19","rank":"normal","qualifiers":{},"isLocked":false}',1,'280000000000000001','The file changed',NULL,NULL,'2026-11-20T10:00:00.0000000+00:00');
INSERT INTO "revisions" VALUES(3,'300000000000000001','s-own','grok-1','weights','edit','{"state":"stated","value":"gated","validFrom":"2025-01-01","sources":[{"url":"https://github.com/xai-org/grok-1/blob/7050ed204b82/README.md","title":"Grok-1 repository","publisher":"xAI","kind":"FirstHand","locator":"License","published":"2024-03-19"}],"verifiedOn":"2026-11-19","rank":"normal","qualifiers":{},"isLocked":false}',NULL,'280000000000000002','A form is asked for here',NULL,NULL,'2026-11-20T10:00:00.0000000+00:00');
CREATE TABLE server_roles (
    server TEXT NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
    power TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (server, power, role)
);
INSERT INTO "server_roles" VALUES('300000000000000001','edit','400000000000000001');
CREATE TABLE servers (
    id TEXT NOT NULL PRIMARY KEY,
    audit_channel TEXT NULL,
    timezone TEXT NOT NULL DEFAULT 'Etc/UTC',
    weekly_summary INTEGER NOT NULL DEFAULT 0,
    left_at TEXT NULL
, summed_at TEXT NULL);
INSERT INTO "servers" VALUES('300000000000000001','200000000000000009','Europe/Berlin',1,NULL,NULL);
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
    made_at TEXT NOT NULL,
    decided_at TEXT NULL
, told INTEGER NOT NULL DEFAULT 0);
INSERT INTO "suggestions" VALUES(1,'global','280000000000000003','grok-1','licence','s-licence',2,'{"Value":"Apache-2.0","Since":"2026-11-01","Until":null,"Source":"https://github.com/xai-org/grok-1/blob/main/LICENSE.txt","Why":"I read the file"}','I read the file','pending',NULL,NULL,'2026-11-20T10:00:00.0000000+00:00',NULL,0);
CREATE TABLE "unanswered" (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    server TEXT NOT NULL,
    question TEXT NOT NULL,
    asked INTEGER NOT NULL,
    last_asked TEXT NOT NULL,
    is_ignored INTEGER NOT NULL DEFAULT 0,
    UNIQUE (server, question)
);
INSERT INTO "unanswered" VALUES(1,'300000000000000001','is nightowl 9 open',4,'2026-11-20T10:00:00.0000000+00:00',0);
CREATE INDEX statements_by_layer ON statements (layer, subject, property);
CREATE UNIQUE INDEX statements_by_base ON statements (base, layer) WHERE base IS NOT NULL;
CREATE INDEX revisions_by_statement ON revisions (statement, number);
CREATE INDEX revisions_by_slot ON revisions (subject, property, layer, number);
CREATE INDEX revisions_by_layer ON revisions (layer, number);
CREATE INDEX revisions_together ON revisions (together) WHERE together IS NOT NULL;
CREATE INDEX drafts_by_editor ON drafts (editor, layer);
CREATE INDEX suggestions_by_layer ON suggestions (layer, state, number);
CREATE INDEX suggestions_by_author ON suggestions (author, made_at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('SchemaVersions',5);
INSERT INTO "sqlite_sequence" VALUES('unanswered',1);
INSERT INTO "sqlite_sequence" VALUES('suggestions',1);
INSERT INTO "sqlite_sequence" VALUES('conflicts',1);
COMMIT;
