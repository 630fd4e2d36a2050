-- What people think of answers, counted by answer; another answer to the same question is counted for itself.
CREATE TABLE feedback (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    -- Empty outside of servers.
    server TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    useful INTEGER NOT NULL DEFAULT 0 CHECK (useful >= 0),
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0),
    -- Whether moderators have looked at it; another vote asks them again.
    is_seen INTEGER NOT NULL DEFAULT 0 CHECK (is_seen IN (0, 1)),
    voted_at INTEGER NOT NULL,
    UNIQUE (server, question, answer)
) STRICT;

CREATE INDEX feedback_by_vote ON feedback (voted_at);

-- Who voted, for a day, as a hash under a key that goes with the day.
CREATE TABLE feedback_votes (
    feedback INTEGER NOT NULL REFERENCES feedback (number) ON DELETE CASCADE,
    voter TEXT NOT NULL,
    vote TEXT NOT NULL CHECK (vote IN ('useful', 'wrong')),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (feedback, voter)
) STRICT;

CREATE INDEX feedback_votes_by_time ON feedback_votes (made_at);

CREATE TABLE feedback_keys (
    day TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL
) STRICT;
