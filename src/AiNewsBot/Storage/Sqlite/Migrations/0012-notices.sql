-- Until when the week was summed up.
ALTER TABLE servers ADD COLUMN summed_at TEXT NULL;

-- Whether whoever made a suggestion was told what became of it.
ALTER TABLE suggestions ADD COLUMN told INTEGER NOT NULL DEFAULT 0;

-- A question in vain has a number by which buttons name it.
CREATE TABLE asked_in_vain (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    server TEXT NOT NULL,
    question TEXT NOT NULL,
    asked INTEGER NOT NULL,
    last_asked TEXT NOT NULL,
    is_ignored INTEGER NOT NULL DEFAULT 0,
    UNIQUE (server, question)
);

INSERT INTO asked_in_vain (server, question, asked, last_asked, is_ignored) SELECT server, question, asked, last_asked, is_ignored FROM unanswered;
DROP TABLE unanswered;
ALTER TABLE asked_in_vain RENAME TO unanswered;

-- Files that wait for their import to be confirmed.
CREATE TABLE imports (
    id TEXT NOT NULL PRIMARY KEY,
    layer TEXT NOT NULL,
    editor TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at TEXT NOT NULL
);
