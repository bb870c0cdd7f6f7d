-- The day on which a record was asked to go: it does as soon as nothing holds it.
ALTER TABLE record ADD COLUMN asked INTEGER;

CREATE INDEX record_asked ON record (asked) WHERE asked IS NOT NULL;
