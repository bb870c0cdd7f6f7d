-- Whether a call's number and times went; on which ground a record goes; what was let go of and is
-- not certified yet; texts that belong to nobody any more.
ALTER TABLE call ADD COLUMN bare INTEGER NOT NULL DEFAULT 0;

CREATE INDEX call_bare ON call (due_day) WHERE bare = 0 AND ended = 1;

ALTER TABLE record ADD COLUMN ground TEXT;

CREATE TABLE disposal (
  run TEXT NOT NULL,
  class TEXT NOT NULL,
  ground TEXT NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (run, class, ground)
) STRICT, WITHOUT ROWID;

CREATE TABLE anonymous (
  id BLOB NOT NULL PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
