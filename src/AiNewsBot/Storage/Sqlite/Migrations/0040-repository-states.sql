-- What was last seen of the repositories that facts rest on, by host and name.
CREATE TABLE repository_states (
    repository TEXT NOT NULL PRIMARY KEY,
    licence TEXT NULL,
    is_gated INTEGER NULL,
    licence_file_hash TEXT NULL,
    -- Whether it could ever be read: only then has it changed when it is another.
    is_known INTEGER NOT NULL,
    checked_at INTEGER NOT NULL
);
