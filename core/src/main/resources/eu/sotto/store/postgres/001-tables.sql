-- To be run by the owner of the schema, in a database with encoding UTF8.
CREATE SCHEMA sotto;

SET LOCAL search_path = sotto;

CREATE TABLE schema_version (
  version integer PRIMARY KEY
);

CREATE TABLE property (
  name text COLLATE "C" PRIMARY KEY,
  value text NOT NULL
);

-- Leaves, with the tree hashes that they complete, and checkpoints only grow.
CREATE TABLE leaf (
  idx bigint PRIMARY KEY CHECK (idx >= 0),
  id bytea NOT NULL UNIQUE,
  kind text NOT NULL,
  commitment bytea NOT NULL,
  hashes bytea NOT NULL
);

CREATE TABLE checkpoint (
  size bigint PRIMARY KEY CHECK (size >= 0),
  note text NOT NULL
);

-- What follows can be erased.
CREATE TABLE payload (
  idx bigint PRIMARY KEY,
  key_id bytea NOT NULL,
  sealed bytea NOT NULL
);

CREATE INDEX payload_key ON payload (key_id, idx);

CREATE TABLE term (
  token bytea NOT NULL,
  idx bigint NOT NULL,
  PRIMARY KEY (token, idx)
);

CREATE INDEX term_entry ON term (idx);

CREATE TABLE chain (
  key_id bytea PRIMARY KEY,
  sequence bigint NOT NULL,
  leaf bytea NOT NULL
);

CREATE TABLE request (
  idx bigint PRIMARY KEY,
  token bytea NOT NULL UNIQUE,
  hour bigint NOT NULL
);

-- One row: other nodes forget what they remember when it has changed.
CREATE TABLE tally (
  erasures bigint NOT NULL
);

INSERT INTO tally (erasures) VALUES (0);

CREATE TABLE member (
  id bytea PRIMARY KEY,
  epoch bigint GENERATED ALWAYS AS IDENTITY,
  until timestamptz NOT NULL
);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sealed bytea NOT NULL
);

CREATE TABLE key_row (
  name text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version >= 1),
  value bytea NOT NULL
);
