-- Every instant is Unix milliseconds, as those of the news were; these were texts such as 2026-11-29T02:52:25.7192603+00:00, all of UTC.
-- Days, such as those from which a statement holds, stay texts.
ALTER TABLE revisions ADD COLUMN instant INTEGER NOT NULL DEFAULT 0;
UPDATE revisions SET instant = coalesce(CAST(strftime('%s', substr(made_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(made_at, 21, 3) AS INTEGER), 0);
ALTER TABLE revisions DROP COLUMN made_at;
ALTER TABLE revisions RENAME COLUMN instant TO made_at;

ALTER TABLE drafts ADD COLUMN instant INTEGER NOT NULL DEFAULT 0;
UPDATE drafts SET instant = coalesce(CAST(strftime('%s', substr(made_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(made_at, 21, 3) AS INTEGER), 0);
ALTER TABLE drafts DROP COLUMN made_at;
ALTER TABLE drafts RENAME COLUMN instant TO made_at;

ALTER TABLE imports ADD COLUMN instant INTEGER NOT NULL DEFAULT 0;
UPDATE imports SET instant = coalesce(CAST(strftime('%s', substr(made_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(made_at, 21, 3) AS INTEGER), 0);
ALTER TABLE imports DROP COLUMN made_at;
ALTER TABLE imports RENAME COLUMN instant TO made_at;

ALTER TABLE conflicts ADD COLUMN instant INTEGER NOT NULL DEFAULT 0;
UPDATE conflicts SET instant = coalesce(CAST(strftime('%s', substr(made_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(made_at, 21, 3) AS INTEGER), 0);
ALTER TABLE conflicts DROP COLUMN made_at;
ALTER TABLE conflicts RENAME COLUMN instant TO made_at;

ALTER TABLE claim_checks ADD COLUMN instant INTEGER NOT NULL DEFAULT 0;
UPDATE claim_checks SET instant = coalesce(CAST(strftime('%s', substr(made_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(made_at, 21, 3) AS INTEGER), 0);
ALTER TABLE claim_checks DROP COLUMN made_at;
ALTER TABLE claim_checks RENAME COLUMN instant TO made_at;

DROP INDEX suggestions_by_author;
ALTER TABLE suggestions ADD COLUMN instant INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suggestions ADD COLUMN decided INTEGER NULL;
UPDATE suggestions SET
    instant = coalesce(CAST(strftime('%s', substr(made_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(made_at, 21, 3) AS INTEGER), 0),
    decided = CAST(strftime('%s', substr(decided_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(decided_at, 21, 3) AS INTEGER);
ALTER TABLE suggestions DROP COLUMN made_at;
ALTER TABLE suggestions DROP COLUMN decided_at;
ALTER TABLE suggestions RENAME COLUMN instant TO made_at;
ALTER TABLE suggestions RENAME COLUMN decided TO decided_at;
CREATE INDEX suggestions_by_author ON suggestions (author, made_at);

ALTER TABLE unanswered ADD COLUMN instant INTEGER NOT NULL DEFAULT 0;
UPDATE unanswered SET instant = coalesce(CAST(strftime('%s', substr(last_asked, 1, 19)) AS INTEGER) * 1000 + CAST(substr(last_asked, 21, 3) AS INTEGER), 0);
ALTER TABLE unanswered DROP COLUMN last_asked;
ALTER TABLE unanswered RENAME COLUMN instant TO last_asked;

ALTER TABLE servers ADD COLUMN left_instant INTEGER NULL;
ALTER TABLE servers ADD COLUMN summed_instant INTEGER NULL;
UPDATE servers SET
    left_instant = CAST(strftime('%s', substr(left_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(left_at, 21, 3) AS INTEGER),
    summed_instant = CAST(strftime('%s', substr(summed_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(summed_at, 21, 3) AS INTEGER);
ALTER TABLE servers DROP COLUMN left_at;
ALTER TABLE servers DROP COLUMN summed_at;
ALTER TABLE servers RENAME COLUMN left_instant TO left_at;
ALTER TABLE servers RENAME COLUMN summed_instant TO summed_at;

ALTER TABLE dataset ADD COLUMN instant INTEGER NOT NULL DEFAULT 0;
UPDATE dataset SET instant = coalesce(CAST(strftime('%s', substr(seeded_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(seeded_at, 21, 3) AS INTEGER), 0);
ALTER TABLE dataset DROP COLUMN seeded_at;
ALTER TABLE dataset RENAME COLUMN instant TO seeded_at;
