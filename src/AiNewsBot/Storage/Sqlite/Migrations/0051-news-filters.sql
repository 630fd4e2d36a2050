-- Which stories a subscription posts, and one that a moderator looks at before it counts; how many it posts at most, and when it is quiet.

ALTER TABLE subscriptions ADD COLUMN filter TEXT NULL CHECK (length(filter) BETWEEN 1 AND 400);
ALTER TABLE subscriptions ADD COLUMN filter_draft TEXT NULL CHECK (length(filter_draft) BETWEEN 1 AND 400);
-- Beyond so many posts an hour or day the rest is gathered in a digest.
ALTER TABLE subscriptions ADD COLUMN max_posts INTEGER NULL CHECK (max_posts BETWEEN 1 AND 1000);
ALTER TABLE subscriptions ADD COLUMN max_posts_per TEXT NULL CHECK (max_posts_per IN ('Hour', 'Day'));
-- In the server's time zone, as 22:00 and 07:00.
ALTER TABLE subscriptions ADD COLUMN quiet_from TEXT NULL;
ALTER TABLE subscriptions ADD COLUMN quiet_to TEXT NULL CHECK ((quiet_from IS NULL) = (quiet_to IS NULL));
