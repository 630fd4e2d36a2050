-- How the posts of a subscription look as its moderators write it, one that they look at before it counts, and how its threads in a forum
-- are called and tagged.

ALTER TABLE subscriptions ADD COLUMN template TEXT NULL CHECK (length(template) BETWEEN 1 AND 1000);
ALTER TABLE subscriptions ADD COLUMN template_draft TEXT NULL CHECK (length(template_draft) BETWEEN 1 AND 1000);
ALTER TABLE subscriptions ADD COLUMN thread_title TEXT NULL CHECK (length(thread_title) BETWEEN 1 AND 200);
ALTER TABLE subscriptions ADD COLUMN thread_tags TEXT NULL CHECK (length(thread_tags) BETWEEN 1 AND 200);
