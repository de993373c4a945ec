-- What every module's tables stand on: who may connect, for whom a transaction runs, requests already answered, the keys.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA platform TO barometre_app, barometre_worker;

-- The person whose record this transaction was opened for. STABLE, so that an index can be used: a VOLATILE function in a policy costs a hundred times more.
CREATE FUNCTION platform.current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('barometre.person', true), '')::uuid;

-- The account that asks, for the few lists keyed to an account rather than to a person.
CREATE FUNCTION platform.current_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('barometre.account', true), '')::uuid;

-- The hash of a secret code that the caller holds.
CREATE FUNCTION platform.current_code() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('barometre.code', true), '');

-- True while the worker recomputes every record at once.
CREATE FUNCTION platform.for_everyone() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('barometre.scope', true) = 'everyone';

-- Gives a personal table its two walls: the app sees the open person's rows only; the worker too, or everyone's when it says so.
CREATE PROCEDURE platform.wall(target regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY person ON %s TO barometre_app USING (service_user_id = platform.current_person())', target);
    EXECUTE format('CREATE POLICY worker ON %s TO barometre_worker USING (service_user_id = platform.current_person() OR platform.for_everyone())', target);
END $$;

-- An outbox: anybody who may change the person's rows may add to it; the worker empties it for everyone.
CREATE PROCEDURE platform.outbox(schema_name text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I.outbox (service_user_id uuid NOT NULL, id uuid NOT NULL, event varchar(100) NOT NULL, payload jsonb NOT NULL, PRIMARY KEY (service_user_id, id))', schema_name);
    EXECUTE format('ALTER TABLE %I.outbox ENABLE ROW LEVEL SECURITY', schema_name);
    EXECUTE format('ALTER TABLE %I.outbox FORCE ROW LEVEL SECURITY', schema_name);
    EXECUTE format('CREATE POLICY person ON %I.outbox TO barometre_app USING (service_user_id = platform.current_person())', schema_name);
    EXECUTE format('CREATE POLICY worker ON %I.outbox TO barometre_worker USING (true)', schema_name);
    EXECUTE format('GRANT INSERT ON %I.outbox TO barometre_app', schema_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.outbox TO barometre_worker', schema_name);
END $$;

-- The record keys (wrapped) and the key ring (encrypted with a certificate). Kept apart so that a backup of the data holds no key.
CREATE SCHEMA vault;
GRANT USAGE ON SCHEMA vault TO barometre_app, barometre_worker;

CREATE TABLE vault.key_ring (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    friendly_name text NOT NULL,
    xml text NOT NULL
);
GRANT SELECT, INSERT, DELETE ON vault.key_ring TO barometre_app, barometre_worker;

CREATE TABLE vault.record_key (
    service_user_id uuid PRIMARY KEY,
    wrapped bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
-- People are named in a setting of their own: lists open several records' names at once.
ALTER TABLE vault.record_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault.record_key FORCE ROW LEVEL SECURITY;
CREATE POLICY people ON vault.record_key TO barometre_app, barometre_worker
    USING (service_user_id = ANY (NULLIF(current_setting('barometre.people', true), '')::uuid[]));
GRANT SELECT, INSERT, DELETE ON vault.record_key TO barometre_app, barometre_worker;
