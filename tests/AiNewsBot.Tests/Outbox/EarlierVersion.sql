-- What the program wrote before payloads, reasons and times had columns of their own: dumped from a run over the simulator, to row 11 of
-- the outbox; then rows in the states that a run leaves quickly, as that program wrote them. {feed} is the feed's address, {later} a time
-- to come in Unix milliseconds, {summed} when the last week was summed up: now, so that none is due.

INSERT INTO servers (id, audit_channel, timezone, weekly_summary, summed_at)
    VALUES ('200000000000000000', '200000000000000030', 'Etc/UTC', 1, '{summed}');

INSERT INTO feeds (id, url, kind, origin, title, is_active, identity, body_hash, baseline_at, polled_at, succeeded_at, next_poll_at,
    failures, newest_at, created_at, is_to_rekey)
    VALUES (1, '{feed}', 'Feed', 'Configured', 'Test feed', 1, 'Id', '90b3c149c12e2b2e77ecf9c9bfeaf5c74ee82228ade45a90b470a1a3c95a08cb',
        1795920745559, 1795920757290, 1795920757290, 0, 0, 1795920752254, 1795920745153, 0);
INSERT INTO feeds (id, url, kind, origin, is_active, next_poll_at, created_at)
    VALUES (2, 'http://127.0.0.1:9/api/models?author=xai-org', 'Hub', 'Retired', 0, 0, 1795920760000);
INSERT INTO feeds (id, url, kind, origin, is_active, next_poll_at, created_at)
    VALUES (3, 'http://127.0.0.1:9/allenai/OLMo/releases.atom', 'Feed', 'Retired', 0, 0, 1795920760000);

INSERT INTO items (id, kind, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at, revision, story_id)
    VALUES (1, 'Entry', 'Old story', 'What happened.', 'https://news.test/0-6c9830d1', 'news.test/0-6c9830d1', 'old story', 1795920742000,
        1795920742000, 1795920745559, 1, 1);
INSERT INTO items (id, kind, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at, revision, story_id)
    VALUES (2, 'Entry', 'Sent story', 'What happened.', 'https://news.test/1-6c9830d1', 'news.test/1-6c9830d1', 'sent story',
        1795920745000, 1795920745000, 1795920746238, 1, 2);
INSERT INTO items (id, kind, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at, revision, story_id)
    VALUES (3, 'Entry', 'Waits for its digest', 'What happened.', 'https://news.test/2-6c9830d1', 'news.test/2-6c9830d1',
        'waits for its digest', 1795920748000, 1795920748000, 1795920749250, 1, 3);
INSERT INTO items (id, kind, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at, revision, story_id)
    VALUES (4, 'Entry', 'Paused story', 'What happened.', 'https://news.test/3-6c9830d1', 'news.test/3-6c9830d1', 'paused story',
        1795920751000, 1795920751000, 1795920752254, 1, 4);
INSERT INTO items (id, kind, server_id, title, summary, dated_at, first_seen_at, revision, story_id)
    VALUES (5, 'Post', '200000000000000000', 'A draft', 'Words', 1795920752647, 1795920752647, 1, 5);
INSERT INTO items (id, kind, server_id, title, summary, dated_at, first_seen_at, revision, story_id)
    VALUES (6, 'Post', '200000000000000000', 'Dropped draft', 'Words', 1795920752675, 1795920752675, 1, 6);
INSERT INTO items (id, kind, server_id, title, summary, dated_at, first_seen_at, revision, story_id)
    VALUES (7, 'Post', '200000000000000000', 'A scheduled post', 'Words', 1795920752740, 1795920752740, 1, 7);
INSERT INTO items (id, kind, server_id, title, summary, dated_at, first_seen_at, revision, story_id)
    VALUES (8, 'Post', '200000000000000000', 'A cancelled post', 'Words', 1795920752751, 1795920752751, 1, 8);
INSERT INTO items (id, kind, title, summary, link, dated_at, first_seen_at, revision, story_id)
    VALUES (9, 'Entry', 'Rejected story', 'What happened.', 'https://news.test/9', 1795920760009, 1795920760009, 1, 9);
INSERT INTO items (id, kind, title, summary, link, dated_at, first_seen_at, revision, story_id)
    VALUES (10, 'Entry', 'Digest story one', 'What happened.', 'https://news.test/10', 1795920760010, 1795920760010, 1, 10);
INSERT INTO items (id, kind, title, summary, link, dated_at, first_seen_at, revision, story_id)
    VALUES (11, 'Entry', 'Digest story two', 'What happened.', 'https://news.test/11', 1795920760011, 1795920760011, 1, 11);
INSERT INTO items (id, kind, title, summary, link, dated_at, first_seen_at, revision, story_id)
    VALUES (12, 'Entry', 'Digest story three', 'What happened.', 'https://news.test/12', 1795920760012, 1795920760012, 1, 12);
INSERT INTO items (id, kind, title, summary, link, dated_at, first_seen_at, revision, story_id)
    VALUES (13, 'Entry', 'Story under way', 'What happened.', 'https://news.test/13', 1795920760013, 1795920760013, 1, 13);
INSERT INTO items (id, kind, title, summary, link, dated_at, first_seen_at, revision, story_id)
    VALUES (14, 'Entry', 'Held story', 'What happened.', 'https://news.test/14', 1795920760014, 1795920760014, 1, 14);
INSERT INTO items (id, kind, title, summary, link, dated_at, first_seen_at, revision, story_id)
    VALUES (15, 'Entry', 'Held back in a batch', 'What happened.', 'https://news.test/15', 1795920760015, 1795920760015, 1, 15);
INSERT INTO items (id, kind, title, summary, link, dated_at, first_seen_at, revision, story_id, server_id)
    VALUES (16, 'Post', 'A post in the forum', 'What happened.', 'https://news.test/16', 1795920760016, 1795920760016, 1, 16,
        '200000000000000000');
INSERT INTO items (id, kind, title, link, dated_at, first_seen_at, revision, story_id)
    VALUES (17, 'Release', 'xai-org published grok-9, licence: other', 'https://huggingface.co/xai-org/grok-9', 1795920760000,
        1795920760000, 1, 17);
INSERT INTO items (id, kind, title, link, dated_at, first_seen_at, revision, story_id)
    VALUES (18, 'Entry', 'allenai/OLMo: v0.2', 'https://github.com/allenai/OLMo/releases/tag/v0.2', 1795920760000, 1795920760000, 1, 18);
INSERT INTO items (id, kind, title, link, dated_at, first_seen_at, revision, story_id)
    VALUES (19, 'Release', 'mistralai published Tiny, licence: not stated', 'https://huggingface.co/mistralai/Tiny', 1795920760000,
        1795920760000, 1, 19);

INSERT INTO sightings (id, feed_id, item_id, guid_key, link_key, title_key, content_key, published_at, link, first_seen_at,
    is_baseline, is_published)
    VALUES (1, 1, 1, 2161173210514490549, -3051745663527203787, 839125816302917278, 8773754493728999607, 1795920742000,
        'https://news.test/0-6c9830d1', 1795920745559, 1, 1);
INSERT INTO sightings (id, feed_id, item_id, guid_key, link_key, title_key, content_key, published_at, link, first_seen_at,
    is_baseline, is_published)
    VALUES (2, 1, 2, 4325349871099232226, 5986218768830032851, -6930825955322267627, -3974243372898537912, 1795920745000,
        'https://news.test/1-6c9830d1', 1795920746238, 0, 1);
INSERT INTO sightings (id, feed_id, item_id, guid_key, link_key, title_key, content_key, published_at, link, first_seen_at,
    is_baseline, is_published)
    VALUES (3, 1, 3, -423745668010016085, -8733603144427310598, 8472672620563637592, -8030651101097147182, 1795920748000,
        'https://news.test/2-6c9830d1', 1795920749250, 0, 1);
INSERT INTO sightings (id, feed_id, item_id, guid_key, link_key, title_key, content_key, published_at, link, first_seen_at,
    is_baseline, is_published)
    VALUES (4, 1, 4, 1587889392530851214, 3772051942516931369, 3077258429771207061, -7444168872612030118, 1795920751000,
        'https://news.test/3-6c9830d1', 1795920752254, 0, 1);
INSERT INTO held_batches (id, feed_id, held_at, reason, last_subscription)
    VALUES (1, 1, 1795920760000, '12 of its 14 entries look new, though most of them bear dates or titles that are known', 4);
INSERT INTO sightings (feed_id, item_id, guid_key, content_key, first_seen_at, is_baseline, batch_id)
    VALUES (1, 15, 1, 1, 1795920760000, 0, 1);
INSERT INTO sightings (feed_id, item_id, guid_key, content_key, first_seen_at, is_baseline) VALUES (2, 17, 17, 17, 1795920760000, 0);
INSERT INTO sightings (feed_id, item_id, guid_key, content_key, first_seen_at, is_baseline) VALUES (3, 18, 18, 18, 1795920760000, 0);
INSERT INTO sightings (feed_id, item_id, guid_key, content_key, first_seen_at, is_baseline) VALUES (2, 19, 19, 19, 1795920760000, 0);

INSERT INTO subscriptions (id, config_key, server_id, channel_id, cadence, at_time, weekday, timezone, is_active, created_at,
    digested_to, paused_because, paused_at, told_at)
    VALUES (1, '200000000000000010|||Instant', '200000000000000000', '200000000000000010', 'Instant', '09:00', 1, 'Etc/UTC', 1,
        1795920745169, {later}, 'the bot may not post there: it needs View Channel, Send Messages and Read Message History.',
        1795920752275, 1795920752277);
INSERT INTO subscriptions (id, config_key, server_id, channel_id, cadence, at_time, weekday, timezone, is_active, created_at,
    digested_to, paused_because, paused_at, told_at)
    VALUES (2, '200000000000000011|||Daily', '200000000000000000', '200000000000000011', 'Daily', '09:00', 1, 'Etc/UTC', 1, 1795920745175,
        {later}, 'the bot may not post there: it needs View Channel, Send Messages and Read Message History.', 1795920751355,
        1795920751422);
INSERT INTO subscriptions (id, channel_id, cadence, server_id, is_active, created_by, created_at, digested_to)
    VALUES (3, '200000000000000020', 'Instant', '200000000000000000', 1, '300000000000000001', 1795920760000, 1795920760000);
INSERT INTO subscriptions (id, channel_id, cadence, at_time, timezone, mention, server_id, is_active, created_by, created_at,
    digested_to)
    VALUES (4, '200000000000000021', 'Daily', '09:00', 'Etc/UTC', '250000000000000009', '200000000000000000', 1, '300000000000000001',
        1795920760000, {later});

INSERT INTO outbox (id, kind, subscription_id, item_id, server_id, channel_id, state, nonce, fence, attempts, sending_at, sent_at,
    message_channel_id, message_id, revision, shown, edits, created_at)
    VALUES (1, 'item', 1, 2, '200000000000000000', '200000000000000010', 'sent', '8670246806109759995', 1, 1, 1795920746324, 1795920746377,
        '200000000000000010', '900000000000000031', 1, '865e89aa1126422a', 0, 1795920746238);
INSERT INTO outbox (id, kind, subscription_id, server_id, channel_id, part, state, nonce, fence, attempts, sending_at, sent_at,
    message_channel_id, message_id, shown, edits, created_at)
    VALUES (2, 'digest', 2, '200000000000000000', '200000000000000011', '1/1|The day''s news, 29 November 2026|2', 'sent',
        '4053979836642336481', 1, 1, 1795920748338, 1795920748344, '200000000000000011', '900000000000000032', '2b9f45e590dc1045', 0,
        1795920748305);
INSERT INTO outbox (id, kind, subscription_id, item_id, server_id, channel_id, state, nonce, fence, attempts, sending_at, sent_after,
    sent_at, message_channel_id, message_id, revision, shown, edits, created_at)
    VALUES (3, 'item', 1, 3, '200000000000000000', '200000000000000010', 'sent', '2518881299388316284', 1, 1, 1795920749257,
        '900000000000000031', 1795920749261, '200000000000000010', '900000000000000033', 1, 'c6e49bdd97945245', 0, 1795920749250);
INSERT INTO outbox (id, kind, subscription_id, server_id, channel_id, part, state, reason, nonce, fence, attempts, not_before,
    sending_at, sent_after, edits, created_at)
    VALUES (4, 'digest', 2, '200000000000000000', '200000000000000011', '1/1|The day''s news, 29 November 2026|3', 'pending',
        'Discord answered 403, code 50001: refused by the test', '6104529862728944854', 1, 1, 1795920751351, 1795920751334,
        '900000000000000032', 0, 1795920751330);
INSERT INTO outbox (id, kind, server_id, channel_id, part, state, nonce, fence, attempts, sending_at, sent_at, message_channel_id,
    message_id, shown, edits, created_at)
    VALUES (5, 'notice', '200000000000000000', '200000000000000030',
        'News in <#200000000000000011> is paused: the bot may not post there: it needs View Channel, Send Messages and Read Message History. It resumes by itself when that is fixed.',
        'sent', '1264971746605701716', 1, 1, 1795920751445, 1795920751465, '200000000000000030', '900000000000000034', '7a0c4babbdc7f394', 0,
        1795920751422);
INSERT INTO outbox (id, kind, subscription_id, item_id, server_id, channel_id, state, reason, nonce, fence, attempts, not_before,
    sending_at, sent_after, revision, edits, created_at)
    VALUES (6, 'item', 1, 4, '200000000000000000', '200000000000000010', 'pending',
        'Discord answered 403, code 50013: refused by the test', '3067237421250620157', 1, 1, 1795920752274, 1795920752267,
        '900000000000000033', 1, 0, 1795920752254);
INSERT INTO outbox (id, kind, server_id, channel_id, part, state, nonce, fence, attempts, sending_at, sent_after, sent_at,
    message_channel_id, message_id, shown, edits, created_at)
    VALUES (7, 'notice', '200000000000000000', '200000000000000030',
        'News in <#200000000000000010> is paused: the bot may not post there: it needs View Channel, Send Messages and Read Message History. It resumes by itself when that is fixed.',
        'sent', '542496123981613543', 1, 1, 1795920752279, '900000000000000034', 1795920752293, '200000000000000030', '900000000000000035',
        'f3086eca627d9003', 0, 1795920752277);
INSERT INTO outbox (id, kind, item_id, server_id, channel_id, state, attempts, edits, created_at)
    VALUES (8, 'post', 5, '200000000000000000', '200000000000000010', 'draft', 0, 0, 1795920752647);
INSERT INTO outbox (id, kind, item_id, server_id, channel_id, state, reason, attempts, edits, created_at)
    VALUES (9, 'post', 6, '200000000000000000', '200000000000000010', 'dropped', 'discarded by its writer', 0, 0, 1795920752675);
INSERT INTO outbox (id, kind, item_id, server_id, channel_id, state, attempts, not_before, edits, created_at)
    VALUES (10, 'post', 7, '200000000000000000', '200000000000000010', 'scheduled', 0, {later}, 0, 1795920752740);
INSERT INTO outbox (id, kind, item_id, server_id, channel_id, state, reason, attempts, not_before, edits, created_at)
    VALUES (11, 'post', 8, '200000000000000000', '200000000000000010', 'dropped', 'cancelled by a moderator', 0, 1795931552000, 0,
        1795920752751);
INSERT INTO outbox (id, server_id, created_at, kind, subscription_id, item_id, channel_id, state, reason, nonce, fence, attempts,
    not_before, sending_at, revision)
    VALUES (12, '200000000000000000', 1795920760012, 'item', 3, 9, '200000000000000020', 'pending',
        'Discord rejected it; it is sent again without its text and links', '12', 1, 1, 1795920760000, 1795920760000, 1);
INSERT INTO outbox (id, server_id, created_at, kind, subscription_id, channel_id, part, state)
    VALUES (13, '200000000000000000', 1795920760013, 'digest', 4, '200000000000000021', '1/2|The day''s news, 29 November 2026|10,11',
        'pending');
INSERT INTO outbox (id, server_id, created_at, kind, subscription_id, channel_id, part, state)
    VALUES (14, '200000000000000000', 1795920760014, 'digest', 4, '200000000000000021', '2/2|The day''s news, 29 November 2026|12',
        'pending');
INSERT INTO outbox (id, server_id, created_at, kind, channel_id, part, state)
    VALUES (15, '200000000000000000', 1795920760015, 'notice', '200000000000000030', 'Told **before** the change: "quoted", 100 %',
        'pending');
INSERT INTO outbox (id, server_id, created_at, kind, item_id, channel_id, part, state)
    VALUES (16, '200000000000000000', 1795920760016, 'post', 16, '200000000000000022', 'News', 'pending');
INSERT INTO outbox (id, server_id, created_at, kind, subscription_id, item_id, channel_id, state, reason, nonce, fence, attempts,
    sending_at, revision)
    VALUES (17, '200000000000000000', 1795920760017, 'item', 3, 13, '200000000000000020', 'sending', 'no answer', '17', 1, 1,
        1795920760000, 1);
INSERT INTO outbox (id, server_id, created_at, kind, subscription_id, item_id, channel_id, state, reason, nonce, fence, attempts,
    sending_at, revision)
    VALUES (18, '200000000000000000', 1795920760018, 'item', 3, 14, '200000000000000020', 'held',
        'Whether it was posted cannot be determined: Discord answered 403, code 50001: Missing Access.', '18', 1, 1, 1795920760000, 1);
INSERT INTO outbox (id, server_id, created_at, kind, subscription_id, item_id, channel_id, state, reason, nonce, fence, attempts,
    sending_at, revision)
    VALUES (19, '200000000000000000', 1795920760019, 'item', 3, 2, '200000000000000020', 'refused',
        'Discord answered 400, code 200000: blocked', '19', 1, 1, 1795920760000, 1);
INSERT INTO outbox (id, server_id, created_at, kind, subscription_id, item_id, channel_id, state, reason)
    VALUES (20, '200000000000000000', 1795920760020, 'item', 3, 3, '200000000000000020', 'covered',
        'another subscription of the channel has it');
INSERT INTO outbox (id, server_id, created_at, kind, subscription_id, item_id, channel_id, state, reason)
    VALUES (21, '200000000000000000', 1795920760021, 'item', 3, 4, '200000000000000020', 'dropped', 'the subscription was ended');
INSERT INTO outbox (id, server_id, created_at, kind, item_id, channel_id, state, part, not_before)
    VALUES (22, '200000000000000000', 1795920760022, 'post', 5, '200000000000000010', 'draft', 'News', {later});

INSERT INTO digest_items (subscription_id, item_id, added_at, outbox_id) VALUES (2, 2, 1795920746238, 2);
INSERT INTO digest_items (subscription_id, item_id, added_at, outbox_id) VALUES (2, 3, 1795920749250, 4);
INSERT INTO digest_items (subscription_id, item_id, added_at) VALUES (2, 4, 1795920752254);
INSERT INTO digest_items (subscription_id, item_id, added_at, outbox_id) VALUES (4, 10, 1795920760000, 13);
INSERT INTO digest_items (subscription_id, item_id, added_at, outbox_id) VALUES (4, 11, 1795920760000, 13);
INSERT INTO digest_items (subscription_id, item_id, added_at, outbox_id) VALUES (4, 12, 1795920760000, 14);

INSERT INTO channels (id, kind, server_id, name, last_message_id)
    VALUES ('200000000000000010', 'Text', '200000000000000000', 'channel', '900000000000000033');
INSERT INTO channels (id, kind, server_id, name, last_message_id)
    VALUES ('200000000000000011', 'Text', '200000000000000000', 'channel', '900000000000000032');
INSERT INTO channels (id, kind, server_id, name, last_message_id)
    VALUES ('200000000000000030', 'Text', '200000000000000000', 'channel', '900000000000000035');
INSERT INTO channels (id, kind, server_id, name) VALUES ('200000000000000020', 'Text', '200000000000000000', 'channel');
INSERT INTO channels (id, kind, server_id, name) VALUES ('200000000000000021', 'Text', '200000000000000000', 'channel');
INSERT INTO channels (id, kind, server_id, name) VALUES ('200000000000000022', 'Forum', '200000000000000000', 'channel');

INSERT INTO unanswered (number, server, question, asked, last_asked, is_ignored)
    VALUES (1, '200000000000000000', 'is zorbulon 7 open source', 1, '2026-11-29T02:52:36.9130199+00:00', 0);

INSERT INTO drafts (id, layer, editor, form, fields, made_at)
    VALUES ('0123456789abcdef', '200000000000000000', '300000000000000001', '0|s|grok-1|event||0|0',
        '{"By":null,"Due":null,"Text":null,"EventKind":null,"Value":"A draft of before","Since":"2024-03-17","Until":null,"Source":"https://x.ai/news","Why":"It was missing"}',
        '2026-11-29T02:52:36.9130199+00:00');
