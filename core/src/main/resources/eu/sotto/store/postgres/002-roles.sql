-- To be run by somebody who may create roles. sotto_app gets no password here: give it one, or let
-- pg_hba.conf say how it proves itself.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'sotto_eraser') THEN
    CREATE ROLE sotto_eraser NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'sotto_app') THEN
    CREATE ROLE sotto_app LOGIN NOINHERIT;
  END IF;
END
$$;

-- The application takes on the eraser's rights for an erasure only: SET LOCAL ROLE.
GRANT sotto_eraser TO sotto_app;

ALTER ROLE sotto_app SET search_path = sotto;

-- A node that stops in mid-transaction must not hold up the others.
ALTER ROLE sotto_app SET idle_in_transaction_session_timeout = '5s';

ALTER ROLE sotto_app SET lock_timeout = '5s';

GRANT USAGE ON SCHEMA sotto TO sotto_app, sotto_eraser;

-- Nobody but the owner can change or delete what must only grow.
GRANT SELECT, INSERT ON sotto.property, sotto.leaf, sotto.checkpoint, sotto.payload, sotto.term,
  sotto.request TO sotto_app;

GRANT SELECT, INSERT, UPDATE ON sotto.chain TO sotto_app;

GRANT SELECT ON sotto.schema_version, sotto.tally TO sotto_app;

GRANT SELECT, INSERT, DELETE ON sotto.outbox TO sotto_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON sotto.member, sotto.key_row TO sotto_app;

GRANT SELECT ON sotto.leaf TO sotto_eraser;

GRANT SELECT, DELETE ON sotto.payload, sotto.term, sotto.chain, sotto.request TO sotto_eraser;

GRANT UPDATE (sealed) ON sotto.payload TO sotto_eraser;

GRANT SELECT, UPDATE ON sotto.tally TO sotto_eraser;
