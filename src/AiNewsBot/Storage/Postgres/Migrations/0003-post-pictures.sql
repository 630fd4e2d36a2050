-- The picture that a moderator added to their own news, in base64: copies from one database to the other know texts and numbers alone.

CREATE TABLE post_pictures (
    item_id BIGINT NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    name TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    content TEXT COLLATE "C" NOT NULL CHECK (length(content) BETWEEN 1 AND 6000000)
);
