-- The records: the same tables as in records.db, and who may do what with them.
SET LOCAL search_path = sotto;

CREATE TABLE setting (
  name text COLLATE "C" PRIMARY KEY,
  value bytea NOT NULL
);

-- What each node's key folder is named after.
INSERT INTO setting (name, value)
  VALUES ('store-id', decode(replace(gen_random_uuid()::text, '-', ''), 'hex'));

CREATE TABLE subject (
  id bytea PRIMARY KEY,
  bond bytea NOT NULL,
  content_key bytea NOT NULL,
  evidence_key bytea NOT NULL
);

CREATE INDEX subject_bond ON subject (bond);

CREATE TABLE party (
  token bytea PRIMARY KEY,
  subject bytea NOT NULL REFERENCES subject (id)
);

CREATE INDEX party_subject ON party (subject);

CREATE TABLE call (
  token bytea PRIMARY KEY,
  subject bytea NOT NULL REFERENCES subject (id),
  ended bigint NOT NULL,
  unsettled bigint NOT NULL,
  version bigint NOT NULL,
  due_day bigint NOT NULL,
  sealed bytea NOT NULL
);

CREATE INDEX call_subject ON call (subject);

CREATE INDEX call_running ON call (ended) WHERE ended = 0;

CREATE INDEX call_unsettled ON call (unsettled) WHERE unsettled = 1;

CREATE INDEX call_due ON call (due_day);

CREATE TABLE bucket (
  key bytea PRIMARY KEY,
  class text NOT NULL,
  due_day bigint,
  closing bigint NOT NULL
);

CREATE UNIQUE INDEX bucket_day ON bucket (class, coalesce(due_day, -1)) WHERE closing = 0;

CREATE TABLE record (
  id bytea PRIMARY KEY,
  subject bytea NOT NULL REFERENCES subject (id),
  call bytea NOT NULL REFERENCES call (token),
  bucket bytea NOT NULL REFERENCES bucket (key),
  leaving bytea REFERENCES bucket (key),
  class text NOT NULL,
  due_day bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('BEGUN', 'KEPT', 'GOING')),
  size bigint NOT NULL,
  sealed bytea NOT NULL,
  writer bytea
);

CREATE INDEX record_subject ON record (subject);

CREATE INDEX record_call ON record (call);

CREATE INDEX record_bucket ON record (bucket);

CREATE INDEX record_leaving ON record (leaving) WHERE leaving IS NOT NULL;

CREATE INDEX record_due ON record (due_day);

CREATE INDEX record_state ON record (state) WHERE state <> 'KEPT';

CREATE TABLE erasure (
  order_id text COLLATE "C" NOT NULL,
  ordered_at bigint NOT NULL,
  subject bytea NOT NULL,
  content_key bytea NOT NULL,
  evidence_key bytea NOT NULL,
  node bytea,
  PRIMARY KEY (order_id, subject)
);

CREATE INDEX erasure_subject ON erasure (subject);

CREATE TABLE evidence (
  key bytea PRIMARY KEY,
  last_day bigint NOT NULL
);

CREATE INDEX evidence_last_day ON evidence (last_day);

GRANT SELECT, INSERT, DELETE ON subject, party, call, bucket, record, erasure, evidence
  TO sotto_app;

GRANT SELECT, INSERT ON setting TO sotto_app;

GRANT UPDATE (value) ON setting TO sotto_app;

GRANT UPDATE (bond) ON subject TO sotto_app;

GRANT UPDATE (subject) ON party TO sotto_app;

GRANT UPDATE (sealed, ended, unsettled, version, due_day) ON call TO sotto_app;

GRANT UPDATE (closing) ON bucket TO sotto_app;

GRANT UPDATE (bucket, leaving, due_day, state, size, sealed) ON record TO sotto_app;

GRANT UPDATE (node) ON erasure TO sotto_app;
