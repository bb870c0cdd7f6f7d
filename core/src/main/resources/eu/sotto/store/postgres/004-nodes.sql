-- What nodes tell one another, and the root of the key tree where no other slot is at hand.
SET LOCAL search_path = sotto;

-- The place in the log up to which a node has heard everything and acted on it.
ALTER TABLE member ADD COLUMN heard bigint NOT NULL DEFAULT 0;

-- One row, replaced as a whole; its former contents stay in dead rows, the log and backups.
CREATE TABLE slot (
  id bigint PRIMARY KEY CHECK (id = 1),
  version bigint NOT NULL CHECK (version >= 1),
  content bytea NOT NULL
);

GRANT SELECT, INSERT ON slot TO sotto_app;

GRANT UPDATE (version, content) ON slot TO sotto_app;
