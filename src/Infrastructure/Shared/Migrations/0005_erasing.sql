-- What erasing a record, or taking one in whole, needs of every module's tables: derived from the catalogue after each migration, so that a table cannot be forgotten.

-- Of which record an answer speaks: it goes when the record goes.
ALTER TABLE platform.idempotency ADD COLUMN person_id uuid NULL;
-- Erasing looks for a record's answers; there are a day's of everybody's.
CREATE INDEX idempotency_person ON platform.idempotency (person_id) WHERE person_id IS NOT NULL;

-- The work that waits for a person, or was given up, goes too; the worker may delete it already.
CREATE INDEX parked_job_person ON jobs.parked_job (person_id) WHERE person_id IS NOT NULL;

-- Tables that name a person, and by which column. The vault may be another database, and its keys go first.
CREATE VIEW platform.personal_table AS
SELECT c.oid::regclass AS name, n.nspname::text AS schema_name, c.relname::text AS table_name, a.attname::text AS person_column
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped AND a.attname IN ('service_user_id', 'person_id')
 WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'vault', 'jobs');

-- Tables that name an account and no person, and those that hang on them by a reference (a session's tokens).
CREATE VIEW platform.account_table AS
WITH named AS (
    SELECT c.oid, a.attname::text AS account_column
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped AND a.attname = 'account_id'
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'vault', 'jobs')
       AND (n.nspname = 'platform' OR NOT EXISTS (SELECT 1 FROM platform.personal_table p WHERE p.name = c.oid)))
SELECT oid::regclass AS name, account_column, NULL::regclass AS through, NULL::text AS through_column FROM named
UNION ALL
SELECT f.conrelid::regclass, here.attname::text, f.confrelid::regclass, there.attname::text
  FROM pg_constraint f JOIN named ON named.oid = f.confrelid
  JOIN pg_attribute here ON here.attrelid = f.conrelid AND here.attnum = f.conkey[1]
  JOIN pg_attribute there ON there.attrelid = f.confrelid AND there.attnum = f.confkey[1]
 WHERE f.contype = 'f' AND cardinality(f.conkey) = 1 AND f.conrelid NOT IN (SELECT oid FROM named)
   AND NOT EXISTS (SELECT 1 FROM platform.personal_table p WHERE p.name = f.conrelid);

-- Lets barometre_rights, whom nobody signs in as, take the rows of the open person (of the named account) away, and put rows of a record that comes in whole.
CREATE PROCEDURE platform.let_be_erased() LANGUAGE plpgsql AS $$
DECLARE
    t record;
BEGIN
    FOR t IN SELECT DISTINCT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
              WHERE c.oid IN (SELECT name FROM platform.personal_table UNION SELECT name FROM platform.account_table)
    LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO barometre_rights', t.nspname);
    END LOOP;
    FOR t IN SELECT p.*, c.relrowsecurity FROM platform.personal_table p JOIN pg_class c ON c.oid = p.name
    LOOP
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON %s TO barometre_rights', t.name);
        IF t.relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = t.name AND polname = 'rights') THEN
            EXECUTE format('CREATE POLICY rights ON %s TO barometre_rights USING (%I = platform.current_person())', t.name, t.person_column);
        END IF;
    END LOOP;
    FOR t IN SELECT a.*, c.relrowsecurity FROM platform.account_table a JOIN pg_class c ON c.oid = a.name
    LOOP
        EXECUTE format('GRANT SELECT, DELETE ON %s TO barometre_rights', t.name);
        IF t.relrowsecurity AND t.through IS NULL AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = t.name AND polname = 'rights_account') THEN
            EXECUTE format('CREATE POLICY rights_account ON %s TO barometre_rights USING (%I = platform.current_account())', t.name, t.account_column);
        END IF;
    END LOOP;
    IF to_regclass('participation.account') IS NOT NULL THEN
        GRANT SELECT, DELETE ON participation.account TO barometre_rights;
    END IF;
END $$;

GRANT USAGE ON SCHEMA platform TO barometre_rights;
GRANT SELECT ON platform.personal_table, platform.account_table TO barometre_worker, barometre_rights;
