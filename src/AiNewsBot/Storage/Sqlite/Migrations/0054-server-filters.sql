-- Which stories a server posts in all of its channels, and a filter that a moderator looks at before it counts.

ALTER TABLE servers ADD COLUMN news_filter TEXT NULL CHECK (length(news_filter) BETWEEN 1 AND 400);
ALTER TABLE servers ADD COLUMN news_filter_draft TEXT NULL CHECK (length(news_filter_draft) BETWEEN 1 AND 400);
