-- Who must not be contacted, and what people can name to be found.
SET LOCAL search_path = sotto;

CREATE TABLE suppression (
  token bytea NOT NULL,
  scope text COLLATE "C" NOT NULL CHECK (scope IN ('ADVERTISING', 'ANY')),
  since bigint NOT NULL,
  PRIMARY KEY (token, scope)
);

CREATE TABLE finding (
  id bytea PRIMARY KEY,
  token bytea NOT NULL,
  key_version bigint NOT NULL,
  subject bytea NOT NULL REFERENCES subject (id),
  sealed bytea NOT NULL
);

CREATE INDEX finding_token ON finding (token);

CREATE INDEX finding_subject ON finding (subject);

CREATE INDEX finding_version ON finding (key_version);

-- An entry can be renewed, never removed.
GRANT SELECT, INSERT ON suppression TO sotto_app;

GRANT UPDATE (since) ON suppression TO sotto_app;

GRANT SELECT, INSERT, DELETE ON finding TO sotto_app;

GRANT UPDATE (token, key_version, sealed) ON finding TO sotto_app;
