-- The picture that a moderator added to their own news, in base64: copies from one database to the other know texts and numbers alone.

CREATE TABLE post_pictures (
    item_id INTEGER NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 6000000)
) STRICT;
