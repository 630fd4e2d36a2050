-- What was read in messages that somebody had checked: no text of a message, and no user.
CREATE TABLE claim_checks (
    id TEXT NOT NULL PRIMARY KEY,
    server TEXT NOT NULL,
    claims TEXT NOT NULL,
    link TEXT NOT NULL,
    is_shared INTEGER NOT NULL DEFAULT 0,
    made_at TEXT NOT NULL
);
