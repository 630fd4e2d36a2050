-- What the watchers of releases found, beside the item that tells of it.
CREATE TABLE discoveries (
    item_id INTEGER NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    repository TEXT NOT NULL,
    -- Of a release of code; null for a repository that was published.
    version TEXT NULL,
    licence TEXT NULL
);

-- "xai-org published grok-3, licence: other"
INSERT INTO discoveries (item_id, owner, repository, licence)
SELECT id, substr(title, 1, instr(title, ' published ') - 1), substr(rest, 1, instr(rest, ', licence: ') - 1),
    CASE WHEN substr(rest, instr(rest, ', licence: ') + 11) <> 'not stated' THEN substr(rest, instr(rest, ', licence: ') + 11) END
FROM (
    SELECT DISTINCT items.id, items.title, substr(items.title, instr(items.title, ' published ') + 11) AS rest
    FROM items JOIN sightings ON sightings.item_id = items.id JOIN feeds ON feeds.id = sightings.feed_id
    WHERE items.kind = 'Release' AND feeds.kind = 'Hub' AND items.title LIKE '% published %, licence: %') AS found;

-- "allenai/OLMo: v0.2"
INSERT INTO discoveries (item_id, owner, repository, version)
SELECT id, substr(title, 1, instr(title, '/') - 1), substr(rest, 1, instr(rest, ': ') - 1), substr(rest, instr(rest, ': ') + 2)
FROM (
    SELECT DISTINCT items.id, items.title, substr(items.title, instr(items.title, '/') + 1) AS rest
    FROM items JOIN sightings ON sightings.item_id = items.id JOIN feeds ON feeds.id = sightings.feed_id
    WHERE items.kind = 'Entry' AND feeds.url LIKE '%/releases.atom' AND items.title LIKE '%/%: %') AS found;
