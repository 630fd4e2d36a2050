-- Statements come in layers: the global one, and one of each server, whose rows stand beside a global statement or in its place (base).
CREATE TABLE layered (
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

INSERT INTO layered (id, subject, property, value, valid_from, valid_to, sources, verified_on, note, rank, qualifiers, position, seeded)
SELECT id, subject, property, value, valid_from, valid_to, sources, verified_on, note, rank, qualifiers, position, '' FROM statements;
DROP TABLE statements;
ALTER TABLE layered RENAME TO statements;
CREATE INDEX statements_by_layer ON statements (layer, subject, property);
CREATE UNIQUE INDEX statements_by_base ON statements (base, layer) WHERE base IS NOT NULL;

-- Every change, append-only. Content is what stood after it, as JSON.
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

CREATE INDEX revisions_by_statement ON revisions (statement, number);
CREATE INDEX revisions_by_slot ON revisions (subject, property, layer, number);
CREATE INDEX revisions_by_layer ON revisions (layer, number);
CREATE INDEX revisions_together ON revisions (together) WHERE together IS NOT NULL;

-- The last number given: other processes see by it that something changed.
CREATE TABLE revision_counter (only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1), last INTEGER NOT NULL);
INSERT INTO revision_counter (only_row, last) VALUES (1, 0);

-- What somebody wrote into a form, until it is done: no text is lost to a conflict, a fault or a restart.
CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL,
    editor TEXT NOT NULL,
    form TEXT NOT NULL,
    fields TEXT NOT NULL,
    made_at TEXT NOT NULL
);

CREATE INDEX drafts_by_editor ON drafts (editor, layer);

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
);

CREATE INDEX suggestions_by_layer ON suggestions (layer, state, number);
CREATE INDEX suggestions_by_author ON suggestions (author, made_at);

-- A newer dataset says something else of what curators edited: nothing edited is overwritten, they choose.
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

-- Questions that got no answer, counted where they were asked; '' is outside of servers.
CREATE TABLE asked_in_vain (
    server TEXT NOT NULL,
    question TEXT NOT NULL,
    asked INTEGER NOT NULL,
    last_asked TEXT NOT NULL,
    is_ignored INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (server, question)
);

INSERT INTO asked_in_vain (server, question, asked, last_asked) SELECT '', question, asked, last_asked FROM unanswered;
DROP TABLE unanswered;
ALTER TABLE asked_in_vain RENAME TO unanswered;
