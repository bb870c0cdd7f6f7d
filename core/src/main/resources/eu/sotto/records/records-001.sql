-- Every column is readable without keys: each has its line in docs/stored-in-clear.md.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE subject (
  id BLOB NOT NULL PRIMARY KEY,
  bond BLOB NOT NULL,
  content_key BLOB NOT NULL,
  evidence_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX subject_bond ON subject (bond);

CREATE TABLE party (
  token BLOB NOT NULL PRIMARY KEY,
  subject BLOB NOT NULL REFERENCES subject (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_subject ON party (subject);

CREATE TABLE call (
  token BLOB NOT NULL PRIMARY KEY,
  subject BLOB NOT NULL REFERENCES subject (id),
  ended INTEGER NOT NULL,
  unsettled INTEGER NOT NULL,
  version INTEGER NOT NULL,
  due_day INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX call_subject ON call (subject);

CREATE INDEX call_running ON call (ended) WHERE ended = 0;

CREATE INDEX call_unsettled ON call (unsettled) WHERE unsettled = 1;

CREATE INDEX call_due ON call (due_day);

CREATE TABLE bucket (
  key BLOB NOT NULL PRIMARY KEY,
  class TEXT NOT NULL,
  due_day INTEGER,
  closing INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX bucket_day ON bucket (class, ifnull(due_day, -1)) WHERE closing = 0;

CREATE TABLE record (
  id BLOB NOT NULL PRIMARY KEY,
  subject BLOB NOT NULL REFERENCES subject (id),
  call BLOB NOT NULL REFERENCES call (token),
  bucket BLOB NOT NULL REFERENCES bucket (key),
  leaving BLOB REFERENCES bucket (key),
  class TEXT NOT NULL,
  due_day INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('BEGUN', 'KEPT', 'GOING')),
  size INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX record_subject ON record (subject);

CREATE INDEX record_call ON record (call);

CREATE INDEX record_bucket ON record (bucket);

CREATE INDEX record_leaving ON record (leaving) WHERE leaving IS NOT NULL;

CREATE INDEX record_due ON record (due_day);

CREATE INDEX record_state ON record (state) WHERE state <> 'KEPT';

CREATE TABLE erasure (
  order_id TEXT NOT NULL,
  ordered_at INTEGER NOT NULL,
  subject BLOB NOT NULL,
  content_key BLOB NOT NULL,
  evidence_key BLOB NOT NULL,
  PRIMARY KEY (order_id, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  key BLOB NOT NULL PRIMARY KEY,
  last_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_last_day ON evidence (last_day);
