-- How many questions were asked in a server, by the day: numbers alone.
CREATE TABLE question_counts (
    server TEXT NOT NULL,
    day TEXT NOT NULL,
    asked INTEGER NOT NULL DEFAULT 0 CHECK (asked >= 0),
    unanswered INTEGER NOT NULL DEFAULT 0 CHECK (unanswered >= 0),
    PRIMARY KEY (server, day)
) STRICT;
