CREATE TABLE property (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE leaf (
  idx INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  commitment BLOB NOT NULL,
  hashes BLOB NOT NULL
);

CREATE TABLE payload (
  idx INTEGER PRIMARY KEY,
  key_id BLOB NOT NULL,
  sealed BLOB NOT NULL
);

CREATE INDEX payload_key ON payload (key_id);

CREATE TABLE term (
  token BLOB NOT NULL,
  idx INTEGER NOT NULL,
  PRIMARY KEY (token, idx)
) WITHOUT ROWID;

CREATE INDEX term_entry ON term (idx);

CREATE TABLE chain (
  key_id BLOB PRIMARY KEY,
  sequence INTEGER NOT NULL,
  leaf BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE request (
  idx INTEGER PRIMARY KEY,
  token BLOB NOT NULL UNIQUE,
  hour INTEGER NOT NULL
);

CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
);
