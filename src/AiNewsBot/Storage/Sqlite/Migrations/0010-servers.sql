-- What a server has set, and when the bot left it. Ids are the chat's, as text.
CREATE TABLE servers (
    id TEXT NOT NULL PRIMARY KEY,
    audit_channel TEXT NULL,
    timezone TEXT NOT NULL DEFAULT 'Etc/UTC',
    weekly_summary INTEGER NOT NULL DEFAULT 0,
    left_at TEXT NULL
);

-- Which roles have which power; a power without roles is as it was before anyone set it.
CREATE TABLE server_roles (
    server TEXT NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
    power TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (server, power, role)
);
