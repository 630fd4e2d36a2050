-- How far something that reads on has read.
CREATE TABLE cursors (name TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL);
