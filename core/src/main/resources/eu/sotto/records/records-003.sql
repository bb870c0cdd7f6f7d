-- Who must not be contacted: tokens under a key that is not in this file. Entries are only added.
CREATE TABLE suppression (
  token BLOB NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('ADVERTISING', 'ANY')),
  since INTEGER NOT NULL,
  PRIMARY KEY (token, scope)
) STRICT, WITHOUT ROWID;

-- What people can name to be found: short tokens under another key that is not in this file.
CREATE TABLE finding (
  id BLOB NOT NULL PRIMARY KEY,
  token BLOB NOT NULL,
  key_version INTEGER NOT NULL,
  subject BLOB NOT NULL REFERENCES subject (id),
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_token ON finding (token);

CREATE INDEX finding_subject ON finding (subject);

CREATE INDEX finding_version ON finding (key_version);
