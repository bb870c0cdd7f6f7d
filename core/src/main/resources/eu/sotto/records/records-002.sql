-- Which node writes a record, and which carries an erasure out: another one takes over what a node
-- that is gone left.
ALTER TABLE record ADD COLUMN writer BLOB;

ALTER TABLE erasure ADD COLUMN node BLOB;

CREATE INDEX erasure_subject ON erasure (subject);
