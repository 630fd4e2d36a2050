-- What a row posts is one JSON object for each kind; why it waits is a code, with what Discord said beside it.
ALTER TABLE outbox ADD COLUMN payload TEXT NULL;
ALTER TABLE outbox ADD COLUMN is_plain INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN reason_detail TEXT NULL;

UPDATE outbox SET payload = json_object('text', coalesce(part, '')) WHERE kind = 'notice';
UPDATE outbox SET payload = CASE WHEN part IS NULL THEN '{}' ELSE json_object('tag', part) END WHERE kind = 'post';

-- "1/2|The day's news, 25 November 2026|4,8,15": number, count, heading, stories.
UPDATE outbox SET payload = json_object(
    'number', CAST(part AS INTEGER),
    'count', CAST(substr(part, instr(part, '/') + 1) AS INTEGER),
    'title', substr(rest, 1, instr(rest, '|') - 1),
    'items', json(CASE WHEN json_valid('[' || substr(rest, instr(rest, '|') + 1) || ']') THEN '[' || substr(rest, instr(rest, '|') + 1) || ']'
        ELSE '[]' END))
FROM (SELECT id AS digest, substr(part, instr(part, '|') + 1) AS rest FROM outbox WHERE kind = 'digest') WHERE id = digest;

UPDATE outbox SET is_plain = 1
WHERE state = 'pending' AND reason = 'Discord rejected it; it is sent again without its text and links';

UPDATE outbox SET reason = CASE
        WHEN reason = 'the subscription was ended' THEN 'SubscriptionEnded'
        WHEN reason = 'the feed was removed' THEN 'FeedRemoved'
        WHEN reason = 'another subscription of the channel has it' THEN 'Covered'
        WHEN reason = 'what it was to show is no longer there' THEN 'ContentGone'
        WHEN reason = 'cancelled by a moderator' THEN 'Cancelled'
        WHEN reason = 'discarded by its writer' THEN 'Discarded'
        WHEN reason = 'no answer' THEN 'NoAnswer'
        WHEN reason = 'the chat is busy' THEN 'Busy'
        WHEN reason = 'the chat refuses the bot''s token' THEN 'TokenRefused'
        WHEN reason = 'waiting for what may be on its way to the forum' THEN 'ForumDelay'
        WHEN reason = 'Discord rejected it; it is sent again without its text and links' THEN 'RetriedPlain'
        WHEN reason LIKE 'Whether it was posted cannot be determined: %.' THEN 'Unverifiable'
        ELSE 'Other' END,
    reason_detail = CASE
        WHEN reason LIKE 'Whether it was posted cannot be determined: %.' THEN substr(reason, 45, length(reason) - 45)
        WHEN reason IN ('the subscription was ended', 'the feed was removed', 'another subscription of the channel has it',
            'what it was to show is no longer there', 'cancelled by a moderator', 'discarded by its writer', 'no answer', 'the chat is busy',
            'the chat refuses the bot''s token', 'waiting for what may be on its way to the forum',
            'Discord rejected it; it is sent again without its text and links') THEN NULL
        ELSE reason END
WHERE reason IS NOT NULL;

ALTER TABLE outbox DROP COLUMN part;

ALTER TABLE subscriptions ADD COLUMN paused_reason TEXT NULL;
ALTER TABLE subscriptions ADD COLUMN paused_detail TEXT NULL;

UPDATE subscriptions SET paused_reason = CASE
        WHEN paused_because = 'the channel is gone.' THEN 'ChannelGone'
        WHEN paused_because LIKE 'the thread is archived,%' THEN 'Archived'
        WHEN paused_because = 'the thread is locked.' THEN 'Locked'
        WHEN paused_because LIKE 'the forum wants a tag %' THEN 'NeedsTag'
        WHEN paused_because = 'the channel is of a kind that takes no posts.' THEN 'WrongKind'
        WHEN paused_because LIKE 'the server''s own filters %' THEN 'Filtered'
        WHEN paused_because LIKE 'the bot may not post there: %' THEN 'Forbidden'
        WHEN paused_because LIKE 'Discord rejected it: %' THEN 'Malformed'
        ELSE 'Other' END,
    paused_detail = CASE
        WHEN paused_because LIKE 'Discord rejected it: %' THEN substr(paused_because, 22)
        WHEN paused_because = 'the channel is gone.' OR paused_because = 'the thread is locked.'
            OR paused_because LIKE 'the thread is archived,%' OR paused_because LIKE 'the forum wants a tag %'
            OR paused_because = 'the channel is of a kind that takes no posts.' OR paused_because LIKE 'the server''s own filters %'
            OR paused_because LIKE 'the bot may not post there: %' THEN NULL
        ELSE paused_because END
WHERE paused_because IS NOT NULL;

ALTER TABLE subscriptions DROP COLUMN paused_because;

-- "12 of its 14 entries look new, …"
ALTER TABLE held_batches ADD COLUMN new_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE held_batches ADD COLUMN entry_count INTEGER NOT NULL DEFAULT 0;

UPDATE held_batches SET new_count = CAST(reason AS INTEGER),
    entry_count = CAST(substr(reason, instr(reason, ' of its ') + 8) AS INTEGER)
WHERE reason LIKE '% of its % entries look new%';

ALTER TABLE held_batches DROP COLUMN reason;
