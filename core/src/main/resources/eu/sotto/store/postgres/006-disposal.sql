-- Whether a call's number and times went; on which ground a record goes; what was let go of and is
-- not certified yet; texts that belong to nobody any more.
SET LOCAL search_path = sotto;

ALTER TABLE call ADD COLUMN bare bigint NOT NULL DEFAULT 0;

CREATE INDEX call_bare ON call (due_day) WHERE bare = 0 AND ended = 1;

ALTER TABLE record ADD COLUMN ground text;

CREATE TABLE disposal (
  run text COLLATE "C" NOT NULL,
  class text NOT NULL,
  ground text NOT NULL,
  records bigint NOT NULL,
  PRIMARY KEY (run, class, ground)
);

CREATE TABLE anonymous (
  id bytea PRIMARY KEY,
  sealed bytea NOT NULL
);

GRANT SELECT, INSERT, DELETE ON disposal, anonymous TO sotto_app;

GRANT UPDATE (run, records) ON disposal TO sotto_app;

GRANT UPDATE (bare) ON call TO sotto_app;

GRANT UPDATE (ground) ON record TO sotto_app;
