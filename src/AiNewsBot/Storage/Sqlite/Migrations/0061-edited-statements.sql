-- A start looks whether curators edited any of thousands of statements.
CREATE INDEX statements_edited ON statements (layer) WHERE edited = 1;
