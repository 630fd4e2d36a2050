-- Subjects and statements of the global layer. Lists and qualifiers are JSON texts: they are read whole and never searched.
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

CREATE TABLE statements (
    id TEXT NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL REFERENCES subjects (id) ON DELETE CASCADE,
    property TEXT NOT NULL,
    value TEXT NOT NULL,
    valid_from TEXT NULL,
    valid_to TEXT NULL,
    sources TEXT NOT NULL,
    verified_on TEXT NOT NULL,
    note TEXT NULL,
    rank TEXT NOT NULL,
    qualifiers TEXT NOT NULL,
    position INTEGER NOT NULL
);

CREATE INDEX statements_by_subject ON statements (subject, position);

-- Which dataset stands in the tables above: one row.
CREATE TABLE dataset (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL,
    released TEXT NOT NULL,
    digest TEXT NOT NULL,
    seeded_at TEXT NOT NULL
);

-- Questions that got no answer, normalised and counted, without whoever asked.
CREATE TABLE unanswered (
    question TEXT NOT NULL PRIMARY KEY,
    asked INTEGER NOT NULL,
    last_asked TEXT NOT NULL
);
