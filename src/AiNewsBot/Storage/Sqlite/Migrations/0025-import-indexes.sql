-- Whether a layer says something already is asked for each statement of an import: by the value, else each looks through all before it.
DROP INDEX statements_by_layer;
CREATE INDEX statements_by_layer ON statements (layer, subject, property, value);
CREATE INDEX statements_locked ON statements (layer, subject, property) WHERE locked = 1;
