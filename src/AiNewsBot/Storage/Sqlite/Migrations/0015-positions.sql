-- A new statement takes the place behind the others of its subject; without this index that looks through all statements of all servers.
CREATE INDEX statements_by_subject ON statements (subject, position);
