-- The day on which a record was asked to go: it does as soon as nothing holds it.
SET LOCAL search_path = sotto;

ALTER TABLE record ADD COLUMN asked bigint;

CREATE INDEX record_asked ON record (asked) WHERE asked IS NOT NULL;

GRANT UPDATE (asked) ON record TO sotto_app;
