-- What moderators teach of how people ask is said of a subject of its own. It is the program's, and no dataset has it.
INSERT INTO subjects (id, kind, name, aliases, details, related, asks, position) VALUES ('question-words', 'words', 'Question words', '[]', '{}', '[]', '[]', 1000000);
